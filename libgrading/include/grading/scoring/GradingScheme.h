#pragma once

#include "grading/base/Result.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// Which sides have lost their fat, as far as a scheme tells them apart.
enum class LossPattern { None, One, TwoOpposing, TwoAdjacent, Three, Four };

/// A grading scheme as data: the grades that each finding admits. Adding one needs no code.
struct GradingScheme {
    std::string id;      ///< "document"
    std::string version; ///< Changes with any entry of the table.
    std::string title;
    std::string source;                                  ///< Paper or document it follows.
    std::array<std::vector<std::string>, 6> byLoss;      ///< By LossPattern, root normal.
    std::optional<std::vector<std::string>> byDeformity; ///< Root deformed or collapsed; none: makes no difference.
    /// Digits appended for each lost side, by AnatomicalDirection ("C14"), to the grades by loss; none: no suffixes.
    std::optional<std::array<int, 4>> sideSuffixes;
    /// True when its grades are the reader's 0–3 scale, so that a grade can be checked against a suggestion.
    bool isReadersScale = false;

    bool operator==(const GradingScheme&) const = default;
};

/// `document` first, the default; then `lee-2010`, `sartoretti-2021`, `wildermuth-1998`.
[[nodiscard]] const std::vector<GradingScheme>& gradingSchemes();
[[nodiscard]] const GradingScheme* findScheme(std::string_view id); ///< nullptr when there is none.
[[nodiscard]] const GradingScheme& documentScheme();
/// A scheme of one's own from JSON, foragrade/scheme/1. Unreadable when it breaks docs/schemas/scheme-1.schema.json.
[[nodiscard]] Result<GradingScheme> readScheme(const std::filesystem::path& path);
/// The same from text; `subject` names it in errors.
[[nodiscard]] Result<GradingScheme> schemeFromJson(const std::string& json, const std::string& subject);
/// The whole definition in that form.
[[nodiscard]] std::string toJson(const GradingScheme& scheme);
/// The table in words: "no side lost: 0; one: 1; …; root deformed: 3".
[[nodiscard]] std::string tableInWords(const GradingScheme& scheme);

} // namespace grading
