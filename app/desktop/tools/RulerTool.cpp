#include "tools/RulerTool.h"

#include "theme/Theme.h"
#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foragrade {
namespace {

constexpr double reach = 8; ///< pane pixels around an end that grab it

void paintRuler(QPainter& painter, const SliceView& view, const Ruler& ruler)
{
    QPolygonF line;
    for (const auto& point : ruler.points)
        line << view.projection().toPane(point);
    for (const auto& pen : {QPen(QColor(0, 0, 0, 200), 3.5), QPen(QColor(0xf0e442), 1.5)}) {
        painter.setPen(pen);
        painter.drawPolyline(line);
    }
    for (const auto& end : line) {
        painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
        painter.setBrush(QColor(0xf0e442));
        painter.drawEllipse(end, 2.5, 2.5);
    }
    painter.setBrush(Qt::NoBrush);
    const bool isAngle = ruler.points.size() > 2;
    if (ruler.points.size() < 2)
        return;
    painter.setFont(overlayFont());
    const QString text = isAngle ? QObject::tr("%1°").arg(measured(ruler, view), 0, 'f', 1)
                                 : QObject::tr("%1 mm").arg(measured(ruler, view), 0, 'f', 1);
    drawRimmedText(painter, QRectF(line.back() + QPointF(8, -18), QSizeF(90, 16)), Qt::AlignLeft | Qt::AlignVCenter,
                   text, QColor(0xf0e442));
}

} // namespace

double measured(const Ruler& ruler, const SliceView& view)
{
    const auto& geometry = view.volume().geometry();
    const auto at = [&](std::size_t i) {
        return geometry.toPatient(
            grading::ContinuousIndex{ruler.points[i].column, ruler.points[i].row, static_cast<double>(ruler.slice)});
    };
    if (ruler.points.size() == 2)
        return length(at(1) - at(0));
    const double cosine = dot(normalized(at(0) - at(1)), normalized(at(2) - at(1)));
    return std::acos(std::clamp(cosine, -1.0, 1.0)) * 180 / std::numbers::pi;
}

void paintRulers(QPainter& painter, const SliceView& view, const Rulers& rulers)
{
    for (const auto& ruler : rulers) {
        if (ruler.stackId == view.stack()->id && ruler.slice == view.slice())
            paintRuler(painter, view, ruler);
    }
}

bool RulerTool::isOn(const SliceView& view) const
{
    return m_drawn && m_drawn->stackId == view.stack()->id && m_drawn->slice == view.slice();
}

bool RulerTool::grab(const SliceView& view, grading::SlicePoint at)
{
    const QPointF place = view.projection().toPane(at);
    for (auto& ruler : m_rulers) {
        if (ruler.stackId != view.stack()->id || ruler.slice != view.slice())
            continue;
        for (auto& point : ruler.points) {
            if (QLineF(view.projection().toPane(point), place).length() <= reach) {
                m_held = &point;
                return true;
            }
        }
    }
    return false;
}

void RulerTool::press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    if (isOn(view)) { // the next corner of an angle
        m_drawn->points.back() = at;
        return;
    }
    cancel();
    if (!grab(view, at))
        m_drawn = Ruler{view.stack()->id, view.slice(), {at, at}};
}

void RulerTool::drag(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    if (m_held != nullptr)
        *m_held = at;
    else if (isOn(view))
        m_drawn->points.back() = at;
}

void RulerTool::release(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers)
{
    drag(view, at, modifiers);
    m_held = nullptr;
    if (!isOn(view))
        return;
    auto& points = m_drawn->points;
    const auto inPane = [&](std::size_t i) { return view.projection().toPane(points[i]); };
    const bool isClick = QLineF(inPane(points.size() - 2), inPane(points.size() - 1)).length() <= 2;
    if (!m_isAngle && isClick) {
        m_drawn.reset();
    } else if (!m_isAngle || (points.size() == 3 && !isClick)) {
        m_rulers.push_back(*m_drawn);
        m_drawn.reset();
    } else if (!isClick) {
        points.push_back(at); // which the mouse moves
    }
}

void RulerTool::hover(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    if (isOn(view))
        m_drawn->points.back() = at;
}

bool RulerTool::key(SliceView&, int key)
{
    if (key == Qt::Key_Escape && m_drawn) {
        cancel();
        return true;
    }
    if ((key == Qt::Key_Delete || key == Qt::Key_Backspace) && !m_rulers.empty()) {
        cancel();
        m_rulers.pop_back();
        return true;
    }
    return false;
}

void RulerTool::cancel()
{
    m_drawn.reset();
    m_held = nullptr;
}

void RulerTool::paint(const SliceView& view, QPainter& painter) const
{
    if (isOn(view))
        paintRuler(painter, view, *m_drawn);
}

} // namespace foragrade
