#include "tools/FloodTool.h"

#include "study/ReadingDesk.h"
#include "tools/LayDown.h"
#include "views/MarkPainter.h"
#include "views/SliceView.h"

#include "grading/assist/ThresholdBrush.h"
#include "grading/marks/PixelShape.h"

#include <QPainter>

#include <array>
#include <cmath>

namespace foragrade {

grading::PixelSet FloodTool::filledAt(const SliceView& view, grading::SlicePoint at) const
{
    if (!view.hasImage() || !view.stack()->geometry)
        return {};
    const auto& geometry = view.volume().geometry();
    const std::array place{at};
    const auto near = grading::brushStroke(geometry, place, {reachInRadii * m_desk.tool().brushRadius.value});
    const auto alike =
        grading::pixelsInRange(view.volume(), view.slice(), near, grading::signalLike(view.volume(), view.slice(), at));
    return grading::floodFill(geometry, static_cast<int>(std::lround(at.column)), static_cast<int>(std::lround(at.row)),
                              [&](int column, int row) { return alike.contains(column, row); });
}

void FloodTool::press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers)
{
    const auto pixels = filledAt(view, at);
    cancel();
    if (!pixels.isEmpty())
        layDownVoxels(m_desk, view, "Fill", {{view.slice(), pixels}}, "foragrade flood fill 1",
                      modifiers & Qt::ControlModifier);
}

void FloodTool::hover(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    m_view = &view;
    m_slice = view.slice();
    m_tint = filledAt(view, at);
}

void FloodTool::cancel()
{
    m_view = nullptr;
    m_tint = {};
}

void FloodTool::paint(const SliceView& view, QPainter& painter) const
{
    if (m_view == &view && m_slice == view.slice() && view.mousePlace())
        paintPixels(painter, view.projection(), m_tint, m_desk.tool().structure, 0.35, 0.85);
}

} // namespace foragrade
