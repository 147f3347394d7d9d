#include "grading/store/Store.h"

#include "Change.h"
#include "StoreDatabase.h"

#include "grading/base/Contract.h"
#include "grading/reading/ReadingJson.h"
#include "grading/reading/Words.h"

#include <utility>

namespace grading {

using soci::use;

namespace {

void putForamen(Connection& connection, const Reading& reading, const Foramen& foramen)
{
    const auto key = foramen.key();
    connection.sql << "DELETE FROM foramina WHERE reading = :i AND revision = :r AND foramen = :f",
        use(reading.id.text()), use(reading.revision), use(key);
    const auto* record = reading.find(foramen);
    if (record == nullptr)
        return;
    const int grade = record->grade ? record->grade->digit() : 0;
    auto isGraded = record->grade ? soci::i_ok : soci::i_null;
    const auto text = toJson(*record);
    connection.sql << "INSERT INTO foramina (reading, revision, foramen, grade, record) VALUES (:i, :r, :f, :g, :t)",
        use(reading.id.text()), use(reading.revision), use(key), use(grade, isGraded), use(text);
}

void insertRevision(Connection& connection, const Reading& reading)
{
    const std::string status(name(reading.status));
    const auto changed = toIso8601(now());
    const auto header = headerOf(reading);
    connection.sql << "INSERT INTO readings (id, revision, study, reader, status, version, changed, header)"
                      " VALUES (:i, :r, :s, :n, :t, 1, :c, :h)",
        use(reading.id.text()), use(reading.revision), use(reading.study.uid.text()), use(reading.reader.name),
        use(status), use(changed), use(header);
    for (const auto& [foramen, record] : reading.foramina)
        putForamen(connection, reading, foramen);
}

void appendEvent(Connection& connection, const std::string& command, const Reading* before, const Reading& after)
{
    const auto time = toIso8601(now());
    const auto change = changeAsJson(before, after);
    const auto command_ = cleanText(command);
    connection.sql << "INSERT INTO events (time, reading, revision, reader, name, change)"
                      " VALUES (:t, :i, :r, :n, :c, :d)",
        use(time), use(after.id.text()), use(after.revision), use(after.reader.name), use(command_), use(change);
}

void putStudy(Connection& connection, const StudyIdentity& study, const std::string& images)
{
    const auto patientName = cleanText(study.patientName);
    const auto patientId = cleanText(study.patientId);
    const auto date = cleanText(study.date);
    const auto description = cleanText(study.description);
    int count = 0;
    connection.sql << "SELECT COUNT(*) FROM studies WHERE uid = :u", soci::into(count), use(study.uid.text());
    if (count > 0) {
        connection.sql << "UPDATE studies SET images = :f WHERE uid = :u", use(images), use(study.uid.text());
        return;
    }
    connection.sql << "INSERT INTO studies (uid, patient_name, patient_id, study_date, description, images)"
                      " VALUES (:u, :n, :p, :d, :t, :f)",
        use(study.uid.text()), use(patientName), use(patientId), use(date), use(description), use(images);
}

void putReader(Connection& connection, const Reader& reader)
{
    const auto organization = cleanText(reader.organization);
    int count = 0;
    connection.sql << "SELECT COUNT(*) FROM readers WHERE name = :n", soci::into(count), use(reader.name);
    if (count == 0)
        connection.sql << "INSERT INTO readers (name, organization) VALUES (:n, :o)", use(reader.name),
            use(organization);
}

/// False when the revision has changed since `version`.
bool replaceHeader(Connection& connection, const Reading& reading, int version)
{
    const std::string status(name(reading.status));
    const auto changed = toIso8601(now());
    const auto header = headerOf(reading);
    soci::statement statement =
        (connection.sql.prepare << "UPDATE readings SET status = :s, changed = :c, header = :h, version = version + 1"
                                   " WHERE id = :i AND revision = :r AND version = :v",
         use(status), use(changed), use(header), use(reading.id.text()), use(reading.revision), use(version));
    statement.execute(true);
    return statement.get_affected_rows() == 1;
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

tl::unexpected<Error> conflict(const Reading& reading)
{
    return fail(ErrorCode::Conflict, reading.reader.name, "has this reading open elsewhere and changed it there",
                "open it again");
}

} // namespace

Store::Store(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Result<Store> Store::open(const std::string& where, IfMissing ifMissing)
{
    auto connection = connect(where, ifMissing == IfMissing::Fail);
    if (!connection)
        return fail(connection.error());
    if (auto prepared = prepareSchema(**connection); !prepared)
        return fail(prepared.error());
    auto database = std::make_unique<Database>();
    database->connection = std::move(*connection);
    return Store(std::move(database));
}

Result<void> Store::add(const Reading& reading, const std::filesystem::path& images)
{
    if (!reading.study.uid.isValid() || !reading.id.isValid() || !isPersonName(reading.reader.name))
        return fail(ErrorCode::InvalidArgument, reading.reader.name, "needs a study, an id and a reader's name");
    auto& connection = *m_database->connection;
    return connection.guarded([&]() -> Result<void> {
        if (auto inPlace = connection.checkInPlace(); !inPlace)
            return inPlace;
        Transaction transaction(connection);
        Uid id;
        if (!m_database->revisionsOf(reading.study.uid, reading.reader.name, id).empty())
            return fail(ErrorCode::Exists, reading.reader.name,
                        "already has a reading of study " + reading.study.uid.text(), "open it instead");
        std::error_code ignored;
        const auto folder = images.empty() ? images : std::filesystem::absolute(images, ignored).lexically_normal();
        putStudy(connection, reading.study, folder.string());
        putReader(connection, reading.reader);
        insertRevision(connection, reading);
        appendEvent(connection, "New reading", nullptr, reading);
        transaction.commit();
        m_database->known[reading.id] = {reading, 1};
        return {};
    });
}

Result<void> Store::save(const std::string& command, const Reading& before, const Reading& after)
{
    GRADING_EXPECTS(before.id == after.id && before.study.uid == after.study.uid &&
                    before.reader.name == after.reader.name);
    auto& connection = *m_database->connection;
    return connection.guarded([&]() -> Result<void> {
        if (auto inPlace = connection.checkInPlace(); !inPlace)
            return inPlace;
        Transaction transaction(connection);
        auto& known = m_database->known[before.id];
        if (known.version == 0 || known.reading != before) {
            auto stored = m_database->newest(before.study.uid, before.reader.name);
            if (!stored)
                return fail(stored.error());
            known = std::move(*stored);
        }
        if (known.reading != before)
            return conflict(before);
        const bool isNewRevision = after.revision != before.revision;
        if (!replaceHeader(connection, isNewRevision ? before : after, known.version)) {
            m_database->known.erase(before.id);
            return conflict(before);
        }
        if (isNewRevision)
            insertRevision(connection, after);
        else
            putChangedForamina(connection, before, after);
        appendEvent(connection, command, &before, after);
        transaction.commit();
        known = {after, isNewRevision ? 1 : known.version + 1};
        return {};
    });
}

} // namespace grading
