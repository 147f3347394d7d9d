#pragma once

#include "PageFlow.h"
#include "grading/report/Tables.h"

namespace foragrade {

/// Heading, column titles (again on each page), rows that are never cut, note. Nothing when there are no rows.
void paintTable(PageFlow& flow, const grading::report::Table& table);

/// A grade's digit on its colour; gives the width used.
double paintGradeChip(PageFlow& flow, double x, double y, grading::Grade grade);

} // namespace foragrade
