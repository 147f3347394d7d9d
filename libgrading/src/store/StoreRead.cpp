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

/// Calls `row` for each row of the statement, which fills the variables given to it.
template <class Prepared, class Row>
void forEachRow(Prepared&& prepared, Row row)
{
    soci::statement statement(prepared);
    statement.execute();
    while (statement.fetch())
        row();
}

} // namespace

std::vector<int> Store::Database::revisionsOf(const Uid& study, const std::string& readerName, Uid& id)
{
    std::vector<int> revisions;
    int revision = 0;
    std::string text;
    forEachRow((connection->sql.prepare << "SELECT id, revision FROM readings WHERE study = :s AND reader = :r"
                                           " ORDER BY revision",
                into(text), into(revision), use(study.text()), use(readerName)),
               [&] { revisions.push_back(revision); });
    id = Uid(text);
    return revisions;
}

Result<StoredReading> Store::Database::read(const Uid& id, int revision)
{
    std::string header;
    int version = 0;
    connection->sql << "SELECT header, version FROM readings WHERE id = :i AND revision = :r", into(header),
        into(version), use(id.text()), use(revision);
    auto reading = readingFromJson(header);
    if (!reading)
        return fail(damaged(*connection, reading.error()));
    std::vector<std::pair<std::string, std::string>> rows;
    std::string key;
    std::string record;
    forEachRow((connection->sql.prepare << "SELECT foramen, record FROM foramina WHERE reading = :i AND revision = :r",
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
    Uid id;
    const auto revisions = revisionsOf(study, readerName, id);
    if (revisions.empty())
        return fail(ErrorCode::NotFound, connection->name,
                    "has no reading of study " + study.text() + " by " + readerName,
                    "check the study and the reader's name");
    return read(id, revisions.back());
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
        if (auto newest = m_database->newest(study, readerName); !newest)
            return fail(newest.error());
        Uid id;
        std::vector<Reading> readings;
        for (const auto revision : m_database->revisionsOf(study, readerName, id)) {
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
                        << "SELECT r.header, r.changed, (SELECT COUNT(*) FROM foramina f WHERE f.reading = r.id"
                           " AND f.revision = r.revision AND f.grade IS NOT NULL) FROM readings r"
                           " WHERE r.revision = (SELECT MAX(n.revision) FROM readings n WHERE n.id = r.id)"
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

Result<std::filesystem::path> Store::imagesOf(const Uid& study) const
{
    return m_database->connection->guarded([&]() -> Result<std::filesystem::path> {
        auto& connection = *m_database->connection;
        std::string images;
        connection.sql << "SELECT images FROM studies WHERE uid = :u", into(images), use(study.text());
        if (!connection.sql.got_data())
            return fail(ErrorCode::NotFound, connection.name, "has no study " + study.text(),
                        "check the study and the reader's name");
        return std::filesystem::path(images);
    });
}

Result<std::vector<StoreEvent>> Store::events(const Uid& reading) const
{
    return m_database->connection->guarded([&]() -> Result<std::vector<StoreEvent>> {
        std::vector<StoreEvent> events;
        StoreEvent event;
        long long number = 0;
        std::string time;
        forEachRow((m_database->connection->sql.prepare
                        << "SELECT number, time, revision, reader, name, change FROM events WHERE reading = :r"
                           " ORDER BY number",
                    into(number), into(time), into(event.revision), into(event.reader), into(event.name),
                    into(event.change), use(reading.text())),
                   [&] {
                       event.number = number;
                       event.time = fromIso8601(time);
                       events.push_back(event);
                   });
        return events;
    });
}

} // namespace grading
