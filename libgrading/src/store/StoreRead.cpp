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

Uid Store::Database::find(const Uid& study, const std::string& readerName)
{
    std::string id;
    connection->sql << "SELECT id FROM revisions WHERE study = :s AND reader = :r", into(id), use(study.text()),
        use(readerName);
    return Uid(id);
}

std::vector<int> Store::Database::revisionsOf(const Uid& id)
{
    std::vector<int> revisions;
    int revision = 0;
    forEachRow((connection->sql.prepare << "SELECT revision FROM revisions WHERE id = :i ORDER BY revision",
                into(revision), use(id.text())),
               [&] { revisions.push_back(revision); });
    return revisions;
}

Result<StoredReading> Store::Database::read(const Uid& id, int revision)
{
    std::string header;
    int version = 0;
    connection->sql << "SELECT header, version FROM revisions WHERE id = :i AND revision = :r", into(header),
        into(version), use(id.text()), use(revision);
    auto reading = readingFromJson(header);
    if (!reading)
        return fail(damaged(*connection, reading.error()));
    std::vector<std::pair<std::string, std::string>> rows;
    std::string key;
    std::string record;
    forEachRow((connection->sql.prepare << "SELECT foramen, record FROM records WHERE reading = :i AND revision = :r",
                into(key), into(record), use(id.text()), use(revision)),
               [&] { rows.emplace_back(key, record); });
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

Result<StoredReading> Store::Database::newest(const Uid& study, const std::string& readerName)
{
    const auto id = find(study, readerName);
    if (id.isEmpty())
        return fail(ErrorCode::NotFound, connection->name,
                    "has no reading of study " + study.text() + " by " + readerName,
                    "check the study and the reader's name");
    return read(id, revisionsOf(id).back());
}

Result<Reading> Store::load(const Uid& study, const std::string& readerName) const
{
    return m_database->connection->guarded([&]() -> Result<Reading> {
        auto stored = m_database->newest(study, readerName);
        if (!stored)
            return fail(stored.error());
        m_database->known[stored->reading.id] = *stored;
        return std::move(stored->reading);
    });
}

Result<std::vector<Reading>> Store::revisions(const Uid& study, const std::string& readerName) const
{
    return m_database->connection->guarded([&]() -> Result<std::vector<Reading>> {
        auto newest = m_database->newest(study, readerName);
        if (!newest)
            return fail(newest.error());
        const auto id = newest->reading.id;
        std::vector<Reading> readings;
        for (const auto revision : m_database->revisionsOf(id)) {
            auto stored = m_database->read(id, revision);
            if (!stored)
                return fail(stored.error());
            readings.push_back(std::move(stored->reading));
        }
        return readings;
    });
}

Result<std::vector<ReadingSummary>> Store::list() const
{
    return m_database->connection->guarded([&]() -> Result<std::vector<ReadingSummary>> {
        std::vector<ReadingSummary> summaries;
        std::vector<std::string> headers;
        std::string header;
        std::string changed;
        int graded = 0;
        forEachRow((m_database->connection->sql.prepare
                        << "SELECT r.header, r.changed, (SELECT COUNT(*) FROM records f WHERE f.reading = r.id"
                           " AND f.revision = r.revision AND f.grade IS NOT NULL) FROM revisions r"
                           " WHERE r.revision = (SELECT MAX(n.revision) FROM revisions n WHERE n.id = r.id)"
                           " ORDER BY r.study, r.reader",
                    into(header), into(changed), into(graded)),
                   [&] {
                       summaries.push_back({{}, {}, {}, {}, 1, graded, fromIso8601(changed)});
                       headers.push_back(header);
                   });
        for (std::size_t i = 0; i < headers.size(); ++i) {
            const auto reading = readingFromJson(headers[i]);
            if (!reading)
                return fail(damaged(*m_database->connection, reading.error()));
            auto& summary = summaries[i];
            summary.id = reading->id;
            summary.study = reading->study;
            summary.reader = reading->reader;
            summary.status = reading->status;
            summary.revision = reading->revision;
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
        connection.sql << "SELECT images, images_digest FROM studies WHERE uid = :u", into(folder), into(images.digest),
            use(study.text());
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
        const auto id = reading.text();
        const auto select = selectLog() + "WHERE kind = 'reading' AND subject = '" + id + "' ORDER BY number";
        LogRow row;
        if (!reading.isValid()) // nothing else can have been added; and nothing else goes into the statement
            return events;
        forEachRow(row.prepared(*m_database->connection, select), [&] {
            auto line = row.entry();
            events.push_back({line.number, fromIso8601(line.time), std::move(line.actor), std::move(line.account),
                              std::move(line.program), std::move(line.name), line.subject.revision,
                              std::move(line.change), std::move(line.hash)});
        });
        return events;
    });
}

} // namespace grading
