#include "tools/LivewireTool.h"

#include "study/ReadingDesk.h"
#include "theme/Palette.h"
#include "tools/LayDown.h"
#include "views/MarkPainter.h"
#include "views/SliceView.h"

#include <QPainter>

namespace foragrade {

bool LivewireTool::isAt(const SliceView& view) const
{
    return m_view == &view && m_slice == view.slice() && !m_corners.empty();
}

void LivewireTool::press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers)
{
    if (!isAt(view)) {
        cancel();
        m_view = &view;
        m_slice = view.slice();
        m_isErasing = modifiers & Qt::ControlModifier;
    }
    const auto corner = grading::nearestEdge(view.volume(), m_slice, at);
    if (m_wire)
        m_sides.push_back(m_wire->pathTo(corner));
    m_corners.push_back(corner);
    m_wire.emplace(view.volume(), m_slice, corner);
    m_mouse = corner;
}

void LivewireTool::drag(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers)
{
    hover(view, at, modifiers);
}

void LivewireTool::hover(SliceView&, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    m_mouse = at;
}

bool LivewireTool::doubleClick(SliceView& view, grading::SlicePoint)
{
    if (isAt(view))
        finish(view);
    return true;
}

bool LivewireTool::key(SliceView& view, int key)
{
    if (!isAt(view))
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
        takeBack();
        return true;
    default:
        return false;
    }
}

void LivewireTool::takeBack()
{
    m_corners.pop_back();
    if (m_corners.empty()) {
        cancel();
        return;
    }
    m_sides.pop_back();
    m_wire.emplace(m_view->volume(), m_slice, m_corners.back());
}

LivewireTool::Line LivewireTool::closedLine() const
{
    Line line;
    for (const auto& side : m_sides)
        line.insert(line.end(), side.begin(), side.end());
    const auto last = m_wire->pathTo(m_corners.front());
    line.insert(line.end(), last.begin(), last.end());
    return line;
}

void LivewireTool::finish(SliceView& view)
{
    const auto pixels = grading::freehandInterior(view.volume().geometry(), closedLine());
    const bool isErasing = m_isErasing;
    cancel();
    layDownVoxels(m_desk, view, "Livewire", {{view.slice(), pixels}}, std::string(grading::Livewire::algorithm),
                  isErasing);
}

void LivewireTool::cancel()
{
    m_view = nullptr;
    m_corners.clear();
    m_sides.clear();
    m_wire.reset();
}

void LivewireTool::paint(const SliceView& view, QPainter& painter) const
{
    if (!isAt(view))
        return;
    const auto structure = m_desk.tool().structure;
    painter.setPen(QPen(m_isErasing ? QColor(Qt::white) : structureColour(structure), 1.4));
    const auto draw = [&](const Line& line) {
        QPolygonF shown;
        for (const auto& point : line)
            shown << view.projection().toPane(point);
        painter.drawPolyline(shown);
    };
    for (const auto& side : m_sides)
        draw(side);
    draw(m_wire->pathTo(m_mouse));
    painter.setBrush(QColor(0x16191d));
    for (const auto& corner : m_corners)
        painter.drawEllipse(view.projection().toPane(corner), 2.5, 2.5);
    painter.setBrush(Qt::NoBrush);
}

} // namespace foragrade
