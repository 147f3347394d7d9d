#include "tools/MarkTools.h"

#include "study/ReadingDesk.h"
#include "theme/Palette.h"
#include "views/MarkPainter.h"
#include "views/SliceView.h"

#include <QPainter>

namespace foragrade {

void OutlineTool::press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers)
{
    if (m_view != &view || m_isFreehand)
        cancel();
    m_view = &view;
    if (m_corners.empty())
        m_isErasing = modifiers & Qt::ControlModifier;
    m_corners.push_back(at);
    m_mouse = at;
}

void OutlineTool::drag(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    m_mouse = at;
    if (m_view == &view && m_isFreehand)
        m_corners.push_back(at);
}

void OutlineTool::release(SliceView& view, grading::SlicePoint, Qt::KeyboardModifiers)
{
    if (m_view == &view && m_isFreehand)
        finish(view);
}

void OutlineTool::hover(SliceView&, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    m_mouse = at;
}

bool OutlineTool::doubleClick(SliceView& view, grading::SlicePoint)
{
    if (m_view == &view)
        finish(view);
    return true;
}

bool OutlineTool::key(SliceView& view, int key)
{
    if (m_corners.empty())
        return false;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finish(view);
        return true;
    case Qt::Key_Escape:
        cancel();
        return true;
    case Qt::Key_Backspace:
        m_corners.pop_back();
        return true;
    default:
        return false;
    }
}

grading::PixelSet OutlineTool::interior(const SliceView& view, const std::vector<grading::SlicePoint>& line) const
{
    const auto& geometry = view.volume().geometry();
    return m_isFreehand ? grading::freehandInterior(geometry, line) : grading::polygonInterior(geometry, line);
}

void OutlineTool::finish(SliceView& view)
{
    const auto pixels = interior(view, m_corners);
    const bool isErasing = m_isErasing;
    cancel();
    layDown(m_desk, view, m_isFreehand ? "Freehand" : "Polygon", pixels, isErasing);
}

void OutlineTool::cancel()
{
    m_view = nullptr;
    m_corners.clear();
}

void OutlineTool::paint(const SliceView& view, QPainter& painter) const
{
    if (m_view != &view || m_corners.empty())
        return;
    auto corners = m_corners;
    corners.push_back(m_mouse);
    if (!m_isErasing)
        paintPixels(painter, view.projection(), interior(view, corners), m_desk.tool().structure, 0.25, 0.6);
    QPolygonF line;
    for (const auto& corner : corners)
        line << view.projection().toPane(corner);
    painter.setPen(QPen(m_isErasing ? QColor(Qt::white) : structureColour(m_desk.tool().structure), 1.2));
    painter.drawPolyline(line);
    if (m_isFreehand)
        return;
    painter.setBrush(QColor(0x16191d));
    for (const auto& corner : line)
        painter.drawEllipse(corner, 2.5, 2.5);
    painter.setBrush(Qt::NoBrush);
}

} // namespace foragrade
