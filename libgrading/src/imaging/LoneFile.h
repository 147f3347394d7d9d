#pragma once

#include "grading/base/Result.h"

#include <filesystem>

namespace grading {

/// A name for a volume file under which no other file can be taken for it. The NIfTI library opens `a.nii` for the
/// voxels of `a.nii.gz` where both lie in one folder, so such a file is read through a link in a folder of its own.
class LoneFile {
public:
    static Result<LoneFile> of(const std::filesystem::path& path); ///< Io when the link can't be made.

    LoneFile(LoneFile&& other) noexcept;
    LoneFile& operator=(LoneFile&&) = delete;
    LoneFile(const LoneFile&) = delete;
    LoneFile& operator=(const LoneFile&) = delete;
    ~LoneFile();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    explicit LoneFile(std::filesystem::path path) : m_path(std::move(path)) {}

    std::filesystem::path m_path;
    std::filesystem::path m_folder; ///< Of the link; empty when there is none.
};

} // namespace grading
