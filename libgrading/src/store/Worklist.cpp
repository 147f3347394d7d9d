#include "grading/store/Worklist.h"

#include "ProjectRows.h"
#include "Rows.h"
#include "StoreDatabase.h"
#include "Washout.h"

#include <algorithm>
#include <map>

namespace grading {

using soci::into;
using soci::use;

std::string_view name(WorkState state)
{
    switch (state) {
    case WorkState::Open:
        return "open";
    case WorkState::Draft:
        return "draft";
    case WorkState::Signed:
        return "signed";
    case WorkState::Waiting:
        return "waiting";
    }
    return {};
}

namespace {

/// An assignment with what has become of it.
struct WorkRow {
    std::string reader;
    WorklistEntry entry;
    std::string study; ///< uid
    Timestamp firstSigned{};
    bool wasSigned = false;
};

tl::unexpected<Error> refused(const std::string& viewer, const std::string& project)
{
    return fail(ErrorCode::Refused, viewer.empty() ? "somebody unnamed" : viewer,
                "may not see this of project '" + project + "'", "say who looks with --as");
}

bool sees(const Project& project, const std::string& viewer, std::initializer_list<MemberRole> roles)
{
    const auto* member = project.find(viewer);
    return !project.isOpen || (member != nullptr && std::ranges::find(roles, member->role) != roles.end());
}

/// Today in UTC, "2026-05-31".
std::string today()
{
    return toIso8601(now()).substr(0, 10);
}

/// One row an assignment and revision, each folded into its assignment's.
class Folding {
public:
    void add(const WorkRow& read, const std::string& reading, const std::string& status, const std::string& changed)
    {
        const bool isSame =
            !m_rows.empty() && m_rows.back().reader == read.reader && m_rows.back().entry.place == read.entry.place;
        if (!isSame)
            m_rows.push_back(read);
        auto& row = m_rows.back();
        if (reading.empty())
            return;
        row.entry.reading = Uid(reading);
        row.entry.state = status == "signed" ? WorkState::Signed : WorkState::Draft;
        if (status == "signed" && !row.wasSigned) {
            row.wasSigned = true;
            row.firstSigned = fromIso8601(changed);
        }
    }

    std::vector<WorkRow> take() { return std::move(m_rows); }

private:
    std::vector<WorkRow> m_rows;
};

/// Second readings wait for the first and its washout.
void setWaiting(std::vector<WorkRow>& rows, const Protocol& protocol)
{
    std::map<std::tuple<std::string, std::string, int>, const WorkRow*> byRound;
    for (const auto& row : rows)
        byRound[{row.reader, row.study, row.entry.round}] = &row;
    for (auto& row : rows) {
        if (row.entry.round < 2 || row.entry.state != WorkState::Open)
            continue;
        const auto first = byRound.find({row.reader, row.study, row.entry.round - 1});
        const bool isKnown = first != byRound.end() && first->second->wasSigned;
        if (isKnown)
            row.entry.from = washoutEnd(first->second->firstSigned, protocol);
        if (!isKnown || *row.entry.from > now())
            row.entry.state = WorkState::Waiting;
    }
}

/// By reader and place; of one reader, or of all when `reader` is empty.
std::vector<WorkRow> readRows(Connection& connection, const Project& project, const std::string& reader)
{
    WorkRow row;
    auto& entry = row.entry;
    std::string folder;
    std::string reading;
    std::string status;
    std::string changed;
    auto isBegun = soci::i_ok;
    auto hasStatus = soci::i_ok;
    auto hasTime = soci::i_ok;
    Folding folding;
    const std::string select =
        "SELECT a.study, a.reader, a.round, a.place, a.alias, a.due, s.patient_name, s.patient_id, s.study_date,"
        " s.description, s.body_part, s.images, s.images_digest, s.images_peer, r.id, r.status, r.changed FROM "
        "assignments a JOIN studies s"
        " ON s.uid = a.study LEFT JOIN revisions r ON r.project = a.project AND r.reader = a.reader AND"
        " r.study = a.study AND r.round = a.round WHERE a.project = :p AND (a.reader = :r OR :q = '')"
        " ORDER BY a.reader, a.place, r.revision";
    forEachRow((connection.sql.prepare << select, into(row.study), into(row.reader), into(entry.round),
                into(entry.place), into(entry.caseName), into(entry.due), into(entry.study.patientName),
                into(entry.study.patientId), into(entry.study.date), into(entry.study.description),
                into(entry.study.bodyPart), into(folder), into(entry.images.digest), into(entry.images.peer),
                into(reading, isBegun), into(status, hasStatus), into(changed, hasTime), use(project.name), use(reader),
                use(reader)),
               [&] {
                   entry.study.uid = Uid(row.study);
                   entry.images.folder = folder;
                   folding.add(row, isBegun == soci::i_ok ? reading : std::string(), status, changed);
               });
    auto rows = folding.take();
    setWaiting(rows, project.protocol);
    const auto date = today();
    for (auto& each : rows)
        each.entry.isOverdue =
            !each.entry.due.empty() && each.entry.due < date && each.entry.state != WorkState::Signed;
    return rows;
}

} // namespace

Result<std::vector<WorklistEntry>> worklist(const Store& store, const std::string& project, const std::string& reader)
{
    auto& database = StoreAccess::of(store);
    auto& connection = *database.connection;
    return connection.guarded([&]() -> Result<std::vector<WorklistEntry>> {
        const Transaction transaction(connection, Transaction::Kind::Read);
        const auto rules = readProject(connection, project);
        if (!rules)
            return fail(rules.error());
        if (rules->find(reader) == nullptr)
            return fail(ErrorCode::NotFound, reader, "isn't a member of project '" + project + "'",
                        "see `foragrade-cli project show`");
        const auto viewer = database.actor.empty() ? reader : database.actor;
        if (viewer != reader && !sees(*rules, viewer, {MemberRole::Manager}))
            return refused(viewer, project);
        const bool isHidden =
            rules->protocol.blindTo.contains(BlindTo::Identity) && !sees(*rules, viewer, {MemberRole::Manager});
        std::vector<WorklistEntry> entries;
        for (auto& row : readRows(connection, *rules, reader)) {
            row.entry.hidesIdentity = isHidden;
            if (isHidden)
                row.entry.study = hiddenIdentity(row.entry.study, row.entry.caseName);
            entries.push_back(std::move(row.entry));
        }
        return entries;
    });
}

Result<std::vector<ReaderProgress>> progress(const Store& store, const std::string& project)
{
    auto& database = StoreAccess::of(store);
    auto& connection = *database.connection;
    return connection.guarded([&]() -> Result<std::vector<ReaderProgress>> {
        const Transaction transaction(connection, Transaction::Kind::Read);
        const auto rules = readProject(connection, project);
        if (!rules)
            return fail(rules.error());
        if (!sees(*rules, database.actor, {MemberRole::Manager}))
            return refused(database.actor, project);
        std::vector<ReaderProgress> all;
        for (const auto& member : rules->members)
            all.push_back({member, 0, 0, 0, 0});
        for (const auto& row : readRows(connection, *rules, {})) {
            const auto found =
                std::ranges::find_if(all, [&](const ReaderProgress& each) { return each.member.name == row.reader; });
            if (found == all.end())
                continue;
            ++found->assigned;
            found->drafts += row.entry.state == WorkState::Draft ? 1 : 0;
            found->done += row.entry.state == WorkState::Signed ? 1 : 0;
            found->overdue += row.entry.isOverdue ? 1 : 0;
        }
        std::erase_if(all, [](const ReaderProgress& each) {
            return each.member.role == MemberRole::Manager ||
                   (each.assigned == 0 && each.member.role != MemberRole::Reader);
        });
        return all;
    });
}

Result<std::vector<ProjectReading>> signedReadings(const Store& store, const std::string& project)
{
    auto& database = StoreAccess::of(store);
    auto& connection = *database.connection;
    return connection.guarded([&]() -> Result<std::vector<ProjectReading>> {
        const auto rules = readProject(connection, project);
        if (!rules)
            return fail(rules.error());
        if (!sees(*rules, database.actor, {MemberRole::Manager, MemberRole::Adjudicator}))
            return refused(database.actor, project);
        std::vector<ProjectReading> all;
        ProjectReading reading;
        std::string id;
        std::string study;
        forEachRow((connection.sql.prepare << "SELECT id, revision, study, reader, round FROM revisions"
                                              " WHERE project = :p AND status = 'signed'",
                    into(id), into(reading.revision), into(study), into(reading.reader), into(reading.round),
                    use(project)),
                   [&] {
                       reading.id = Uid(id);
                       reading.study = Uid(study);
                       const auto* member = rules->find(reading.reader);
                       reading.role = member == nullptr ? MemberRole::Reader : member->role;
                       all.push_back(reading);
                   });
        std::ranges::sort(all, {}, [](const ProjectReading& each) {
            return std::tuple(each.study, each.reader, each.round, each.revision);
        });
        return all;
    });
}

std::vector<ProjectReading> firstReads(const std::vector<ProjectReading>& readings)
{
    std::vector<ProjectReading> first;
    for (const auto& reading : readings) {
        if (reading.role == MemberRole::Reader && reading.round == 1 && reading.revision == 1)
            first.push_back(reading);
    }
    return first;
}

Result<bool> hidesIdentity(const Store& store, const std::string& viewer, const Uid& study)
{
    auto& connection = *StoreAccess::of(store).connection;
    return connection.guarded([&]() -> Result<bool> { return Sight(connection, viewer).hidesIdentity(study); });
}

Result<std::optional<ProjectPlace>> placeOf(const Store& store, const Uid& reading)
{
    auto& database = StoreAccess::of(store);
    auto& connection = *database.connection;
    return connection.guarded([&]() -> Result<std::optional<ProjectPlace>> {
        const auto row = readingRow(connection, reading);
        if (row.project.empty())
            return std::optional<ProjectPlace>();
        auto seen = database.sightFor(row.reader).at(row, row.wasSigned);
        if (!seen)
            return fail(seen.error());
        auto project = readProject(connection, row.project);
        if (!project)
            return fail(project.error());
        return std::optional(ProjectPlace{std::move(project->name), row.round, std::move(seen->caseName),
                                          std::move(project->protocol), std::move(seen->blindTo)});
    });
}

} // namespace grading
