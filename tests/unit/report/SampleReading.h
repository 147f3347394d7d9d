#pragma once

#include "grading/report/Report.h"

namespace grading::test {

/// A sagittal stack of 3 slices, 80 × 80 pixels of 0.5 mm, anterior on the left, head up.
VolumeGeometry sagittalGrid();
/// Grey value = column.
Result<Volume> sagittalVolume(const std::string& stackId);

/// A lumbar study of the given patient; nothing read yet.
Reading emptyReading(const std::string& patientName = "Phantom^Lumbar");

/// L4-L5 left graded, on slice 2 (from 1) a root of 9 × 9 pixels with 4 pixels of fat in front alone: three sides are
/// lost, so Grades 1 and 2 are admitted.
Reading readingWithMarks(int grade);

Report makeReport(const Reading& reading, const report::Volumes& volumes = {});

} // namespace grading::test
