#include "grading/base/Csv.h"
#include "grading/dashboard/AgreementDashboard.h"

#include <fmt/format.h>

namespace grading {

namespace {

std::string number(const std::optional<double>& value)
{
    return value ? fmt::format("{:.6g}", *value) : std::string();
}

std::string statisticsOf(const AgreementStatistics& s)
{
    const auto low = s.gwetInterval ? std::optional(s.gwetInterval->low) : std::nullopt;
    const auto high = s.gwetInterval ? std::optional(s.gwetInterval->high) : std::nullopt;
    return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\r\n", s.readers.size(), s.items, number(s.percent.value),
                       number(s.gwet.value), number(low), number(high), number(s.light.value), number(s.fleiss.value),
                       number(s.conger.value), number(s.alphaOrdinal.value), number(s.alphaWeighted.value),
                       number(s.iccAgreement.value));
}

std::string maskOf(const std::optional<MaskOverlap>& overlap)
{
    return number(overlap ? std::optional(overlap->dice) : std::nullopt);
}

} // namespace

std::string statisticsCsv(const AgreementDashboard& dashboard)
{
    std::string text = "level,side,readers,items,percent,gwet,gwetLow,gwetHigh,light,fleiss,conger,krippendorffOrdinal,"
                       "krippendorffWeighted,icc\r\n";
    text += "all,both," + statisticsOf(dashboard.all);
    for (const auto& part : dashboard.bySite)
        text += csvField(part.level.value_or("")) + ',' + csvField(part.side.value_or("")) + ',' +
                statisticsOf(part.statistics);
    return text;
}

std::string confusionCsv(const AgreementDashboard& dashboard)
{
    std::string text = "first,second,ratingOfFirst,ratingOfSecond,count\r\n";
    for (const auto& pair : dashboard.all.pairs) {
        for (std::size_t row = 0; row < pair.confusion.size(); ++row) {
            for (std::size_t column = 0; column < pair.confusion[row].size(); ++column)
                text += fmt::format("{},{},{:g},{:g},{}\r\n", csvField(pair.first), csvField(pair.second),
                                    dashboard.scale[row], dashboard.scale[column], pair.confusion[row][column]);
        }
    }
    return text;
}

std::string diceCsv(const AgreementDashboard& dashboard)
{
    std::string text = "study,foramen,stack,first,second,nerveRoot,perineuralFat,foramenDice\r\n";
    for (const auto& each : dashboard.marks)
        text += fmt::format("{},{},{},{},{},{},{},{}\r\n", csvField(each.study.text()),
                            csvField(each.foramen ? each.foramen->key() : std::string()), csvField(each.stackId),
                            csvField(each.first), csvField(each.second), maskOf(each.marks.nerveRoot),
                            maskOf(each.marks.perineuralFat), maskOf(each.marks.foramen));
    return text;
}

} // namespace grading
