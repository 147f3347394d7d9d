#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// One line of PS3.15 table E.1-1 (BasicProfile.csv).
struct ProfileRow {
    std::uint32_t tag = 0; ///< Group, element; 5000… and 6000… stand for all repeating groups.
    std::string keyword;   ///< As in PS3.6.
    std::string action;    ///< X remove, Z empty, D dummy, U uid, K keep, C clean, and choices as "X/Z/D".
    std::string options;   ///< Letters of the options that keep or clean it: device, institution, patient, temporal,
                           ///< cleaned descriptors, structured content, graphics, uids.

    [[nodiscard]] bool has(char option) const { return options.find(option) != std::string::npos; }
};

[[nodiscard]] const std::vector<ProfileRow>& basicProfile();
inline constexpr std::string_view basicProfileEdition = "PS3.15 2024b";

/// The files' text, compiled in.
[[nodiscard]] std::string_view basicProfileCsv();
[[nodiscard]] std::string_view imagingVocabulary();

} // namespace grading
