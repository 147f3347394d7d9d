#include "ScannedFolder.h"

#include "grading/dicom/LoadVolume.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcxfer.h>

#include <gtest/gtest.h>

namespace grading {

using namespace test;

namespace {

/// Every voxel of `volume` is what the slice at its place was written with.
void expectAnalytic(const Volume& volume, const std::vector<AnalyticSlice>& slices,
                    const std::function<double(int stored, std::size_t slice)>& modality)
{
    const auto& geometry = volume.geometry();
    ASSERT_EQ(geometry.slices(), static_cast<int>(slices.size()));
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const auto& slice = slices[i];
        const VoxelIndex first = geometry.nearestVoxel(slice.position);
        ASSERT_EQ((VoxelIndex{0, 0, first.slice}), first);
        for (int row = 0; row < slice.rows; ++row) {
            for (int column = 0; column < slice.columns; ++column) {
                const int stored = slice.base + column + slice.columns * row;
                ASSERT_EQ(volume.at({column, row, first.slice}), modality(stored, i)) << column << " " << row;
            }
        }
    }
}

double asStored(int stored, std::size_t)
{
    return stored;
}

} // namespace

TEST(LoadVolume, PutsEveryValueInItsPlace)
{
    for (const auto syntax : {EXS_LittleEndianImplicit, EXS_LittleEndianExplicit, EXS_BigEndianExplicit,
                              EXS_DeflatedLittleEndianExplicit}) {
        AnalyticSlice first;
        first.transferSyntax = syntax;
        const auto slices = stackOf(first, 6, 4.4);
        const ScannedFolder scanned(slices);
        const auto volume = loadVolume(scanned.only());
        ASSERT_TRUE(volume) << volume.error().message();
        expectAnalytic(*volume, slices, asStored);
        EXPECT_TRUE(std::holds_alternative<std::vector<std::int16_t>>(volume->pixels()));
    }
}

TEST(LoadVolume, FindsLongPixelDataOfADeflatedFileAgain)
{
    AnalyticSlice first;
    first.columns = 61;
    first.rows = 47;
    first.transferSyntax = EXS_DeflatedLittleEndianExplicit;
    first.texts = {{"ImageComments", std::string(9000, 'x')}};
    const auto slices = stackOf(first, 2, 4);
    const ScannedFolder scanned(slices);
    const auto volume = loadVolume(scanned.only());
    ASSERT_TRUE(volume) << volume.error().message();
    expectAnalytic(*volume, slices, asStored);
}

TEST(LoadVolume, GivesEachSliceItsOwnSlopeAndIntercept)
{
    auto slices = stackOf({}, 4, 4);
    const double slopes[] = {1, 2, 3, 4};
    for (std::size_t i = 0; i < 4; ++i)
        slices[i].texts = {{"RescaleSlope", std::to_string(static_cast<int>(slopes[i]))},
                           {"RescaleIntercept", std::to_string(-10 * static_cast<int>(i))}};
    const ScannedFolder scanned(slices);
    expectAnalytic(loadVolume(scanned.only()).value(), slices,
                   [&](int stored, std::size_t i) { return stored * slopes[i] - 10 * static_cast<double>(i); });
}

TEST(LoadVolume, KeepsFractionsWhenASlopeIsNotWhole)
{
    AnalyticSlice first;
    first.texts = {{"RescaleSlope", "0.25"}, {"RescaleIntercept", "0"}};
    const auto slices = stackOf(first, 3, 4);
    const ScannedFolder scanned(slices);
    const auto volume = loadVolume(scanned.only()).value();
    EXPECT_TRUE(std::holds_alternative<std::vector<float>>(volume.pixels()));
    expectAnalytic(volume, slices, [](int stored, std::size_t) { return stored * 0.25; });
}

TEST(LoadVolume, TakesTheSignFromPixelRepresentationAndIgnoresBitsAboveTheHighBit)
{
    AnalyticSlice first;
    first.isSigned = true;
    first.base = -100;
    first.strayBits = 0xb000;
    const auto slices = stackOf(first, 3, 4);
    const ScannedFolder scanned(slices);
    expectAnalytic(loadVolume(scanned.only()).value(), slices, asStored);
}

TEST(LoadVolume, SixteenBitsUnsignedDoNotWrap)
{
    AnalyticSlice first;
    first.bitsStored = 16;
    first.base = 65536 - 40 * 3;
    const auto slices = stackOf(first, 3, 4);
    const ScannedFolder scanned(slices);
    const auto volume = loadVolume(scanned.only()).value();
    expectAnalytic(volume, slices, asStored);
    EXPECT_TRUE(std::holds_alternative<std::vector<std::uint16_t>>(volume.pixels()));
}

TEST(LoadVolume, WidensWhatItHasWhenALaterSliceGoesBeyond16BitsWithSign)
{
    AnalyticSlice first;
    first.bitsStored = 16;
    first.base = 32767 - 70;
    const auto slices = stackOf(first, 4, 4);
    ASSERT_GT(slices.back().base, 32767);
    const ScannedFolder scanned(slices);
    const auto volume = loadVolume(scanned.only()).value();
    expectAnalytic(volume, slices, asStored);
    EXPECT_TRUE(std::holds_alternative<std::vector<std::uint16_t>>(volume.pixels()));
}

TEST(LoadVolume, TakesPlainSlicesAmongRescaledOnes)
{
    auto slices = stackOf({}, 4, 4);
    slices[1].texts = {{"RescaleSlope", "-300"}, {"RescaleIntercept", "0"}};
    slices[2].texts = {{"RescaleSlope", "0.5"}, {"RescaleIntercept", "0"}};
    const ScannedFolder scanned(slices);
    const auto volume = loadVolume(scanned.only()).value();
    const double slopes[] = {1, -300, 0.5, 1};
    expectAnalytic(volume, slices, [&](int stored, std::size_t i) { return stored * slopes[i]; });
    EXPECT_TRUE(std::holds_alternative<std::vector<float>>(volume.pixels()));
}

TEST(LoadVolume, DoesNotInvertMonochrome1)
{
    AnalyticSlice first;
    first.photometric = "MONOCHROME1";
    const auto slices = stackOf(first, 3, 4);
    const ScannedFolder scanned(slices);
    expectAnalytic(loadVolume(scanned.only()).value(), slices, asStored);
}

TEST(LoadVolume, ReadsEightBitsOfAnOddPixelCount)
{
    AnalyticSlice first;
    first.bitsAllocated = first.bitsStored = 8;
    const auto slices = stackOf(first, 3, 4);
    const ScannedFolder scanned(slices);
    expectAnalytic(loadVolume(scanned.only()).value(), slices, asStored);
}

TEST(LoadVolume, RefusesAFileThatWasCutOffSinceTheScan)
{
    for (const auto syntax : {EXS_LittleEndianExplicit, EXS_DeflatedLittleEndianExplicit}) {
        AnalyticSlice first;
        first.transferSyntax = syntax;
        const ScannedFolder scanned(stackOf(first, 3, 4));
        const auto& file = scanned.only().frames[1].file;
        std::filesystem::resize_file(file, std::filesystem::file_size(file) - 12);
        const auto volume = loadVolume(scanned.only());
        ASSERT_FALSE(volume);
        EXPECT_EQ(volume.error().code, ErrorCode::Unreadable);
        EXPECT_EQ(volume.error().subject, file.string());
    }
}

TEST(LoadVolume, MissingSlicesAreTheAverageOfTheirNeighbours)
{
    auto slices = stackOf({}, 12, 4);
    slices.erase(slices.begin() + 5);
    slices.erase(slices.begin() + 2, slices.begin() + 4);
    const ScannedFolder scanned(slices);
    const auto volume = loadVolume(scanned.only());
    ASSERT_TRUE(volume) << volume.error().message();
    ASSERT_EQ(volume->geometry().slices(), 12);
    // The written slices differ by 40 from place to place, so linear filling gives the lost values back.
    for (int slice = 0; slice < 12; ++slice)
        EXPECT_EQ(volume->at({3, 2, slice}), 40 * slice + 3 + 7 * 2) << slice;
}

TEST(LoadFrame, GivesOneSliceOfAnUnevenStackInItsPlace)
{
    auto slices = stackOf({}, 6, 4);
    slices[5].position.x -= 1.1;
    const ScannedFolder scanned(slices);
    const auto frame = loadFrame(scanned.only(), 5);
    ASSERT_TRUE(frame) << frame.error().message();
    EXPECT_EQ(frame->geometry().slices(), 1);
    EXPECT_NEAR(frame->geometry().origin().x, slices[5].position.x, 1e-6);
    EXPECT_EQ(frame->at({1, 1, 0}), 40 * 5 + 8);
    EXPECT_EQ(loadFrame(scanned.only(), 6).error().code, ErrorCode::NotFound);
}

} // namespace grading
