#include "grading/store/Adjudication.h"

#include "Assign.h"
#include "Differences.h"
#include "Rows.h"
#include "StudyRows.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace grading {

using soci::into;
using soci::use;
using Json = nlohmann::ordered_json;

namespace {

/// The project, if the actor may see what its readers say.
Result<Project> forAdjudicators(StoreAccess::Database& database, const std::string& name)
{
    auto project = readProject(*database.connection, name);
    if (!project)
        return project;
    const auto* member = project->find(database.actor);
    if (project->isOpen && (member == nullptr || member->role == MemberRole::Reader))
        return fail(ErrorCode::Refused, database.actor.empty() ? "somebody unnamed" : database.actor,
                    "may not see this of project '" + name + "'", "say who looks with --as");
    return project;
}

/// Of each study the newest signed reading of an adjudicator.
std::map<Uid, ProjectReading> decisions(Connection& connection, const std::string& project)
{
    std::map<Uid, ProjectReading> found;
    ProjectReading reading;
    reading.role = MemberRole::Adjudicator;
    std::string id;
    std::string study;
    forEachRow((
                   connection.sql.prepare
                       << "SELECT r.id, r.revision, r.study, r.reader FROM revisions r JOIN members m ON m.project ="
                          " r.project AND m.reader = r.reader AND m.role = 'adjudicator' WHERE r.project = :p AND"
                          " r.status = 'signed' ORDER BY r.study, r.reader, r.revision",
                   into(id), into(reading.revision), into(study), into(reading.reader), use(project)),
               [&] {
                   reading.id = Uid(id);
                   reading.study = Uid(study);
                   found[reading.study] = reading;
               });
    return found;
}

/// What the readers agree on, as the first of them recorded it; nothing where they differ.
std::map<Foramen, ForamenReading> agreedOn(const StudyReads& study, const std::vector<Difference>& differences)
{
    std::map<Foramen, ForamenReading> agreed = study.contents.front().foramina;
    for (auto& [foramen, record] : agreed)
        record.comment.clear();
    for (const auto& difference : differences)
        agreed.erase(difference.foramen);
    return agreed;
}

/// The study becomes the adjudicator's, with a case name of its own.
void assignTo(Connection& connection, const std::string& project, const Reading& reading)
{
    int count = 0;
    int place = 0;
    connection.sql << "SELECT COUNT(*) FROM assignments WHERE project = :p", into(count), use(project);
    connection.sql << "SELECT COALESCE(MAX(place), 0) + 1 FROM assignments WHERE project = :p AND reader = :r",
        into(place), use(project), use(reading.reader.name);
    const auto alias = caseName(count + 1);
    connection.sql << "INSERT INTO assignments (project, study, reader, round, place, alias, due)"
                      " VALUES (:p, :s, :r, 1, :l, :a, '')",
        use(project), use(reading.study.uid.text()), use(reading.reader.name), use(place), use(alias);
    const Json change{{"before", nullptr}, {"after", {{"study", reading.study.uid.text()}, {"case", alias}}}};
    logProject(connection, reading.reader.name, project, "Begin adjudication", change.dump());
}

std::string asJson(const std::vector<ProjectReading>& reads)
{
    Json list = Json::array();
    for (const auto& read : reads)
        list.push_back({{"reading", read.id.text()}, {"revision", read.revision}});
    return list.dump();
}

} // namespace

Result<std::vector<Difference>> differences(const Store& store, const std::string& project)
{
    auto& database = StoreAccess::of(store);
    auto& connection = *database.connection;
    return connection.guarded([&]() -> Result<std::vector<Difference>> {
        const Transaction transaction(connection, Transaction::Kind::Read);
        const auto rules = forAdjudicators(database, project);
        if (!rules)
            return fail(rules.error());
        const auto decided = decisions(connection, project);
        std::vector<Difference> all;
        for (auto& study : studyReads(connection, project)) {
            if (!study.isComplete())
                continue;
            if (auto loaded = loadContents(database, study); !loaded)
                return fail(loaded.error());
            for (auto& difference : differencesOf(study, rules->protocol)) {
                difference.isDecided = decided.contains(study.study);
                all.push_back(std::move(difference));
            }
        }
        return all;
    });
}

Result<Uid> beginAdjudication(Store& store, const std::string& project, const Uid& study)
{
    auto& database = StoreAccess::of(store);
    auto& connection = *database.connection;
    return database.write([&]() -> Result<Uid> {
        const auto rules = readProject(connection, project);
        if (!rules)
            return fail(rules.error());
        const auto* member = rules->find(database.actor);
        if (!rules->isOpen || member == nullptr || member->role != MemberRole::Adjudicator)
            return fail(ErrorCode::Refused, database.actor.empty() ? "somebody unnamed" : database.actor,
                        "isn't an adjudicator of the open project '" + project + "'", "say who decides with --as");
        auto studies = studyReads(connection, project, study);
        if (studies.empty() || !studies.front().isComplete())
            return fail(ErrorCode::Refused, "study " + study.text(), "hasn't been signed by all its readers");
        if (!readingRows(connection, study, database.actor).empty())
            return fail(ErrorCode::Exists, database.actor, "already has a reading of study " + study.text(),
                        "open it instead");
        auto& reads = studies.front();
        if (auto loaded = loadContents(database, reads); !loaded)
            return fail(loaded.error());
        const auto& first = reads.contents.front();
        Reading reading;
        reading.id = Uid::generate();
        reading.study = first.study;
        reading.reader = {member->name, member->organization, ReaderRole::Adjudicator};
        reading.scheme = rules->protocol.scheme;
        reading.numbering = first.numbering;
        reading.seriesUsed = first.seriesUsed;
        reading.created = now();
        reading.foramina = agreedOn(reads, differencesOf(reads, rules->protocol));
        putReader(connection, reading.reader);
        assignTo(connection, project, reading);
        ReadingRow row{reading.id, study, member->name, project, 1, 1, false};
        insertRevision(connection, reading, row, asJson(reads.reads));
        logStep(connection, member->name, "New adjudication", nullptr, reading);
        return reading.id;
    });
}

Result<std::vector<ProjectReading>> predecessorsOf(const Store& store, const Uid& reading)
{
    auto& connection = *StoreAccess::of(store).connection;
    return connection.guarded([&]() -> Result<std::vector<ProjectReading>> {
        std::string text;
        connection.sql << "SELECT predecessors FROM revisions WHERE id = :i AND revision = 1", into(text),
            use(reading.text());
        std::vector<ProjectReading> all;
        const auto list = Json::parse(text, nullptr, false);
        if (!list.is_array())
            return all;
        for (const auto& entry : list) {
            const auto row = readingRow(connection, Uid(entry.value("reading", "")));
            if (row.isKnown())
                all.push_back(
                    {row.id, entry.value("revision", 1), row.study, row.reader, MemberRole::Reader, row.round});
        }
        return all;
    });
}

Result<std::set<Foramen>> unexplainedDecisions(const Store& store, const Reading& reading)
{
    const auto bases = predecessorsOf(store, reading.id);
    const auto place = placeOf(store, reading.id);
    if (!bases || !place)
        return fail(!bases ? bases.error() : place.error());
    if (bases->empty() || !*place)
        return std::set<Foramen>();
    std::vector<Reading> readers;
    for (const auto& base : *bases) {
        auto read = store.load(base.id, base.revision);
        if (!read)
            return fail(read.error());
        readers.push_back(std::move(*read));
    }
    return unexplainedIn(reading, readers, (*place)->protocol);
}

Result<std::vector<Consensus>> consensus(const Store& store, const std::string& project)
{
    auto& database = StoreAccess::of(store);
    auto& connection = *database.connection;
    return connection.guarded([&]() -> Result<std::vector<Consensus>> {
        const Transaction transaction(connection, Transaction::Kind::Read);
        const auto rules = forAdjudicators(database, project);
        if (!rules)
            return fail(rules.error());
        const auto decided = decisions(connection, project);
        std::vector<Consensus> all;
        for (auto& study : studyReads(connection, project)) {
            Consensus entry{study.study, std::nullopt, decided.contains(study.study)};
            if (entry.isAdjudicated) {
                entry.reading = decided.at(study.study);
            } else if (study.isComplete()) {
                if (auto loaded = loadContents(database, study); !loaded)
                    return fail(loaded.error());
                if (differencesOf(study, rules->protocol).empty())
                    entry.reading = study.reads.front();
            }
            all.push_back(std::move(entry));
        }
        return all;
    });
}

} // namespace grading
