#include "Change.h"
#include "ReadingPatch.h"

#include "grading/reading/Words.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace grading {

namespace {

using Json = nlohmann::json;

Json parse(const std::string& text)
{
    return Json::parse(text);
}

/// Runs `read` on the parsed document; every way to go wrong becomes an Error.
template <class Value, class Read>
Result<Value> parsed(const std::string& text, Read read, Json (*documentOf)(const std::string&) = &parse)
{
    try {
        const auto document = documentOf(text);
        return read(JsonField(document, {}));
    } catch (const BadField& bad) {
        return fail(ErrorCode::Unreadable, bad.path.empty() ? "reading" : bad.path, bad.what);
    } catch (const BadMarks& bad) {
        return fail(bad.error);
    } catch (const Json::parse_error& error) {
        return fail(ErrorCode::Unreadable, "reading", "isn't JSON (at byte " + std::to_string(error.byte) + ")");
    } catch (const Json::exception& error) {
        return fail(ErrorCode::Unreadable, "reading", std::string("isn't usable JSON: ") + error.what());
    }
}

void checkSchema(const JsonField& document)
{
    const auto schema = document.find("schema");
    if (!schema || schema->text() == "foragrade/reading/1")
        return;
    if (schema->text().starts_with("foragrade/reading/"))
        throw BadField{"schema", "is " + schema->text() +
                                     ", of another version of this program, which reads foragrade/reading/1; take the "
                                     "version that wrote it"};
    schema->refuse("must be \"foragrade/reading/1\", not");
}

/// The study and the reader may be written as texts or as objects with these among their fields.
std::string uidOf(const JsonField& study)
{
    return study.isObject() ? study.at("uid").text() : study.text();
}

std::string nameOf(const JsonField& reader)
{
    return reader.isObject() ? reader.at("name").text() : reader.text();
}

std::string textOr(const JsonField& object, const std::string& key)
{
    const auto field = object.find(key);
    return field && !field->isNull() ? field->text() : std::string();
}

Timestamp timeFrom(const JsonField& field)
{
    const auto time = fromIso8601(field.text());
    if (time == Timestamp{} && !field.text().starts_with("1970-01-01T00:00:00"))
        field.refuse("must be a time like 2026-03-02T09:15:04.250Z, not");
    return time;
}

/// What a reader can't change: whose reading of what it is, and where it stands.
void readIdentity(const JsonField& document, Reading& reading)
{
    const auto study = document.at("study");
    reading.study.uid = Uid(uidOf(study));
    if (!reading.study.uid.isValid())
        study.refuse("must be a study instance UID, not");
    reading.study.date = textOr(document, "studyDate");
    reading.study.description = textOr(document, "studyDescription");
    reading.study.bodyPart = textOr(document, "bodyPart");
    if (const auto patient = document.find("patient"); patient && !patient->isNull()) {
        reading.study.patientName = textOr(*patient, "name");
        reading.study.patientId = textOr(*patient, "id");
    }
    const auto reader = document.at("reader");
    reading.reader.name = nameOf(reader);
    if (!isPersonName(reading.reader.name))
        reader.refuse("must be a person name like Family^Given, not");
    reading.reader.organization = textOr(document, "organization");
    if (const auto role = document.find("role"); role && !role->isNull())
        reading.reader.role = role->choice(parseReaderRole);
    reading.id = Uid(textOr(document, "id"));
    if (reading.id.isEmpty())
        reading.id = Uid::generate();
}

void readStanding(const JsonField& document, Reading& reading)
{
    if (const auto status = document.find("status"))
        reading.status = status->choice(parseReadingStatus);
    if (const auto revision = document.find("revision"))
        reading.revision = static_cast<int>(revision->integer(1, std::numeric_limits<int>::max()));
    if (const auto created = document.find("created"); created && !created->isNull())
        reading.created = timeFrom(*created);
    if (const auto signedAt = document.find("signedAt"); signedAt && !signedAt->isNull())
        reading.signedAt = timeFrom(*signedAt);
}

/// One command's worth: what the patch sets, in a consistent reading.
Result<void> applied(const ReadingPatch& patch, Reading& reading)
{
    patch.applyTo(reading);
    tidy(reading);
    return checkConsistency(reading);
}

/// Mismatch when the document says that it is another reading or patient than the one it is applied to.
Result<void> checkSame(const Reading& stated, bool statesId, const Reading& stored)
{
    if (statesId && stated.id != stored.id)
        return fail(ErrorCode::Mismatch, "id", "is that of another reading", "leave it out, or take the right file");
    if (!stated.study.patientId.empty() && stated.study.patientId != stored.study.patientId)
        return fail(ErrorCode::Mismatch, "patient.id", "differs from that of the reading", "take the right file");
    if (!stated.study.patientName.empty() && stated.study.patientName != stored.study.patientName)
        return fail(ErrorCode::Mismatch, "patient.name", "differs from that of the reading", "take the right file");
    return {};
}

/// Said in so many words, a Meyerding grade needs its finding; one that was there goes with it silently (tidy).
Result<void> checkMeyerding(const Reading& before, const Reading& after)
{
    for (const auto& [foramen, record] : after.foramina) {
        const auto* old = before.find(foramen);
        const bool isNew = record.meyerding && (old == nullptr || old->meyerding != record.meyerding);
        if (isNew && !record.contributory.contains(ContributoryFinding::Spondylolisthesis))
            return fail(ErrorCode::InvalidArgument, foramen.title(), "has a Meyerding grade but no spondylolisthesis",
                        "add the finding or leave the grade out");
    }
    return {};
}

std::string nameOfEdit(const ReadingPatch& patch)
{
    if (patch.foramina.empty())
        return "Apply changes of the study";
    if (patch.foramina.size() == 1)
        return "Apply changes, " + patch.foramina.front().first.title();
    return "Apply changes, " + std::to_string(patch.foramina.size()) + " foramina";
}

} // namespace

Result<Reading> readingFromJson(const std::string& json, const ReadMarks& readMarks)
{
    return parsed<Reading>(json, [&](const JsonField& document) -> Result<Reading> {
        checkSchema(document);
        Reading reading;
        readIdentity(document, reading);
        readStanding(document, reading);
        if (auto done = applied(patchFrom(document, readMarks), reading); !done)
            return fail(ErrorCode::Unreadable, done.error().subject, done.error().what);
        return reading;
    });
}

Result<ReadingKey> readingKeyFromJson(const std::string& json)
{
    return parsed<ReadingKey>(json, [](const JsonField& document) -> Result<ReadingKey> {
        checkSchema(document);
        Reading stated;
        readIdentity(document, stated);
        return ReadingKey{stated.study.uid, stated.reader.name};
    });
}

Result<ReadingEdit> readingEditFromJson(const std::string& json, const ReadMarks& readMarks)
{
    return parsed<ReadingEdit>(json, [&](const JsonField& document) -> Result<ReadingEdit> {
        checkSchema(document);
        Reading stated;
        readIdentity(document, stated);
        const bool statesId = document.find("id").has_value();
        auto patch = patchFrom(document, readMarks);
        auto issues = std::move(patch.issues);
        auto name = nameOfEdit(patch);
        auto change = [stated, statesId, patch = std::move(patch)](Reading& reading) -> Result<void> {
            if (auto same = checkSame(stated, statesId, reading); !same)
                return same;
            const auto before = reading;
            patch.applyTo(reading);
            return checkMeyerding(before, reading);
        };
        return ReadingEdit{stated.study.uid, stated.reader.name, draftCommand(std::move(name), std::move(change)),
                           std::move(issues)};
    });
}

namespace {

/// Puts the labels whose numbers stand in their place back into the marks of a record; gives how many.
std::size_t putLabels(Json& marks, const std::vector<std::string_view>& labels)
{
    std::size_t count = 0;
    if (marks.is_array()) {
        for (auto& each : marks)
            count += putLabels(each, labels);
    } else if (marks.is_object() && marks.contains("labels") && marks["labels"].is_string()) {
        const auto number = marks["labels"].get<std::string>();
        for (std::size_t i = 0; i < labels.size() && count == 0; ++i) {
            if (number == std::to_string(i)) {
                marks["labels"] = std::string(labels[i]);
                count = 1;
            }
        }
    }
    return count;
}

/// The same as `parse`, but the labels, which are nearly all of a record and hold nothing that JSON escapes, don't go
/// through the parser: it looks at each character several times, and loading readings in bulk took half its time there.
Json recordOf(const std::string& json)
{
    constexpr std::string_view start = R"("labels":")";
    std::string rest;
    std::vector<std::string_view> labels;
    std::size_t done = 0;
    for (auto found = json.find(start); found != std::string::npos; found = json.find(start, done)) {
        const auto begin = found + start.size();
        const auto end = std::min(json.find('"', begin), json.size());
        rest.append(json, done, begin - done).append(std::to_string(labels.size()));
        labels.push_back(std::string_view(json).substr(begin, end - begin));
        done = end;
    }
    rest.append(json, done);
    auto record = Json::parse(rest, nullptr, false);
    const auto isEscaped = [](std::string_view text) { return text.find('\\') != std::string_view::npos; };
    std::size_t put = 0;
    if (record.is_object() && std::ranges::none_of(labels, isEscaped)) {
        for (const char* key : {"marks", "otherMarks"})
            put += record.contains(key) ? putLabels(record[key], labels) : 0;
    }
    return put == labels.size() && record.is_object() ? record : parse(json);
}

} // namespace

Result<ForamenReading> foramenReadingFromJson(const std::string& json)
{
    return parsed<ForamenReading>(
        json,
        [](const JsonField& field) -> Result<ForamenReading> {
            Issues issues;
            ForamenReading record;
            for (const auto& set : foramenPatchFrom(field, {}, issues))
                set(record);
            return record;
        },
        &recordOf);
}

} // namespace grading
