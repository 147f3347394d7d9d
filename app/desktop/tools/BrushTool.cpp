#include "tools/MarkTools.h"

#include "models/ForamenPlaces.h"
#include "models/Midline.h"
#include "models/Reformats.h"
#include "models/Words.h"
#include "study/ReadingDesk.h"
#include "theme/Palette.h"
#include "views/MarkPainter.h"
#include "views/SliceView.h"

#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <array>

namespace foragrade {

namespace {

void layDownFor(ReadingDesk& desk, const grading::Foramen& foramen, const char* gesture, grading::MarkTarget target,
                const grading::PixelSet& pixels, bool isErasing)
{
    const auto structure = desk.tool().structure;
    const auto mode = isErasing                                    ? grading::PaintMode::Erase
                      : structure == grading::Structure::NerveRoot ? grading::PaintMode::Replace
                                                                   : grading::PaintMode::KeepOthers;
    target.foramen = foramen;
    desk.apply(grading::commands::mark(gesture, std::move(target), pixels, structure, mode));
}

} // namespace

bool refusesMarks(ReadingDesk& desk, const SliceView& view)
{
    if (isReformat(*view.stack())) {
        desk.ask({QObject::tr("This plane is cut from another stack; marks belong on that stack's own slices."),
                  {{QObject::tr("Understood"), [] {}}}});
        return true;
    }
    if (!view.stack()->geometry) {
        desk.ask({QObject::tr("The slices of this stack make no even grid; it can be looked at, not marked."),
                  {{QObject::tr("Understood"), [] {}}}});
        return true;
    }
    if (!std::ranges::binary_search(view.stack()->missingSlices, view.slice()))
        return false;
    desk.ask({QObject::tr("The series lacks this slice; the picture is made from its neighbours and can't be marked."),
              {{QObject::tr("Understood"), [] {}}}});
    return true;
}

void landWhereMeant(ReadingDesk& desk, const SliceView& view, const grading::PixelSet& mark,
                    std::function<void(const grading::Foramen&)> land)
{
    landWhereMeant(desk, view, std::vector{middleOf(mark, view.volume().geometry(), view.slice())}, std::move(land));
}

void landWhereMeant(ReadingDesk& desk, const SliceView& view, const std::vector<grading::PatientPoint>& places,
                    std::function<void(const grading::Foramen&)> land)
{
    const grading::Foramen here = desk.current();
    const auto& stack = *view.stack();
    const auto midline = stack.role.plane == grading::ImagePlane::Sagittal ? std::optional(midlineOf(stack))
                                                                           : desk.midline(stack.frameOfReference);
    std::optional<grading::Foramen> likelier;
    for (const auto& place : places) {
        likelier = likelierForamen(here, place, desk.reading(), stack.frameOfReference, midline);
        if (likelier && !desk.mayMark(here, *likelier))
            break;
        likelier.reset();
    }
    if (!likelier) {
        land(here);
        return;
    }
    const auto& all = desk.foramina();
    Question question{QObject::tr("This is %1, you are on %2.").arg(said(*likelier), said(here)), {}};
    if (std::find(all.begin(), all.end(), *likelier) != all.end())
        question.answers.emplace_back(QObject::tr("Move to %1").arg(said(*likelier)), [&desk, there = *likelier, land] {
            desk.choose(there);
            land(there);
        });
    question.answers.emplace_back(QObject::tr("Keep here"), [&desk, here, there = *likelier, land] {
        desk.allowMarks(here, there);
        land(here);
    });
    question.answers.emplace_back(QObject::tr("Drop it"), [] {});
    desk.ask(question);
}

void layDown(ReadingDesk& desk, const SliceView& view, const char* gesture, const grading::PixelSet& pixels,
             bool isErasing)
{
    if (pixels.isEmpty() || !desk.isOpen() || view.stack() == nullptr)
        return;
    const auto& stack = *view.stack();
    if (!isErasing && refusesMarks(desk, view))
        return;
    const grading::MarkTarget target{desk.current(), stack.id, stack.frameOfReference, view.volume().geometry(),
                                     view.slice()};
    const auto land = [&desk, gesture, target, pixels, isErasing](const grading::Foramen& foramen) {
        layDownFor(desk, foramen, gesture, target, pixels, isErasing);
    };
    if (isErasing)
        land(desk.current());
    else
        landWhereMeant(desk, view, pixels, land);
}

void BrushTool::press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers)
{
    m_view = &view;
    m_isErasing = modifiers & Qt::ControlModifier;
    m_path = {at};
    m_stroke = {};
    drag(view, at, modifiers);
}

void BrushTool::drag(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    if (m_view != &view)
        return;
    const std::array path{m_path.back(), at};
    m_stroke = m_stroke.unitedWith(
        shaped(view, grading::brushStroke(view.volume().geometry(), path, m_desk.tool().brushRadius)));
    m_path.push_back(at);
}

void BrushTool::release(SliceView& view, grading::SlicePoint, Qt::KeyboardModifiers)
{
    if (m_view != &view)
        return;
    const auto stroke = std::exchange(m_stroke, {});
    m_view = nullptr;
    finish(view, stroke, m_isErasing);
}

void BrushTool::finish(SliceView& view, const grading::PixelSet& stroke, bool isErasing)
{
    layDown(m_desk, view, "Brush", stroke, isErasing);
}

void BrushTool::hover(SliceView&, grading::SlicePoint, Qt::KeyboardModifiers) {}

bool BrushTool::doubleClick(SliceView& view, grading::SlicePoint at)
{
    press(view, at, Qt::NoModifier);
    return true;
}

bool BrushTool::key(SliceView&, int key)
{
    if (key == Qt::Key_Escape && m_view != nullptr) {
        cancel();
        return true;
    }
    return false;
}

void BrushTool::cancel()
{
    m_view = nullptr;
    m_stroke = {};
}

void BrushTool::paint(const SliceView& view, QPainter& painter) const
{
    const auto& tool = m_desk.tool();
    const bool isErasing = m_view != nullptr ? m_isErasing : QGuiApplication::keyboardModifiers() & Qt::ControlModifier;
    if (m_view == &view) {
        if (isErasing) {
            painter.setOpacity(0.5);
            paintPixels(painter, view.projection(), m_stroke, tool.structure, 0);
            painter.setOpacity(1);
        } else {
            paintPixels(painter, view.projection(), m_stroke, tool.structure, 0.35);
        }
    }
    if (const auto mouse = view.mousePlace(); mouse && view.hasImage()) {
        const double radius = view.projection().pixels(tool.brushRadius);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(0, 0, 0, 150), 2.5));
        painter.drawEllipse(*mouse, radius, radius);
        painter.setPen(QPen(isErasing ? QColor(Qt::white) : structureColour(tool.structure), 1.2,
                            isErasing ? Qt::DashLine : Qt::SolidLine));
        painter.drawEllipse(*mouse, radius, radius);
        painter.drawPoint(*mouse);
    }
}

} // namespace foragrade
