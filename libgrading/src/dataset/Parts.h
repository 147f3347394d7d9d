#pragma once

#include "Format.h"

#include <filesystem>
#include <string>
#include <vector>

namespace grading {

/// What all pieces of an export have in common, kept beside them as request.json.
struct PartsInfo {
    SetInfo set;
    std::string fingerprint; ///< Of everything that decides the bytes, the number of pieces included.
    int parts = 1;
};

/// A piece that is done.
struct Part {
    std::vector<DataFile> files;
    Rows rows;
};

/// The folder beside a data set where its pieces wait: "<out>.parts".
class PartsFolder {
public:
    explicit PartsFolder(const std::filesystem::path& out);

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    /// Makes the folder, or checks that it holds pieces of the same export. Exists.
    Result<void> claim(const PartsInfo& info) const;
    [[nodiscard]] Result<PartsInfo> info() const; ///< NotFound

    [[nodiscard]] bool has(int part, int parts) const;
    /// A new empty folder for a piece in the making; those of the same piece that a crash left are removed.
    [[nodiscard]] Result<std::filesystem::path> begin(int part, int parts) const;
    /// From now on the piece is there. It isn't flushed to the disk, which would wait for all that anybody writes:
    /// `read` finds what got lost.
    Result<void> finish(const std::filesystem::path& begun, int part, int parts, const Part& contents) const;
    /// Unreadable: a file isn't what was written, as after the power failed.
    [[nodiscard]] Result<Part> read(int part, int parts) const;
    void remove(int part, int parts) const;
    /// Below it lie the piece's files.
    [[nodiscard]] std::filesystem::path dataOf(int part, int parts) const;

private:
    std::filesystem::path m_path;
};

/// All that was written to the file system of `folder` is on the disk. Io.
Result<void> flushAll(const std::filesystem::path& folder);
/// What its entries are called is on the disk. Io.
Result<void> flushNames(const std::filesystem::path& folder);

} // namespace grading
