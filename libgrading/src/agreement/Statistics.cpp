#include "Tally.h"

#include <cmath>
#include <numeric>

namespace grading::detail {

namespace {

constexpr double tiny = 1e-12;

Statistic undefined(std::string reason)
{
    return {std::nullopt, std::move(reason)};
}

/// (observed − expected) / (1 − expected)
Statistic beyondChance(double observed, double expected)
{
    if (1 - expected < tiny)
        return undefined("expected agreement is 1: only one category was used");
    return {(observed - expected) / (1 - expected), {}};
}

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

} // namespace

Statistic percentAgreement(const TallyLayout& layout, std::span<const double> sums)
{
    const auto share = observed(layout, sums, TallyLayout::PlainAgreement);
    return share ? Statistic{share, {}} : noComparison();
}

Statistic cohen(const TallyLayout& layout, std::span<const double> sums, std::size_t pair, bool isWeighted)
{
    const auto q = static_cast<std::size_t>(layout.categories);
    const auto counts = sums.subspan(layout.pairCounts(pair), layout.square());
    const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
    if (total < 0.5)
        return undefined("the two readers share no item");
    std::vector<double> rows(q);
    std::vector<double> columns(q);
    for (std::size_t i = 0; i < q; ++i) {
        for (std::size_t j = 0; j < q; ++j) {
            rows[i] += counts[i * q + j] / total;
            columns[j] += counts[i * q + j] / total;
        }
    }
    double agreed = 0;
    double expected = 0;
    for (std::size_t i = 0; i < q; ++i) {
        for (std::size_t j = 0; j < q; ++j) {
            const double weight = isWeighted ? layout.weights[i * q + j] : (i == j ? 1.0 : 0.0);
            agreed += weight * counts[i * q + j] / total;
            expected += weight * rows[i] * columns[j];
        }
    }
    return beyondChance(agreed, expected);
}

Statistic fleiss(const TallyLayout& layout, std::span<const double> sums)
{
    const auto agreed = observed(layout, sums, TallyLayout::WeightedAgreement);
    if (!agreed)
        return noComparison();
    const auto shares = meanShares(layout, sums);
    return beyondChance(*agreed, weightedProduct(layout, shares, shares));
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
    std::vector<double> totals(q);
    for (std::size_t c = 0; c < q; ++c)
        totals[c] = std::accumulate(pairs.begin() + static_cast<std::ptrdiff_t>(c * q),
                                    pairs.begin() + static_cast<std::ptrdiff_t>((c + 1) * q), 0.0);
    const double values = std::accumulate(totals.begin(), totals.end(), 0.0);
    if (values < 0.5)
        return noComparison();
    const auto distance = [&](std::size_t c, std::size_t k) {
        if (metric == Metric::Nominal)
            return c == k ? 0.0 : 1.0;
        if (metric == Metric::Interval)
            return std::pow(layout.scale[c] - layout.scale[k], 2);
        double between = -(totals[c] + totals[k]) / 2;
        for (std::size_t g = std::min(c, k); g <= std::max(c, k); ++g)
            between += totals[g];
        return between * between;
    };
    double seen = 0;
    double expected = 0;
    for (std::size_t c = 0; c < q; ++c) {
        for (std::size_t k = 0; k < q; ++k) {
            if (c == k)
                continue;
            seen += pairs[c * q + k] * distance(c, k) / values;
            expected += totals[c] * totals[k] * distance(c, k) / (values * (values - 1));
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
