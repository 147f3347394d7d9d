#include "GivenFiles.h"

#include <algorithm>

namespace grading {

namespace fs = std::filesystem;

Result<std::vector<fs::path>> filesIn(const std::vector<fs::path>& paths)
{
    std::vector<fs::path> files;
    for (const auto& path : paths) {
        std::error_code error;
        if (!fs::exists(path, error))
            return fail(ErrorCode::NotFound, path.string(), "doesn't exist", "check the name");
        if (!fs::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        const auto options = fs::directory_options::skip_permission_denied;
        for (auto entry = fs::recursive_directory_iterator(path, options, error);
             entry != fs::recursive_directory_iterator(); entry.increment(error)) {
            if (error)
                return fail(ErrorCode::Io, path.string(), "can't be listed: " + error.message());
            if (entry->is_regular_file(error))
                files.push_back(entry->path());
        }
    }
    std::ranges::sort(files);
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

bool isReport(const std::string& sopClass)
{
    return sopClass.starts_with("1.2.840.10008.5.1.4.1.1.88.");
}

} // namespace grading
