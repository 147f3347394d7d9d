#include "views/PaneRow.h"

#include "models/ForamenPlaces.h"
#include "models/Hanging.h"
#include "study/OpenStudy.h"
#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include <QHBoxLayout>
#include <QSplitter>

#include <algorithm>
#include <cmath>

namespace foragrade {
namespace {

bool areLinked(const SliceView& a, const SliceView& b)
{
    return a.hasImage() && b.hasImage() && a.stack() != nullptr && b.stack() != nullptr &&
           !a.stack()->frameOfReference.isEmpty() && a.stack()->frameOfReference == b.stack()->frameOfReference;
}

bool areParallel(const SliceView& a, const SliceView& b)
{
    return std::abs(dot(a.volume().geometry().normal(), b.volume().geometry().normal())) > 0.95;
}

grading::PatientPoint middleOfSlice(const SliceView& view)
{
    const auto& geometry = view.volume().geometry();
    return geometry.toPatient(grading::ContinuousIndex{(geometry.columns() - 1) / 2.0, (geometry.rows() - 1) / 2.0,
                                                       static_cast<double>(view.slice())});
}

} // namespace

PaneRow::PaneRow(OpenStudy& study, QWidget* parent)
    : QWidget(parent), m_study(study), m_splitter(new QSplitter(Qt::Horizontal, this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_splitter->setHandleWidth(2);
    m_splitter->setChildrenCollapsible(false);
    for (int i = 0; i < 3; ++i) {
        auto* view = new SliceView(m_splitter);
        view->setObjectName(QString("pane%1").arg(i));
        m_views.push_back(view);
        view->setAnnotator([this](const SliceView& v, SliceAnnotations& notes) { annotate(v, notes); });
        connect(view, &SliceView::sliceChanged, this, [this, view] { follow(view); });
        connect(view, &SliceView::pastEnd, this, [this, view](int direction) { pastEnd(view, direction); });
        connect(view, &SliceView::becameCurrent, this, [this, view] { setCurrent(view); });
        connect(view, &SliceView::pointedAt, this, [this, view](const grading::PatientPoint& point) {
            m_pointing = view;
            m_pointed = point;
            repaintOverlays();
        });
        connect(view, &SliceView::jumpRequested, this,
                [this, view](const grading::PatientPoint& point) { goTo(point, view->stack()->frameOfReference, {}); });
        connect(view, &SliceView::stackDropped, this,
                [this, view](const QString& id) { showStack(view, id.toStdString()); });
        view->hide();
    }
    connect(&m_study, &OpenStudy::opened, this, &PaneRow::hangStudy);
    connect(&m_study, &OpenStudy::closed, this, &PaneRow::closeAll);
    connect(&m_study, &OpenStudy::volumeReady, this, [this](const QString& id) { refresh(id.toStdString()); });
}

std::vector<SliceView*> PaneRow::panes() const
{
    std::vector<SliceView*> used;
    std::copy_if(m_views.begin(), m_views.end(), std::back_inserter(used),
                 [](const SliceView* view) { return view->stack() != nullptr; });
    return used;
}

void PaneRow::hangStudy()
{
    closeAll();
    const auto ids = hang(*m_study.study());
    for (std::size_t i = 0; i < ids.size() && i < m_views.size(); ++i) {
        m_views[i]->show();
        showStack(m_views[i], ids[i]);
    }
    for (const auto& series : m_study.study()->series) { // the others behind those that are seen
        for (const auto& stack : series.stacks)
            m_study.request(stack.id);
    }
    // Equal shares, whatever the images' shapes.
    m_splitter->setSizes(QList<int>(static_cast<qsizetype>(m_views.size()), 10000));
    setCurrent(m_views.front());
}

void PaneRow::closeAll()
{
    for (auto* view : m_views) {
        view->clear({});
        view->hide();
    }
    m_pointed.reset();
    m_current = nullptr;
}

void PaneRow::showStack(SliceView* view, const std::string& stackId)
{
    const auto* stack = m_study.stack(stackId);
    if (stack == nullptr)
        return;
    m_study.request(stackId);
    const auto volume = m_study.volume(stackId);
    const QString error = m_study.loadError(stackId);
    view->setStack(stack, volume,
                   error.isEmpty() ? tr("Loading %1 …").arg(QString::fromStdString(stack->role.name())) : error);
    // A stack that comes beside others takes their place in the patient.
    for (auto* other : panes()) {
        if (other != view && areLinked(*view, *other) && areParallel(*view, *other)) {
            view->showPlace(middleOfSlice(*other), {});
            break;
        }
    }
}

void PaneRow::refresh(const std::string& stackId)
{
    for (auto* view : panes()) {
        if (view->stack()->id == stackId)
            showStack(view, stackId);
    }
}

void PaneRow::setCurrent(SliceView* view)
{
    if (view == m_current)
        return;
    m_current = view;
    for (auto* each : m_views)
        each->setCurrent(each == view && panes().size() > 1);
    emit currentChanged();
}

void PaneRow::follow(SliceView* moved)
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

void PaneRow::pastEnd(SliceView* view, int direction)
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

void PaneRow::goTo(const grading::PatientPoint& point, const grading::Uid& frame,
                   std::optional<grading::Millimetres> width)
{
    m_isFollowing = true;
    for (auto* view : panes()) {
        if (view->stack()->frameOfReference != frame)
            continue;
        // Of a series in several stacks (one for each disc) the nearest is shown.
        if (const auto* series = m_study.seriesOf(*view->stack()); series != nullptr && series->stacks.size() > 1) {
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

void PaneRow::setTool(Tool* tool)
{
    for (auto* view : m_views)
        view->setTool(tool);
}

void PaneRow::setMarkPainter(std::function<void(const SliceView&, QPainter&)> painter)
{
    for (auto* view : m_views)
        view->setMarkPainter(painter);
}

void PaneRow::setAnnotator(std::function<void(const SliceView&, SliceAnnotations&)> annotator)
{
    m_annotator = std::move(annotator);
}

void PaneRow::fitAll()
{
    for (auto* view : panes())
        view->fit();
}

void PaneRow::repaintOverlays()
{
    for (auto* view : m_views)
        view->repaintOverlay();
}

void PaneRow::annotate(const SliceView& view, SliceAnnotations& notes) const
{
    const auto& stack = *view.stack();
    if (stack.role.plane == grading::ImagePlane::Sagittal && view.volume().geometry().slices() > 1) {
        const double off = middleOfSlice(view).x - midlineOf(view.volume().geometry());
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
    notes.bottomRight << QString::fromStdString(stack.role.name()).replace('-', ' ');
    if (series != nullptr && !series->description.empty())
        notes.bottomRight << QString::fromStdString(series->description);
    if (series != nullptr && series->stacks.size() > 1)
        notes.bottomRight << tr("%1 stacks").arg(series->stacks.size());
    const auto others = panes();
    const bool isAlone = others.size() > 1 && std::none_of(others.begin(), others.end(), [&](const SliceView* other) {
                             return other != &view && areLinked(view, *other);
                         });
    const bool allLoaded = std::all_of(others.begin(), others.end(), [](const auto* v) { return v->hasImage(); });
    if (isAlone && allLoaded)
        notes.bottomRight << tr("other frame of reference: not linked");
    addReferenceLines(view, notes);
    if (m_annotator)
        m_annotator(view, notes);
}

void PaneRow::addReferenceLines(const SliceView& view, SliceAnnotations& notes) const
{
    const auto& projection = view.projection();
    for (const auto* other : panes()) {
        if (other == &view || !areLinked(view, *other))
            continue;
        if (other == m_pointing && m_pointed)
            notes.cursor = projection.toPane(*m_pointed);
        if (areParallel(view, *other))
            continue;
        // The other slice's plane cuts this slice in a line: the zero of its signed distance, found along two of this
        // slice's edges as the distance is linear in the plane.
        const auto plane = other->volume().geometry().slicePlane(other->slice());
        const auto& g = view.volume().geometry();
        const double columns = g.columns() - 1;
        const double rows = g.rows() - 1;
        const auto distance = [&](double column, double row) {
            return plane.signedDistance(
                g.toPatient(grading::ContinuousIndex{column, row, static_cast<double>(view.slice())}));
        };
        const double corner = distance(0, 0);
        const double perColumn = (distance(columns, 0) - corner) / columns;
        const double perRow = (distance(0, rows) - corner) / rows;
        const bool isFlat = std::abs(perRow) >= std::abs(perColumn);
        const auto at = [&](double along) -> grading::SlicePoint {
            return isFlat ? grading::SlicePoint{along, -(corner + perColumn * along) / perRow}
                          : grading::SlicePoint{-(corner + perRow * along) / perColumn, along};
        };
        const QLineF line(projection.toPane(at(0)), projection.toPane(at(isFlat ? columns : rows)));
        notes.referenceLines.emplace_back(line, QString());
    }
}

} // namespace foragrade
