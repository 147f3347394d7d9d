#include "FileWindow.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace grading {

namespace {

constexpr std::size_t windowSize = 8192; ///< A scanner's header without its private blocks.
constexpr std::size_t mostAtOnce = 4096;

} // namespace

FileWindow::FileWindow(const std::filesystem::path& path) : m_descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC))
{
    struct stat status {};
    if (m_descriptor >= 0 && ::fstat(m_descriptor, &status) == 0)
        m_size = static_cast<std::uint64_t>(std::max<off_t>(0, status.st_size));
}

FileWindow::~FileWindow()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

const unsigned char* FileWindow::bytes(std::uint64_t at, std::size_t count)
{
    GRADING_EXPECTS(count <= mostAtOnce);
    if (at > m_size || count > m_size - at)
        return nullptr;
    if (at < m_start || at + count > m_start + m_buffer.size()) {
        m_buffer.resize(static_cast<std::size_t>(std::min<std::uint64_t>(windowSize, m_size - at)));
        m_start = at;
        if (!read(at, m_buffer.data(), m_buffer.size())) {
            m_buffer.clear();
            return nullptr;
        }
    }
    return reinterpret_cast<const unsigned char*>(m_buffer.data()) + (at - m_start); // NOLINT: chars as bytes
}

bool FileWindow::read(std::uint64_t at, void* buffer, std::size_t count) const
{
    auto* place = static_cast<char*>(buffer);
    while (count > 0) {
        const ssize_t got = ::pread(m_descriptor, place, count, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        place += got;
        at += static_cast<std::uint64_t>(got);
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

} // namespace grading
