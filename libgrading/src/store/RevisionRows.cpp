#include "RevisionRows.h"

#include "Change.h"
#include "Content.h"
#include "Log.h"
#include "Rows.h"

#include "grading/base/Sha256.h"
#include "grading/reading/ReadingJson.h"
#include "grading/reading/Words.h"

#include <algorithm>

namespace grading {

using soci::into;
using soci::use;

namespace {

void putForamen(Connection& connection, const Reading& reading, const Foramen& foramen)
{
    const auto key = foramen.key();
    connection.sql << "DELETE FROM records WHERE reading = :i AND revision = :r AND foramen = :f",
        use(reading.id.text()), use(reading.revision), use(key);
    const auto* record = reading.find(foramen);
    if (record == nullptr)
        return;
    const int grade = record->grade ? record->grade->digit() : 0;
    auto isGraded = record->grade ? soci::i_ok : soci::i_null;
    const auto text = toJson(*record);
    const auto digest = sha256(text);
    connection.sql << "INSERT INTO records (reading, revision, foramen, grade, record, digest)"
                      " VALUES (:i, :r, :f, :g, :t, :d)",
        use(reading.id.text()), use(reading.revision), use(key), use(grade, isGraded), use(text), use(digest);
}

void putChangedForamina(Connection& connection, const Reading& before, const Reading& after)
{
    for (const auto& [foramen, record] : before.foramina) {
        if (after.find(foramen) == nullptr)
            putForamen(connection, after, foramen);
    }
    for (const auto& [foramen, record] : after.foramina) {
        const auto* old = before.find(foramen);
        if (old == nullptr || *old != record)
            putForamen(connection, after, foramen);
    }
}

/// By id, then revision; `isOpen` tells whether the project is.
std::vector<std::pair<ReadingRow, bool>> collect(Connection& connection, const std::string& condition,
                                                 const std::string& first, const std::string& second)
{
    std::vector<std::pair<ReadingRow, bool>> rows;
    std::string id;
    std::string study;
    std::string projectStatus;
    int signedOnes = 0;
    ReadingRow row;
    const auto select = "SELECT r.id, r.study, r.reader, r.project, r.round, MAX(r.revision), SUM(CASE WHEN r.status ="
                        " 'signed' THEN 1 ELSE 0 END), COALESCE(MAX(p.status), '') FROM revisions r LEFT JOIN projects"
                        " p ON p.name = r.project WHERE " +
                        condition + " GROUP BY r.id, r.study, r.reader, r.project, r.round";
    forEachRow(
        connection, select,
        [&] {
            row.id = Uid(id);
            row.study = Uid(study);
            row.wasSigned = signedOnes > 0;
            rows.emplace_back(row, projectStatus == "open");
        },
        into(id), into(study), into(row.reader), into(row.project), into(row.round), into(row.newest), into(signedOnes),
        into(projectStatus), use(first), use(second));
    return rows;
}

} // namespace

ReadingRow readingRow(Connection& connection, const Uid& id)
{
    const auto rows = collect(connection, "r.id = :i AND r.id = :j", id.text(), id.text());
    return rows.empty() ? ReadingRow() : rows.front().first;
}

std::vector<ReadingRow> readingRows(Connection& connection, const Uid& study, const std::string& reader)
{
    auto rows = collect(connection, "r.study = :s AND r.reader = :n", study.text(), reader);
    std::ranges::sort(rows, {}, [](const auto& entry) {
        const auto& [row, isOpen] = entry;
        const int kind = isOpen ? 0 : row.project.empty() ? 1 : 2;
        return std::tuple(kind, row.project, -row.round);
    });
    std::vector<ReadingRow> sorted;
    for (auto& entry : rows)
        sorted.push_back(std::move(entry.first));
    return sorted;
}

void insertRevision(Connection& connection, const Reading& reading, const ReadingRow& row,
                    const std::string& predecessors)
{
    const auto changed = toIso8601(now());
    const auto header = headerOf(reading);
    connection.sql << "INSERT INTO revisions (id, revision, study, reader, project, round, status, version, changed,"
                      " header, predecessors) VALUES (:i, :r, :s, :n, :p, :o, 'draft', 1, :c, :h, :q)",
        use(reading.id.text()), use(reading.revision), use(reading.study.uid.text()), use(reading.reader.name),
        use(row.project), use(row.round), use(changed), use(header), use(predecessors);
    for (const auto& [foramen, record] : reading.foramina)
        putForamen(connection, reading, foramen);
    if (reading.isSigned()) // only a draft takes foramina
        connection.sql << "UPDATE revisions SET status = 'signed' WHERE id = :i AND revision = :r",
            use(reading.id.text()), use(reading.revision);
}

void replaceRevision(Connection& connection, const Reading& before, const Reading& reading)
{
    putChangedForamina(connection, before, reading); // while it is a draft
    const std::string status(name(reading.status));
    const auto changed = toIso8601(now());
    const auto header = headerOf(reading);
    connection.sql << "UPDATE revisions SET status = :s, changed = :c, header = :h, version = version + 1"
                      " WHERE id = :i AND revision = :r",
        use(status), use(changed), use(header), use(reading.id.text()), use(reading.revision);
}

bool isAtVersion(Connection& connection, const Reading& reading, int version)
{
    int stored = 0;
    connection.sql << "SELECT version FROM revisions WHERE id = :i AND revision = :r AND NOT EXISTS"
                      " (SELECT 1 FROM revisions n WHERE n.id = :j AND n.revision > :q)",
        into(stored), use(reading.id.text()), use(reading.revision), use(reading.id.text()), use(reading.revision);
    return connection.sql.got_data() && stored == version;
}

void logStep(Connection& connection, const std::string& actor, const std::string& command, const Reading* before,
             const Reading& after)
{
    LogEntry entry;
    entry.actor = actor;
    entry.subject = {"reading", after.id.text(), after.revision};
    entry.name = cleanText(command);
    entry.change = changeAsJson(before, after);
    entry.content = contentOfRevision(connection, after.id.text(), after.revision);
    append(connection, std::move(entry));
}

} // namespace grading
