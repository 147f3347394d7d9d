#include "study/ReadingDesk.h"

#include "models/Midline.h"
#include "models/StudyRegion.h"

#include "grading/store/StoredSession.h"

#include <QTime>

#include <algorithm>

namespace foragrade {
namespace {

grading::Reading newReading(const grading::Study& study, const QString& reader)
{
    grading::Reading reading;
    reading.id = grading::Uid::generate();
    const std::string bodyPart = study.series.empty() ? std::string() : study.series.front().bodyPart;
    reading.study = {study.uid, study.patientName, study.patientId, study.date, study.description, bodyPart};
    reading.reader.name = reader.toStdString();
    reading.created = grading::now();
    return reading;
}

} // namespace

ReadingDesk::ReadingDesk(QString store, QString reader, QObject* parent)
    : QObject(parent), m_storePath(std::move(store)), m_reader(std::move(reader)), m_tool(keptSizes())
{
    m_retry.setInterval(2000);
    connect(&m_retry, &QTimer::timeout, this, &ReadingDesk::tryStoreAgain);
}

ReadingDesk::~ReadingDesk() = default;

bool ReadingDesk::open(const grading::Study& study, const std::filesystem::path& images)
{
    close();
    m_images = images;
    if (!openStore())
        return false;
    auto session = grading::openSession(*m_store, study.uid, m_reader.toStdString());
    if (!session && session.error().code == grading::ErrorCode::NotFound) {
        if (const auto added = m_store->add(newReading(study, m_reader), images); !added)
            return report(added);
        session = grading::openSession(*m_store, study.uid, m_reader.toStdString());
    }
    if (!session)
        return report(grading::fail(session.error()));
    m_region = regionOf(study);
    m_midlines = midlinesOf(study);
    follow(std::move(*session));
    // A draft goes on where it was left: a grade for what comes next would replace the first one's.
    const auto next = std::find_if(m_foramina.begin(), m_foramina.end(), [this](const auto& foramen) {
        return !isSigned() && !record(foramen).isComplete();
    });
    m_current = next == m_foramina.end() ? m_foramina.front() : *next;
    m_clock.turnTo(m_current, record(m_current).timeSpent);
    emit opened();
    return true;
}

void ReadingDesk::follow(grading::Session session)
{
    m_subscription.reset();
    m_session.emplace(std::move(session));
    findProject();
    listForamina();
    m_subscription = m_session->changed().subscribe([this] {
        m_assessments.clear();
        m_levels.clear();
        if (reading().numbering != m_numbering) {
            listForamina();
            m_clock.reset(); // it counts by name
            m_clock.turnTo(m_current, record(m_current).timeSpent);
            emit renumbered();
        }
        emit saved(QTime::currentTime().toString("HH:mm:ss"));
        emit changed();
    });
}

void ReadingDesk::listForamina()
{
    m_assessments.clear();
    m_levels.clear();
    m_numbering = reading().numbering;
    const auto before = std::find(m_foramina.begin(), m_foramina.end(), m_current) - m_foramina.begin();
    m_foramina = m_numbering.foramina(m_region);
    if (std::find(m_foramina.begin(), m_foramina.end(), m_current) != m_foramina.end())
        return;
    const auto last = static_cast<std::ptrdiff_t>(m_foramina.size()) - 1;
    m_current = m_foramina[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(before, 0, last))];
}

void ReadingDesk::close()
{
    if (!m_session)
        return;
    m_step = {};
    m_stepInHand.clear();
    if (m_store)
        setTrouble({});
    m_subscription.reset();
    m_session.reset();
    m_project.reset();
    m_predecessors.clear();
    m_apart.clear();
    m_assessments.clear();
    m_levels.clear();
    m_foramina.clear();
    m_midlines.clear();
    m_allowed.clear();
    m_clock.reset();
    emit closed();
}

void ReadingDesk::setReader(const QString& name)
{
    close();
    m_reader = name;
}

bool ReadingDesk::apply(const grading::Command& command)
{
    return take(QString::fromStdString(command.name),
                [this, command = timed(command)] { return m_session->apply(command); });
}

/// The time spent on the current foramen goes with what is said of it; looking alone leaves no record.
grading::Command ReadingDesk::timed(const grading::Command& command) const
{
    return {command.name,
            [apply = command.apply, foramen = m_current,
             spent = timeOnCurrent()](const grading::Reading& before) -> grading::Result<grading::Reading> {
                auto after = apply(before);
                if (!after || *after == before || before.isSigned() || after->isSigned())
                    return after;
                if (const auto found = after->foramina.find(foramen); found != after->foramina.end())
                    found->second.timeSpent = std::max(found->second.timeSpent, spent);
                return after;
            }};
}

bool ReadingDesk::renumber(const grading::SpineNumbering& numbering, int shift)
{
    if (!m_session)
        return false;
    const auto from = reading().numbering.levels();
    const auto to = numbering.levels();
    const auto at = std::find(from.begin(), from.end(), m_current.level) - from.begin() + shift;
    const auto command = grading::commands::renumber(numbering, shift);
    if (!take(QString::fromStdString(command.name), [this, command] { return m_session->apply(command); }))
        return false;
    if (at >= 0 && at < static_cast<std::ptrdiff_t>(to.size()))
        choose({to[static_cast<std::size_t>(at)], m_current.side});
    return true;
}

const std::vector<grading::PlacedLevel>& ReadingDesk::levels(const grading::Uid& frameOfReference) const
{
    static const std::vector<grading::PlacedLevel> none;
    if (!m_session)
        return none;
    auto found = m_levels.find(frameOfReference);
    if (found == m_levels.end())
        found = m_levels
                    .emplace(frameOfReference,
                             grading::levelsAlongSpine(reading().levelPlaces, reading().numbering, frameOfReference))
                    .first;
    return found->second;
}

std::optional<double> ReadingDesk::midline(const grading::Uid& frameOfReference) const
{
    const auto found = m_midlines.find(frameOfReference);
    return found == m_midlines.end() ? std::nullopt : std::optional(found->second);
}

void ReadingDesk::setMidline(const grading::Stack& sagittal, double x)
{
    keepMidline(sagittal, x);
    if (!sagittal.frameOfReference.isEmpty()) // else nothing says what other stacks lie in it
        m_midlines[sagittal.frameOfReference] = x;
}

void ReadingDesk::undo()
{
    if (m_session && m_session->canUndo())
        take(tr("Undo"), [this] { return m_session->undo(); });
}

void ReadingDesk::redo()
{
    if (m_session && m_session->canRedo())
        take(tr("Redo"), [this] { return m_session->redo(); });
}

void ReadingDesk::goToStep(std::size_t position)
{
    while (m_session && m_session->historyPosition() != position && m_trouble.isEmpty()) {
        const bool isBack = m_session->historyPosition() > position;
        if (isBack ? !m_session->canUndo() : !m_session->canRedo()) {
            emit failed(tr("Signing and revising can't be taken back; revise the reading instead"));
            return;
        }
        if (!(isBack ? take(tr("Undo"), [this] { return m_session->undo(); })
                     : take(tr("Redo"), [this] { return m_session->redo(); })))
            return;
    }
}

grading::ForamenReading ReadingDesk::record(const grading::Foramen& foramen) const
{
    const auto* found = m_session ? reading().find(foramen) : nullptr;
    return found != nullptr ? *found : grading::ForamenReading{};
}

const grading::Assessment& ReadingDesk::assessment(const grading::Foramen& foramen) const
{
    auto found = m_assessments.find(foramen);
    if (found == m_assessments.end())
        found = m_assessments.emplace(foramen, grading::assess(reading(), foramen)).first;
    return found->second;
}

bool ReadingDesk::isContradicted(const grading::Foramen& foramen) const
{
    const auto* found = m_session ? reading().find(foramen) : nullptr;
    return found != nullptr && found->grade && found->disagreementReason.empty() &&
           assessment(foramen).agreement == grading::Agreement::Hard;
}

void ReadingDesk::choose(const grading::Foramen& foramen)
{
    if (!m_session || std::find(m_foramina.begin(), m_foramina.end(), foramen) == m_foramina.end())
        return;
    m_current = foramen;
    m_clock.turnTo(foramen, record(foramen).timeSpent);
    emit foramenChosen();
}

void ReadingDesk::step(int levels, int sides)
{
    if (!m_session)
        return;
    const auto at = std::find(m_foramina.begin(), m_foramina.end(), m_current) - m_foramina.begin();
    const auto last = static_cast<std::ptrdiff_t>(m_foramina.size()) - 1;
    auto wanted = at + 2 * levels;
    if (sides != 0)
        wanted = m_current.side == grading::Side::Right ? (sides > 0 ? at + 1 : at) : (sides < 0 ? at - 1 : at);
    if (wanted >= 0 && wanted <= last)
        choose(m_foramina[static_cast<std::size_t>(wanted)]);
}

void ReadingDesk::chooseNextUngraded()
{
    if (!m_session)
        return;
    const auto at =
        static_cast<std::size_t>(std::find(m_foramina.begin(), m_foramina.end(), m_current) - m_foramina.begin());
    for (std::size_t i = 1; i <= m_foramina.size(); ++i) {
        const auto& next = m_foramina[(at + i) % m_foramina.size()];
        if (!record(next).isComplete()) {
            choose(next);
            return;
        }
    }
}

void ReadingDesk::setTool(ToolSettings tool)
{
    tool.brushRadius.value = std::clamp(tool.brushRadius.value, 0.25, 15.0);
    m_tool = tool;
    emit toolChanged();
}

} // namespace foragrade
