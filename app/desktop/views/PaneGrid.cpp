#include "views/PaneGrid.h"

#include "models/StudyRegion.h"
#include "models/Words.h"
#include "study/OpenStudy.h"
#include "views/Linking.h"
#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace foragrade {
namespace {

constexpr std::size_t mostToCutAhead = 1U << 25U; ///< voxels; larger reformats wait until they are shown

} // namespace

PaneGrid::PaneGrid(OpenStudy& study, QWidget* parent)
    : QWidget(parent), m_study(study), m_column(new QSplitter(Qt::Vertical, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_column);
    m_column->setHandleWidth(2);
    m_column->setChildrenCollapsible(false);
    for (const int places : placesInRow) {
        auto* row = new QSplitter(Qt::Horizontal, m_column);
        row->setHandleWidth(2);
        row->setChildrenCollapsible(false);
        m_rows.push_back(row);
        for (int i = 0; i < places; ++i)
            row->addWidget(makeView(static_cast<int>(m_views.size())));
    }
    m_rows.back()->hide();
    connect(&m_study, &OpenStudy::opened, this, &PaneGrid::hangStudy);
    connect(&m_study, &OpenStudy::closed, this, &PaneGrid::closeAll);
    connect(&m_study, &OpenStudy::volumeReady, this, [this](const QString& id) { refresh(id.toStdString()); });
}

SliceView* PaneGrid::makeView(int place)
{
    auto* view = new SliceView(this);
    view->setObjectName(QString("pane%1").arg(place));
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
    connect(view, &SliceView::pointedAway, this, [this] {
        m_pointed.reset();
        repaintOverlays();
    });
    connect(view, &SliceView::jumpRequested, this,
            [this, view](const grading::PatientPoint& point) { goTo(point, view->stack()->frameOfReference, {}); });
    connect(view, &SliceView::stackDropped, this,
            [this, view](const QString& id) { chooseStack(view, id.toStdString()); });
    connect(view, &SliceView::loadRequested, this, [this, view] {
        if (view->stack() == nullptr)
            return;
        m_study.retry(view->stack()->id);
        showStack(view, view->stack()->id);
    });
    connect(view, &SliceView::maximiseRequested, this, [this, view] { toggleMaximised(view); });
    connect(view, &SliceView::confirmed, this, &PaneGrid::confirmed);
    connect(view, &SliceView::menuRequested, this,
            [this, view](const QPoint& global) { emit menuRequested(view, global); });
    view->hide();
    return view;
}

std::vector<SliceView*> PaneGrid::panes() const
{
    std::vector<SliceView*> used;
    std::copy_if(m_views.begin(), m_views.end(), std::back_inserter(used),
                 [](const SliceView* view) { return view->stack() != nullptr; });
    return used;
}

void PaneGrid::hangStudy()
{
    m_hanging = RememberedHanging::of(regionOf(*m_study.study()));
    hang();
    for (const auto& series : m_study.study()->series) { // the others behind those that are seen
        for (const auto& stack : series.stacks)
            m_study.request(stack.id);
    }
    for (const auto* reformat : m_study.reformats()) {
        if (reformat->geometry->voxelCount() <= mostToCutAhead)
            m_study.request(reformat->id);
    }
}

void PaneGrid::hang()
{
    m_readers = 0;
    fill(foragrade::hang(*m_study.study(), m_hanging.layout, m_hanging.roles), 0);
}

void PaneGrid::showSideBySide(const std::string& stackId, std::size_t readers)
{
    m_readers = std::min(readers, m_views.size() - 1);
    fill(std::vector<std::string>(m_readers + 1, stackId), m_readers);
}

void PaneGrid::fill(const std::vector<std::string>& stackIds, std::size_t current)
{
    closeAll();
    // Four hang two by two, fewer side by side.
    const std::array<std::size_t, 5> places =
        stackIds.size() == 4 ? std::array<std::size_t, 5>{0, 1, 3, 4} : std::array<std::size_t, 5>{0, 1, 2, 3, 4};
    for (std::size_t i = 0; i < stackIds.size(); ++i)
        showStack(m_views[places[i]], stackIds[i]);
    arrange();
    setTool(m_tool);
    setCurrent(m_views[stackIds.empty() ? 0 : places[current]]);
    emit hung();
}

std::optional<std::size_t> PaneGrid::readerIn(const SliceView& view) const
{
    const auto used = panes();
    const auto place = static_cast<std::size_t>(std::find(used.begin(), used.end(), &view) - used.begin());
    return place < m_readers ? std::optional(place) : std::nullopt;
}

void PaneGrid::arrange()
{
    for (auto* view : m_views)
        view->setVisible(view->stack() != nullptr && (m_maximised == nullptr || view == m_maximised));
    std::size_t first = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto end = first + static_cast<std::size_t>(placesInRow[i]);
        m_rows[i]->setVisible(std::any_of(m_views.begin() + static_cast<std::ptrdiff_t>(first),
                                          m_views.begin() + static_cast<std::ptrdiff_t>(end),
                                          [](const SliceView* view) { return !view->isHidden(); }));
        // Equal shares, whatever the images' shapes.
        m_rows[i]->setSizes(QList<int>(placesInRow[i], 10000));
        first = end;
    }
    m_column->setSizes(QList<int>(static_cast<qsizetype>(m_rows.size()), 10000));
}

void PaneGrid::toggleMaximised(SliceView* view)
{
    m_maximised = m_maximised == nullptr && panes().size() > 1 ? view : nullptr;
    setCurrent(view);
    arrange();
    view->setFocus();
}

void PaneGrid::setLayoutInUse(Layout layout)
{
    m_hanging = {layout, {}};
    if (m_study.study() == nullptr)
        return;
    m_hanging.keep(regionOf(*m_study.study()));
    hang();
}

void PaneGrid::chooseStack(SliceView* view, const std::string& stackId)
{
    showStack(view, stackId);
    setCurrent(view);
    if (isSideBySide())
        return; // that is the decision's hanging, not the study's
    m_hanging.roles.clear();
    for (const auto* each : panes()) {
        const auto role = QString::fromStdString(each->stack()->role.name());
        m_hanging.roles << (role == "other" || role == "localizer" ? QString() : role); // no kind to look for again
    }
    if (m_study.study() != nullptr)
        m_hanging.keep(regionOf(*m_study.study()));
    emit hung();
}

void PaneGrid::closeAll()
{
    for (auto* view : m_views) {
        view->clear({});
        view->hide();
    }
    m_pointed.reset();
    m_maximised = nullptr;
    m_current = nullptr;
}

void PaneGrid::showStack(SliceView* view, const std::string& stackId)
{
    const auto* stack = m_study.stack(stackId);
    if (stack == nullptr)
        return;
    m_study.request(stackId);
    const auto volume = m_study.volume(stackId);
    const QString error = m_study.loadError(stackId);
    view->setStack(stack, volume, error.isEmpty() ? tr("Loading %1 …").arg(said(stack->role)) : error);
    // A stack that comes beside others takes their place in the patient.
    for (auto* other : panes()) {
        if (other != view && areLinked(*view, *other) && areParallel(*view, *other)) {
            view->showPlace(middleOfSlice(*other), {});
            break;
        }
    }
}

void PaneGrid::refresh(const std::string& stackId)
{
    for (auto* view : panes()) {
        if (view->stack()->id == stackId)
            showStack(view, stackId);
    }
}

void PaneGrid::setCurrent(SliceView* view)
{
    if (view == m_current)
        return;
    m_current = view;
    for (auto* each : m_views)
        each->setCurrent(each == view && panes().size() > 1);
    emit currentChanged();
}

void PaneGrid::setTool(Tool* tool)
{
    m_tool = tool;
    for (auto* view : m_views)
        view->setTool(readerIn(*view) ? nullptr : tool); // what is drawn there wouldn't be seen there
}

void PaneGrid::setMarkPainter(std::function<void(const SliceView&, QPainter&)> painter)
{
    for (auto* view : m_views)
        view->setMarkPainter(painter);
}

void PaneGrid::setAnnotator(std::function<void(const SliceView&, SliceAnnotations&)> annotator)
{
    m_annotator = std::move(annotator);
}

void PaneGrid::fitAll()
{
    for (auto* view : panes())
        view->fit();
}

void PaneGrid::setSmooth(bool isSmooth)
{
    for (auto* view : m_views)
        view->setSmooth(isSmooth);
}

void PaneGrid::setTextHidden(bool isHidden)
{
    m_isTextHidden = isHidden;
    for (auto* view : m_views)
        view->setTextHidden(isHidden);
}

void PaneGrid::repaintOverlays()
{
    for (auto* view : m_views)
        view->repaintOverlay();
}

} // namespace foragrade
