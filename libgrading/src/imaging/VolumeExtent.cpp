#include "VolumeExtent.h"

#include "MetaHeader.h"
#include "NiftiHeader.h"

#include <zlib.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t niftiHeader = 348; ///< Bytes before the extension flag of a .nii file.

std::string lowerCaseName(const fs::path& path)
{
    std::string name = path.filename().string();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char character) { return static_cast<char>(std::tolower(character)); });
    return name;
}

bool holdsGzip(const fs::path& path, std::uint64_t bytes)
{
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
    if (file == nullptr)
        return false;
    std::vector<unsigned char> buffer(1u << 18);
    std::uint64_t found = 0;
    while (true) {
        const int count = gzread(file.get(), buffer.data(), static_cast<unsigned>(buffer.size()));
        if (count < 0)
            return false;
        found += static_cast<std::uint64_t>(count);
        if (count < static_cast<int>(buffer.size()))
            break;
    }
    int problem = Z_OK;
    gzerror(file.get(), &problem); // a file that ends within its stream: Z_BUF_ERROR
    return problem == Z_OK && found >= niftiHeader + bytes;
}

bool holdsMeta(const fs::path& path, std::uint64_t bytes)
{
    const auto header = metaHeader(path);
    if (!header)
        return false;
    std::uint64_t expected = bytes;
    const std::string compressed = header->value("CompressedData");
    if (!compressed.empty() && std::string_view("Tt1").find(compressed[0]) != std::string_view::npos) {
        const std::string size = header->value("CompressedDataSize");
        const char* end = size.data() + size.size();
        const auto parsed = std::from_chars(size.data(), end, expected);
        if (parsed.ec != std::errc() || parsed.ptr != end)
            return false;
    }
    std::error_code error;
    const auto held = fs::file_size(path, error);
    return !error && expected <= held && held - expected >= header->size;
}

/// A NRRD header ends with an empty line; its field "data file" takes the voxels from elsewhere, also from a device.
bool namesOtherFiles(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::string line;
    for (int lines = 0; lines < 10000 && std::getline(in, line) && !line.empty() && line != "\r"; ++lines) {
        std::transform(line.begin(), line.end(), line.begin(),
                       [](unsigned char character) { return static_cast<char>(std::tolower(character)); });
        if (line.starts_with("data file:") || line.starts_with("datafile:"))
            return true;
    }
    return false;
}

} // namespace

bool hasReadableHeader(const fs::path& path)
{
    const std::string name = lowerCaseName(path);
    if (name.ends_with(".nrrd"))
        return !namesOtherFiles(path);
    if (!name.ends_with(".mha"))
        return hasSoundNiftiHeader(path);
    const auto header = metaHeader(path);
    if (!header || header->value("DimSize").empty() || header->value("ElementType").empty())
        return false;
    return header->value("ElementDataFile") == "LOCAL"; // else it names another file
}

bool holdsAllPixels(const fs::path& path, std::uint64_t bytes)
{
    const std::string name = lowerCaseName(path);
    if (name.ends_with(".nii.gz"))
        return holdsGzip(path, bytes);
    if (name.ends_with(".mha"))
        return holdsMeta(path, bytes);
    std::error_code error;
    return !name.ends_with(".nii") || fs::file_size(path, error) >= niftiHeader + bytes;
}

} // namespace grading
