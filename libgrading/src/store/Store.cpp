#include "grading/store/Store.h"

#include "Beginning.h"
#include "Differences.h"
#include "ProtocolCheck.h"
#include "StoreDatabase.h"
#include "StudyRows.h"

#include "grading/base/Contract.h"

#include <utility>

namespace grading {

namespace {

tl::unexpected<Error> conflict(const Reading& reading)
{
    return fail(ErrorCode::Conflict, reading.reader.name, "has this reading open elsewhere and changed it there",
                "open it again");
}

/// Nobody writes in another's name.
Result<void> checkActor(const std::string& actor, const Reading& reading)
{
    if (actor.empty() || actor == reading.reader.name)
        return {};
    return fail(ErrorCode::Refused, actor, "may not change a reading by " + reading.reader.name, "only its reader can");
}

/// As the project wants it kept: its scheme, and the identity that the manager's headers gave.
Reading inProject(Reading reading, const Project& project, const StudyIdentity& study)
{
    reading.scheme = project.protocol.scheme;
    reading.study = study;
    const auto* member = project.find(reading.reader.name);
    const bool isAdjudicator = member != nullptr && member->role == MemberRole::Adjudicator;
    reading.reader.role = isAdjudicator ? ReaderRole::Adjudicator : ReaderRole::Reader;
    return reading;
}

/// The protocol's demands when this step signs.
Result<void> checkSigning(StoreAccess::Database& database, const ReadingRow& row, const Reading* before,
                          const Reading& after)
{
    const bool isSigned = after.isSigned() && (before == nullptr || !before->isSigned());
    if (row.project.empty() || !isSigned)
        return {};
    const auto project = readProject(*database.connection, row.project);
    if (!project)
        return fail(project.error());
    if (auto complete = checkComplete(project->protocol, after); !complete)
        return complete;
    const auto* member = project->find(row.reader);
    const bool isAdjudicator = member != nullptr && member->role == MemberRole::Adjudicator;
    return isAdjudicator ? checkDecisions(database, *project, after) : Result<void>();
}

} // namespace

Store::Store(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Result<Store> Store::open(const std::string& where, IfMissing ifMissing, std::chrono::milliseconds patience)
{
    auto connection = connect(where, ifMissing == IfMissing::Fail, patience);
    if (!connection)
        return fail(connection.error());
    if (auto prepared = prepareSchema(**connection); !prepared)
        return fail(prepared.error());
    auto database = std::make_unique<Database>();
    database->connection = std::move(*connection);
    return Store(std::move(database));
}

void Store::actAs(std::string personName)
{
    m_database->actor = std::move(personName);
}

const std::string& Store::actor() const
{
    return m_database->actor;
}

Result<void> Store::add(const Reading& reading, const StudyImages& images)
{
    if (!reading.study.uid.isValid() || !reading.id.isValid() || !isPersonName(reading.reader.name))
        return fail(ErrorCode::InvalidArgument, reading.reader.name, "needs a study, an id and a reader's name");
    auto& connection = *m_database->connection;
    return m_database->write([&]() -> Result<void> {
        if (auto allowed = checkActor(m_database->actor, reading); !allowed)
            return allowed;
        const auto beginning = beginningOf(connection, reading);
        if (!beginning)
            return fail(beginning.error());
        putStudy(connection, reading.reader.name, reading.study, images);
        const auto kept = beginning->project ? inProject(reading, *beginning->project,
                                                         readIdentity(connection, reading.study.uid).value())
                                             : reading;
        if (auto complete = checkSigning(*m_database, beginning->row, nullptr, kept); !complete)
            return complete;
        putReader(connection, kept.reader);
        insertRevision(connection, kept, beginning->row);
        logStep(connection, kept.reader.name, "New reading", nullptr, kept);
        m_database->known[kept.id] = {kept, 1};
        return {};
    });
}

Result<void> Store::save(const std::string& command, const Reading& before, const Reading& after)
{
    GRADING_EXPECTS(before.id == after.id && before.study.uid == after.study.uid &&
                    before.reader.name == after.reader.name);
    auto& connection = *m_database->connection;
    auto saved = m_database->write([&]() -> Result<StoredReading> {
        if (auto allowed = checkActor(m_database->actor, before); !allowed)
            return fail(allowed.error());
        const auto row = readingRow(connection, before.id);
        if (!row.isKnown())
            return fail(ErrorCode::NotFound, connection.name, "has no such reading by " + before.reader.name,
                        "open it again");
        const auto seen = m_database->sightFor(before.reader.name).at(row, before.isSigned());
        if (!seen)
            return fail(seen.error());
        auto stored = m_database->known[before.id];
        if (stored.version == 0 || stored.reading.revision != row.newest ||
            !isAtVersion(connection, stored.reading, stored.version)) {
            auto read = m_database->read(row.id, row.newest);
            if (!read)
                return fail(read.error());
            stored = std::move(*read);
        }
        const auto shown = m_database->shown(stored.reading, *seen);
        if (shown != before)
            return conflict(before);
        Reading kept = after;
        if (seen->hidesIdentity)
            kept.study = stored.reading.study;
        if (auto complete = checkSigning(*m_database, row, &before, kept); !complete)
            return fail(complete.error());
        const bool isNewRevision = after.revision != before.revision;
        if (isNewRevision)
            insertRevision(connection, kept, row);
        else
            replaceRevision(connection, stored.reading, kept);
        logStep(connection, before.reader.name, command, &stored.reading, kept);
        return StoredReading{std::move(kept), isNewRevision ? 1 : stored.version + 1};
    });
    if (!saved) {
        m_database->known.erase(before.id);
        return fail(saved.error());
    }
    m_database->known[before.id] = std::move(*saved);
    return {};
}

} // namespace grading
