// What links the panes by place in the patient, and what each says of its own place.
#include "models/ForamenPlaces.h"
#include "models/Midline.h"
#include "models/Reformats.h"
#include "models/Words.h"
#include "study/OpenStudy.h"
#include "views/Linking.h"
#include "views/PaneGrid.h"
#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include <algorithm>
#include <cmath>

namespace foragrade {

void PaneGrid::follow(SliceView* moved)
{
    if (!m_isFollowing) {
        m_isFollowing = true;
        for (auto* other : panes()) {
            if (other != moved && areLinked(*moved, *other) && areParallel(*moved, *other))
                other->showPlace(middleOfSlice(*moved), {});
        }
        m_isFollowing = false;
    }
    repaintOverlays();
    emit sliceChanged();
}

void PaneGrid::pastEnd(SliceView* view, int direction)
{
    const auto* series = view->stack() ? m_study.seriesOf(*view->stack()) : nullptr;
    if (series == nullptr)
        return;
    const auto& stacks = series->stacks;
    for (std::size_t i = 0; i < stacks.size(); ++i) {
        const auto next = static_cast<std::size_t>(static_cast<int>(i) + direction);
        if (stacks[i].id == view->stack()->id && next < stacks.size()) {
            showStack(view, stacks[next].id);
            view->setSlice(direction > 0 ? 0 : view->volume().isEmpty() ? 0 : view->volume().geometry().slices() - 1);
            return;
        }
    }
}

void PaneGrid::goTo(const grading::PatientPoint& point, const grading::Uid& frame,
                    std::optional<grading::Millimetres> width)
{
    m_isFollowing = true;
    for (auto* view : panes()) {
        if (view->stack()->frameOfReference != frame || !view->stack()->geometry)
            continue;
        // Of a series in several stacks (one for each disc) the nearest is shown.
        if (const auto* series = m_study.seriesOf(*view->stack());
            series != nullptr && series->stacks.size() > 1 && !isReformat(*view->stack())) {
            const grading::Stack* nearest = nullptr;
            double least = 0;
            for (const auto& stack : series->stacks) {
                if (!stack.geometry)
                    continue;
                const double away =
                    std::abs(stack.geometry->toIndex(point).slice - (stack.geometry->slices() - 1) / 2.0) *
                    stack.geometry->sliceSpacing().value;
                if (nearest == nullptr || away < least) {
                    nearest = &stack;
                    least = away;
                }
            }
            if (nearest != nullptr && nearest != view->stack())
                showStack(view, nearest->id);
        }
        view->showPlace(point, width);
    }
    m_isFollowing = false;
    repaintOverlays();
    emit sliceChanged();
}

void PaneGrid::annotate(const SliceView& view, SliceAnnotations& notes) const
{
    const auto& stack = *view.stack();
    if (isReformat(stack))
        notes.topRight << tr("cut from another plane: to look at");
    if (!stack.geometry)
        notes.topRight << tr("no even grid: to look at only");
    else if (stack.role.plane == grading::ImagePlane::Sagittal && view.volume().geometry().slices() > 1) {
        const double off = middleOfSlice(view).x - midlineOf(stack);
        if (std::abs(off) > 2) {
            notes.side = off > 0 ? "L" : "R";
            notes.topRight << (off > 0 ? tr("%1 mm left") : tr("%1 mm right")).arg(std::lround(std::abs(off)));
        } else {
            notes.topRight << tr("midline");
        }
    }
    if (std::ranges::binary_search(stack.missingSlices, view.slice()))
        notes.topRight << tr("slice missing: average of its neighbours");
    const auto* series = m_study.seriesOf(stack);
    notes.bottomRight << said(stack.role);
    if (series != nullptr && !series->description.empty())
        notes.bottomRight << QString::fromStdString(series->description);
    if (series != nullptr && series->stacks.size() > 1)
        notes.bottomRight << tr("%1 stacks").arg(series->stacks.size());
    addLinks(view, notes);
    if (m_annotator)
        m_annotator(view, notes);
}

void PaneGrid::addLinks(const SliceView& view, SliceAnnotations& notes) const
{
    QStringList unlinked;
    bool isAlone = true;
    for (const auto* other : panes()) {
        if (other == &view || !other->hasImage())
            continue;
        if (!areLinked(view, *other)) {
            unlinked << said(other->stack()->role);
            continue;
        }
        isAlone = false;
        if (other == m_pointing && m_pointed)
            notes.cursor = view.projection().toPane(*m_pointed);
        if (!areParallel(view, *other))
            notes.referenceLines.emplace_back(referenceLine(view, *other), QString());
    }
    if (!unlinked.isEmpty())
        notes.bottomRight << (isAlone ? tr("other frame of reference: not linked")
                                      : tr("not linked with %1: other frame of reference").arg(unlinked.join(", ")));
}

} // namespace foragrade
