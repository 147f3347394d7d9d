#include "grading/base/Files.h"

#include "grading/base/Uid.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace grading {

namespace fs = std::filesystem;

namespace {

/// A sibling of `path` that keeps its extensions, since some writers choose the format by them.
fs::path temporarySibling(const fs::path& path)
{
    return path.parent_path() / (".tmp-" + Uid::generate().text().substr(5, 12) + "-" + path.filename().string());
}

std::string systemReason()
{
    return std::strerror(errno);
}

Result<void> flushToDisk(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::Io, path.string(), "can't be opened to flush it: " + systemReason());
    const int flushed = ::fsync(descriptor);
    ::close(descriptor);
    if (flushed != 0)
        return fail(ErrorCode::Io, path.string(), "can't be flushed to the disk: " + systemReason());
    return {};
}

} // namespace

Result<std::string> readFile(const fs::path& path, std::size_t limit)
{
    std::error_code error;
    if (!fs::exists(path, error))
        return fail(ErrorCode::NotFound, path.string(), "doesn't exist", "check the name");
    if (!fs::is_regular_file(path, error))
        return fail(ErrorCode::Unreadable, path.string(), "isn't a file", "name a file");
    const auto size = fs::file_size(path, error);
    if (error)
        return fail(ErrorCode::Io, path.string(), "can't be read: " + error.message());
    if (size > limit)
        return fail(ErrorCode::Refused, path.string(), "is larger than " + std::to_string(limit >> 20) + " MiB");
    std::ifstream in(path, std::ios::binary);
    std::string bytes(size, '\0');
    if (!in || !in.read(bytes.data(), static_cast<std::streamsize>(size)))
        return fail(ErrorCode::Unreadable, path.string(), "can't be read", "check its permissions");
    return bytes;
}

Result<void> writeFile(const fs::path& path, std::string_view bytes)
{
    return writeFileBy(path, [bytes](const fs::path& temporary) -> Result<void> {
        std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out)
            return fail(ErrorCode::Io, temporary.string(), "can't be written: " + systemReason(),
                        "check free space and permissions of the folder");
        return {};
    });
}

Result<void> writeFileBy(const fs::path& path, const std::function<Result<void>(const fs::path&)>& write)
{
    std::error_code error;
    const fs::path folder = path.parent_path().empty() ? fs::path(".") : path.parent_path();
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::Io, path.string(), "can't be written: its folder doesn't exist",
                    "make the folder first");
    const fs::path temporary = temporarySibling(path);
    auto written = write(temporary);
    if (written)
        written = flushToDisk(temporary);
    if (!written) {
        fs::remove(temporary, error);
        auto problem = written.error();
        if (problem.subject == temporary.string())
            problem.subject = path.string();
        return fail(std::move(problem));
    }
    fs::rename(temporary, path, error);
    if (error) {
        const auto reason = error.message();
        fs::remove(temporary, error);
        return fail(ErrorCode::Io, path.string(), "can't be replaced: " + reason);
    }
    (void)flushToDisk(folder);
    return {};
}

} // namespace grading
