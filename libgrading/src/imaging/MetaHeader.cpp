#include "MetaHeader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <sstream>
#include <string_view>

namespace grading {

namespace {

constexpr std::size_t largestHeader = std::size_t{1} << 16; ///< Bytes.
constexpr std::size_t longestKey = 64;
constexpr std::size_t longestValue = 512;

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t\r");
    const auto last = text.find_last_not_of(" \t\r");
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

bool isWord(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
}

bool isPlain(std::string_view text)
{
    return text.size() <= longestValue &&
           std::ranges::all_of(text, [](unsigned char c) { return c >= ' ' && c <= '~'; });
}

bool areNumbers(const std::string& text, std::size_t count)
{
    std::istringstream in(text);
    double number = 0;
    std::size_t found = 0;
    while (in >> number)
        ++found;
    return in.eof() && found == count;
}

/// The values that MetaIO reads into places of fixed size.
bool hasSoundValues(const MetaHeader& header)
{
    const std::string dimensions = header.value("NDims");
    if (dimensions.size() != 1 || dimensions < "1" || dimensions > "9" || header.value("ObjectType") != "Image")
        return false;
    const auto n = static_cast<std::size_t>(dimensions[0] - '0');
    constexpr std::array matrices{"TransformMatrix", "Rotation", "Orientation"};
    constexpr std::array vectors{"DimSize",  "ElementSpacing", "ElementSize",     "Offset",
                                 "Position", "Origin",         "CenterOfRotation"};
    constexpr std::array numbers{"ElementNumberOfChannels", "ElementMin", "ElementMax", "ID", "ParentID", "HeaderSize"};
    const auto holds = [&](const char* key, std::size_t count) {
        const auto found = header.values.find(key);
        return found == header.values.end() || areNumbers(found->second, count);
    };
    const std::string orientation = header.value("AnatomicalOrientation");
    return std::ranges::all_of(matrices, [&](const char* key) { return holds(key, n * n); }) &&
           std::ranges::all_of(vectors, [&](const char* key) { return holds(key, n); }) &&
           std::ranges::all_of(numbers, [&](const char* key) { return holds(key, 1); }) &&
           (orientation.empty() || (orientation.size() == n && isWord(orientation))) &&
           isWord(header.value("ElementType"));
}

} // namespace

std::string MetaHeader::value(const std::string& key) const
{
    const auto found = values.find(key);
    return found == values.end() ? std::string() : found->second;
}

std::optional<MetaHeader> metaHeader(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::string text(largestHeader, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    MetaHeader header;
    while (true) {
        const auto end = text.find('\n', header.size);
        if (end == std::string::npos)
            return std::nullopt;
        const std::string line = text.substr(header.size, end - header.size);
        const auto separator = line.find_first_of("=:");
        if (separator == std::string::npos)
            return std::nullopt;
        const std::string key = trimmed(line.substr(0, separator));
        const std::string value = trimmed(line.substr(separator + 1));
        if (key.size() > longestKey || !isWord(key) || !isPlain(value) || !header.values.emplace(key, value).second)
            return std::nullopt;
        header.size = end + 1;
        if (key == "ElementDataFile")
            return hasSoundValues(header) ? std::optional(header) : std::nullopt;
    }
}

} // namespace grading
