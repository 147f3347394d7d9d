#include "Tally.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace grading::detail {

namespace {

/// Two readers' ratings as shares of all items that both rated, with agreement weights.
struct PairTable {
    std::size_t categories = 0;
    double items = 0;
    std::vector<double> shares; ///< categories²
    std::vector<double> rows;   ///< Σ of each row: the first reader's distribution.
    std::vector<double> columns;
    std::span<const double> weights;
    bool isWeighted = false;
    double agreed = 0;
    double expected = 0;

    [[nodiscard]] double share(std::size_t i, std::size_t j) const { return shares[i * categories + j]; }
    [[nodiscard]] double weight(std::size_t i, std::size_t j) const
    {
        return isWeighted ? weights[i * categories + j] : (i == j ? 1.0 : 0.0);
    }
};

PairTable tableOf(const TallyLayout& layout, std::span<const double> sums, std::size_t pair, bool isWeighted)
{
    const auto q = static_cast<std::size_t>(layout.categories);
    const auto counts = sums.subspan(layout.pairCounts(pair), layout.square());
    PairTable table;
    table.categories = q;
    table.weights = layout.weights;
    table.isWeighted = isWeighted;
    table.items = std::accumulate(counts.begin(), counts.end(), 0.0);
    if (table.items < 0.5)
        return table;
    table.shares.assign(counts.begin(), counts.end());
    table.rows.resize(q);
    table.columns.resize(q);
    for (std::size_t i = 0; i < q; ++i) {
        for (std::size_t j = 0; j < q; ++j) {
            table.shares[i * q + j] /= table.items;
            table.rows[i] += table.share(i, j);
            table.columns[j] += table.share(i, j);
        }
    }
    for (std::size_t i = 0; i < q; ++i) {
        for (std::size_t j = 0; j < q; ++j) {
            table.agreed += table.weight(i, j) * table.share(i, j);
            table.expected += table.weight(i, j) * table.rows[i] * table.columns[j];
        }
    }
    return table;
}

Statistic kappaOf(const PairTable& table)
{
    if (table.items < 0.5)
        return undefined("the two readers share no item");
    return beyondChance(table.agreed, table.expected);
}

} // namespace

Statistic cohen(const TallyLayout& layout, std::span<const double> sums, std::size_t pair, bool isWeighted)
{
    return kappaOf(tableOf(layout, sums, pair, isWeighted));
}

/// Fleiss, Cohen & Everitt 1969, formula 13; without weights it is that of the plain κ.
Statistic cohenError(const TallyLayout& layout, std::span<const double> sums, std::size_t pair, bool isWeighted)
{
    const PairTable table = tableOf(layout, sums, pair, isWeighted);
    if (auto kappa = kappaOf(table); !kappa.value)
        return kappa;
    const std::size_t q = table.categories;
    std::vector<double> rowWeights(q); // mean weight of each row and column by the other reader's distribution
    std::vector<double> columnWeights(q);
    for (std::size_t i = 0; i < q; ++i) {
        for (std::size_t j = 0; j < q; ++j) {
            rowWeights[i] += table.columns[j] * table.weight(i, j);
            columnWeights[j] += table.rows[i] * table.weight(i, j);
        }
    }
    const double agreed = table.agreed;
    const double expected = table.expected;
    double spread = 0;
    for (std::size_t i = 0; i < q; ++i) {
        for (std::size_t j = 0; j < q; ++j) {
            const double term = table.weight(i, j) * (1 - expected) - (rowWeights[i] + columnWeights[j]) * (1 - agreed);
            spread += table.share(i, j) * term * term;
        }
    }
    const double middle = agreed * expected - 2 * expected + agreed;
    const double variance = (spread - middle * middle) / (table.items * std::pow(1 - expected, 4));
    return {std::sqrt(std::max(variance, 0.0)), {}};
}

} // namespace grading::detail
