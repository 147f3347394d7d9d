#pragma once

#include "ScannedFile.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace grading {

/// What tells a file from another of the same path: size, times of the last change of content and of inode (a copy that
/// keeps its original's times shows there), ns.
struct FileStamp {
    std::uint64_t size = 0;
    std::int64_t modified = 0;
    std::int64_t changed = 0;

    bool operator==(const FileStamp&) const = default;
    [[nodiscard]] static std::optional<FileStamp> of(const std::filesystem::path& path);
};

/// What earlier scans of the same paths found, in a file of `folder`. A file of another version, a damaged or foreign
/// one counts as empty. Holds names of patients, so the folder is its owner's alone.
class ScanCache {
public:
    /// Without a folder nothing is remembered.
    ScanCache(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& scanned);

    /// None when the file isn't known as it is now. Safe to call from several threads.
    [[nodiscard]] std::optional<ScannedFile> find(const std::filesystem::path& file, const FileStamp& stamp) const;

    /// Remembers the files with a stamp, and no others; files changed within `settling` are left out, as their times
    /// may not show the next change. A cache that can't be written is none: nothing is told.
    void save(const std::vector<std::filesystem::path>& files, const std::vector<std::optional<FileStamp>>& stamps,
              const std::vector<ScannedFile>& scanned, std::chrono::milliseconds settling);

private:
    struct Entry {
        FileStamp stamp;
        ScannedFile scanned;
    };

    void load();

    std::filesystem::path m_path; ///< Empty: no cache.
    std::map<std::string, Entry> m_entries;
};

} // namespace grading
