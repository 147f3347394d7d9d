#include "VolumeExtent.h"

#include "NiftiHeader.h"

#include <zlib.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fstream>
#include <memory>
#include <string>
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

/// The value of a MetaImage header line, or empty.
std::string metaValue(const std::string& header, const std::string& key)
{
    const auto at = header.find("\n" + key + " =");
    if (at == std::string::npos)
        return {};
    const auto start = header.find('=', at) + 1;
    std::string value = header.substr(start, header.find('\n', start) - start);
    std::erase_if(value, [](unsigned char character) { return std::isspace(character) != 0; });
    return value;
}

/// Up to and with the line that ends it; empty when there is none.
std::string metaHeader(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::string header(1u << 16, '\0');
    in.read(header.data(), static_cast<std::streamsize>(header.size()));
    header.resize(static_cast<std::size_t>(in.gcount()));
    const auto last = header.find("\nElementDataFile");
    const auto end = last == std::string::npos ? last : header.find('\n', last + 1);
    return end == std::string::npos ? std::string() : "\n" + header.substr(0, end + 1);
}

bool holdsMeta(const fs::path& path, std::uint64_t bytes)
{
    const std::string header = metaHeader(path);
    std::uint64_t expected = bytes;
    if (metaValue(header, "CompressedData") == "True") {
        const auto size = metaValue(header, "CompressedDataSize");
        expected = 1;
        std::from_chars(size.data(), size.data() + size.size(), expected);
    }
    std::error_code error;
    return fs::file_size(path, error) + 1 >= header.size() + expected; // 1: the line end put first
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
    const std::string header = metaHeader(path);
    for (const char* key : {"NDims", "DimSize", "ElementType"}) {
        if (metaValue(header, key).empty())
            return false;
    }
    return metaValue(header, "ElementDataFile") == "LOCAL"; // else it names another file
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
