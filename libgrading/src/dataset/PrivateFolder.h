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

/// A folder for its owner alone, for what still names the patient. It goes away with the value.
class PrivateFolder {
public:
    [[nodiscard]] static Result<PrivateFolder> make(); ///< Io
    ~PrivateFolder();
    PrivateFolder(PrivateFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    PrivateFolder& operator=(PrivateFolder&&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    PrivateFolder() = default;

    std::filesystem::path m_path;
};

/// De-identified copies of the files (grading/dicom/Deidentify.h) in the folder, by their new SOP Instance UIDs.
[[nodiscard]] Result<std::map<std::string, std::filesystem::path>>
deidentified(std::vector<std::filesystem::path> files, const Pseudonyms& pseudonyms, const PrivateFolder& folder,
             Issues& issues);

} // namespace grading
