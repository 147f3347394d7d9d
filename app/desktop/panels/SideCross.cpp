#include "panels/SideCross.h"

#include "study/ReadingDesk.h"

#include <QGridLayout>
#include <QStyle>
#include <QToolButton>

namespace foragrade {
namespace {

using grading::AnatomicalDirection;
using grading::RootMorphology;
using grading::SideState;

template <class T>
std::optional<T> after(std::optional<T> state, std::initializer_list<T> order)
{
    if (!state)
        return *order.begin();
    for (auto each = order.begin(); each != order.end(); ++each) {
        if (*each == *state)
            return each + 1 == order.end() ? std::optional<T>{} : std::optional<T>{*(each + 1)};
    }
    return {};
}

void showState(QToolButton& button, const QString& text, const char* state)
{
    button.setText(text);
    button.setProperty("state", state);
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

} // namespace

SideCross::SideCross(ReadingDesk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_root(new QToolButton(this)), m_take(new QToolButton(this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    static constexpr std::array<std::pair<int, int>, 4> cells{{{0, 1}, {2, 1}, {1, 0}, {1, 2}}};
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        auto* button = new QToolButton(this);
        m_sides[i] = button;
        button->setObjectName(QString("side%1").arg(i));
        grid->addWidget(button, cells[i].first, cells[i].second);
        connect(button, &QToolButton::clicked, this, [this, i] { cycle(static_cast<Place>(i)); });
    }
    m_root->setObjectName("root");
    grid->addWidget(m_root, 1, 1);
    connect(m_root, &QToolButton::clicked, this, &SideCross::cycleRoot);
    for (auto* button : {m_sides[0], m_sides[1], m_sides[2], m_sides[3], m_root}) {
        button->setProperty("kind", "finding");
        button->setFixedSize(88, 40);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_take->setObjectName("takeMeasured");
    m_take->setText(tr("as measured\n(Enter)"));
    m_take->setToolTip(tr("Sides and root as the marks show them become the findings; correct what you see otherwise"));
    m_take->setProperty("kind", "finding");
    m_take->setFixedSize(88, 40);
    m_take->setFocusPolicy(Qt::TabFocus);
    grid->addWidget(m_take, 2, 2);
    connect(m_take, &QToolButton::clicked, this, &SideCross::takeMeasured);
    refresh();
}

AnatomicalDirection SideCross::sideAt(Place place) const
{
    switch (place) {
    case Place::Up:
        return AnatomicalDirection::Superior;
    case Place::Down:
        return AnatomicalDirection::Inferior;
    case Place::Left:
        return m_anteriorAtLeft ? AnatomicalDirection::Anterior : AnatomicalDirection::Posterior;
    case Place::Right:
        return m_anteriorAtLeft ? AnatomicalDirection::Posterior : AnatomicalDirection::Anterior;
    }
    return AnatomicalDirection::Superior;
}

void SideCross::cycle(Place place)
{
    cycle(sideAt(place));
}

void SideCross::cycle(AnatomicalDirection side)
{
    if (!m_desk.isOpen())
        return;
    const auto state = m_desk.record(m_desk.current()).findings.side(side);
    m_desk.apply(grading::commands::setSide(
        m_desk.current(), side, after(state, {SideState::Preserved, SideState::Lost, SideState::NotAssessable})));
}

void SideCross::cycleRoot()
{
    turnRoot(
        {RootMorphology::Normal, RootMorphology::Deformed, RootMorphology::Collapsed, RootMorphology::NotAssessable});
}

void SideCross::cycleRootBack()
{
    turnRoot(
        {RootMorphology::NotAssessable, RootMorphology::Collapsed, RootMorphology::Deformed, RootMorphology::Normal});
}

void SideCross::turnRoot(std::initializer_list<RootMorphology> order)
{
    if (m_desk.isOpen())
        m_desk.apply(
            grading::commands::setRoot(m_desk.current(), after(m_desk.record(m_desk.current()).findings.root, order)));
}

bool SideCross::takeMeasured()
{
    if (!m_desk.isOpen() || m_desk.hidesEvidence(m_desk.current()))
        return false;
    const auto& measured = m_desk.assessment(m_desk.current()).measurements;
    return measured &&
           m_desk.apply(grading::commands::takeFindings(m_desk.current(), grading::findingsFrom(*measured)));
}

void SideCross::setAnteriorAtLeft(bool isAtLeft)
{
    if (isAtLeft == m_anteriorAtLeft)
        return;
    m_anteriorAtLeft = isAtLeft;
    refresh();
}

void SideCross::refresh()
{
    const auto record = m_desk.isOpen() ? m_desk.record(m_desk.current()) : grading::ForamenReading{};
    static constexpr std::array<const char*, 4> names{QT_TR_NOOP("Superior"), QT_TR_NOOP("Inferior"),
                                                      QT_TR_NOOP("Anterior"), QT_TR_NOOP("Posterior")};
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        const auto side = sideAt(static_cast<Place>(i));
        const auto state = record.findings.side(side);
        const QString word = !state                           ? tr("–")
                             : *state == SideState::Preserved ? tr("kept")
                             : *state == SideState::Lost      ? tr("lost")
                                                              : tr("not assessable");
        const char* key = !state                           ? "open"
                          : *state == SideState::Preserved ? "kept"
                          : *state == SideState::Lost      ? "lost"
                                                           : "unsure";
        showState(*m_sides[i], tr(names[grading::indexOf(side)]) + '\n' + word, key);
    }
    const auto root = record.findings.root;
    const QString word = !root                                ? tr("–")
                         : *root == RootMorphology::Normal    ? tr("normal")
                         : *root == RootMorphology::Deformed  ? tr("deformed")
                         : *root == RootMorphology::Collapsed ? tr("collapsed")
                                                              : tr("not assessable");
    const char* key = !root                                    ? "open"
                      : *root == RootMorphology::Normal        ? "kept"
                      : *root == RootMorphology::NotAssessable ? "unsure"
                                                               : "lost";
    showState(*m_root, tr("Root") + '\n' + word, key);
    m_take->setVisible(m_desk.isOpen() && !m_desk.hidesEvidence(m_desk.current()) &&
                       m_desk.assessment(m_desk.current()).measurements.has_value());
}

} // namespace foragrade
