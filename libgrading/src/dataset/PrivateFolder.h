#pragma once

#include "grading/base/Issue.h"
#include "grading/base/Result.h"
#include "grading/dicom/Pseudonyms.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace grading {

/// A folder for its owner alone, for what still names the patient. It goes away with the value. It is locked while
/// that lives, so that others can tell what a killed program left.
class PrivateFolder {
public:
    [[nodiscard]] static Result<PrivateFolder> make(); ///< Io
    ~PrivateFolder();
    PrivateFolder(PrivateFolder&& other) noexcept
        : m_path(std::exchange(other.m_path, {})), m_lock(std::exchange(other.m_lock, -1))
    {}
    PrivateFolder& operator=(PrivateFolder&&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    /// Removes this user's private folders whose programs are gone.
    static void removeLeft();

private:
    PrivateFolder() = default;

    std::filesystem::path m_path;
    int m_lock = -1; ///< Descriptor of the folder.
};

/// De-identified copies of the files (grading/dicom/Deidentify.h) in the folder, by their new SOP Instance UIDs.
[[nodiscard]] Result<std::map<std::string, std::filesystem::path>>
deidentified(std::vector<std::filesystem::path> files, const Pseudonyms& pseudonyms, const PrivateFolder& folder,
             Issues& issues);

} // namespace grading
