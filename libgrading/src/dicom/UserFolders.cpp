#include "UserFolders.h"

#include <cstdlib>

namespace grading {

namespace fs = std::filesystem;

fs::path userFolder(const char* variable, const std::string& inHome)
{
    const auto named = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value != nullptr ? value : "");
    };
    if (const fs::path folder = named(variable); folder.is_absolute())
        return folder / "foragrade";
    const fs::path home = named("HOME");
    return home.is_absolute() ? home / inHome / "foragrade" : fs::path();
}

} // namespace grading
