#include "Content.h"

#include "Rows.h"

#include "grading/base/Sha256.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace grading {

using soci::into;
using soci::use;

namespace {

using Json = nlohmann::json;

std::string digestOf(const Json& fields)
{
    return sha256(fields.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// In an order that no database's collation decides.
Json sorted(std::vector<Json> rows)
{
    std::ranges::sort(rows, {},
                      [](const Json& row) { return row.dump(-1, ' ', false, Json::error_handler_t::replace); });
    return rows;
}

Json recordsOf(Connection& connection, const std::string& id, int revision)
{
    std::vector<Json> rows;
    std::string foramen;
    std::string digest;
    int grade = 0;
    soci::indicator isGraded = soci::i_ok;
    forEachRow((connection.sql.prepare << "SELECT foramen, grade, digest FROM records WHERE reading = :i"
                                          " AND revision = :r",
                into(foramen), into(grade, isGraded), into(digest), use(id), use(revision)),
               [&] {
                   rows.push_back({foramen, isGraded == soci::i_ok ? Json(grade) : Json(nullptr), digest});
               });
    return sorted(std::move(rows));
}

Json membersOf(Connection& connection, const std::string& project)
{
    std::vector<Json> rows;
    std::string reader;
    std::string role;
    std::string organization;
    forEachRow((connection.sql.prepare << "SELECT reader, role, organization FROM members WHERE project = :p",
                into(reader), into(role), into(organization), use(project)),
               [&] {
                   rows.push_back({reader, role, organization});
               });
    return sorted(std::move(rows));
}

Json assignmentsOf(Connection& connection, const std::string& project)
{
    std::vector<Json> rows;
    std::string study;
    std::string reader;
    std::string alias;
    std::string due;
    int round = 0;
    int place = 0;
    forEachRow((connection.sql.prepare << "SELECT study, reader, round, place, alias, due FROM assignments"
                                          " WHERE project = :p",
                into(study), into(reader), into(round), into(place), into(alias), into(due), use(project)),
               [&] {
                   rows.push_back({study, reader, round, place, alias, due});
               });
    return sorted(std::move(rows));
}

/// The columns of store version 2; empty when there is no such study.
Json studyBeforePeers(Connection& connection, const std::string& uid)
{
    std::string name;
    std::string id;
    std::string date;
    std::string description;
    std::string bodyPart;
    std::string images;
    std::string digest;
    connection.sql << "SELECT patient_name, patient_id, study_date, description, body_part, images, images_digest"
                      " FROM studies WHERE uid = :u",
        into(name), into(id), into(date), into(description), into(bodyPart), into(images), into(digest), use(uid);
    return connection.sql.got_data() ? Json{uid, name, id, date, description, bodyPart, images, digest} : Json::array();
}

} // namespace

std::string contentOfRevision(Connection& connection, const std::string& id, int revision)
{
    std::string study;
    std::string reader;
    std::string project;
    std::string status;
    std::string header;
    std::string predecessors;
    int round = 0;
    connection.sql << "SELECT study, reader, project, round, status, header, predecessors FROM revisions"
                      " WHERE id = :i AND revision = :r",
        into(study), into(reader), into(project), into(round), into(status), into(header), into(predecessors), use(id),
        use(revision);
    if (!connection.sql.got_data())
        return {};
    return digestOf({study, reader, project, round, status, header, predecessors, recordsOf(connection, id, revision)});
}

std::string contentOfStudy(Connection& connection, const std::string& uid)
{
    auto fields = studyBeforePeers(connection, uid);
    std::string peer;
    connection.sql << "SELECT images_peer FROM studies WHERE uid = :u", into(peer), use(uid);
    if (!peer.empty()) // so that what was logged of other studies stays true
        fields.push_back(peer);
    return fields.empty() ? "" : digestOf(fields);
}

std::string contentOfStudyBeforePeers(Connection& connection, const std::string& uid)
{
    const auto fields = studyBeforePeers(connection, uid);
    return fields.empty() ? "" : digestOf(fields);
}

std::string contentOfProject(Connection& connection, const std::string& name)
{
    std::string protocol;
    std::string status;
    connection.sql << "SELECT protocol, status FROM projects WHERE name = :n", into(protocol), into(status), use(name);
    if (!connection.sql.got_data())
        return {};
    return digestOf({name, protocol, status, membersOf(connection, name), assignmentsOf(connection, name)});
}

} // namespace grading
