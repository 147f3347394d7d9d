#pragma once

#include "grading/report/Report.h"

#include <map>

namespace grading::report {

/// Builds the rows of one reading; loads each stack once. What is odd goes into the report's Issues.
class RowMaker {
public:
    RowMaker(const Reading& reading, const SeriesCatalogue& catalogue, const Volumes& volumes, Report& report)
        : m_reading(reading), m_catalogue(catalogue), m_volumes(volumes), m_report(report)
    {}

    [[nodiscard]] Report::Row row(const Foramen& foramen);

private:
    std::optional<KeyImage> imageOf(const Foramen& foramen, const StackMarks& marks, int slice);
    const Volume* volumeOf(const std::string& stackId);

    const Reading& m_reading;
    const SeriesCatalogue& m_catalogue;
    const Volumes& m_volumes;
    Report& m_report;
    std::map<std::string, Volume> m_loaded; ///< Empty where loading failed.
};

} // namespace grading::report
