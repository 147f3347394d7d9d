#pragma once

#include <string>
#include <string_view>

namespace grading {

/// A gzip file (RFC 1952) of one member that holds both texts, one after the other. The same bytes on every machine.
[[nodiscard]] std::string gzipped(std::string_view head, std::string_view body);

} // namespace grading
