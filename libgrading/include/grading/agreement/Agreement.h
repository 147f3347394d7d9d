#pragma once

#include "grading/agreement/Ratings.h"
#include "grading/base/Progress.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grading {

/// How much two different ratings still agree: 0/1, 1−|a−b|/range, or 1−(a−b)²/range², by the scale's numbers, or as
/// AgreementOptions::ownWeights says.
enum class AgreementWeights { None, Linear, Quadratic, Own };

/// A number, or the reason why it isn't defined.
struct Statistic {
    std::optional<double> value;
    std::string reason;
};

struct ConfidenceInterval {
    double low = 0;
    double high = 0;
};

struct PairAgreement {
    std::string first;
    std::string second;
    Statistic kappa;    ///< Cohen's, unweighted.
    Statistic weighted; ///< Cohen's with the chosen weights.
    /// Large-sample standard errors of the two, items taken as independent; `interval` doesn't do so.
    Statistic kappaError;
    Statistic weightedError;
    /// 95 %, of `weighted`, or of `kappa` without weights; none without a bootstrap.
    std::optional<ConfidenceInterval> interval;
    std::vector<std::vector<int>> confusion; ///< [rating of first][rating of second], over the whole scale.
};

/// Every statistic of one table of ratings. Sources: Cohen 1960, 1968; standard errors by Fleiss, Cohen & Everitt 1969;
/// Light 1971; Fleiss 1971 with Gwet's treatment of missing ratings; Conger 1980; Brennan & Prediger 1981; Gwet 2008
/// (AC1) and 2014 (AC2); Krippendorff 2011; McGraw & Wong 1996 (ICC(A,1), ICC(C,1)).
struct AgreementStatistics {
    std::vector<std::string> readers;
    int items = 0;
    Statistic percent;         ///< 0–1, unweighted, averaged over items with two ratings or more.
    Statistic weightedPercent; ///< The same with the chosen weights.
    std::vector<PairAgreement> pairs;
    Statistic light;
    Statistic fleiss;
    std::vector<Statistic> fleissByCategory; ///< Each of the scale against all others.
    Statistic conger;
    Statistic brennanPrediger; ///< Chance as if every category were as likely.
    Statistic gwet;            ///< AC1 without weights, AC2 with.
    std::optional<ConfidenceInterval> gwetInterval;
    Statistic alphaNominal;
    Statistic alphaOrdinal;
    Statistic alphaInterval;
    Statistic alphaRatio;     ///< Undefined on a scale with negative values.
    Statistic alphaWeighted;  ///< Distance = 1 − the chosen weight.
    Statistic iccAgreement;   ///< ICC(A,1), over items that every reader rated.
    Statistic iccConsistency; ///< ICC(C,1)
};

struct AgreementOptions {
    AgreementWeights weights = AgreementWeights::Quadratic;
    /// [one rating][the other] over the scale, 0–1, symmetric with 1 on the diagonal; with AgreementWeights::Own only.
    std::vector<std::vector<double>> ownWeights{};
    int bootstraps = 0;     ///< Resamplings of whole patients, since one patient's foramina aren't independent.
    std::uint64_t seed = 1; ///< The same seed gives the same intervals, on any number of threads.
    int jobs = 0;           ///< Threads; 0 = as many as cores.
};

/// InvalidArgument with fewer than two readers, or with own weights that aren't as said above. Cancelled.
[[nodiscard]] Result<AgreementStatistics> agreement(const Ratings& ratings, const AgreementOptions& options,
                                                    const Progress& progress = {});

/// One part of a table and its statistics; what wasn't split by is empty.
struct AgreementGroup {
    std::optional<std::string> level; ///< "L4-L5"; empty text for items that are no foramen.
    std::optional<std::string> side;  ///< "right", "left", or empty text
    std::optional<std::pair<std::string, std::string>> pair;
    AgreementStatistics statistics;
};

struct AgreementSplit {
    bool byLevel = false;
    bool bySide = false;
    bool byPair = false;
};

/// The same for every part, by level from the head, then right before left, then pair of readers.
[[nodiscard]] Result<std::vector<AgreementGroup>> agreementBy(const Ratings& ratings, AgreementSplit split,
                                                              const AgreementOptions& options,
                                                              const Progress& progress = {});

} // namespace grading
