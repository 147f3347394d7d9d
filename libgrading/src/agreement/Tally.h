#pragma once

#include "grading/agreement/Agreement.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace grading::detail {

/// All sums that the statistics need, side by side in one array of doubles. Each is a plain sum over items, so a
/// bootstrap adds up patients instead of going through the items again.
struct TallyLayout {
    int readers = 0;
    int categories = 0;
    std::vector<double> weights; ///< categories², agreement weights: 1 on the diagonal.
    std::vector<double> scale;

    [[nodiscard]] std::size_t pairs() const { return static_cast<std::size_t>(readers * (readers - 1) / 2); }
    [[nodiscard]] std::size_t square() const { return static_cast<std::size_t>(categories * categories); }

    // Where each group of sums begins.
    [[nodiscard]] std::size_t pairCounts(std::size_t pair) const { return pair * square(); }
    [[nodiscard]] std::size_t coincidences() const { return pairs() * square(); }
    [[nodiscard]] std::size_t shares() const
    {
        return coincidences() + square();
    } ///< Σ over items of the share of each category
    [[nodiscard]] std::size_t readerCounts() const { return shares() + static_cast<std::size_t>(categories); }
    [[nodiscard]] std::size_t scalars() const
    {
        return readerCounts() + static_cast<std::size_t>(readers * categories);
    }
    enum Scalar {
        RatedItems,
        ComparableItems,
        PlainAgreement,
        WeightedAgreement,
        CompleteItems,
        SumOfSquares,
        SumOfItemSquares
    };
    [[nodiscard]] std::size_t scalar(Scalar which) const { return scalars() + which; }
    [[nodiscard]] std::size_t readerSums() const
    {
        return scalars() + 7;
    } ///< Σ of each reader's values, complete items only
    [[nodiscard]] std::size_t size() const { return readerSums() + static_cast<std::size_t>(readers); }

    [[nodiscard]] double weight(int a, int b) const { return weights[static_cast<std::size_t>(a * categories + b)]; }
};

[[nodiscard]] TallyLayout layoutFor(const Ratings& ratings, const AgreementOptions& options);

/// The few sums that differ from 0, by place.
using SparseTally = std::vector<std::pair<std::uint32_t, double>>;

/// One for each patient, in order of first appearance.
[[nodiscard]] std::vector<SparseTally> tallyByPatient(const Ratings& ratings, const TallyLayout& layout);

[[nodiscard]] Statistic undefined(std::string reason);
/// (observed − expected) / (1 − expected)
[[nodiscard]] Statistic beyondChance(double observed, double expected);

// Statistics out of the sums, in Statistics.cpp and Cohen.cpp.
[[nodiscard]] Statistic percentAgreement(const TallyLayout& layout, std::span<const double> sums, bool isWeighted);
[[nodiscard]] Statistic cohen(const TallyLayout& layout, std::span<const double> sums, std::size_t pair,
                              bool isWeighted);
/// Its large-sample standard error; undefined where κ is.
[[nodiscard]] Statistic cohenError(const TallyLayout& layout, std::span<const double> sums, std::size_t pair,
                                   bool isWeighted);
[[nodiscard]] Statistic fleiss(const TallyLayout& layout, std::span<const double> sums);
[[nodiscard]] std::vector<Statistic> fleissByCategory(const TallyLayout& layout, std::span<const double> sums);
[[nodiscard]] Statistic conger(const TallyLayout& layout, std::span<const double> sums);
[[nodiscard]] Statistic gwet(const TallyLayout& layout, std::span<const double> sums);
[[nodiscard]] Statistic brennanPrediger(const TallyLayout& layout, std::span<const double> sums);
enum class Metric { Nominal, Ordinal, Interval, Ratio, Weighted };
[[nodiscard]] Statistic krippendorff(const TallyLayout& layout, std::span<const double> sums, Metric metric);
struct Icc {
    Statistic agreement;
    Statistic consistency;
};
[[nodiscard]] Icc icc(const TallyLayout& layout, std::span<const double> sums);

/// 95 % percentile intervals of Cohen's κ of every pair (weighted as the layout says) and of Gwet's coefficient.
struct Intervals {
    std::vector<std::optional<ConfidenceInterval>> pairs;
    std::optional<ConfidenceInterval> gwet;
};
[[nodiscard]] Result<Intervals> bootstrap(const TallyLayout& layout, const std::vector<SparseTally>& patients,
                                          const AgreementOptions& options, const Progress& progress);

} // namespace grading::detail
