#include "grading/measure/LabelImage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace grading {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

VolumeGeometry grid()
{
    return *VolumeGeometry::make({30, -40, 50}, {0.1, 0.995, 0}, {0, 0, -1}, {0.6}, {0.5}, {4.4}, 40, 30, 7);
}

LabelMap someMarks()
{
    return LabelMap(40, 30, 7)
        .painted(2, PixelSet({{10, 12, 17}, {11, 12, 19}}), Structure::NerveRoot)
        .painted(2, PixelSet({{9, 12, 20}}), Structure::PerineuralFat)
        .painted(3, PixelSet({{12, 11, 20}}), Structure::ForamenOutline);
}

/// The same voxels in the same places, told with other axes: order[i] is the grid's axis that axis i runs along.
Volume retold(const Volume& volume, std::array<int, 3> order, std::array<bool, 3> reversed, PatientVector offset = {})
{
    const auto& g = volume.geometry();
    const std::array<int, 3> counts{g.columns(), g.rows(), g.slices()};
    const std::array<Millimetres, 3> spacings{g.columnSpacing(), g.rowSpacing(), g.sliceSpacing()};
    const std::array<PatientVector, 3> directions{g.rowDirection(), g.columnDirection(), g.normal()};
    std::array<int, 3> first{};
    for (std::size_t i = 0; i < 3; ++i)
        first[static_cast<std::size_t>(order[i])] = reversed[i] ? counts[static_cast<std::size_t>(order[i])] - 1 : 0;
    const auto axis = [&](std::size_t i) {
        return directions[static_cast<std::size_t>(order[i])] * (reversed[i] ? -1.0 : 1.0);
    };
    // Slices run along row × column direction; whether that is the third axis as asked decides its way.
    const bool isFlipped = dot(cross(axis(0), axis(1)), axis(2)) < 0;
    if (isFlipped) {
        reversed[2] = !reversed[2];
        auto& start = first[static_cast<std::size_t>(order[2])];
        start = counts[static_cast<std::size_t>(order[2])] - 1 - start;
    }
    const auto count = [&](std::size_t i) { return counts[static_cast<std::size_t>(order[i])]; };
    const auto spacing = [&](std::size_t i) { return spacings[static_cast<std::size_t>(order[i])]; };
    const auto geometry =
        *VolumeGeometry::make(g.toPatient(VoxelIndex{first[0], first[1], first[2]}) + offset, axis(0), axis(1),
                              spacing(0), spacing(1), spacing(2), count(0), count(1), count(2));
    std::vector<std::int16_t> pixels;
    for (int k = 0; k < count(2); ++k) {
        for (int j = 0; j < count(1); ++j) {
            for (int i = 0; i < count(0); ++i) {
                const VoxelIndex at = g.nearestVoxel(geometry.toPatient(VoxelIndex{i, j, k}) - offset);
                pixels.push_back(static_cast<std::int16_t>(volume.at(at)));
            }
        }
    }
    return Volume(geometry, std::move(pixels));
}

TEST(LabelImages, comeBackAsTheMarksTheyWereMadeOf)
{
    const auto image = labelMapFromVolume(volumeFromLabelMap(someMarks(), grid()), grid());
    ASSERT_TRUE(image) << image.error().message();
    EXPECT_EQ(image->marks, someMarks());
    EXPECT_THAT(image->issues, IsEmpty());
}

TEST(LabelImages, areMatchedInSpaceWhateverTheOrderAndWayOfTheirAxes)
{
    const Volume volume = volumeFromLabelMap(someMarks(), grid());
    std::array<int, 3> order{0, 1, 2};
    int tried = 0;
    do {
        for (int ways = 0; ways < 8; ++ways) {
            const Volume other = retold(volume, order, {(ways & 1) != 0, (ways & 2) != 0, (ways & 4) != 0});
            const auto image = labelMapFromVolume(other, grid());
            ASSERT_TRUE(image) << image.error().message();
            EXPECT_EQ(image->marks, someMarks());
            ++tried;
        }
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_EQ(tried, 48);
}

TEST(LabelImages, mayBeOffByFivePercentOfAPixelAndNoMore)
{
    const Volume volume = volumeFromLabelMap(someMarks(), grid());
    EXPECT_TRUE(labelMapFromVolume(retold(volume, {0, 1, 2}, {}, {0, 0.024, 0}), grid()));
    const auto off = labelMapFromVolume(retold(volume, {0, 1, 2}, {}, {0, 0.026, 0}), grid());
    ASSERT_FALSE(off);
    EXPECT_EQ(off.error().code, ErrorCode::Mismatch);
    EXPECT_FALSE(labelMapFromVolume(retold(volume, {0, 1, 2}, {}, {0.6, 0, 0}), grid()));
}

TEST(LabelImages, ofAnotherGridAreAMismatch)
{
    const auto shifted = *VolumeGeometry::make(grid().toPatient(VoxelIndex{1, 0, 0}), grid().rowDirection(),
                                               grid().columnDirection(), {0.6}, {0.5}, {4.4}, 40, 30, 7);
    const auto cropped = *VolumeGeometry::make(grid().origin(), grid().rowDirection(), grid().columnDirection(), {0.6},
                                               {0.5}, {4.4}, 40, 30, 6);
    const auto swapped = *VolumeGeometry::make(grid().origin(), grid().rowDirection(), grid().columnDirection(), {0.6},
                                               {0.5}, {4.4}, 30, 40, 7);
    const auto thinner = *VolumeGeometry::make(grid().origin(), grid().rowDirection(), grid().columnDirection(), {0.6},
                                               {0.5}, {4.3}, 40, 30, 7);
    for (const auto& geometry : {shifted, cropped, swapped, thinner}) {
        const Volume volume(geometry, std::vector<std::int16_t>(geometry.voxelCount(), 1));
        const auto image = labelMapFromVolume(volume, grid());
        ASSERT_FALSE(image);
        EXPECT_EQ(image.error().code, ErrorCode::Mismatch);
    }
}

TEST(LabelImages, aSingleSliceMatchesASingleSlice)
{
    const auto flat = *VolumeGeometry::make({0, 0, 0}, {0, 1, 0}, {0, 0, -1}, {0.6}, {0.5}, {4.4}, 40, 30, 1);
    const LabelMap marks = LabelMap(40, 30, 1).painted(0, PixelSet({{3, 4, 9}}), Structure::NerveRoot);
    const Volume volume = volumeFromLabelMap(marks, flat);
    for (const auto& order : {std::array{0, 1, 2}, std::array{1, 0, 2}, std::array{2, 0, 1}}) {
        const auto image = labelMapFromVolume(retold(volume, order, {true, false, false}), flat);
        ASSERT_TRUE(image) << image.error().message();
        EXPECT_EQ(image->marks, marks);
    }
}

Volume withValues(std::vector<std::pair<VoxelIndex, float>> values)
{
    std::vector<float> pixels(grid().voxelCount(), 0.0F);
    for (const auto& [at, value] : values)
        pixels[static_cast<std::size_t>((at.slice * 30 + at.row) * 40 + at.column)] = value;
    return Volume(grid(), std::move(pixels));
}

TEST(LabelImages, mayHoldWholeNumbersAsFloats)
{
    const auto image = labelMapFromVolume(withValues({{{5, 6, 2}, 1.0F}, {{6, 6, 2}, 2.0F}}), grid());
    ASSERT_TRUE(image);
    EXPECT_EQ(image->marks.at({6, 6, 2}), Structure::PerineuralFat);
}

TEST(LabelImages, withFractionsAreUnreadable)
{
    for (const float value : {0.5F, 1.7F, std::nanf(""), INFINITY, 1e20F}) {
        const auto image = labelMapFromVolume(withValues({{{5, 6, 2}, 1.0F}, {{6, 6, 2}, value}}), grid());
        ASSERT_FALSE(image) << value;
        EXPECT_EQ(image.error().code, ErrorCode::Unreadable);
    }
}

TEST(LabelImages, otherLabelsAreIgnoredAndReported)
{
    const auto image =
        labelMapFromVolume(withValues({{{5, 6, 2}, 1.0F}, {{6, 6, 2}, 7.0F}, {{7, 6, 2}, -2.0F}}), grid());
    ASSERT_TRUE(image);
    EXPECT_EQ(image->marks.markedPixels(2).count(), 1U);
    EXPECT_THAT(image->issues, ElementsAre(Field(&Issue::code, "unknown-label")));
    EXPECT_NE(image->issues[0].text.find("-2, 7"), std::string::npos);
}

TEST(LabelImages, mayHoldFatAlone)
{
    const auto image = labelMapFromVolume(withValues({{{5, 6, 2}, 2.0F}}), grid());
    ASSERT_TRUE(image);
    EXPECT_EQ(image->marks.count(Structure::PerineuralFat), 1U);
    EXPECT_EQ(image->marks.count(Structure::NerveRoot), 0U);
}

TEST(LabelImages, clustersMoreThan15MillimetresApartAreReported)
{
    const auto codes = [](int column, int slice) {
        const auto image = labelMapFromVolume(withValues({{{5, 6, 2}, 1.0F}, {{column, 6, slice}, 2.0F}}), grid());
        return image->issues.size();
    };
    EXPECT_EQ(codes(30, 2), 0U); // 25 × 0.6 = 15.0 mm
    EXPECT_EQ(codes(31, 2), 1U); // 15.6 mm
    EXPECT_EQ(codes(5, 5), 0U);  // 13.2 mm
    EXPECT_EQ(codes(5, 6), 1U);  // 17.6 mm
}

} // namespace
} // namespace grading
