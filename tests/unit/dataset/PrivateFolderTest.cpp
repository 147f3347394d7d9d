#include "PrivateFolder.h"

#include "TemporaryFolder.h"

#include "grading/base/Files.h"
#include "grading/dataset/DataSet.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace grading {

namespace fs = std::filesystem;

namespace {

class PrivateFolders : public testing::Test {
protected:
    void SetUp() override { setenv("TMPDIR", m_temporary.path().c_str(), 1); }
    void TearDown() override
    {
        if (m_before.empty())
            unsetenv("TMPDIR");
        else
            setenv("TMPDIR", m_before.c_str(), 1);
    }

    /// As a program leaves it that is killed while it works.
    void leaveOne() const
    {
        const pid_t child = fork();
        if (child == 0) {
            const auto folder = PrivateFolder::make();
            if (folder && writeFile(folder->path() / "report.dcm", "Patientname^1"))
                raise(SIGKILL);
            _exit(1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));
        ASSERT_EQ(count(), 1);
    }
    [[nodiscard]] long count() const
    {
        return std::distance(fs::directory_iterator(m_temporary.path()), fs::directory_iterator());
    }

    const std::string m_before = std::getenv("TMPDIR") == nullptr ? "" : std::getenv("TMPDIR");
    samples::TemporaryFolder m_elsewhere; // not in the other
    samples::TemporaryFolder m_temporary;
};

} // namespace

TEST_F(PrivateFolders, IsItsOwnersAloneAndGoesWithTheValue)
{
    {
        const auto folder = PrivateFolder::make();
        ASSERT_TRUE(folder) << folder.error().message();
        struct stat status = {};
        ASSERT_EQ(stat(folder->path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777U, 0700U);
        ASSERT_TRUE(writeFile(folder->path() / "report.dcm", "Patientname^1"));
    }
    EXPECT_EQ(count(), 0);
}

TEST_F(PrivateFolders, TheNextExportRemovesWhatAKilledProgramLeft)
{
    leaveOne();
    DataSetRequest request;
    request.store = m_temporary.file("none.db");
    EXPECT_FALSE(exportDataSet(request, m_temporary / "out", 1));
    EXPECT_EQ(count(), 0);
}

TEST_F(PrivateFolders, OneThatIsInUseStays)
{
    const auto living = PrivateFolder::make();
    ASSERT_TRUE(living);
    PrivateFolder::removeLeft();
    EXPECT_TRUE(fs::exists(living->path()));
}

TEST_F(PrivateFolders, NeitherALinkNorAFileNorAnotherNameIsTouched)
{
    ASSERT_TRUE(writeFile(m_elsewhere.file("mine"), "mine"));
    fs::create_directory_symlink(m_elsewhere.path(), m_temporary / "foragrade-private-linked");
    ASSERT_TRUE(writeFile(m_temporary.file("foragrade-private-file"), "file"));
    fs::create_directory(m_temporary / "foragrade-XXXXXX");
    PrivateFolder::removeLeft();
    EXPECT_EQ(count(), 3);
    EXPECT_TRUE(fs::exists(m_elsewhere / "mine"));
}

TEST_F(PrivateFolders, ALinkInALeftOneIsNotFollowed)
{
    ASSERT_TRUE(writeFile(m_elsewhere.file("mine"), "mine"));
    leaveOne();
    const auto left = fs::directory_iterator(m_temporary.path())->path();
    fs::create_directory_symlink(m_elsewhere.path(), left / "link");
    PrivateFolder::removeLeft();
    EXPECT_EQ(count(), 0);
    EXPECT_TRUE(fs::exists(m_elsewhere / "mine"));
}

} // namespace grading
