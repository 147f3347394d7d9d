#include "StudyPart.h"

#include "grading/base/Sha256.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace grading {

namespace fs = std::filesystem;

namespace {

Result<fs::path> placeFor(const fs::path& folder, const std::string& path)
{
    const auto place = folder / path;
    std::error_code error;
    fs::create_directories(place.parent_path(), error);
    if (error)
        return fail(ErrorCode::Io, place.parent_path().string(), "can't be made: " + error.message(),
                    "choose another folder");
    return place;
}

} // namespace

Result<void> StudyPart::add(const std::string& path, std::string_view bytes)
{
    const auto place = placeFor(m_folder, path);
    if (!place)
        return fail(place.error());
    std::ofstream out(*place, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        return fail(ErrorCode::Io, place->string(), std::string("can't be written: ") + std::strerror(errno),
                    "check free space and permissions of the folder");
    files.push_back({path, bytes.size(), sha256(bytes)});
    return {};
}

Result<void> StudyPart::addBy(const std::string& path, const std::function<Result<void>(const fs::path&)>& write)
{
    const auto place = placeFor(m_folder, path);
    if (!place)
        return fail(place.error());
    if (auto written = write(*place); !written)
        return written;
    auto hash = sha256OfFile(*place);
    if (!hash)
        return fail(hash.error());
    std::error_code error;
    files.push_back({path, fs::file_size(*place, error), std::move(*hash)});
    return {};
}

Result<void> StudyPart::addCopy(const std::string& path, const fs::path& source)
{
    return addBy(path, [&](const fs::path& target) -> Result<void> {
        std::error_code error;
        if (!fs::copy_file(source, target, error))
            return fail(ErrorCode::Io, target.string(), "can't be written: " + error.message(),
                        "check free space and permissions of the folder");
        return {};
    });
}

} // namespace grading
