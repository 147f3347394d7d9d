#include "grading/agreement/Agreement.h"

#include "Tally.h"

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

std::vector<std::vector<int>> confusion(const detail::TallyLayout& layout, std::span<const double> sums,
                                        std::size_t pair)
{
    const auto q = static_cast<std::size_t>(layout.categories);
    std::vector<std::vector<int>> matrix(q, std::vector<int>(q));
    for (std::size_t i = 0; i < q; ++i) {
        for (std::size_t j = 0; j < q; ++j)
            matrix[i][j] = static_cast<int>(std::lround(sums[layout.pairCounts(pair) + i * q + j]));
    }
    return matrix;
}

std::vector<PairAgreement> pairs(const Ratings& ratings, const detail::TallyLayout& layout,
                                 std::span<const double> sums, AgreementWeights weights)
{
    std::vector<PairAgreement> pairs;
    for (std::size_t a = 0; a < ratings.readers.size(); ++a) {
        for (std::size_t b = a + 1; b < ratings.readers.size(); ++b) {
            const std::size_t pair = pairs.size();
            PairAgreement agreement;
            agreement.first = ratings.readers[a];
            agreement.second = ratings.readers[b];
            agreement.kappa = detail::cohen(layout, sums, pair, false);
            const Statistic noWeights{std::nullopt, "no weights were asked for"};
            const bool isWeighted = weights != AgreementWeights::None;
            agreement.weighted = isWeighted ? detail::cohen(layout, sums, pair, true) : noWeights;
            agreement.kappaError = detail::cohenError(layout, sums, pair, false);
            agreement.weightedError = isWeighted ? detail::cohenError(layout, sums, pair, true) : noWeights;
            agreement.confusion = confusion(layout, sums, pair);
            pairs.push_back(std::move(agreement));
        }
    }
    return pairs;
}

/// The mean of all pairs' κ; one pair without a κ leaves it undefined.
Statistic light(const std::vector<PairAgreement>& pairs, AgreementWeights weights)
{
    double sum = 0;
    for (const auto& pair : pairs) {
        const auto& kappa = weights == AgreementWeights::None ? pair.kappa : pair.weighted;
        if (!kappa.value)
            return {std::nullopt, pair.first + " and " + pair.second + ": " + kappa.reason};
        sum += *kappa.value;
    }
    return {sum / static_cast<double>(pairs.size()), {}};
}

Result<void> checkOptions(const Ratings& ratings, const AgreementOptions& options)
{
    if (ratings.scale.size() < 2)
        return fail(ErrorCode::InvalidArgument, "scale", "has fewer than two values", "name every possible rating");
    if (ratings.readers.size() < 2)
        return fail(ErrorCode::InvalidArgument, ratings.readers.empty() ? "ratings" : ratings.readers.front(),
                    ratings.readers.empty() ? "there is no reader" : "is the only reader",
                    "agreement needs two or more readers");
    if (options.weights != AgreementWeights::Own)
        return {};
    const auto& weights = options.ownWeights;
    const std::size_t size = ratings.scale.size();
    if (weights.size() != size ||
        std::any_of(weights.begin(), weights.end(), [&](const auto& row) { return row.size() != size; }))
        return fail(ErrorCode::InvalidArgument, "weights",
                    "aren't a table of " + std::to_string(size) + " by " + std::to_string(size),
                    "give one row and one column for each value of the scale");
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            const double weight = weights[i][j];
            if (!(weight >= 0 && weight <= 1) || weight != weights[j][i] || (i == j && weight != 1))
                return fail(ErrorCode::InvalidArgument, "weights", "aren't agreement weights",
                            "give a symmetric table of numbers from 0 to 1 with 1 on the diagonal");
        }
    }
    return {};
}

/// Everything that has no interval.
AgreementStatistics statisticsOf(const Ratings& ratings, const detail::TallyLayout& layout,
                                 std::span<const double> sums, AgreementWeights weights)
{
    AgreementStatistics statistics;
    statistics.readers = ratings.readers;
    statistics.items = static_cast<int>(ratings.items.size());
    statistics.percent = detail::percentAgreement(layout, sums, false);
    statistics.weightedPercent = detail::percentAgreement(layout, sums, true);
    statistics.pairs = pairs(ratings, layout, sums, weights);
    statistics.light = light(statistics.pairs, weights);
    statistics.fleiss = detail::fleiss(layout, sums);
    statistics.fleissByCategory = detail::fleissByCategory(layout, sums);
    statistics.conger = detail::conger(layout, sums);
    statistics.brennanPrediger = detail::brennanPrediger(layout, sums);
    statistics.gwet = detail::gwet(layout, sums);
    statistics.alphaNominal = detail::krippendorff(layout, sums, detail::Metric::Nominal);
    statistics.alphaOrdinal = detail::krippendorff(layout, sums, detail::Metric::Ordinal);
    statistics.alphaInterval = detail::krippendorff(layout, sums, detail::Metric::Interval);
    statistics.alphaRatio = detail::krippendorff(layout, sums, detail::Metric::Ratio);
    statistics.alphaWeighted = detail::krippendorff(layout, sums, detail::Metric::Weighted);
    const auto [iccAgreement, iccConsistency] = detail::icc(layout, sums);
    statistics.iccAgreement = iccAgreement;
    statistics.iccConsistency = iccConsistency;
    return statistics;
}

} // namespace

Result<AgreementStatistics> agreement(const Ratings& ratings, const AgreementOptions& options, const Progress& progress)
{
    if (auto sound = checkOptions(ratings, options); !sound)
        return fail(sound.error());
    const auto layout = detail::layoutFor(ratings, options);
    const auto patients = detail::tallyByPatient(ratings, layout);
    std::vector<double> sums(layout.size());
    for (const auto& patient : patients) {
        for (const auto& [place, value] : patient)
            sums[place] += value;
    }
    AgreementStatistics statistics = statisticsOf(ratings, layout, sums, options.weights);
    if (options.bootstraps > 0 && !patients.empty()) {
        auto intervals = detail::bootstrap(layout, patients, options, progress);
        if (!intervals)
            return fail(intervals.error());
        for (std::size_t pair = 0; pair < statistics.pairs.size(); ++pair)
            statistics.pairs[pair].interval = intervals->pairs[pair];
        statistics.gwetInterval = intervals->gwet;
    }
    return statistics;
}

} // namespace grading
