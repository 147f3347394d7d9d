#include "grading/base/Files.h"

#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace grading {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
protected:
    Files() : m_folder(fs::temp_directory_path() / ("foragrade-files-" + std::to_string(::getpid())))
    {
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    ~Files() override { fs::remove_all(m_folder); }

    [[nodiscard]] std::size_t filesInFolder() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()));
    }

    fs::path m_folder;
};

TEST_F(Files, whatIsWrittenIsReadAndReplacesTheOldFile)
{
    const auto path = m_folder / "a.json";
    ASSERT_TRUE(writeFile(path, "old").has_value());
    ASSERT_TRUE(writeFile(path, std::string("new\0text", 8)).has_value());
    EXPECT_EQ(readFile(path).value(), std::string("new\0text", 8));
    EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(Files, aWriterThatFailsLeavesTheOldFileAndNoOther)
{
    const auto path = m_folder / "a.nii.gz";
    ASSERT_TRUE(writeFile(path, "old").has_value());
    const auto written = writeFileBy(path, [](const fs::path& temporary) -> Result<void> {
        EXPECT_TRUE(temporary.string().ends_with("a.nii.gz"));
        std::ofstream(temporary) << "half";
        return fail(ErrorCode::Io, temporary.string(), "no space");
    });
    ASSERT_FALSE(written.has_value());
    EXPECT_EQ(written.error().subject, path.string());
    EXPECT_EQ(readFile(path).value(), "old");
    EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(Files, missingFolderFileAndOversizeAreNamed)
{
    EXPECT_EQ(writeFile(m_folder / "no" / "a", "x").error().code, ErrorCode::Io);
    EXPECT_EQ(readFile(m_folder / "none").error().code, ErrorCode::NotFound);
    EXPECT_EQ(readFile(m_folder).error().code, ErrorCode::Unreadable);
    ASSERT_TRUE(writeFile(m_folder / "big", std::string(100, 'x')).has_value());
    EXPECT_EQ(readFile(m_folder / "big", 99).error().code, ErrorCode::Refused);
}

} // namespace
} // namespace grading
