#include "AgreementOutput.h"

#include <fmt/format.h>

#include <iostream>

namespace foragrade {

namespace {

using Json = nlohmann::ordered_json;

/// Writes statistics and collects why one is undefined.
class StatisticsWriter {
public:
    StatisticsWriter(const grading::AgreementStatistics& statistics, const grading::AgreementOptions& options)
        : m_statistics(statistics), m_options(options)
    {}

    void writeTo(Json& document)
    {
        document["readers"] = m_statistics.readers;
        document["items"] = m_statistics.items;
        document["percent"] = number(m_statistics.percent, "percent");
        document["weightedPercent"] = number(m_statistics.weightedPercent, "weightedPercent");
        document["cohen"] = pairs();
        document["light"] = number(m_statistics.light, "light");
        document["fleiss"] = number(m_statistics.fleiss, "fleiss");
        document["fleissByCategory"] = categories();
        document["conger"] = number(m_statistics.conger, "conger");
        document["brennanPrediger"] = number(m_statistics.brennanPrediger, "brennanPrediger");
        document["gwet"] = {{"ac", number(m_statistics.gwet, "gwet.ac")},
                            {"ci", interval(m_statistics.gwetInterval, "gwet.ci", m_statistics.gwet)}};
        document["krippendorff"] = {{"nominal", number(m_statistics.alphaNominal, "krippendorff.nominal")},
                                    {"ordinal", number(m_statistics.alphaOrdinal, "krippendorff.ordinal")},
                                    {"interval", number(m_statistics.alphaInterval, "krippendorff.interval")},
                                    {"ratio", number(m_statistics.alphaRatio, "krippendorff.ratio")},
                                    {"weighted", number(m_statistics.alphaWeighted, "krippendorff.weighted")}};
        document["icc"] = {{"a1", number(m_statistics.iccAgreement, "icc.a1")},
                           {"c1", number(m_statistics.iccConsistency, "icc.c1")}};
        document["confusion"] = confusion();
        document["reasons"] = m_reasons;
    }

private:
    Json number(const grading::Statistic& statistic, const std::string& path)
    {
        if (statistic.value)
            return *statistic.value;
        m_reasons[path] = statistic.reason;
        return nullptr;
    }

    Json interval(const std::optional<grading::ConfidenceInterval>& interval, const std::string& path,
                  const grading::Statistic& statistic)
    {
        if (interval)
            return Json::array({interval->low, interval->high});
        if (m_options.bootstraps == 0)
            m_reasons[path] = "no bootstrap was asked for";
        else if (!statistic.value)
            m_reasons[path] = statistic.reason;
        else
            m_reasons[path] = "undefined in more than half of the resamplings";
        return nullptr;
    }

    /// The κ that the interval belongs to.
    [[nodiscard]] const grading::Statistic& shownOf(const grading::PairAgreement& pair) const
    {
        return m_options.weights == grading::AgreementWeights::None ? pair.kappa : pair.weighted;
    }

    Json pairs()
    {
        Json list = Json::array();
        for (const auto& pair : m_statistics.pairs) {
            const std::string path = "cohen." + std::to_string(list.size());
            list.push_back({{"readers", {pair.first, pair.second}},
                            {"kappa", number(pair.kappa, path + ".kappa")},
                            {"weighted", number(pair.weighted, path + ".weighted")},
                            {"ci", interval(pair.interval, path + ".ci", shownOf(pair))},
                            {"se",
                             {{"kappa", number(pair.kappaError, path + ".se.kappa")},
                              {"weighted", number(pair.weightedError, path + ".se.weighted")}}}});
        }
        return list;
    }

    Json categories()
    {
        Json list = Json::array();
        for (const auto& category : m_statistics.fleissByCategory)
            list.push_back(number(category, "fleissByCategory." + std::to_string(list.size())));
        return list;
    }

    Json confusion() const
    {
        Json list = Json::array();
        for (const auto& pair : m_statistics.pairs)
            list.push_back({{"readers", {pair.first, pair.second}}, {"matrix", pair.confusion}});
        return list;
    }

    const grading::AgreementStatistics& m_statistics;
    const grading::AgreementOptions& m_options;
    Json m_reasons = Json::object();
};

std::string weightsName(grading::AgreementWeights weights)
{
    switch (weights) {
    case grading::AgreementWeights::None:
        return "none";
    case grading::AgreementWeights::Linear:
        return "linear";
    case grading::AgreementWeights::Quadratic:
        return "quadratic";
    case grading::AgreementWeights::Own:
        return "own";
    }
    return {};
}

std::string shown(const grading::Statistic& statistic)
{
    return statistic.value ? fmt::format("{:.3f}", *statistic.value) : "undefined (" + statistic.reason + ")";
}

std::string shown(const std::optional<grading::ConfidenceInterval>& interval)
{
    return interval ? fmt::format("  95 % {:.3f} to {:.3f}", interval->low, interval->high) : "";
}

std::string title(const grading::AgreementGroup& group)
{
    std::string title;
    if (group.level)
        title += group.level->empty() ? "no foramen" : *group.level;
    if (group.side && !group.side->empty())
        title += (title.empty() ? "" : " ") + *group.side;
    if (group.pair)
        title += (title.empty() ? "" : ", ") + group.pair->first + " and " + group.pair->second;
    return title.empty() ? "no foramen" : title;
}

} // namespace

Json toJson(const AgreementReport& report)
{
    Json document = {{"schema", "foragrade/agreement/1"},
                     {"weights", weightsName(report.options.weights)},
                     {"scale", report.scale},
                     {"bootstrap", report.options.bootstraps},
                     {"seed", report.options.seed}};
    if (report.options.weights == grading::AgreementWeights::Own)
        document["ownWeights"] = report.options.ownWeights;
    StatisticsWriter(report.all, report.options).writeTo(document);
    if (report.groups.empty())
        return document;
    Json groups = Json::array();
    for (const auto& group : report.groups) {
        Json entry = Json::object();
        const auto text = [](const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); };
        if (group.level)
            entry["level"] = text(*group.level);
        if (group.side)
            entry["side"] = text(*group.side);
        if (group.pair)
            entry["pair"] = {group.pair->first, group.pair->second};
        StatisticsWriter(group.statistics, report.options).writeTo(entry);
        groups.push_back(std::move(entry));
    }
    document["by"] = std::move(groups);
    return document;
}

void printTable(const AgreementReport& report)
{
    const auto& all = report.all;
    fmt::print("{} readers, {} items, weights: {}\n\n", all.readers.size(), all.items,
               weightsName(report.options.weights));
    for (const auto& pair : all.pairs) {
        const bool isWeighted = report.options.weights != grading::AgreementWeights::None;
        fmt::print("Cohen κ         {} – {}: {}", pair.first, pair.second, shown(pair.kappa));
        fmt::print("{}{}\n", isWeighted ? "  weighted " + shown(pair.weighted) : "", shown(pair.interval));
    }
    fmt::print("Agreement       {}\n", shown(all.percent));
    fmt::print("Light κ         {}\n", shown(all.light));
    fmt::print("Fleiss κ        {}\n", shown(all.fleiss));
    fmt::print("Conger κ        {}\n", shown(all.conger));
    fmt::print("Brennan–Prediger {}\n", shown(all.brennanPrediger));
    fmt::print("Gwet AC         {}{}\n", shown(all.gwet), shown(all.gwetInterval));
    fmt::print("Krippendorff α  nominal {}  ordinal {}  interval {}\n", shown(all.alphaNominal),
               shown(all.alphaOrdinal), shown(all.alphaInterval));
    fmt::print("ICC             (A,1) {}  (C,1) {}\n", shown(all.iccAgreement), shown(all.iccConsistency));
    for (const auto& group : report.groups) {
        fmt::print("\n{}: {} items, agreement {}, Gwet AC {}{}", title(group), group.statistics.items,
                   shown(group.statistics.percent), shown(group.statistics.gwet), shown(group.statistics.gwetInterval));
    }
    if (!report.groups.empty())
        fmt::print("\n");
    std::fflush(stdout);
}

} // namespace foragrade
