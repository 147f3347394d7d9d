#include "tools/MarkTools.h"

#include "study/ReadingDesk.h"
#include "theme/Palette.h"
#include "theme/Theme.h"
#include "views/MarkPainter.h"
#include "views/SliceView.h"

#include "grading/assist/Assist.h"

#include <QPainter>

namespace foragrade {

void RootTool::press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    cancel();
    m_view = &view;
    const auto root = grading::rootAt(view.volume(), view.slice(), at);
    if (!root) {
        m_refusal = root.error().message();
        return;
    }
    m_root = root->pixels;
    m_algorithm = root->algorithm;
    if (const auto fat = grading::fatAround(view.volume(), view.slice(), m_root)) {
        m_fat = fat->pixels;
        m_algorithm += "; " + fat->algorithm;
    }
}

bool RootTool::key(SliceView& view, int key)
{
    if (m_view == nullptr)
        return false;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(view);
        return true;
    case Qt::Key_Escape:
        cancel();
        return true;
    default:
        return false;
    }
}

void RootTool::take(SliceView& view)
{
    if (m_view != &view || m_root.isEmpty() || !m_desk.isOpen())
        return;
    if (refusesMarks(m_desk, view))
        return;
    const auto& stack = *view.stack();
    const auto& geometry = view.volume().geometry();
    const auto record = m_desk.record(m_desk.current());
    const auto* before = record.marksOn(stack.id);
    grading::StackMarks marks = before != nullptr ? *before : grading::StackMarks{};
    if (before == nullptr) {
        marks.stackId = stack.id;
        marks.frameOfReference = stack.frameOfReference;
        marks.geometry = geometry;
        marks.labels = grading::LabelMap(geometry.columns(), geometry.rows(), geometry.slices());
    }
    marks.labels = marks.labels.painted(view.slice(), m_root, grading::Structure::NerveRoot)
                       .filled(view.slice(), m_fat, grading::Structure::PerineuralFat);
    marks.algorithm = m_algorithm;
    cancel();
    m_desk.apply(grading::commands::setMarks(m_desk.current(), marks, "Take proposed root and fat"));
}

void RootTool::cancel()
{
    m_view = nullptr;
    m_root = {};
    m_fat = {};
    m_refusal.clear();
}

void RootTool::paint(const SliceView& view, QPainter& painter) const
{
    if (m_view != &view)
        return;
    paintPixels(painter, view.projection(), m_root, grading::Structure::NerveRoot, 0.4, 0.85);
    paintPixels(painter, view.projection(), m_fat.without(m_root), grading::Structure::PerineuralFat, 0.4, 0.85);
    const QString text =
        m_refusal.empty() ? QObject::tr("Enter takes it · Esc drops it") : QString::fromStdString(m_refusal);
    painter.setFont(overlayFont());
    const QRectF box = painter.boundingRect(QRectF(20, view.height() - 76, view.width() - 40, 40),
                                            Qt::AlignCenter | Qt::TextWordWrap, text);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x1e, 0x22, 0x28, 230));
    painter.drawRoundedRect(box.adjusted(-10, -5, 10, 5), 5, 5);
    painter.setPen(QColor(0xd7dde5));
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, text);
    painter.setBrush(Qt::NoBrush);
}

} // namespace foragrade
