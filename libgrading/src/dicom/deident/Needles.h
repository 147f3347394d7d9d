#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace grading {

/// Many strings looked for at once in text or bytes.
class Needles {
public:
    enum class Bounds {
        None,   ///< Anywhere.
        Word,   ///< Not beside a letter or digit.
        Number, ///< Not beside a digit or a dot.
    };

    /// `folded`: at least two bytes, lower case (see `foldedCase`). Adding it again changes nothing.
    void add(const std::string& folded, Bounds bounds);

    /// The first that is in it, or none. `folded`: lower case.
    [[nodiscard]] std::optional<std::string> find(std::string_view folded) const;

    [[nodiscard]] std::size_t size() const { return m_all.size(); }

private:
    struct Needle {
        std::string text;
        Bounds bounds = Bounds::None;
    };

    std::vector<Needle> m_all;
    std::unordered_set<std::string> m_known;
    std::unordered_map<std::uint16_t, std::vector<std::size_t>> m_byStart; ///< By the first two bytes.
};

} // namespace grading
