#pragma once

#include "grading/base/Result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// Shares of patients in percent; they add up to 100.
struct Split {
    int train = 100;
    int validation = 0;
    int test = 0;

    bool operator==(const Split&) const = default;

    [[nodiscard]] static Result<Split> parse(std::string_view text); ///< "70/15/15", or "80/20": train/test
    [[nodiscard]] std::string text() const;                          ///< "70/15/15"
};

enum class SplitPart { Train, Validation, Test };

inline constexpr std::array<SplitPart, 3> allSplitParts{SplitPart::Train, SplitPart::Validation, SplitPart::Test};
[[nodiscard]] std::string_view name(SplitPart part); ///< "train", "val", "test"

/// The patients in an order that only the seed and their ids decide, whatever the order they are given in.
[[nodiscard]] std::vector<std::string> shuffled(std::vector<std::string> patients, std::uint64_t seed);

/// A part for each of so many patients in shuffled order. Counts are the shares rounded by largest remainder, so each
/// is off by less than one patient; a share above 0 gets a patient as long as there are enough.
[[nodiscard]] std::vector<SplitPart> splitOf(std::size_t patients, const Split& split);

} // namespace grading
