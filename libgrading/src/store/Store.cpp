#include "grading/store/Store.h"

#include "Change.h"
#include "Content.h"
#include "Log.h"
#include "StoreDatabase.h"

#include "grading/base/Contract.h"
#include "grading/base/Sha256.h"
#include "grading/reading/ReadingJson.h"
#include "grading/reading/Words.h"

#include <utility>

namespace grading {

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

/// A signed one begins as a draft, for only that takes foramina.
void insertRevision(Connection& connection, const Reading& reading)
{
    const auto changed = toIso8601(now());
    const auto header = headerOf(reading);
    connection.sql << "INSERT INTO revisions (id, revision, study, reader, project, round, status, version, changed,"
                      " header, predecessors) VALUES (:i, :r, :s, :n, '', 1, 'draft', 1, :c, :h, '')",
        use(reading.id.text()), use(reading.revision), use(reading.study.uid.text()), use(reading.reader.name),
        use(changed), use(header);
    for (const auto& [foramen, record] : reading.foramina)
        putForamen(connection, reading, foramen);
    if (reading.isSigned())
        connection.sql << "UPDATE revisions SET status = 'signed' WHERE id = :i AND revision = :r",
            use(reading.id.text()), use(reading.revision);
}

void logStep(Connection& connection, const std::string& command, const Reading* before, const Reading& after)
{
    LogEntry entry;
    entry.actor = after.reader.name;
    entry.subject = {"reading", after.id.text(), after.revision};
    entry.name = cleanText(command);
    entry.change = changeAsJson(before, after);
    entry.content = contentOfRevision(connection, after.id.text(), after.revision);
    append(connection, std::move(entry));
}

void insertStudy(Connection& connection, const StudyIdentity& study, const StudyImages& images)
{
    const auto patientName = cleanText(study.patientName);
    const auto patientId = cleanText(study.patientId);
    const auto date = cleanText(study.date);
    const auto description = cleanText(study.description);
    const auto bodyPart = cleanText(study.bodyPart);
    const auto folder = images.folder.string();
    connection.sql << "INSERT INTO studies (uid, patient_name, patient_id, study_date, description, body_part, images,"
                      " images_digest) VALUES (:u, :n, :p, :d, :t, :b, :f, :h)",
        use(study.uid.text()), use(patientName), use(patientId), use(date), use(description), use(bodyPart),
        use(folder), use(images.digest);
}

/// New, or from now on in this folder. A digest once taken stays until another one is.
void putStudy(Connection& connection, const std::string& actor, const StudyIdentity& study, const StudyImages& images)
{
    StudyImages old;
    std::string folder;
    connection.sql << "SELECT images, images_digest FROM studies WHERE uid = :u", soci::into(folder),
        soci::into(old.digest), use(study.uid.text());
    const bool isKnown = connection.sql.got_data();
    old.folder = folder;
    StudyImages now = images;
    if (isKnown && now.digest.empty())
        now.digest = old.digest;
    if (isKnown && now == old)
        return;
    if (isKnown) {
        const auto newFolder = now.folder.string();
        connection.sql << "UPDATE studies SET images = :f, images_digest = :d WHERE uid = :u", use(newFolder),
            use(now.digest), use(study.uid.text());
    } else {
        insertStudy(connection, study, now);
    }
    LogEntry entry;
    entry.actor = actor;
    entry.subject = {"study", study.uid.text(), 0};
    entry.name = !isKnown ? "New study" : now.digest == old.digest ? "Images moved" : "Images changed";
    entry.change = changeAsJson(isKnown ? &old : nullptr, now);
    entry.content = contentOfStudy(connection, study.uid.text());
    append(connection, std::move(entry));
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

bool isAtVersion(Connection& connection, const Reading& reading, int version)
{
    int stored = 0;
    connection.sql << "SELECT version FROM revisions WHERE id = :i AND revision = :r AND NOT EXISTS"
                      " (SELECT 1 FROM revisions n WHERE n.id = :j AND n.revision > :q)",
        soci::into(stored), use(reading.id.text()), use(reading.revision), use(reading.id.text()),
        use(reading.revision);
    return connection.sql.got_data() && stored == version;
}

void replaceHeader(Connection& connection, const Reading& reading)
{
    const std::string status(name(reading.status));
    const auto changed = toIso8601(now());
    const auto header = headerOf(reading);
    connection.sql << "UPDATE revisions SET status = :s, changed = :c, header = :h, version = version + 1"
                      " WHERE id = :i AND revision = :r",
        use(status), use(changed), use(header), use(reading.id.text()), use(reading.revision);
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

/// Absolute, so that it's found from anywhere.
StudyImages asKept(const StudyImages& images)
{
    std::error_code ignored;
    if (images.folder.empty())
        return images;
    return {std::filesystem::absolute(images.folder, ignored).lexically_normal(), images.digest};
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

Result<void> Store::add(const Reading& reading, const StudyImages& images)
{
    if (!reading.study.uid.isValid() || !reading.id.isValid() || !isPersonName(reading.reader.name))
        return fail(ErrorCode::InvalidArgument, reading.reader.name, "needs a study, an id and a reader's name");
    auto& connection = *m_database->connection;
    return connection.guarded([&]() -> Result<void> {
        if (auto inPlace = connection.checkInPlace(); !inPlace)
            return inPlace;
        Transaction transaction(connection);
        if (!m_database->find(reading.study.uid, reading.reader.name).isEmpty())
            return fail(ErrorCode::Exists, reading.reader.name,
                        "already has a reading of study " + reading.study.uid.text(), "open it instead");
        putStudy(connection, reading.reader.name, reading.study, asKept(images));
        putReader(connection, reading.reader);
        insertRevision(connection, reading);
        logStep(connection, "New reading", nullptr, reading);
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
        if (!isAtVersion(connection, before, known.version)) {
            m_database->known.erase(before.id);
            return conflict(before);
        }
        const bool isNewRevision = after.revision != before.revision;
        if (isNewRevision) {
            insertRevision(connection, after);
        } else {
            putChangedForamina(connection, before, after);
            replaceHeader(connection, after);
        }
        logStep(connection, command, &before, after);
        transaction.commit();
        known = {after, isNewRevision ? 1 : known.version + 1};
        return {};
    });
}

} // namespace grading
