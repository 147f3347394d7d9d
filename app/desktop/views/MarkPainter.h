#pragma once

#include "views/SliceProjection.h"

#include "grading/anatomy/Foramen.h"
#include "grading/marks/PixelSet.h"
#include "grading/marks/Structure.h"
#include "grading/reading/Reading.h"

class QPainter;

namespace foragrade {

class SliceView;

/// Outline along pixel edges in the structure's colour and line, filled with `fill` (0…1) of it.
void paintPixels(QPainter& painter, const SliceProjection& projection, const grading::PixelSet& pixels,
                 grading::Structure structure, double fill = 0.25, double strength = 1);

/// The marks of every foramen on the view's stack and slice; those of foramina other than `current` fainter and named.
void paintMarks(QPainter& painter, const SliceView& view, const grading::Reading& reading,
                const grading::Foramen& current);

} // namespace foragrade
