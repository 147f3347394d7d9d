#include "Assign.h"
#include "Change.h"
#include "ProjectRows.h"
#include "Rows.h"
#include "StoreDatabase.h"
#include "StudyRows.h"

#include "grading/scoring/GradingScheme.h"
#include "grading/store/Project.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace grading {

using soci::into;
using soci::use;
using Json = nlohmann::ordered_json;

namespace {

std::string changeJson(Json before, Json after)
{
    return Json{{"before", std::move(before)}, {"after", std::move(after)}}.dump(-1, ' ', false,
                                                                                 Json::error_handler_t::replace);
}

Json asNode(const Member& member)
{
    return {{"name", member.name}, {"organization", member.organization}, {"role", std::string(name(member.role))}};
}

Result<void> checkProtocol(const Protocol& protocol)
{
    const auto wrong = [](const std::string& what, const std::string& advice) {
        return fail(ErrorCode::InvalidArgument, "protocol", what, advice);
    };
    if (findScheme(protocol.scheme) == nullptr)
        return wrong("has an unknown scheme '" + protocol.scheme + "'", "name one such as document");
    if (protocol.foramina.empty())
        return wrong("names no foramen", "name those that are to be graded");
    if (protocol.readersPerStudy < 1 || protocol.readersPerStudy > 100)
        return wrong("has a number of readers out of range", "give each study to 1 to 100 readers");
    if (protocol.repeatPercent < 0 || protocol.repeatPercent > 100)
        return wrong("repeats a share out of range", "give 0 to 100 percent");
    if (protocol.washoutDays < 0 || protocol.washoutDays > 3650)
        return wrong("has a washout out of range", "give 0 to 3650 days");
    if (!(protocol.diceBelow >= 0 && protocol.diceBelow <= 1))
        return wrong("has a Dice threshold out of range", "give 0 to 1");
    return {};
}

void insertMember(Connection& connection, const std::string& project, const Member& member)
{
    const std::string role(name(member.role));
    connection.sql << "INSERT INTO members (project, reader, role, organization) VALUES (:p, :n, :r, :o)", use(project),
        use(member.name), use(role), use(member.organization);
}

/// The project, if the actor may change it.
Result<Project> forManager(StoreAccess::Database& database, const std::string& name)
{
    auto project = readProject(*database.connection, name);
    if (!project)
        return project;
    const auto* member = project->find(database.actor);
    if (member == nullptr || member->role != MemberRole::Manager)
        return fail(ErrorCode::Refused, database.actor.empty() ? "somebody unnamed" : database.actor,
                    "isn't a manager of project '" + name + "'", "say who acts with --as");
    return project;
}

std::vector<Assignment> readAssignments(Connection& connection, const std::string& project)
{
    std::vector<Assignment> all;
    Assignment row;
    std::string study;
    forEachRow((connection.sql.prepare << "SELECT study, reader, round, place, alias, due FROM assignments"
                                          " WHERE project = :p ORDER BY reader, place",
                into(study), into(row.reader), into(row.round), into(row.place), into(row.alias), into(row.due),
                use(project)),
               [&] {
                   row.study = Uid(study);
                   all.push_back(row);
               });
    return all;
}

void insertAssignments(Connection& connection, const std::string& project, const std::vector<Assignment>& all)
{
    for (const auto& row : all)
        connection.sql << "INSERT INTO assignments (project, study, reader, round, place, alias, due)"
                          " VALUES (:p, :s, :r, :n, :l, :a, :d)",
            use(project), use(row.study.text()), use(row.reader), use(row.round), use(row.place), use(row.alias),
            use(row.due);
}

Json asNode(const std::vector<Assignment>& all)
{
    Json list = Json::array();
    for (const auto& row : all)
        list.push_back({{"study", row.study.text()},
                        {"reader", row.reader},
                        {"round", row.round},
                        {"place", row.place},
                        {"case", row.alias},
                        {"due", row.due}});
    return list;
}

/// Those that the project doesn't have yet, each once and in an order that doesn't depend on how they were named.
std::vector<Uid> newOnes(const std::vector<ProjectStudy>& studies, const std::vector<Assignment>& present)
{
    std::set<Uid> uids;
    for (const auto& study : studies)
        uids.insert(study.identity.uid);
    for (const auto& row : present)
        uids.erase(row.study);
    return {uids.begin(), uids.end()};
}

} // namespace

Result<void> addProject(Store& store, const Project& project)
{
    auto& database = StoreAccess::of(store);
    auto& connection = *database.connection;
    const auto* manager = project.find(database.actor);
    if (project.name.empty() || cleanText(project.name) != project.name)
        return fail(ErrorCode::InvalidArgument, "project", "has no name", "name it");
    if (manager == nullptr || manager->role != MemberRole::Manager)
        return fail(ErrorCode::InvalidArgument, project.name, "has no manager who makes it", "say who with --as");
    if (auto checked = checkProtocol(project.protocol); !checked)
        return checked;
    return database.write([&]() -> Result<void> {
        if (readProject(connection, project.name))
            return fail(ErrorCode::Exists, connection.name, "already has a project '" + project.name + "'",
                        "choose another name");
        const auto protocol = toJson(project.protocol);
        connection.sql << "INSERT INTO projects (name, protocol, status, version) VALUES (:n, :p, 'open', 1)",
            use(project.name), use(protocol);
        Json members = Json::array();
        for (const auto& member : project.members) {
            insertMember(connection, project.name, member);
            members.push_back(asNode(member));
        }
        logProject(connection, database.actor, project.name, "New project",
                   changeJson(nullptr, {{"protocol", Json::parse(protocol)}, {"members", members}}));
        return {};
    });
}

Result<Project> findProject(const Store& store, const std::string& project)
{
    auto& connection = *StoreAccess::of(store).connection;
    return connection.guarded([&] { return readProject(connection, project); });
}

Result<std::vector<std::string>> projectNames(const Store& store)
{
    auto& connection = *StoreAccess::of(store).connection;
    return connection.guarded([&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> names;
        std::string project;
        forEachRow((connection.sql.prepare << "SELECT name FROM projects", into(project)),
                   [&] { names.push_back(project); });
        std::ranges::sort(names);
        return names;
    });
}

Result<void> addMember(Store& store, const std::string& project, const Member& member)
{
    auto& database = StoreAccess::of(store);
    if (!isPersonName(member.name))
        return fail(ErrorCode::InvalidArgument, member.name, "isn't a person name", "write Family^Given");
    return database.write([&]() -> Result<void> {
        const auto known = forManager(database, project);
        if (!known)
            return fail(known.error());
        if (known->find(member.name) != nullptr)
            return fail(ErrorCode::Exists, member.name, "is a member of project '" + project + "' already",
                        "one person has one role in a project");
        insertMember(*database.connection, project, member);
        logProject(*database.connection, database.actor, project, "New member", changeJson(nullptr, asNode(member)));
        return {};
    });
}

Result<void> closeProject(Store& store, const std::string& project)
{
    auto& database = StoreAccess::of(store);
    return database.write([&]() -> Result<void> {
        const auto known = forManager(database, project);
        if (!known)
            return fail(known.error());
        if (!known->isOpen)
            return fail(ErrorCode::Refused, project, "is closed already");
        database.connection->sql << "UPDATE projects SET status = 'closed', version = version + 1 WHERE name = :n",
            use(project);
        logProject(*database.connection, database.actor, project, "Close project",
                   changeJson({{"status", "open"}}, {{"status", "closed"}}));
        return {};
    });
}

Result<int> assignStudies(Store& store, const std::string& project, const std::vector<ProjectStudy>& studies,
                          const std::string& due)
{
    auto& database = StoreAccess::of(store);
    auto& connection = *database.connection;
    return database.write([&]() -> Result<int> {
        const auto known = forManager(database, project);
        if (!known)
            return fail(known.error());
        if (!known->isOpen)
            return fail(ErrorCode::Refused, project, "is closed", "begin another project");
        AssignmentInput input{known->protocol, {}, readAssignments(connection, project), {}, due};
        for (const auto& member : known->members) {
            if (member.role == MemberRole::Reader)
                input.readers.push_back(member.name);
        }
        if (input.readers.size() < static_cast<std::size_t>(known->protocol.readersPerStudy))
            return fail(ErrorCode::InvalidArgument, project,
                        "has " + std::to_string(input.readers.size()) + " readers, but each study needs " +
                            std::to_string(known->protocol.readersPerStudy),
                        "add readers first");
        input.newStudies = newOnes(studies, input.present);
        for (const auto& study : studies)
            putStudy(connection, database.actor, study.identity, study.images);
        if (input.newStudies.empty())
            return 0;
        const auto added = newAssignments(input);
        insertAssignments(connection, project, added);
        logProject(connection, database.actor, project, "Assign studies", changeJson(nullptr, asNode(added)));
        return static_cast<int>(input.newStudies.size());
    });
}

} // namespace grading
