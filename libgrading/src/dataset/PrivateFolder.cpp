#include "PrivateFolder.h"

#include "grading/dicom/Deidentify.h"

#include <algorithm>
#include <stdlib.h>

namespace grading {

namespace fs = std::filesystem;

Result<PrivateFolder> PrivateFolder::make()
{
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "foragrade-XXXXXX").string();
    if (error || mkdtemp(pattern.data()) == nullptr)
        return fail(ErrorCode::Io, pattern, "can't be made", "set TMPDIR to a folder that may be written to");
    PrivateFolder folder;
    folder.m_path = pattern;
    return folder;
}

PrivateFolder::~PrivateFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        fs::remove_all(m_path, ignored);
}

Result<std::map<std::string, fs::path>> deidentified(std::vector<fs::path> files, const Pseudonyms& pseudonyms,
                                                     const PrivateFolder& folder, Issues& issues)
{
    const DeidentifyRequest request{std::move(files), folder.path() / "clean", {}};
    const auto done = deidentify(request, pseudonyms);
    if (!done)
        return fail(done.error());
    std::ranges::copy(done->issues, std::back_inserter(issues));
    std::map<std::string, fs::path> copies;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(request.output, error)) {
        if (entry.is_regular_file())
            copies.emplace(entry.path().stem().string(), entry.path());
    }
    return copies;
}

} // namespace grading
