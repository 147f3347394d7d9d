#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace grading {

/// Reads here and there in a file without reading all of it.
class FileWindow {
public:
    explicit FileWindow(const std::filesystem::path& path);
    ~FileWindow();
    FileWindow(const FileWindow&) = delete;
    FileWindow& operator=(const FileWindow&) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] std::uint64_t size() const { return m_size; } ///< Bytes.

    /// `count` (at most 4096) bytes from `at` on, valid until the next call; null when the file ends before.
    [[nodiscard]] const unsigned char* bytes(std::uint64_t at, std::size_t count);
    /// Fills `count` bytes; false when the file ends before or can't be read.
    bool read(std::uint64_t at, void* buffer, std::size_t count) const;

private:
    int m_descriptor = -1;
    std::uint64_t m_size = 0;
    std::uint64_t m_start = 0;
    std::string m_buffer;
};

} // namespace grading
