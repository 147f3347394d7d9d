#include "ScannedFolder.h"

#include "grading/base/Files.h"

#include <gtest/gtest.h>

#include <fstream>

namespace grading {

using namespace test;
using testing::IsEmpty;

namespace {

class ScanCache : public testing::Test {
protected:
    ScanCache()
    {
        auto slices = stackOf({}, 6, 4);
        slices[5].cutOffBytes = 9;
        writeAll(m_folder.path(), slices);
        std::ofstream(m_folder / "notes.txt") << "nothing\n";
    }
    [[nodiscard]] SeriesCatalogue scan() const
    {
        ScanOptions options;
        options.cache = m_cache.path() / "scans";
        options.settling = std::chrono::milliseconds(0);
        return scanFolder({m_folder.path()}, options).value();
    }
    [[nodiscard]] std::filesystem::path cacheFile() const
    {
        return std::filesystem::directory_iterator(m_cache.path() / "scans")->path();
    }

    TemporaryFolder m_folder;
    TemporaryFolder m_cache;
};

void expectSame(const SeriesCatalogue& a, const SeriesCatalogue& b)
{
    EXPECT_EQ(a.issues, b.issues);
    EXPECT_EQ(a.filesRead, b.filesRead);
    EXPECT_EQ(a.filesSkipped, b.filesSkipped);
    ASSERT_EQ(a.stacks().size(), b.stacks().size());
    for (std::size_t i = 0; i < a.stacks().size(); ++i) {
        const Stack& x = *a.stacks()[i];
        const Stack& y = *b.stacks()[i];
        EXPECT_EQ(x.id, y.id);
        EXPECT_EQ(x.role, y.role);
        EXPECT_EQ(x.frames, y.frames);
        EXPECT_EQ(x.geometry, y.geometry);
        EXPECT_EQ(x.windows, y.windows);
        EXPECT_EQ(x.issues, y.issues);
        EXPECT_EQ(x.frameOfReference, y.frameOfReference);
    }
    ASSERT_EQ(a.studies.size(), b.studies.size());
    EXPECT_EQ(a.studies[0].patientName, b.studies[0].patientName);
    EXPECT_EQ(a.studies[0].series[0].description, b.studies[0].series[0].description);
}

} // namespace

TEST_F(ScanCache, AFolderThatDidNotChangeGivesTheSameWithoutReadingItsFiles)
{
    const auto first = scan();
    EXPECT_EQ(first.filesRemembered, 0);
    const auto second = scan();
    EXPECT_EQ(second.filesRemembered, 7);
    expectSame(first, second);
}

TEST_F(ScanCache, AChangedFileOfTheSameSizeAndTimeIsReadAgain)
{
    const auto first = scan();
    const auto file = first.stacks()[0]->frames[2].file;
    const auto time = std::filesystem::last_write_time(file);
    auto bytes = readFile(file).value();
    const auto at = bytes.find("PHANTOM-1");
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at, 9, "PHANTOM-2");
    std::ofstream(file, std::ios::binary) << bytes;
    std::filesystem::last_write_time(file, time);
    EXPECT_EQ(scan().filesRemembered, 6);
    expectSame(scan(), scanFolder({m_folder.path()}).value());
}

TEST_F(ScanCache, NewFilesAreReadAndGoneOnesForgotten)
{
    std::ignore = scan();
    AnalyticSlice more;
    more.position.x = -40;
    writeSlice(m_folder.path(), more);
    std::filesystem::remove(m_folder / "notes.txt");
    const auto again = scan();
    EXPECT_EQ(again.filesRemembered, 6);
    expectSame(again, scanFolder({m_folder.path()}).value());
}

TEST_F(ScanCache, ADamagedCacheIsNoCache)
{
    const auto first = scan();
    const auto whole = readFile(cacheFile()).value();
    for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 60) {
        auto flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
        std::ofstream(cacheFile(), std::ios::binary) << flipped;
        expectSame(scan(), first);
        std::ofstream(cacheFile(), std::ios::binary) << whole.substr(0, at);
        expectSame(scan(), first);
    }
}

TEST_F(ScanCache, OfAnotherVersionItIsNoCache)
{
    const auto first = scan();
    auto bytes = readFile(cacheFile()).value();
    const std::string name = "foragrade-scan ";
    ASSERT_TRUE(bytes.starts_with(name) && bytes[name.size()] != '0');
    bytes[name.size()] = '0';
    std::ofstream(cacheFile(), std::ios::binary) << bytes;
    const auto again = scan();
    EXPECT_EQ(again.filesRemembered, 0);
    expectSame(first, again);
}

TEST_F(ScanCache, FilesOfAnotherFolderAreNeverTakenForThisOnes)
{
    std::ignore = scan();
    const auto foreign = readFile(cacheFile()).value();
    const TemporaryFolder other;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
        std::filesystem::copy_file(entry.path(), other.path() / entry.path().filename());
    const TemporaryFolder cache;
    ScanOptions options;
    options.cache = cache.path();
    options.settling = std::chrono::milliseconds(0);
    std::ignore = scanFolder({other.path()}, options);
    std::ofstream(std::filesystem::directory_iterator(cache.path())->path(), std::ios::binary) << foreign;
    const auto catalogue = scanFolder({other.path()}, options).value();
    EXPECT_EQ(catalogue.filesRemembered, 0);
    EXPECT_EQ(catalogue.stacks().at(0)->frames[0].file.parent_path(), other.path());
}

TEST_F(ScanCache, AFileChangedAMomentAgoIsNotRemembered)
{
    ScanOptions options;
    options.cache = m_cache.path();
    options.settling = std::chrono::hours(1);
    std::ignore = scanFolder({m_folder.path()}, options);
    EXPECT_EQ(scanFolder({m_folder.path()}, options).value().filesRemembered, 0);
}

TEST_F(ScanCache, IsReadableToItsOwnerAlone)
{
    std::ignore = scan();
    EXPECT_EQ(std::filesystem::status(m_cache.path() / "scans").permissions(), std::filesystem::perms::owner_all);
}

TEST_F(ScanCache, AFolderThatCannotBeMadeIsNoHindrance)
{
    ScanOptions options;
    options.cache = m_folder / "notes.txt" / "scans";
    expectSame(scanFolder({m_folder.path()}, options).value(), scanFolder({m_folder.path()}).value());
}

} // namespace grading
