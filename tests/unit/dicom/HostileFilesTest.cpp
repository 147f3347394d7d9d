#include "ScannedFolder.h"

#include "grading/dicom/LoadVolume.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <gtest/gtest.h>

#include <fstream>

namespace grading {

using namespace test;

namespace {

std::string little(std::uint32_t value, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(value >> (8 * i) & 0xff);
    return text;
}

std::string tag(std::uint32_t group, std::uint32_t element)
{
    return little(group, 2) + little(element, 2);
}

void write(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

} // namespace

TEST(HostileFiles, NestingByTheHundredThousandEndsAsAnIssue)
{
    std::string bytes =
        std::string(128, '\0') + "DICM" + tag(0x0002, 0x0010) + "UI" + little(18, 2) + "1.2.840.10008.1.2" + '\0';
    bytes += tag(0x0008, 0x0016) + little(0, 4);
    for (int depth = 0; depth < 300'000; ++depth)
        bytes += tag(0x0040, 0xa730) + little(0xffffffff, 4) + tag(0xfffe, 0xe000) + little(0xffffffff, 4);
    const TemporaryFolder folder;
    write(folder / "deep.dcm", bytes);
    const auto catalogue = scanFolder({folder.path()}).value();
    EXPECT_EQ(catalogue.filesSkipped, 1);
    EXPECT_EQ(complaints(catalogue.issues), std::vector<std::string>{"unreadable-file"});
}

TEST(HostileFiles, EveryTruncationOfAFileIsAnIssueOrASkip)
{
    const ScannedFolder scanned(stackOf({}, 1, 4));
    const auto& source = scanned.only().frames.front().file;
    const auto size = std::filesystem::file_size(source);
    for (std::uintmax_t length = 0; length < size; length += 3) {
        const TemporaryFolder folder;
        const auto copy = folder / "cut.dcm";
        std::filesystem::copy_file(source, copy);
        std::filesystem::resize_file(copy, length);
        const auto catalogue = scanFolder({folder.path()});
        ASSERT_TRUE(catalogue);
        EXPECT_TRUE(catalogue->stacks().empty()) << length;
        EXPECT_TRUE(catalogue->filesSkipped == 1 || !complaints(catalogue->issues).empty()) << length;
    }
}

TEST(HostileFiles, AnImageLargerThanItsFileIsLeftOut)
{
    ScannedFolder scanned(stackOf({}, 1, 4));
    const auto file = scanned.only().frames.front().file;
    std::ifstream in(file, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    for (const std::uint32_t element : {0x0010u, 0x0011u}) { // rows, columns
        const auto at = bytes.find(tag(0x0028, element) + "US");
        ASSERT_NE(at, std::string::npos);
        bytes.replace(at + 8, 2, little(65535, 2));
    }
    write(file, bytes);
    scanned.scan();
    EXPECT_TRUE(scanned.stacks().empty());
    EXPECT_EQ(complaints(scanned.catalogue.issues), std::vector<std::string>{"pixels-missing"});
}

TEST(HostileFiles, AHeaderThatInflatesBeyondReasonIsAnIssue)
{
    DcmFileFormat file;
    const std::vector<Uint8> zeros((std::size_t{1} << 27) + 4096);
    file.getDataset()->putAndInsertString(DCM_SOPClassUID, UID_MRImageStorage);
    file.getDataset()->putAndInsertString(DCM_SOPInstanceUID, "1.2.826.0.1.3680043.10.543.7.1.1");
    file.getDataset()->putAndInsertUint8Array(DcmTag(0x0009, 0x1001, EVR_OB), zeros.data(),
                                              static_cast<unsigned long>(zeros.size()));
    const TemporaryFolder folder;
    ASSERT_TRUE(file.saveFile(folder.file("bomb.dcm").c_str(), EXS_DeflatedLittleEndianExplicit).good());
    ASSERT_LT(std::filesystem::file_size(folder / "bomb.dcm"), zeros.size() / 500);
    const auto catalogue = scanFolder({folder.path()}).value();
    ASSERT_EQ(complaints(catalogue.issues), std::vector<std::string>{"unreadable-file"});
    EXPECT_THAT(catalogue.issues.front().text, testing::HasSubstr("inflates to more than is read"));
}

TEST(HostileFiles, AVolumeBeyondTheBudgetIsRefusedByName)
{
    const ScannedFolder scanned(stackOf({}, 3, 4));
    auto stack = scanned.only();
    stack.columns = stack.rows = 16384;
    stack.geometry = VolumeGeometry::make({}, {0, 1, 0}, {0, 0, -1}, {1}, {1}, {4}, 16384, 16384, 3).value();
    const auto volume = loadVolume(stack);
    ASSERT_FALSE(volume);
    EXPECT_EQ(volume.error().code, ErrorCode::Refused);
    EXPECT_EQ(volume.error().subject, stack.frames.front().file.string());
}

TEST(HostileFiles, TheCollectionScansAndLoadsWithoutHarm)
{
    const auto data = testData();
    if (data.empty())
        GTEST_SKIP() << "no test data: hostile";
    const auto catalogue = scanFolder({data / "hostile"});
    ASSERT_TRUE(catalogue);
    for (const auto* stack : catalogue->stacks()) {
        const auto volume = loadVolume(*stack);
        EXPECT_TRUE(volume || !volume.error().message().empty()) << stack->id;
    }
}

} // namespace grading
