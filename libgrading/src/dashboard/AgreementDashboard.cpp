#include "grading/dashboard/AgreementDashboard.h"

#include "grading/store/Adjudication.h"
#include "grading/store/Worklist.h"

#include <algorithm>

namespace grading {

namespace {

Result<std::vector<Reading>> loadFirstReads(const Store& store, const std::string& project)
{
    const auto all = signedReadings(store, project);
    if (!all)
        return fail(all.error());
    std::vector<Reading> readings;
    for (const auto& each : firstReads(*all)) {
        auto reading = store.load(each.id, each.revision);
        if (!reading)
            return fail(reading.error());
        readings.push_back(std::move(*reading));
    }
    return readings;
}

std::string titleOf(const AgreementGroup& group)
{
    std::string title = group.level.value_or("");
    if (group.side && !group.side->empty())
        title += (title.empty() ? "" : " ") + *group.side;
    return title.empty() ? "no foramen" : title;
}

ForestRow rowOf(std::string title, const AgreementStatistics& statistics, bool isTotal)
{
    return {std::move(title), statistics.items, statistics.gwet, statistics.gwetInterval, isTotal};
}

DiceDistribution distributionOf(std::string title, const std::vector<ForamenOverlap>& marks,
                                std::optional<MaskOverlap> MarksOverlap::*structure)
{
    DiceDistribution result;
    result.title = std::move(title);
    std::vector<double> values;
    for (const auto& each : marks) {
        if (const auto& overlap = each.marks.*structure)
            values.push_back(overlap->dice);
    }
    result.count = static_cast<int>(values.size());
    if (values.empty())
        return result;
    for (const double dice : values)
        ++result.tenths[std::min<std::size_t>(9, static_cast<std::size_t>(dice * 10))];
    std::sort(values.begin(), values.end());
    const auto half = values.size() / 2;
    result.median = values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    return result;
}

} // namespace

Result<AgreementDashboard> agreementDashboard(const Store& store, const std::string& project,
                                              const AgreementOptions& options, const Progress& progress)
{
    const auto ratings = ratingsOf(store, project);
    if (!ratings)
        return fail(ratings.error());
    if (ratings->readers.size() < 2)
        return fail(ErrorCode::InvalidArgument, "project '" + project + "'",
                    ratings->readers.empty() ? "has no signed reading yet" : "has signed readings of one reader only",
                    "agreement needs two readers or more");
    const auto readings = loadFirstReads(store, project);
    if (!readings)
        return fail(readings.error());
    AgreementDashboard dashboard{project, ratings->scale, options, {}, {}, {}, {}};
    auto all = agreement(*ratings, options, progress);
    auto parts = agreementBy(*ratings, {true, true, false}, options, progress);
    if (!all || !parts)
        return fail(!all ? all.error() : parts.error());
    dashboard.all = std::move(*all);
    dashboard.bySite = std::move(*parts);
    auto overlap = overlapOf(*readings);
    dashboard.marks = std::move(overlap.foramina);
    dashboard.issues = std::move(overlap.issues);
    return dashboard;
}

std::vector<ForestRow> forestRows(const AgreementDashboard& dashboard)
{
    std::vector<ForestRow> rows;
    for (const auto& part : dashboard.bySite)
        rows.push_back(rowOf(titleOf(part), part.statistics, false));
    rows.push_back(rowOf("All foramina", dashboard.all, true));
    return rows;
}

std::vector<DiceDistribution> diceDistributions(const AgreementDashboard& dashboard)
{
    return {distributionOf("nerve root", dashboard.marks, &MarksOverlap::nerveRoot),
            distributionOf("perineural fat", dashboard.marks, &MarksOverlap::perineuralFat),
            distributionOf("foramen", dashboard.marks, &MarksOverlap::foramen)};
}

} // namespace grading
