#include "PrivateFolder.h"

#include "grading/dicom/Deidentify.h"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace grading {

namespace fs = std::filesystem;

namespace {

constexpr const char* prefix = "foragrade-private-";

/// A folder itself, never what a link points to; -1 where it isn't there or isn't a folder.
int openFolder(const fs::path& path)
{
    return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/// Somebody who took it for left may have removed it between making and locking.
bool isStillThere(int descriptor, const fs::path& path)
{
    struct stat locked = {};
    struct stat named = {};
    return ::fstat(descriptor, &locked) == 0 && ::lstat(path.c_str(), &named) == 0 && locked.st_ino == named.st_ino &&
           locked.st_dev == named.st_dev;
}

bool isOurs(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && status.st_uid == ::geteuid();
}

} // namespace

Result<PrivateFolder> PrivateFolder::make()
{
    constexpr int attempts = 10;
    std::error_code error;
    const auto pattern = (fs::temp_directory_path(error) / prefix).string() + "XXXXXX";
    for (int i = 0; i < attempts && !error; ++i) {
        auto name = pattern;
        if (mkdtemp(name.data()) == nullptr)
            break;
        PrivateFolder folder;
        folder.m_path = name;
        folder.m_lock = openFolder(name);
        ::flock(folder.m_lock, LOCK_EX); // where the file system can't lock, nobody removes anything either
        if (isStillThere(folder.m_lock, folder.m_path))
            return folder;
    }
    return fail(ErrorCode::Io, pattern, "can't be made", "set TMPDIR to a folder that may be written to");
}

PrivateFolder::~PrivateFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        fs::remove_all(m_path, ignored);
    if (m_lock >= 0)
        ::close(m_lock);
}

void PrivateFolder::removeLeft()
{
    std::error_code error;
    const auto all = fs::temp_directory_path(error);
    for (fs::directory_iterator entry(all, error), end; !error && entry != end; entry.increment(error)) {
        if (!entry->path().filename().string().starts_with(prefix))
            continue;
        const int folder = openFolder(entry->path());
        std::error_code ignored;
        if (folder >= 0 && isOurs(folder) && ::flock(folder, LOCK_EX | LOCK_NB) == 0)
            fs::remove_all(entry->path(), ignored);
        if (folder >= 0)
            ::close(folder);
    }
}

Result<std::map<std::string, fs::path>> deidentified(std::vector<fs::path> files, const Pseudonyms& pseudonyms,
                                                     const PrivateFolder& folder, Issues& issues)
{
    const DeidentifyRequest request{std::move(files), folder.path() / "clean", {}};
    const auto done = deidentify(request, pseudonyms);
    if (!done)
        return fail(done.error());
    std::ranges::copy(done->issues, std::back_inserter(issues));
    std::map<std::string, fs::path> copies;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(request.output, error)) {
        if (entry.is_regular_file())
            copies.emplace(entry.path().stem().string(), entry.path());
    }
    return copies;
}

} // namespace grading
