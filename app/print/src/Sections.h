#pragma once

#include "PageFlow.h"
#include "grading/report/Report.h"

namespace foragrade {

/// Title, signature state, patient, study, reader, indication.
void paintHead(PageFlow& flow, const grading::Report& report);
/// Spine diagram beside the impression and the contradictions.
void paintOverview(PageFlow& flow, const grading::Report& report);
void paintComments(PageFlow& flow, const grading::Report& report);
/// Each marked foramen: picture, picture with marks, fat rose, words.
void paintMarkedForamina(PageFlow& flow, const grading::Report& report);
/// Method, remarks, the line that this is no diagnosis.
void paintEnd(PageFlow& flow, const grading::Report& report);

} // namespace foragrade
