#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace grading {

/// The lines of a MetaImage up to and with the one that names where the voxels are.
struct MetaHeader {
    std::map<std::string, std::string> values;
    std::size_t size = 0; ///< Bytes.

    [[nodiscard]] std::string value(const std::string& key) const;
};

/// None when it isn't what MetaIO writes: a line that isn't `key = value` in plain letters, a key given twice, more or
/// fewer numbers than the dimensions ask for. MetaIO itself reads on, and beyond its memory.
[[nodiscard]] std::optional<MetaHeader> metaHeader(const std::filesystem::path& path);

} // namespace grading
