#include "grading/base/FileSet.h"
#include "grading/base/Files.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace grading {
namespace {

namespace fs = std::filesystem;

class FileSetTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto pattern = (fs::temp_directory_path() / "file-set-XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
    }
    void TearDown() override { fs::remove_all(m_folder); }

    [[nodiscard]] std::size_t entries() const
    {
        return static_cast<std::size_t>(
            std::distance(fs::recursive_directory_iterator(m_folder), fs::recursive_directory_iterator()));
    }
    static std::function<Result<void>(const fs::path&)> text(const std::string& content)
    {
        return [content](const fs::path& path) { return writeFile(path, content); };
    }

    fs::path m_folder;
};

TEST_F(FileSetTest, NothingIsThereBeforeTheCommitAndAllAfterIt)
{
    FileSet files(FileSet::Existing::Refuse);
    ASSERT_TRUE(files.addFolder(m_folder / "a" / "b"));
    ASSERT_TRUE(files.add(m_folder / "one.txt", text("1")));
    ASSERT_TRUE(files.add(m_folder / "a" / "b" / "two.txt", text("2")));
    EXPECT_FALSE(fs::exists(m_folder / "one.txt"));

    ASSERT_TRUE(files.commit());

    EXPECT_EQ(readFile(m_folder / "one.txt").value(), "1");
    EXPECT_EQ(readFile(m_folder / "a" / "b" / "two.txt").value(), "2");
    EXPECT_EQ(entries(), 4U);
}

TEST_F(FileSetTest, WhatIsNotCommittedLeavesNoTrace)
{
    {
        FileSet files(FileSet::Existing::Refuse);
        ASSERT_TRUE(files.addFolder(m_folder / "a" / "b"));
        ASSERT_TRUE(files.add(m_folder / "a" / "b" / "two.txt", text("2")));
        EXPECT_FALSE(files.add(m_folder / "one.txt",
                               [](const fs::path&) -> Result<void> { return fail(ErrorCode::Io, "disk", "is full"); }));
    }
    EXPECT_EQ(entries(), 0U);
}

TEST_F(FileSetTest, AnExistingFileIsRefusedAndUntouchedUnlessReplaced)
{
    ASSERT_TRUE(writeFile(m_folder / "one.txt", "old"));
    {
        FileSet files(FileSet::Existing::Refuse);
        const auto refused = files.add(m_folder / "one.txt", text("new"));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::Exists);
    }
    EXPECT_EQ(readFile(m_folder / "one.txt").value(), "old");

    FileSet files(FileSet::Existing::Replace);
    ASSERT_TRUE(files.add(m_folder / "one.txt", text("new")));
    EXPECT_EQ(readFile(m_folder / "one.txt").value(), "old");
    ASSERT_TRUE(files.commit());

    EXPECT_EQ(readFile(m_folder / "one.txt").value(), "new");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(FileSetTest, AFailureWhileRenamingRestoresWhatWasThere)
{
    ASSERT_TRUE(writeFile(m_folder / "one.txt", "old"));
    {
        FileSet files(FileSet::Existing::Replace);
        ASSERT_TRUE(files.add(m_folder / "one.txt", text("new")));
        ASSERT_TRUE(files.addFolder(m_folder / "sub"));
        ASSERT_TRUE(files.add(m_folder / "sub" / "two.txt", text("2")));
        fs::remove_all(m_folder / "sub"); // the second file can't be put in place any more
        EXPECT_FALSE(files.commit());
        EXPECT_EQ(readFile(m_folder / "one.txt").value(), "old");
    }
    EXPECT_EQ(readFile(m_folder / "one.txt").value(), "old");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(FileSetTest, OneNameTwiceIsAMistake)
{
    FileSet files(FileSet::Existing::Replace);
    ASSERT_TRUE(files.add(m_folder / "one.txt", text("1")));
    EXPECT_EQ(files.add(m_folder / "." / "one.txt", text("2")).error().code, ErrorCode::InvalidArgument);
}

} // namespace
} // namespace grading
