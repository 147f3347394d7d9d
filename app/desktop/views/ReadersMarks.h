#pragma once

#include "grading/reading/Reading.h"

#include <QString>

#include <vector>

class QPainter;

namespace foragrade {

class SliceView;

/// "A", "B", …: a reader among those compared.
[[nodiscard]] QString letterOf(std::size_t reader);

/// "A  Reader A"
[[nodiscard]] QString titleOfReader(const std::vector<grading::Reading>& readings, std::size_t reader);

/// One reader's marks of a foramen, filled as one's own are.
void paintMarksOfReader(QPainter& painter, const SliceView& view, const grading::Reading& reading,
                        const grading::Foramen& foramen);

/// The readers' marks of a foramen as outlines over each other, each reader's with a line and a letter of its own.
void paintReadersMarks(QPainter& painter, const SliceView& view, const std::vector<grading::Reading>& readings,
                       const grading::Foramen& foramen);

/// What each reader said of a foramen, a line each: "A  Reader A: grade 1 · S kept, I lost, … · root normal".
[[nodiscard]] QStringList statementsOf(const std::vector<grading::Reading>& readings, const grading::Foramen& foramen);

} // namespace foragrade
