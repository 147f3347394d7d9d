#include "tools/LevelTool.h"

#include "study/ReadingDesk.h"
#include "theme/Theme.h"
#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace foragrade {
namespace {

constexpr double reach = 10;   ///< pane pixels around a named disc that grab it
constexpr double aside = 30;   ///< mm across the spine that a click may lie off
constexpr int namesBeyond = 2; ///< levels above the region's foramina that are offered

grading::PatientPoint patientPoint(const SliceView& view, grading::SlicePoint at)
{
    return view.volume().geometry().toPatient(
        grading::ContinuousIndex{at.column, at.row, static_cast<double>(view.slice())});
}

QString text(const grading::Level& level)
{
    return QString::fromStdString(level.name());
}

/// The region's levels and a few above.
std::vector<grading::Level> offered(const ReadingDesk& desk)
{
    const auto all = desk.reading().numbering.levels();
    const auto first = std::find(all.begin(), all.end(), desk.foramina().front().level);
    const auto last = std::find(all.begin(), all.end(), desk.foramina().back().level);
    return {std::max(all.begin(), first - std::min<std::ptrdiff_t>(namesBeyond, first - all.begin())), last + 1};
}

QMenu* makeMenu(SliceView& view, const char* name)
{
    auto* menu = new QMenu(&view);
    menu->setObjectName(name);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

} // namespace

const grading::PlacedLevel* LevelTool::grabbed(const SliceView& view, grading::SlicePoint at) const
{
    for (const auto& level : m_desk.levels(view.stack()->frameOfReference)) {
        const double away = QLineF(view.projection().toPane(level.point), view.projection().toPane(at)).length();
        if (level.isPointedAt && away <= reach)
            return &level;
    }
    return nullptr;
}

const grading::PlacedLevel* LevelTool::meant(const SliceView& view, const grading::PatientPoint& point) const
{
    const auto* nearest = nearestLevel(m_desk.levels(view.stack()->frameOfReference), point);
    if (nearest == nullptr)
        return nullptr;
    const double off = std::abs((point - nearest->point).y);
    return off <= aside || nearest->isPointedAt ? nearest : nullptr;
}

void LevelTool::press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers)
{
    cancel();
    if (!m_desk.isOpen())
        return;
    if (view.stack()->frameOfReference.isEmpty()) {
        m_desk.ask({QObject::tr("This series has no frame of reference, so a name here would hold for no other image."),
                    {{QObject::tr("Understood"), [] {}}}});
        return;
    }
    m_at = at;
    if (const auto* level = grabbed(view, at)) {
        if (modifiers & Qt::ControlModifier)
            m_desk.apply(grading::commands::unplaceLevel(level->level, view.stack()->frameOfReference));
        else
            m_held = level->level;
        return;
    }
    m_isPressed = true;
}

void LevelTool::drag(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    if (!m_held)
        return;
    m_isMoved |= QLineF(view.projection().toPane(m_at), view.projection().toPane(at)).length() > 3;
    if (m_isMoved)
        m_at = at;
}

void LevelTool::release(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers)
{
    const auto point = patientPoint(view, at);
    if (std::exchange(m_isPressed, false)) {
        if (const auto* level = meant(view, point))
            m_desk.apply(grading::commands::placeLevel({level->level, point, view.stack()->frameOfReference}));
        else
            askName(view, point);
    }
    if (!m_held)
        return;
    const auto level = *std::exchange(m_held, std::nullopt);
    if (std::exchange(m_isMoved, false))
        m_desk.apply(grading::commands::placeLevel({level, point, view.stack()->frameOfReference}));
    else
        askOtherName(view, level);
}

void LevelTool::askName(SliceView& view, const grading::PatientPoint& point)
{
    auto* menu = makeMenu(view, "levelNames");
    menu->addAction(QObject::tr("This disc is"))->setEnabled(false);
    for (const auto& level : offered(m_desk))
        QObject::connect(menu->addAction(text(level)), &QAction::triggered, &m_desk,
                         [&desk = m_desk, place = grading::LevelPlace{level, point, view.stack()->frameOfReference}] {
                             desk.apply(grading::commands::placeLevel(place));
                         });
    menu->popup(view.mapToGlobal(view.projection().toPane(m_at).toPoint() + QPoint(12, 0)));
}

void LevelTool::askOtherName(SliceView& view, const grading::Level& level)
{
    auto* menu = makeMenu(view, "levelRenames");
    menu->addAction(QObject::tr("%1 is rather (names, marks and grades move along)").arg(text(level)))
        ->setEnabled(false);
    const auto all = m_desk.reading().numbering.levels();
    const auto at = std::find(all.begin(), all.end(), level);
    for (const auto& other : offered(m_desk)) {
        auto* action = menu->addAction(text(other));
        action->setEnabled(other != level);
        const auto shift = static_cast<int>(std::find(all.begin(), all.end(), other) - at);
        QObject::connect(action, &QAction::triggered, &m_desk,
                         [&desk = m_desk, shift] { desk.renumber(desk.reading().numbering, shift); });
    }
    menu->addSeparator();
    QObject::connect(menu->addAction(QObject::tr("Take the name back")), &QAction::triggered, &m_desk,
                     [&desk = m_desk, level, frame = view.stack()->frameOfReference] {
                         desk.apply(grading::commands::unplaceLevel(level, frame));
                     });
    menu->popup(view.mapToGlobal(view.projection().toPane(m_at).toPoint() + QPoint(12, 0)));
}

void LevelTool::hover(SliceView&, grading::SlicePoint, Qt::KeyboardModifiers) {}

bool LevelTool::key(SliceView&, int key)
{
    if (key != Qt::Key_Escape || !m_held)
        return false;
    cancel();
    return true;
}

void LevelTool::cancel()
{
    m_held.reset();
    m_isMoved = false;
    m_isPressed = false;
}

/// What a click would name, beside the mouse; a disc that is dragged.
void LevelTool::paint(const SliceView& view, QPainter& painter) const
{
    if (!view.mousePlace() || !m_desk.isOpen())
        return;
    const QPointF mouse = *view.mousePlace();
    const auto slicePoint = view.projection().toSlice(mouse);
    QString name;
    if (m_held)
        name = text(*m_held);
    else if (grabbed(view, slicePoint) == nullptr) {
        if (const auto* level = meant(view, patientPoint(view, slicePoint)))
            name = QObject::tr("click: %1").arg(text(level->level));
        else
            name = QObject::tr("click a disc to name it");
    }
    painter.setFont(overlayFont());
    drawRimmedText(painter, QRectF(mouse + QPointF(14, 8), QSizeF(200, 16)), Qt::AlignLeft | Qt::AlignVCenter, name,
                   QColor(0x7dbbff));
}

} // namespace foragrade
