#include "ScannedFolder.h"

#include "grading/base/Files.h"
#include "grading/dicom/LoadVolume.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmjpls/djencode.h>

#include <gtest/gtest.h>

namespace grading {

using namespace test;

namespace {

Volume volumeOf(const ScannedFolder& scanned)
{
    return loadVolume(scanned.only()).value();
}

} // namespace

TEST(Encoding, AModalityTableGivesItsOutputs)
{
    AnalyticSlice first;
    for (int input = 0; input < 100; ++input)
        first.modalityTable.push_back(static_cast<std::uint16_t>(2000 - 7 * input));
    const ScannedFolder scanned(stackOf(first, 3, 4));
    const auto volume = volumeOf(scanned);
    const VoxelIndex index{4, 3, 1};
    const int stored = 40 + 4 + 7 * 3; // of the second slice: its base, column, row
    EXPECT_EQ(volume.at(index), 2000 - 7 * stored);
    EXPECT_EQ(volume.at({6, 4, 2}), 2000 - 7 * 99) << "inputs beyond the table take its last output";
}

TEST(Encoding, ImagesWithoutPreambleAndMetaHeaderLoadAsTheOthersDo)
{
    AnalyticSlice first;
    const auto plain = volumeOf(ScannedFolder(stackOf(first, 3, 4)));
    first.hasMetaHeader = false;
    for (const int syntax : {0, 2, 3}) { // implicit, explicit little endian, explicit big endian
        first.transferSyntax = syntax;
        const ScannedFolder scanned(stackOf(first, 3, 4));
        ASSERT_EQ(scanned.stacks().size(), 1u) << syntax;
        EXPECT_EQ(volumeOf(scanned).pixels(), plain.pixels()) << syntax;
    }
}

TEST(Encoding, OfSeveralWindowsTheFirstIsShownAndAllAreKept)
{
    AnalyticSlice first;
    first.texts = {
        {"WindowCenter", "300\\40"}, {"WindowWidth", "600\\350"}, {"WindowCenterWidthExplanation", "SPINE\\SOFT"}};
    const ScannedFolder scanned(stackOf(first, 2, 4));
    const std::vector<NamedWindow> expected{{{300, 600}, "SPINE"}, {{40, 350}, "SOFT"}};
    EXPECT_EQ(scanned.only().windows, expected);
    EXPECT_EQ(scanned.only().window, (DisplayWindow{300, 600}));
}

TEST(Encoding, AVoiTableShowsAsTheWindowItRisesOver)
{
    AnalyticSlice first;
    first.voiTable.assign(1000, 0);
    for (std::size_t input = 0; input < 1000; ++input) // flat to 200, rising to 600, flat
        first.voiTable[input] = static_cast<std::uint16_t>(input < 200 ? 0 : input > 600 ? 4000 : (input - 200) * 10);
    const ScannedFolder scanned(stackOf(first, 2, 4));
    ASSERT_TRUE(scanned.only().window.has_value());
    EXPECT_NEAR(scanned.only().window->lower(), 200, 12);
    EXPECT_NEAR(scanned.only().window->upper(), 600, 12);
}

TEST(Encoding, AnUnknownCompressionIsNamedWhenLoadedAndTheRestGoesOn)
{
    AnalyticSlice first;
    first.claimedSyntax = "1.2.840.10008.1.2.4.201";
    AnalyticSlice other;
    other.series += ".2";
    other.texts = {{"SeriesNumber", "4"}};
    const ScannedFolder scanned(joined(stackOf(first, 3, 4), stackOf(other, 3, 4)));
    ASSERT_EQ(scanned.stacks().size(), 2u);
    const auto refused = loadVolume(*scanned.stacks()[0]);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unsupported);
    EXPECT_NE(refused.error().message().find("High-Throughput JPEG 2000"), std::string::npos);
    EXPECT_TRUE(loadVolume(*scanned.stacks()[1]));
}

TEST(Encoding, RunLengthsDecodeToWhatWasEncoded)
{
    const ScannedFolder scanned(stackOf({}, 3, 4));
    const auto plain = volumeOf(scanned);
    DcmRLEEncoderRegistration::registerCodecs();
    for (const auto& frame : scanned.only().frames) {
        DcmFileFormat file;
        ASSERT_TRUE(file.loadFile(frame.file.c_str()).good());
        ASSERT_TRUE(file.getDataset()->chooseRepresentation(EXS_RLELossless, nullptr).good());
        ASSERT_TRUE(file.saveFile(frame.file.c_str(), EXS_RLELossless).good());
    }
    DcmRLEEncoderRegistration::cleanup();
    EXPECT_EQ(volumeOf(scanned).pixels(), plain.pixels());
    EXPECT_EQ(sliceCounts(scanFolder({scanned.folder.path()}).value()), std::vector<int>{3});
}

TEST(Encoding, CompressedFramesOutOfOrderComeEachFromItsOwnPiece)
{
    const auto slices = stackOf({}, 5, 4);
    DcmRLEEncoderRegistration::registerCodecs();
    DJLSEncoderRegistration::registerCodecs();
    for (const auto syntax : {EXS_LittleEndianExplicit, EXS_RLELossless, EXS_JPEGLSLossless}) {
        const samples::TemporaryFolder folder;
        const auto path = writeMultiFrame(folder.path(), {slices[3], slices[0], slices[4], slices[2], slices[1]});
        DcmFileFormat file;
        ASSERT_TRUE(file.loadFile(path.c_str()).good());
        ASSERT_TRUE(file.getDataset()->chooseRepresentation(syntax, nullptr).good());
        ASSERT_TRUE(file.saveFile(path.c_str(), syntax).good());
        const auto catalogue = scanFolder({folder.path()}).value();
        ASSERT_EQ(sliceCounts(catalogue), std::vector<int>{5});
        const auto volume = loadVolume(*catalogue.stacks()[0]);
        ASSERT_TRUE(volume) << volume.error().message();
        for (const auto& slice : slices) {
            const auto at = volume->geometry().nearestVoxel(slice.position);
            EXPECT_EQ(volume->at(at), slice.base) << DcmXfer(syntax).getXferName();
        }
    }
    DcmRLEEncoderRegistration::cleanup();
    DJLSEncoderRegistration::cleanup();
}

TEST(Encoding, FewerCompressedFramesThanTheFileCountsAreRefused)
{
    const samples::TemporaryFolder folder;
    const auto path = writeMultiFrame(folder.path(), stackOf({}, 3, 4));
    DcmRLEEncoderRegistration::registerCodecs();
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(path.c_str()).good());
    ASSERT_TRUE(file.getDataset()->chooseRepresentation(EXS_RLELossless, nullptr).good());
    ASSERT_TRUE(file.saveFile(path.c_str(), EXS_RLELossless).good());
    DcmRLEEncoderRegistration::cleanup();
    const auto catalogue = scanFolder({folder.path()}).value();
    ASSERT_TRUE(loadVolume(*catalogue.stacks().at(0)));

    DcmFileFormat shorter;
    ASSERT_TRUE(shorter.loadFile(path.c_str()).good() && shorter.loadAllDataIntoMemory().good());
    DcmElement* element = nullptr;
    ASSERT_TRUE(shorter.getDataset()->findAndGetElement(DCM_PixelData, element).good());
    DcmPixelSequence* fragments = nullptr;
    ASSERT_TRUE(dynamic_cast<DcmPixelData&>(*element)
                    .getEncapsulatedRepresentation(EXS_RLELossless, nullptr, fragments)
                    .good());
    DcmPixelItem* last = nullptr;
    ASSERT_TRUE(fragments->remove(last, fragments->card() - 1).good());
    const std::unique_ptr<DcmPixelItem> removed(last);
    ASSERT_TRUE(shorter.saveFile(path.c_str(), EXS_RLELossless).good());

    const auto refused = loadVolume(*catalogue.stacks().at(0));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unreadable);
    EXPECT_EQ(refused.error().subject, path.string());
    EXPECT_THAT(refused.error().what, testing::HasSubstr("cut off"));
}

TEST(Encoding, RunLengthsThatPointOutsideTheirPieceAreRefused)
{
    const ScannedFolder scanned(stackOf({}, 1, 4));
    DcmRLEEncoderRegistration::registerCodecs();
    const auto path = scanned.only().frames[0].file;
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(path.c_str()).good());
    ASSERT_TRUE(file.getDataset()->chooseRepresentation(EXS_RLELossless, nullptr).good());
    ASSERT_TRUE(file.saveFile(path.c_str(), EXS_RLELossless).good());
    DcmRLEEncoderRegistration::cleanup();
    ASSERT_TRUE(loadFrame(scanned.only(), 0));
    auto bytes = readFile(path).value();
    const std::string twoSegments("\x02\0\0\0\x40\0\0\0", 8);
    const auto header = bytes.find(twoSegments);
    ASSERT_NE(header, std::string::npos);
    for (const char* second : {"\0\0\0\x7f", "\0\0\0\xff", "\x3f\0\0\0"}) {
        bytes.replace(header + 8, 4, second, 4);
        ASSERT_TRUE(writeFile(path, bytes));
        const auto refused = loadFrame(scanned.only(), 0);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::Unreadable);
        EXPECT_EQ(refused.error().subject, path.string());
    }
}

TEST(Encoding, PicturesOfAnUnevenStackComeOneAfterTheOther)
{
    auto slices = stackOf({}, 6, 4);
    slices[5].position.x -= 1.1;
    const ScannedFolder scanned(slices);
    ASSERT_FALSE(scanned.only().geometry.has_value());
    EXPECT_FALSE(loadVolume(scanned.only()));
    const auto pictures = loadPictures(scanned.only());
    ASSERT_TRUE(pictures) << pictures.error().message();
    ASSERT_EQ(pictures->geometry().slices(), 6);
    for (int slice = 0; slice < 6; ++slice)
        EXPECT_EQ(pictures->at({2, 1, slice}), 40 * slice + 2 + 7);
}

TEST(Encoding, ADicomdirNamesFilesThatMayBeMissing)
{
    const ScannedFolder scanned(stackOf({}, 4, 4));
    DcmFileFormat directory;
    auto& dataset = *directory.getDataset();
    dataset.putAndInsertString(DCM_SOPClassUID, UID_MediaStorageDirectoryStorage);
    dataset.putAndInsertString(DCM_SOPInstanceUID, "1.2.3.4");
    for (std::size_t i = 0; i < 4; ++i) {
        DcmItem* record = nullptr;
        ASSERT_TRUE(dataset.findOrCreateSequenceItem(DCM_DirectoryRecordSequence, record, -2).good());
        record->putAndInsertString(DCM_DirectoryRecordType, "IMAGE");
        const auto name = "IMG\\I" + std::to_string(i);
        record->putAndInsertString(DCM_ReferencedFileID, name.c_str());
        std::filesystem::create_directories(scanned.folder / "img");
        if (i != 3) // on many a disk names lost their case
            std::filesystem::rename(scanned.only().frames[i].file, scanned.folder / "img" / ("i" + std::to_string(i)));
    }
    const auto path = scanned.folder / "DICOMDIR";
    ASSERT_TRUE(directory.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
    const auto catalogue = scanFolder({path}).value();
    EXPECT_EQ(sliceCounts(catalogue), std::vector<int>{3});
    ASSERT_EQ(complaints(catalogue.issues), std::vector<std::string>{"file-missing"});
    EXPECT_EQ(catalogue.issues[0].where, (scanned.folder.path() / "IMG" / "I3").string());
}

} // namespace grading
