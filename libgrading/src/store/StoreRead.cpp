#include "Log.h"
#include "Rows.h"
#include "StoreDatabase.h"

#include "grading/reading/ReadingJson.h"
#include "grading/reading/Words.h"

namespace grading {

using soci::into;
using soci::use;

namespace {

Error damaged(const Connection& connection, const Error& reason)
{
    return {ErrorCode::Unreadable, connection.name, "holds a damaged reading: " + reason.message(),
            "restore it from a backup"};
}

} // namespace

ReadingRow Store::Database::find(const Uid& study, const std::string& readerName, const ReadingChoice& choice)
{
    for (auto& row : readingRows(*connection, study, readerName)) {
        const bool isMeant = (choice.project.empty() || choice.project == row.project) &&
                             (choice.round == 0 || choice.round == row.round);
        if (isMeant)
            return row;
    }
    return {};
}

Result<StoredReading> Store::Database::read(const Uid& id, int revision)
{
    std::string header;
    int version = 0;
    forEachRow(
        *connection, "SELECT header, version FROM revisions WHERE id = :i AND revision = :r", [] {}, into(header),
        into(version), use(id.text()), use(revision));
    auto reading = readingFromJson(header);
    if (!reading)
        return fail(damaged(*connection, reading.error()));
    std::vector<std::pair<std::string, std::string>> rows;
    std::string key;
    std::string record;
    forEachRow(
        *connection, "SELECT foramen, record FROM records WHERE reading = :i AND revision = :r",
        [&] { rows.emplace_back(key, record); }, into(key), into(record), use(id.text()), use(revision));
    for (const auto& [foramenKey, text] : rows) {
        const auto foramen = Foramen::parse(foramenKey);
        auto parsed = foramenReadingFromJson(text);
        if (!foramen || !parsed)
            return fail(damaged(*connection,
                                parsed ? Error{ErrorCode::Unreadable, foramenKey, "no foramen", {}} : parsed.error()));
        reading->foramina.emplace(*foramen, std::move(*parsed));
    }
    return StoredReading{std::move(*reading), version};
}

namespace {

tl::unexpected<Error> noSuchReading(const Connection& connection, const Uid& study, const std::string& readerName)
{
    return fail(ErrorCode::NotFound, connection.name, "has no reading of study " + study.text() + " by " + readerName,
                "check the study and the reader's name");
}

} // namespace

Result<Reading> Store::load(const Uid& study, const std::string& readerName, const ReadingChoice& choice) const
{
    return m_database->connection->guarded([&]() -> Result<Reading> {
        const auto row = m_database->find(study, readerName, choice);
        if (!row.isKnown())
            return noSuchReading(*m_database->connection, study, readerName);
        auto stored = m_database->read(row.id, row.newest);
        if (!stored)
            return fail(stored.error());
        const auto seen = m_database->sightFor(readerName).at(row, stored->reading.isSigned());
        if (!seen)
            return fail(seen.error());
        m_database->known[row.id] = *stored;
        return Database::shown(std::move(stored->reading), *seen);
    });
}

Result<Reading> Store::load(const Uid& reading, int revision) const
{
    return m_database->connection->guarded([&]() -> Result<Reading> {
        const auto row = readingRow(*m_database->connection, reading);
        if (!row.isKnown() || revision < 1 || revision > row.newest)
            return fail(ErrorCode::NotFound, m_database->connection->name,
                        "has no revision " + std::to_string(revision) + " of reading " + reading.text());
        auto stored = m_database->read(reading, revision);
        if (!stored)
            return fail(stored.error());
        const auto seen = m_database->sightFor(row.reader).at(row, stored->reading.isSigned());
        return seen ? Result<Reading>(Database::shown(std::move(stored->reading), *seen)) : fail(seen.error());
    });
}

Result<std::vector<Reading>> Store::revisions(const Uid& study, const std::string& readerName,
                                              const ReadingChoice& choice) const
{
    return m_database->connection->guarded([&]() -> Result<std::vector<Reading>> {
        const auto row = m_database->find(study, readerName, choice);
        if (!row.isKnown())
            return noSuchReading(*m_database->connection, study, readerName);
        std::vector<Reading> readings;
        for (int revision = 1; revision <= row.newest; ++revision) {
            auto stored = m_database->read(row.id, revision);
            if (!stored)
                return fail(stored.error());
            const auto seen = m_database->sightFor(readerName).at(row, stored->reading.isSigned());
            if (!seen)
                return fail(seen.error());
            readings.push_back(Database::shown(std::move(stored->reading), *seen));
        }
        return readings;
    });
}

namespace {

/// A row of `list` as the database gives it.
struct ListRow {
    ReadingRow row;
    std::string header;
    std::string changed;
    int graded = 0;
};

std::vector<ListRow> listRows(Connection& connection)
{
    std::vector<ListRow> rows;
    ListRow entry;
    std::string id;
    std::string study;
    int signedOnes = 0;
    forEachRow((connection.sql.prepare
                    << "SELECT r.id, r.study, r.reader, r.project, r.round, r.revision, r.header, r.changed,"
                       " (SELECT COUNT(*) FROM revisions s WHERE s.id = r.id AND s.status = 'signed'),"
                       " (SELECT COUNT(*) FROM records f WHERE f.reading = r.id AND f.revision = r.revision"
                       " AND f.grade IS NOT NULL) FROM revisions r"
                       " WHERE r.revision = (SELECT MAX(n.revision) FROM revisions n WHERE n.id = r.id)"
                       " ORDER BY r.study, r.reader, r.project, r.round",
                into(id), into(study), into(entry.row.reader), into(entry.row.project), into(entry.row.round),
                into(entry.row.newest), into(entry.header), into(entry.changed), into(signedOnes), into(entry.graded)),
               [&] {
                   entry.row.id = Uid(id);
                   entry.row.study = Uid(study);
                   entry.row.wasSigned = signedOnes > 0;
                   rows.push_back(entry);
               });
    return rows;
}

} // namespace

Result<std::vector<ReadingSummary>> Store::list() const
{
    auto& connection = *m_database->connection;
    return connection.guarded([&]() -> Result<std::vector<ReadingSummary>> {
        const Transaction transaction(connection, Transaction::Kind::Read);
        std::vector<ReadingSummary> summaries;
        Sight sight(connection, m_database->actor);
        for (const auto& entry : listRows(connection)) {
            auto reading = readingFromJson(entry.header);
            if (!reading)
                return fail(damaged(connection, reading.error()));
            const auto seen = sight.at(entry.row, reading->isSigned());
            if (!seen && seen.error().code == ErrorCode::Refused)
                continue;
            if (!seen)
                return fail(seen.error());
            const auto shown = Database::shown(std::move(*reading), *seen);
            summaries.push_back({shown.id, shown.study, shown.reader, shown.status, shown.revision, entry.graded,
                                 fromIso8601(entry.changed), entry.row.project, entry.row.round});
        }
        return summaries;
    });
}

Result<std::vector<Uid>> Store::studies() const
{
    return m_database->connection->guarded([&]() -> Result<std::vector<Uid>> {
        std::vector<Uid> studies;
        std::string uid;
        forEachRow((m_database->connection->sql.prepare << "SELECT uid FROM studies ORDER BY uid", into(uid)),
                   [&] { studies.emplace_back(uid); });
        return studies;
    });
}

Result<StudyImages> Store::studyImages(const Uid& study) const
{
    return m_database->connection->guarded([&]() -> Result<StudyImages> {
        auto& connection = *m_database->connection;
        std::string folder;
        StudyImages images;
        connection.sql << "SELECT images, images_digest, images_peer FROM studies WHERE uid = :u", into(folder),
            into(images.digest), into(images.peer), use(study.text());
        if (!connection.sql.got_data())
            return fail(ErrorCode::NotFound, connection.name, "has no study " + study.text(),
                        "check the study and the reader's name");
        images.folder = folder;
        return images;
    });
}

Result<std::filesystem::path> Store::imagesOf(const Uid& study) const
{
    auto images = studyImages(study);
    if (!images)
        return fail(images.error());
    return std::move(images->folder);
}

Result<std::vector<StoreEvent>> Store::events(const Uid& reading) const
{
    return m_database->connection->guarded([&]() -> Result<std::vector<StoreEvent>> {
        std::vector<StoreEvent> events;
        const auto row = readingRow(*m_database->connection, reading);
        if (!row.isKnown())
            return events;
        const auto seen = m_database->sightFor(row.reader).at(row, row.wasSigned);
        if (!seen)
            return fail(seen.error());
        if (seen->hidesIdentity) // which stands in the log
            return fail(ErrorCode::Refused, m_database->sightFor(row.reader).viewer(),
                        "may not see the log of a reading whose patient is hidden", "the project's manager can");
        // An id that the store knows is a UID, so it can stand in the statement.
        const auto select =
            selectLog() + "WHERE kind = 'reading' AND subject = '" + row.id.text() + "' ORDER BY number";
        LogRow line;
        forEachRow(line.prepared(*m_database->connection, select), [&] {
            auto entry = line.entry();
            events.push_back({entry.number, fromIso8601(entry.time), std::move(entry.actor), std::move(entry.account),
                              std::move(entry.program), std::move(entry.name), entry.subject.revision,
                              std::move(entry.change), std::move(entry.hash)});
        });
        return events;
    });
}

} // namespace grading
