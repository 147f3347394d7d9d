#include "tools/ProposalTools.h"

#include "study/ReadingDesk.h"
#include "theme/Palette.h"
#include "theme/Theme.h"
#include "tools/LayDown.h"
#include "tools/MarkTools.h"
#include "views/MarkPainter.h"
#include "views/SliceView.h"

#include <QPainter>

namespace foragrade {
void RootTool::press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    begin(view);
    proposeRoot(grading::rootAt(view.volume(), view.slice(), at));
}

void ForamenTool::press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    begin(view);
    proposeForamen(at);
}

void FatTool::start(SliceView& view)
{
    begin(view);
    if (const auto root = markedRoot(view, view.slice()); !root.isEmpty())
        proposeFat(root);
    else
        refuse("No root is marked on this slice; mark it first");
}

void NextSliceTool::start(SliceView& view)
{
    const int here = view.slice();
    const bool isMarked = !markedRoot(view, here).isEmpty();
    const int last = view.volume().geometry().slices() - 1;
    for (const int there : {here + 1, here - 1}) {
        if (there < 0 || there > last || markedRoot(view, there).isEmpty() == !isMarked)
            continue;
        view.setSlice(isMarked ? there : here);
        begin(view);
        proposeRoot(
            grading::rootOnSlice(view.volume(), isMarked ? there : here, markedRoot(view, isMarked ? here : there)));
        return;
    }
    begin(view);
    refuse(isMarked ? "The root is marked on both neighbouring slices already"
                    : "No root is marked on this slice or beside it; mark one first");
}

void ProposalTool::begin(SliceView& view)
{
    cancel();
    m_view = &view;
}

void ProposalTool::proposeRoot(const grading::Result<grading::AssistedMark>& root)
{
    if (!root) {
        m_refusal = root.error().message();
        return;
    }
    m_root = root->pixels;
    m_algorithm = root->algorithm;
    if (const auto fat = grading::fatAround(m_view->volume(), m_view->slice(), m_root)) {
        m_fat = fat->pixels;
        m_algorithm += "; " + fat->algorithm;
    }
}

void ProposalTool::proposeFat(const grading::PixelSet& root)
{
    const auto fat = grading::fatAround(m_view->volume(), m_view->slice(), root, markedForamen(*m_view));
    if (!fat) {
        m_refusal = fat.error().message();
        return;
    }
    m_fat = fat->pixels.without(root);
    m_algorithm = fat->algorithm;
}

void ProposalTool::proposeForamen(grading::SlicePoint at)
{
    const auto& volume = m_view->volume();
    const int slice = m_view->slice();
    grading::PixelSet root = markedRoot(*m_view, slice);
    if (root.isEmpty()) {
        const auto found = grading::rootAt(volume, slice, at);
        if (!found)
            return refuse(found.error().message());
        root = m_root = found->pixels;
        m_algorithm = found->algorithm + "; ";
    }
    const auto foramen = grading::foramenAround(volume, slice, root);
    if (!foramen) {
        m_root = {};
        return refuse(foramen.error().message());
    }
    m_foramen = foramen->pixels;
    m_algorithm += foramen->algorithm;
    if (const auto fat = grading::fatAround(volume, slice, root, m_foramen); fat && !m_root.isEmpty()) {
        m_fat = fat->pixels;
        m_algorithm += "; " + fat->algorithm;
    }
}

grading::PixelSet ProposalTool::markedRoot(const SliceView& view, int slice) const
{
    if (!m_desk.isOpen() || view.stack() == nullptr)
        return {};
    const auto record = m_desk.record(m_desk.current());
    const auto* marks = record.marksOn(view.stack()->id);
    return marks != nullptr ? marks->labels.pixels(slice, grading::Structure::NerveRoot) : grading::PixelSet{};
}

grading::PixelSet ProposalTool::markedForamen(const SliceView& view) const
{
    const auto record = m_desk.record(m_desk.current());
    const auto* marks = view.stack() != nullptr ? record.marksOn(view.stack()->id) : nullptr;
    if (marks == nullptr || marks->labels.count(grading::Structure::ForamenOutline, view.slice()) == 0)
        return {};
    return marks->labels.markedPixels(view.slice());
}

bool ProposalTool::key(SliceView& view, int key)
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

void ProposalTool::take(SliceView& view)
{
    if (m_view != &view || (m_root.isEmpty() && m_fat.isEmpty() && m_foramen.isEmpty()) || !m_desk.isOpen())
        return;
    if (refusesMarks(m_desk, view))
        return;
    // By value: the reader may answer which side is meant long after this tool let go of the proposal.
    const auto land = [&desk = m_desk, empty = emptyMarksOn(view), slice = view.slice(), root = m_root, fat = m_fat,
                       foramenOutline = m_foramen, algorithm = m_algorithm](const grading::Foramen& foramen) {
        const auto record = desk.record(foramen);
        const auto* before = record.marksOn(empty.stackId);
        grading::StackMarks marks = before != nullptr ? *before : empty;
        marks.labels = marks.labels.painted(slice, root, grading::Structure::NerveRoot)
                           .filled(slice, fat, grading::Structure::PerineuralFat)
                           .filled(slice, foramenOutline, grading::Structure::ForamenOutline);
        marks.algorithm = joinedAlgorithms(marks.algorithm, algorithm);
        const char* gesture = !foramenOutline.isEmpty() ? "Take proposed foramen"
                              : root.isEmpty()          ? "Take proposed fat"
                                                        : "Take proposed root and fat";
        desk.apply(grading::commands::setMarks(foramen, marks, gesture));
    };
    const auto mark = m_root.unitedWith(m_fat).unitedWith(m_foramen);
    cancel();
    landWhereMeant(m_desk, view, mark, land);
}

void ProposalTool::cancel()
{
    m_view = nullptr;
    m_algorithm.clear();
    m_root = {};
    m_fat = {};
    m_foramen = {};
    m_refusal.clear();
}

void ProposalTool::paint(const SliceView& view, QPainter& painter) const
{
    if (m_view != &view)
        return;
    paintPixels(painter, view.projection(), m_foramen, grading::Structure::ForamenOutline, 0.15, 0.85);
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
