#pragma once

#include "grading/report/Drawing.h"
#include "grading/report/KeyImage.h"

#include <QPainter>

namespace foragrade {

[[nodiscard]] QColor colourOf(const grading::Drawing::Colour& colour);

/// Fits the drawing's width into `area`'s, from its upper left corner; gives the height used.
double paintDrawing(QPainter& painter, const QRectF& area, const grading::Drawing& drawing);

/// The picture alone, in the same place as a drawing over it.
void paintKeyImage(QPainter& painter, const QRectF& area, const grading::KeyImage& image);

/// The report's sans serif, of which every script's glyphs are embedded.
[[nodiscard]] QFont reportFont(bool isBold);

} // namespace foragrade
