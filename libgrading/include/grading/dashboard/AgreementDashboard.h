#pragma once

#include "grading/agreement/Agreement.h"
#include "grading/agreement/ReadingAgreement.h"
#include "grading/base/Issue.h"
#include "grading/store/Store.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grading {

/// How well the readers of a project agree, by their first readings alone: what a dashboard shows and exports.
struct AgreementDashboard {
    std::string project;
    std::vector<double> scale;
    AgreementOptions options;
    AgreementStatistics all;
    std::vector<AgreementGroup> bySite; ///< Every level and side that was rated, from the head, right before left.
    std::vector<ForamenOverlap> marks;
    Issues issues;
};

/// As the store's actor may see it (`signedReadings`). InvalidArgument: fewer than two readers have signed. Cancelled.
[[nodiscard]] Result<AgreementDashboard> agreementDashboard(const Store& store, const std::string& project,
                                                            const AgreementOptions& options,
                                                            const Progress& progress = {});

/// What is plotted of a part: Gwet's coefficient with the chosen weights, which high agreement on one grade doesn't
/// upset, and its 95 % interval.
struct ForestRow {
    std::string title; ///< "L4-L5 right", "All foramina"
    int items = 0;
    Statistic coefficient;
    std::optional<ConfidenceInterval> interval;
    bool isTotal = false;
};
[[nodiscard]] std::vector<ForestRow> forestRows(const AgreementDashboard& dashboard); ///< The total last.

/// How often a Dice coefficient of two readers' marks fell into each tenth: [0, 0.1) … [0.9, 1].
struct DiceDistribution {
    std::string title; ///< "nerve root", "perineural fat", "foramen"
    std::vector<int> tenths = std::vector<int>(10);
    int count = 0;
    std::optional<double> median;
};
[[nodiscard]] std::vector<DiceDistribution> diceDistributions(const AgreementDashboard& dashboard); ///< Always three.

/// The tables as RFC 4180 CSV with a header line; what isn't defined is empty.
[[nodiscard]] std::string statisticsCsv(const AgreementDashboard& dashboard); ///< One row for all, then one a part.
[[nodiscard]] std::string confusionCsv(const AgreementDashboard& dashboard);  ///< One row for each pair and cell.
[[nodiscard]] std::string diceCsv(const AgreementDashboard& dashboard);       ///< One row for each pair and foramen.

} // namespace grading
