#include "StudyRows.h"

#include "Change.h"
#include "Content.h"
#include "Log.h"

namespace grading {

using soci::into;
using soci::use;

namespace {

/// Absolute, so that it's found from anywhere.
StudyImages asKept(const StudyImages& images)
{
    std::error_code ignored;
    if (images.folder.empty())
        return images;
    return {std::filesystem::absolute(images.folder, ignored).lexically_normal(), images.digest, {}};
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
                      " images_digest, images_peer) VALUES (:u, :n, :p, :d, :t, :b, :f, :h, :e)",
        use(study.uid.text()), use(patientName), use(patientId), use(date), use(description), use(bodyPart),
        use(folder), use(images.digest), use(images.peer);
}

} // namespace

void putStudy(Connection& connection, const std::string& actor, const StudyIdentity& study, const StudyImages& given)
{
    const auto images = asKept(given);
    StudyImages old;
    std::string folder;
    connection.sql << "SELECT images, images_digest, images_peer FROM studies WHERE uid = :u", into(folder),
        into(old.digest), into(old.peer), use(study.uid.text());
    const bool isKnown = connection.sql.got_data();
    old.folder = folder;
    StudyImages now = images;
    if (isKnown && now.digest.empty())
        now.digest = old.digest;
    if (isKnown && now.isNowhere()) {
        now.folder = old.folder;
        now.peer = old.peer;
    }
    if (isKnown && now == old)
        return;
    if (isKnown) {
        const auto newFolder = now.folder.string();
        connection.sql << "UPDATE studies SET images = :f, images_digest = :d, images_peer = :e WHERE uid = :u",
            use(newFolder), use(now.digest), use(now.peer), use(study.uid.text());
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

std::optional<StudyIdentity> readIdentity(Connection& connection, const Uid& study)
{
    StudyIdentity identity;
    identity.uid = study;
    connection.sql << "SELECT patient_name, patient_id, study_date, description, body_part FROM studies WHERE uid = :u",
        into(identity.patientName), into(identity.patientId), into(identity.date), into(identity.description),
        into(identity.bodyPart), use(study.text());
    return connection.sql.got_data() ? std::optional(identity) : std::nullopt;
}

void putReader(Connection& connection, const Reader& reader)
{
    const auto organization = cleanText(reader.organization);
    int count = 0;
    connection.sql << "SELECT COUNT(*) FROM readers WHERE name = :n", into(count), use(reader.name);
    if (count == 0)
        connection.sql << "INSERT INTO readers (name, organization) VALUES (:n, :o)", use(reader.name),
            use(organization);
}

} // namespace grading
