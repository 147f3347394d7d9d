#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace grading {

/// A DICOM unique identifier (PS3.5 section 9): digits and dots, at most 64 characters.
/// Holds what a file said, so it may be malformed; `isValid` tells.
class Uid {
public:
    Uid() = default;
    explicit Uid(std::string text) : m_text(std::move(text)) {}

    /// A new random one, `2.25.` + a version 4 UUID as decimal number (PS3.5 annex B.2).
    [[nodiscard]] static Uid generate();

    /// Always the same one for the same name: `2.25.` + an RFC 4122 style UUID from a hash of it.
    /// Used where exporting the same thing twice must give the same object.
    [[nodiscard]] static Uid fromName(std::string_view name);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.empty(); }
    [[nodiscard]] bool isValid() const;

    auto operator<=>(const Uid&) const = default;

private:
    std::string m_text;
};

} // namespace grading

template <>
struct std::hash<grading::Uid> {
    std::size_t operator()(const grading::Uid& uid) const noexcept { return std::hash<std::string>{}(uid.text()); }
};
