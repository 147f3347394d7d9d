#include "views/SliceView.h"

#include "models/WindowPreset.h"
#include "models/Words.h"
#include "tools/Tool.h"
#include "views/ImageCanvas.h"
#include "views/SliceOverlay.h"

#include "grading/geometry/Patient.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace foragrade {

SliceView::SliceView(QWidget* parent)
    : QWidget(parent), m_canvas(new ImageCanvas(this)),
      m_overlay(new SliceOverlay(
          this, [this] { return annotations(); }, [this](QPainter& p) { paintMarks(p); }))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setAccessibleName(tr("Image pane"));
}

SliceView::~SliceView() = default;

void SliceView::setStack(const grading::Stack* stack, const grading::Volume& volume, const QString& message)
{
    const bool isOther = stack != m_stack || volume.isEmpty() != m_volume.isEmpty();
    if (m_tool != nullptr && stack != m_stack)
        m_tool->cancel();
    m_stack = stack;
    m_volume = volume;
    m_message = message;
    m_canvas->setVolume(volume);
    setAccessibleName(stack ? tr("Image pane, %1").arg(said(stack->role)) : tr("Image pane"));
    if (isOther && !volume.isEmpty()) {
        m_slice = volume.geometry().slices() / 2;
        m_window =
            stack != nullptr ? windowOf(openingPreset(*stack, volume), *stack, volume) : volume.automaticWindow();
        m_isInverted = false;
        m_isFitted = true;
        setProjection(SliceProjection::fitted(volume.geometry(), size()));
        emit sliceChanged(m_slice);
    }
    markDirty();
}

void SliceView::clear(const QString& message)
{
    setStack(nullptr, {}, message);
}

void SliceView::setSlice(int slice)
{
    if (!hasImage())
        return;
    slice = std::clamp(slice, 0, m_volume.geometry().slices() - 1);
    if (slice == m_slice)
        return;
    if (m_tool != nullptr)
        m_tool->cancel();
    m_slice = slice;
    markDirty();
    emit sliceChanged(slice);
}

void SliceView::setWindow(grading::DisplayWindow window)
{
    m_window = window;
    markDirty();
}

void SliceView::nextWindow()
{
    if (!hasImage() || m_stack == nullptr)
        return;
    std::vector<grading::DisplayWindow> windows{m_volume.automaticWindow()};
    for (const auto& named : m_stack->windows)
        windows.push_back(named.window);
    const auto now = std::find(windows.begin(), windows.end(), m_window);
    setWindow(now == windows.end() || now + 1 == windows.end() ? windows.front() : *(now + 1));
}

void SliceView::setSmooth(bool smooth)
{
    m_isSmooth = smooth;
    markDirty();
}

void SliceView::setInverted(bool inverted)
{
    m_isInverted = inverted;
    markDirty();
}

void SliceView::setTextHidden(bool isHidden)
{
    m_isTextHidden = isHidden;
    repaintOverlay();
}

void SliceView::fit()
{
    if (!hasImage())
        return;
    m_isFitted = true;
    setProjection(SliceProjection::fitted(m_volume.geometry(), size()));
}

void SliceView::showPlace(const grading::PatientPoint& point, std::optional<grading::Millimetres> width)
{
    if (!hasImage())
        return;
    setSlice(m_volume.geometry().nearestVoxel(point).slice);
    if (width) {
        m_isFitted = false;
        setProjection(m_projection.centredOn(point, *width));
    }
}

void SliceView::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    repaintOverlay();
}

void SliceView::setTool(Tool* tool)
{
    if (m_tool != nullptr)
        m_tool->cancel();
    m_tool = tool;
    if (m_drag == Drag::Tool)
        m_drag = Drag::None; // it was the other tool's
    showCursorShape();
    repaintOverlay();
}

void SliceView::setAnnotator(std::function<void(const SliceView&, SliceAnnotations&)> annotator)
{
    m_annotator = std::move(annotator);
}

void SliceView::setMarkPainter(std::function<void(const SliceView&, QPainter&)> painter)
{
    m_markPainter = std::move(painter);
}

void SliceView::repaintOverlay()
{
    m_overlay->update();
}

void SliceView::setProjection(const SliceProjection& projection)
{
    m_projection = projection;
    m_overlay->setProjection(projection);
    markDirty();
}

void SliceView::markDirty()
{
    m_canvas->setView(m_projection, m_slice, {m_window, m_isSmooth, m_isInverted});
    repaintOverlay();
}

SliceAnnotations SliceView::annotations() const
{
    SliceAnnotations notes;
    notes.isCurrent = m_isCurrent;
    if (!hasImage()) {
        notes.message = m_message;
        return notes;
    }
    const auto& geometry = m_volume.geometry();
    const auto letters = [](grading::PatientVector v) {
        return QString::fromStdString(grading::orientationLetters(v));
    };
    notes.right = letters(geometry.rowDirection());
    notes.left = letters(-geometry.rowDirection());
    notes.bottom = letters(geometry.columnDirection());
    notes.top = letters(-geometry.columnDirection());
    notes.isTextHidden = m_isTextHidden;
    notes.topRight << tr("%1 / %2").arg(m_slice + 1).arg(geometry.slices());
    if (geometry.slices() > 1)
        notes.topRight << tr("every %1 mm").arg(geometry.sliceSpacing().value, 0, 'f', 1);
    if (m_mouse)
        notes.bottomLeft << placeOfMouse();
    notes.bottomLeft << tr("W %1  L %2").arg(std::lround(m_window.width)).arg(std::lround(m_window.center)) +
                            (m_isInverted ? tr("  inverted") : QString());
    if (m_annotator)
        m_annotator(*this, notes);
    return notes;
}

QString SliceView::placeOfMouse() const
{
    const auto point = m_projection.toPatient(*m_mouse, m_slice);
    // Signed, without letters: they count from the scanner's middle, which isn't the patient's.
    auto text = QString("LPS %1, %2, %3 mm").arg(point.x, 0, 'f', 1).arg(point.y, 0, 'f', 1).arg(point.z, 0, 'f', 1);
    auto voxel = m_volume.geometry().nearestVoxel(point);
    voxel.slice = m_slice;
    if (m_volume.geometry().contains(voxel))
        text += QString(" · %1").arg(m_volume.at(voxel), 0, 'g', 6);
    return text;
}

void SliceView::paintMarks(QPainter& painter)
{
    if (m_markPainter)
        m_markPainter(*this, painter);
    if (m_tool != nullptr)
        m_tool->paint(*this, painter);
}

void SliceView::resizeEvent(QResizeEvent*)
{
    m_canvas->setGeometry(rect());
    m_overlay->setGeometry(rect());
    if (!hasImage())
        return;
    if (m_isFitted) {
        fit();
    } else {
        auto projection = m_projection;
        projection.pane = size();
        setProjection(projection);
    }
}

} // namespace foragrade
