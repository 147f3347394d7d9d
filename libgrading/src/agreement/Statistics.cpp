#include "Tally.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace grading::detail {

namespace {

constexpr double tiny = 1e-12;

/// Mean agreement within items that have two ratings or more; none without such items.
std::optional<double> observed(const TallyLayout& layout, std::span<const double> sums, TallyLayout::Scalar which)
{
    const double items = sums[layout.scalar(TallyLayout::ComparableItems)];
    if (items < 0.5)
        return std::nullopt;
    return sums[layout.scalar(which)] / items;
}

Statistic noComparison()
{
    return undefined("no item has two ratings");
}

/// Mean over items of each category's share among the item's ratings.
std::vector<double> meanShares(const TallyLayout& layout, std::span<const double> sums)
{
    const double items = sums[layout.scalar(TallyLayout::RatedItems)];
    std::vector<double> shares;
    for (int k = 0; k < layout.categories; ++k)
        shares.push_back(sums[layout.shares() + static_cast<std::size_t>(k)] / items);
    return shares;
}

double weightedProduct(const TallyLayout& layout, const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0;
    for (int i = 0; i < layout.categories; ++i) {
        for (int j = 0; j < layout.categories; ++j)
            sum += layout.weight(i, j) * a[static_cast<std::size_t>(i)] * b[static_cast<std::size_t>(j)];
    }
    return sum;
}

/// Of each category, ratings of items that have two or more: the margins of the coincidence matrix.
std::vector<double> pairableTotals(const TallyLayout& layout, std::span<const double> sums)
{
    const auto q = static_cast<std::size_t>(layout.categories);
    const auto pairs = sums.subspan(layout.coincidences(), layout.square());
    std::vector<double> totals(q);
    for (std::size_t c = 0; c < q; ++c)
        totals[c] = std::accumulate(pairs.begin() + static_cast<std::ptrdiff_t>(c * q),
                                    pairs.begin() + static_cast<std::ptrdiff_t>((c + 1) * q), 0.0);
    return totals;
}

/// Krippendorff's squared difference of two categories. The ordinal one depends on how often those between were used.
double distanceBetween(const TallyLayout& layout, const std::vector<double>& totals, Metric metric, std::size_t c,
                       std::size_t k)
{
    const double a = layout.scale[c];
    const double b = layout.scale[k];
    switch (metric) {
    case Metric::Nominal:
        return 1;
    case Metric::Interval:
        return (a - b) * (a - b);
    case Metric::Ratio:
        return (a - b) * (a - b) / ((a + b) * (a + b));
    case Metric::Weighted:
        return 1 - layout.weight(static_cast<int>(c), static_cast<int>(k));
    case Metric::Ordinal:
        break;
    }
    double between = -(totals[c] + totals[k]) / 2;
    for (std::size_t g = std::min(c, k); g <= std::max(c, k); ++g)
        between += totals[g];
    return between * between;
}

} // namespace

Statistic undefined(std::string reason)
{
    return {std::nullopt, std::move(reason)};
}

Statistic beyondChance(double observed, double expected)
{
    if (1 - expected < tiny)
        return undefined("expected agreement is 1: only one category was used");
    return {(observed - expected) / (1 - expected), {}};
}

Statistic percentAgreement(const TallyLayout& layout, std::span<const double> sums, bool isWeighted)
{
    const auto share =
        observed(layout, sums, isWeighted ? TallyLayout::WeightedAgreement : TallyLayout::PlainAgreement);
    return share ? Statistic{share, {}} : noComparison();
}

Statistic fleiss(const TallyLayout& layout, std::span<const double> sums)
{
    const auto agreed = observed(layout, sums, TallyLayout::WeightedAgreement);
    if (!agreed)
        return noComparison();
    const auto shares = meanShares(layout, sums);
    return beyondChance(*agreed, weightedProduct(layout, shares, shares));
}

std::vector<Statistic> fleissByCategory(const TallyLayout& layout, std::span<const double> sums)
{
    const auto q = static_cast<std::size_t>(layout.categories);
    const auto totals = pairableTotals(layout, sums);
    const double values = std::accumulate(totals.begin(), totals.end(), 0.0);
    std::vector<Statistic> kappas;
    for (std::size_t c = 0; c < q; ++c) {
        if (values < 0.5)
            kappas.push_back(noComparison());
        else if (totals[c] < 0.5)
            kappas.push_back(undefined("nobody used the category"));
        else
            kappas.push_back(beyondChance(sums[layout.coincidences() + c * q + c] / totals[c], totals[c] / values));
    }
    return kappas;
}

Statistic brennanPrediger(const TallyLayout& layout, std::span<const double> sums)
{
    const auto agreed = observed(layout, sums, TallyLayout::WeightedAgreement);
    if (!agreed)
        return noComparison();
    const double weights = std::accumulate(layout.weights.begin(), layout.weights.end(), 0.0);
    return beyondChance(*agreed, weights / static_cast<double>(layout.square()));
}

Statistic gwet(const TallyLayout& layout, std::span<const double> sums)
{
    const auto agreed = observed(layout, sums, TallyLayout::WeightedAgreement);
    if (!agreed)
        return noComparison();
    double spread = 0;
    for (const double share : meanShares(layout, sums))
        spread += share * (1 - share);
    const double weights = std::accumulate(layout.weights.begin(), layout.weights.end(), 0.0);
    const double q = layout.categories;
    return beyondChance(*agreed, weights * spread / (q * (q - 1)));
}

/// Readers who rated nothing have no distribution and don't count.
Statistic conger(const TallyLayout& layout, std::span<const double> sums)
{
    const auto agreed = observed(layout, sums, TallyLayout::WeightedAgreement);
    if (!agreed)
        return noComparison();
    const auto q = static_cast<std::size_t>(layout.categories);
    std::vector<std::vector<double>> distributions;
    for (int reader = 0; reader < layout.readers; ++reader) {
        const auto counts = sums.subspan(layout.readerCounts() + static_cast<std::size_t>(reader) * q, q);
        const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
        if (total < 0.5)
            continue;
        auto& distribution = distributions.emplace_back(counts.begin(), counts.end());
        for (auto& share : distribution)
            share /= total;
    }
    double expected = 0; // mean over pairs of readers of what chance would give them
    int pairs = 0;
    for (std::size_t a = 0; a < distributions.size(); ++a) {
        for (std::size_t b = a + 1; b < distributions.size(); ++b, ++pairs)
            expected += weightedProduct(layout, distributions[a], distributions[b]);
    }
    return beyondChance(*agreed, expected / pairs);
}

Statistic krippendorff(const TallyLayout& layout, std::span<const double> sums, Metric metric)
{
    const auto q = static_cast<std::size_t>(layout.categories);
    const auto pairs = sums.subspan(layout.coincidences(), layout.square());
    const auto totals = pairableTotals(layout, sums);
    const double values = std::accumulate(totals.begin(), totals.end(), 0.0);
    if (values < 0.5)
        return noComparison();
    if (metric == Metric::Ratio && layout.scale.front() < 0)
        return undefined("the ratio metric needs a scale without negative values");
    double seen = 0;
    double expected = 0;
    for (std::size_t c = 0; c < q; ++c) {
        for (std::size_t k = 0; k < q; ++k) {
            if (c == k)
                continue;
            const double distance = distanceBetween(layout, totals, metric, c, k);
            seen += pairs[c * q + k] * distance / values;
            expected += totals[c] * totals[k] * distance / (values * (values - 1));
        }
    }
    if (expected < tiny)
        return undefined("expected disagreement is 0: only one category was used");
    return {1 - seen / expected, {}};
}

Icc icc(const TallyLayout& layout, std::span<const double> sums)
{
    const double n = sums[layout.scalar(TallyLayout::CompleteItems)];
    const double k = layout.readers;
    if (n < 1.5) {
        const auto none = undefined("fewer than two items were rated by every reader");
        return {none, none};
    }
    const auto readerSums = sums.subspan(layout.readerSums(), static_cast<std::size_t>(layout.readers));
    const double total = std::accumulate(readerSums.begin(), readerSums.end(), 0.0);
    const double correction = total * total / (n * k);
    double betweenReaders = -correction;
    for (const double sum : readerSums)
        betweenReaders += sum * sum / n;
    const double betweenItems = sums[layout.scalar(TallyLayout::SumOfItemSquares)] / k - correction;
    const double all = sums[layout.scalar(TallyLayout::SumOfSquares)] - correction;
    const double itemsMean = betweenItems / (n - 1);
    const double readersMean = betweenReaders / (k - 1);
    const double errorMean = (all - betweenItems - betweenReaders) / ((n - 1) * (k - 1));
    const auto ratio = [&](double divisor) -> Statistic {
        if (std::abs(divisor) < tiny)
            return undefined("the ratings don't vary");
        return {(itemsMean - errorMean) / divisor, {}};
    };
    const double consistency = itemsMean + (k - 1) * errorMean;
    return {ratio(consistency + k / n * (readersMean - errorMean)), ratio(consistency)};
}

} // namespace grading::detail
