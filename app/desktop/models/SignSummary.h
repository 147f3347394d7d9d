#pragma once

#include "grading/anatomy/Foramen.h"

#include <QString>

#include <vector>

namespace foragrade {

class ReadingDesk;

/// What a reader should know of the reading before signing it.
struct SignSummary {
    struct Point {
        grading::Foramen foramen;
        QString text; ///< "grade 0, measured admits 2 or 3"
    };

    int all = 0;      ///< Foramina of the region.
    int complete = 0; ///< Graded, or said not to be gradable.
    std::vector<grading::Foramen> notGraded;
    std::vector<Point> contradictions; ///< Without a reason: these must get one.
    std::vector<Point> explained;      ///< Contradictions with a reason.
    std::vector<Point> gaps;           ///< Odd, but it can be signed so.
    std::vector<Point> required;       ///< What the project's protocol asks for and isn't there.

    [[nodiscard]] bool maySign() const { return complete > 0 && contradictions.empty() && required.empty(); }
};

/// Expects an open reading.
[[nodiscard]] SignSummary signSummaryOf(const ReadingDesk& desk);

} // namespace foragrade
