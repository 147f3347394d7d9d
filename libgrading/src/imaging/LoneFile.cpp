#include "LoneFile.h"

#include <algorithm>
#include <cctype>
#include <stdlib.h>
#include <string>
#include <utility>

namespace grading {

namespace fs = std::filesystem;

namespace {

bool hasDouble(const fs::path& path)
{
    std::string name = path.filename().string();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char character) { return static_cast<char>(std::tolower(character)); });
    std::error_code error;
    return name.ends_with(".nii.gz") && fs::exists(fs::path(path).replace_extension(), error);
}

} // namespace

Result<LoneFile> LoneFile::of(const fs::path& path)
{
    LoneFile file(path);
    if (!hasDouble(path))
        return file;
    std::error_code error;
    std::string folder = (fs::temp_directory_path(error) / "foragrade-XXXXXX").string();
    if (!error && mkdtemp(folder.data()) != nullptr) {
        file.m_folder = folder;
        file.m_path = file.m_folder / "volume.nii.gz";
        const auto target = fs::canonical(path, error);
        if (!error)
            fs::create_symlink(target, file.m_path, error);
        if (!error)
            return file;
    }
    return fail(ErrorCode::Io, path.string(), "can't be told from the .nii file beside it",
                "move one of the two to another folder");
}

LoneFile::LoneFile(LoneFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_folder(std::exchange(other.m_folder, {}))
{}

LoneFile::~LoneFile()
{
    if (m_folder.empty())
        return;
    std::error_code error;
    fs::remove(m_path, error);
    fs::remove(m_folder, error);
}

} // namespace grading
