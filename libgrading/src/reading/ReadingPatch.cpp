#include "ReadingPatch.h"

#include <algorithm>

namespace grading {

namespace {

using StudyFields = FieldSetters<Reading>;

const std::set<std::string>& knownFields()
{
    static const std::set<std::string> fields{
        "schema",    "id",        "status",           "revision", "created",    "signedAt",   "study",
        "studyDate", "bodyPart",  "studyDescription", "patient",  "reader",     "role",       "organization",
        "scheme",    "numbering", "indication",       "foramina", "seriesUsed", "levelPlaces"};
    return fields;
}

template <class Value, class Read>
void setNumbering(const JsonField& numbering, const std::string& key, Value SpineNumbering::*member, Read read,
                  Setters<Reading>& setters)
{
    if (const auto field = numbering.find(key)) {
        const Value value = read(*field);
        setters.push_back([member, value](Reading& reading) { reading.numbering.*member = value; });
    }
}

void readNumbering(const JsonField& field, Setters<Reading>& setters, Issues& issues)
{
    field.reportUnknown({"thoracic", "lumbar", "transition", "castellvi", "countedFrom", "certain"}, issues);
    const auto count = [](int lowest, int highest) {
        return [=](const JsonField& f) { return static_cast<int>(f.integer(lowest, highest)); };
    };
    const auto choice = [](auto parse) { return [=](const JsonField& f) { return f.choice(parse); }; };
    setNumbering(field, "thoracic", &SpineNumbering::thoracic, count(11, 13), setters);
    setNumbering(field, "lumbar", &SpineNumbering::lumbar, count(4, 6), setters);
    setNumbering(field, "transition", &SpineNumbering::transition, choice(parseTransition), setters);
    setNumbering(field, "castellvi", &SpineNumbering::castellvi, choice(parseCastellvi), setters);
    setNumbering(field, "countedFrom", &SpineNumbering::countedFrom, choice(parseCountedFrom), setters);
    setNumbering(
        field, "certain", &SpineNumbering::isCertain, [](const JsonField& f) { return f.boolean(); }, setters);
}

/// A text alone, or an object of symptoms and text.
void readIndication(const JsonField& field, Setters<Reading>& setters, Issues& issues)
{
    if (field.isText()) {
        setters.push_back([text = field.text()](Reading& reading) { reading.indication = text; });
        return;
    }
    field.reportUnknown({"symptoms", "text"}, issues);
    StudyFields fields(field, setters);
    fields.plain("symptoms", &Reading::symptoms, textsFrom);
    fields.text("text", &Reading::indication);
}

/// By id, or one's own with its whole definition.
std::function<void(Reading&)> schemeSetterFrom(const JsonField& field)
{
    if (field.isObject()) {
        const auto scheme = schemeFromJson(field.json(), field.path());
        if (!scheme)
            throw BadField{field.path(), scheme.error().what};
        return [scheme = *scheme](Reading& reading) { reading.setScheme(scheme); };
    }
    return [id = field.text()](Reading& reading) {
        if (reading.ownScheme && reading.ownScheme->id != id)
            reading.ownScheme.reset();
        reading.scheme = id;
    };
}

std::vector<Uid> uidsFrom(const JsonField& list)
{
    std::vector<Uid> uids;
    for (const auto& item : list.items()) {
        uids.emplace_back(item.text());
        if (!uids.back().isValid())
            item.refuse("must be a UID, not");
    }
    return uids;
}

std::vector<LevelPlace> placesFrom(const JsonField& list)
{
    std::vector<LevelPlace> places;
    for (const auto& item : list.items()) {
        const auto xyz = item.at("point").numbers(3);
        places.push_back(
            {item.at("level").choice(Level::parse), {xyz[0], xyz[1], xyz[2]}, Uid(item.at("frameOfReference").text())});
    }
    return places;
}

void readForamina(const JsonField& list, const ReadMarks& readMarks, ReadingPatch& patch)
{
    for (const auto& item : list.items()) {
        const auto key = item.at("foramen");
        const auto foramen = Foramen::parse(key.text());
        if (!foramen)
            key.refuse("must be a foramen like L4-L5:R, not");
        const auto isSame = [&](const auto& entry) { return entry.first == *foramen; };
        if (std::any_of(patch.foramina.begin(), patch.foramina.end(), isSame))
            key.refuse("must not stand twice in one file:");
        ReadMarksFile readFile;
        if (readMarks)
            readFile = [&](const std::string& file, const std::string& stack) {
                return readMarks(*foramen, file, stack);
            };
        auto setters = foramenPatchFrom(item.remarked(foramen->key()), readFile, patch.issues);
        patch.foramina.emplace_back(*foramen, std::move(setters));
    }
}

} // namespace

std::vector<std::string> textsFrom(const JsonField& list)
{
    std::vector<std::string> texts;
    for (const auto& item : list.items())
        texts.push_back(item.text());
    return texts;
}

void ReadingPatch::applyTo(Reading& reading) const
{
    for (const auto& set : setters)
        set(reading);
    for (const auto& [foramen, foramenSetters] : foramina) {
        auto& record = reading.foramina[foramen];
        for (const auto& set : foramenSetters)
            set(record);
    }
}

ReadingPatch patchFrom(const JsonField& document, const ReadMarks& readMarks)
{
    ReadingPatch patch;
    document.reportUnknown(knownFields(), patch.issues);
    if (const auto scheme = document.find("scheme"))
        patch.setters.push_back(schemeSetterFrom(*scheme));
    if (const auto numbering = document.find("numbering"); numbering && !numbering->isNull())
        readNumbering(*numbering, patch.setters, patch.issues);
    if (const auto indication = document.find("indication"); indication && !indication->isNull())
        readIndication(*indication, patch.setters, patch.issues);
    StudyFields fields(document, patch.setters);
    fields.plain("seriesUsed", &Reading::seriesUsed, uidsFrom);
    fields.plain("levelPlaces", &Reading::levelPlaces, placesFrom);
    if (const auto foramina = document.find("foramina"); foramina && !foramina->isNull())
        readForamina(*foramina, readMarks, patch);
    return patch;
}

} // namespace grading
