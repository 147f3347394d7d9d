// The hand in an image pane: mouse, wheel and keys.
#include "tools/Tool.h"
#include "views/SliceView.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace foragrade {

void SliceView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    if (!hasImage())
        return;
    emit becameCurrent();
    m_wheelRest += event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    const int steps = m_wheelRest / 120;
    m_wheelRest -= steps * 120;
    if (steps == 0)
        return;
    const int wanted = m_slice - steps;
    const int last = m_volume.geometry().slices() - 1;
    if (wanted < 0 || wanted > last)
        emit pastEnd(wanted < 0 ? -1 : 1);
    else
        setSlice(wanted);
}

void SliceView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    emit becameCurrent();
    if (!hasImage() || m_drag != Drag::None)
        return;
    m_dragStart = m_dragLast = event->position();
    const auto modifiers = event->modifiers();
    if (event->button() == Qt::RightButton)
        m_drag = Drag::Window;
    else if (event->button() == Qt::MiddleButton)
        m_drag = modifiers & Qt::ShiftModifier ? Drag::Pan : Drag::Zoom;
    else if (m_spaceHeld)
        m_drag = Drag::Pan;
    else if (modifiers & Qt::ShiftModifier && m_stack != nullptr && m_stack->geometry)
        emit jumpRequested(m_projection.toPatient(event->position(), m_slice));
    else if (m_tool != nullptr) {
        m_drag = Drag::Tool;
        m_tool->press(*this, m_projection.toSlice(event->position()), modifiers);
    }
    showCursorShape();
    repaintOverlay();
}

void SliceView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF place = event->position();
    const QPointF moved = place - m_dragLast;
    m_mouse = place;
    m_dragLast = place;
    if (!hasImage())
        return;
    if (event->buttons() == Qt::NoButton)
        m_drag = Drag::None; // a menu or dialogue had the release
    const auto at = m_projection.toSlice(place);
    switch (m_drag) {
    case Drag::None:
        if (m_tool != nullptr)
            m_tool->hover(*this, at, event->modifiers());
        emit pointedAt(m_projection.toPatient(place, m_slice));
        break;
    case Drag::Tool:
        m_tool->drag(*this, at, event->modifiers());
        break;
    case Drag::Window: {
        // A pane's width of mouse travel doubles or halves the range: the same feel on every scanner's values.
        const double step = std::max(1.0, m_window.width) / 300;
        setWindow({m_window.center - moved.y() * step, std::max(1.0, m_window.width + moved.x() * step)});
        break;
    }
    case Drag::Zoom:
        m_isFitted = false;
        setProjection(m_projection.zoomed(std::exp(-moved.y() / 150), m_dragStart));
        break;
    case Drag::Pan:
        m_isFitted = false;
        setProjection(m_projection.panned(moved));
        break;
    }
    repaintOverlay();
}

void SliceView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = m_drag;
    m_drag = Drag::None;
    if (drag == Drag::Window && (event->position() - m_dragStart).manhattanLength() < 3)
        emit menuRequested(event->globalPosition().toPoint());
    if (drag == Drag::Tool && m_tool != nullptr)
        m_tool->release(*this, m_projection.toSlice(event->position()), event->modifiers());
    showCursorShape();
    repaintOverlay();
}

void SliceView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (!hasImage()) {
        emit loadRequested();
        return;
    }
    if (m_tool == nullptr || !m_tool->doubleClick(*this, m_projection.toSlice(event->position())))
        emit maximiseRequested();
    repaintOverlay();
}

void SliceView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        m_spaceHeld = true;
        showCursorShape();
        return;
    }
    if (m_tool != nullptr && m_tool->key(*this, event->key())) {
        repaintOverlay();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit confirmed();
        return;
    case Qt::Key_PageUp:
        setSlice(m_slice - 1);
        return;
    case Qt::Key_PageDown:
        setSlice(m_slice + 1);
        return;
    case Qt::Key_Home:
        setSlice(0);
        return;
    case Qt::Key_End:
        setSlice(m_volume.isEmpty() ? 0 : m_volume.geometry().slices() - 1);
        return;
    default:
        break;
    }
    repaintOverlay(); // a modifier changes the preview
    QWidget::keyPressEvent(event);
}

void SliceView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        showCursorShape();
        return;
    }
    repaintOverlay();
    QWidget::keyReleaseEvent(event);
}

void SliceView::leaveEvent(QEvent*)
{
    m_mouse.reset();
    emit pointedAway();
    repaintOverlay();
}

void SliceView::showCursorShape()
{
    if (m_drag == Drag::Pan)
        setCursor(Qt::ClosedHandCursor);
    else if (m_spaceHeld)
        setCursor(Qt::OpenHandCursor);
    else if (m_drag == Drag::Zoom)
        setCursor(Qt::SizeVerCursor);
    else if (m_drag == Drag::Window)
        setCursor(Qt::SizeAllCursor);
    else
        setCursor(m_tool != nullptr && hasImage() ? m_tool->cursor() : Qt::ArrowCursor);
}

void SliceView::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasFormat("application/x-foragrade-stack"))
        event->acceptProposedAction();
}

void SliceView::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    emit stackDropped(QString::fromUtf8(event->mimeData()->data("application/x-foragrade-stack")));
}

} // namespace foragrade
