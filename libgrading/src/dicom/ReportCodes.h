#pragma once

#include "Codes.h"

#include "grading/reading/Reading.h"

#include <array>
#include <optional>
#include <span>
#include <utility>

namespace grading {

/// Each value of an enumeration with its code.
template <class Value>
struct CodeTable {
    std::vector<std::pair<Value, Code>> rows;

    [[nodiscard]] const Code& of(Value value) const
    {
        for (const auto& [candidate, code] : rows) {
            if (candidate == value)
                return code;
        }
        return rows.front().second;
    }
    [[nodiscard]] std::optional<Value> from(const Code& code) const
    {
        for (const auto& [value, candidate] : rows) {
            if (candidate.isSame(code))
                return value;
        }
        return std::nullopt;
    }
};

[[nodiscard]] const CodeTable<int>& gradeCodes();    ///< FG0 … FG3, by digit
[[nodiscard]] const CodeTable<int>& severityCodes(); ///< By the grade's digit.
[[nodiscard]] const CodeTable<AnatomicalDirection>& directionCodes();
[[nodiscard]] const CodeTable<SideState>& sideStateCodes();
[[nodiscard]] const CodeTable<RootMorphology>& rootMorphologyCodes();
[[nodiscard]] const CodeTable<RootContact>& contactCodes();
[[nodiscard]] const CodeTable<Confidence>& confidenceCodes();
[[nodiscard]] const CodeTable<ContributoryFinding>& contributoryCodes();
[[nodiscard]] const CodeTable<int>& meyerdingCodes(); ///< 1 … 5
[[nodiscard]] const CodeTable<Etiology>& etiologyCodes();
[[nodiscard]] const CodeTable<ReaderRole>& roleCodes();
[[nodiscard]] const CodeTable<SpineNumbering::Transition>& transitionCodes();
[[nodiscard]] const CodeTable<SpineNumbering::Castellvi>& castellviCodes();
[[nodiscard]] const CodeTable<SpineNumbering::CountedFrom>& countedFromCodes();
[[nodiscard]] const CodeTable<bool>& certaintyCodes(); ///< true: certain

/// LOINC's procedure for Body Part Examined: lumbar, cervical, thoracic, else unspecified region.
[[nodiscard]] const Code& procedureCode(const std::string& bodyPart);

/// Every code of our own scheme but those of levels, in the dictionary's order.
[[nodiscard]] std::vector<Code> privateCodes();

} // namespace grading
