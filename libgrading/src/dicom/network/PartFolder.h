#pragma once

#include "grading/base/Result.h"

#include <filesystem>

namespace grading {

/// A folder in the making: goes away with the value unless it was kept. Its owner's alone.
class PartFolder {
public:
    /// For `target`, in the same folder. Exists: it is there and holds something. Io.
    [[nodiscard]] static Result<PartFolder> beside(const std::filesystem::path& target);
    ~PartFolder();
    PartFolder(PartFolder&& other) noexcept;
    PartFolder& operator=(PartFolder&&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// Gives it the target's name. Exists, Io.
    Result<void> keep();

private:
    PartFolder(std::filesystem::path path, std::filesystem::path target);

    std::filesystem::path m_path; ///< Empty: kept, or moved from.
    std::filesystem::path m_target;
};

} // namespace grading
