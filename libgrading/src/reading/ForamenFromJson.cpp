#include "Change.h"
#include "ReadingPatch.h"

#include "grading/reading/Words.h"

#include <algorithm>

namespace grading {

namespace {

using ForamenFields = FieldSetters<ForamenReading>;

Grade gradeFrom(const JsonField& field)
{
    return *Grade::from(static_cast<int>(field.integer(0, 3)));
}

void readSides(const JsonField& field, ForamenSetters& setters, Issues& issues)
{
    if (field.isNull()) {
        setters.push_back([](ForamenReading& record) { record.findings.sides = {}; });
        return;
    }
    ForamenFields fields(field, setters);
    std::set<std::string> known;
    for (const auto direction : allDirections) {
        known.emplace(name(direction));
        fields.optional<SideState>(
            std::string(name(direction)), [](const JsonField& f) { return f.choice(parseSideState); },
            [direction](ForamenReading& record, auto state) { record.findings.sides[indexOf(direction)] = state; });
    }
    field.reportUnknown(known, issues);
}

void readFindings(const JsonField& field, ForamenSetters& setters, Issues& issues)
{
    ForamenFields fields(field, setters);
    if (const auto sides = field.find("sides"))
        readSides(*sides, setters, issues);
    fields.optional<RootMorphology>(
        "root", [](const JsonField& f) { return f.choice(parseRootMorphology); },
        [](ForamenReading& record, auto root) { record.findings.root = root; });
    fields.optional<std::vector<std::string>>("notes", textsFrom, [](ForamenReading& record, const auto& notes) {
        record.findings.notes = notes.value_or(std::vector<std::string>());
    });
    fields.optional<RootContact>(
        "contact", [](const JsonField& f) { return f.choice(parseRootContact); },
        [](ForamenReading& record, auto contact) { record.contact = contact; });
    fields.plain("noFatSeen", &ForamenReading::noFatSeen, [](const JsonField& f) { return f.boolean(); });
}

void readGrade(const JsonField& field, ForamenSetters& setters)
{
    const auto grade = field.find("grade");
    const auto notGradable = field.find("notGradable");
    if (grade && notGradable && !grade->isNull() && !notGradable->isNull())
        throw BadField{notGradable->path(), "can't stand beside a grade"};
    ForamenFields fields(field, setters);
    fields.optional<Grade>("grade", gradeFrom, [](ForamenReading& record, auto value) {
        record.grade = value;
        if (value)
            record.notGradable.reset();
    });
    const auto reason = [](const JsonField& f) {
        auto text = f.text();
        if (text.find_first_not_of(" \t\r\n") == std::string::npos)
            throw BadField{f.path(), "must be the reason, not blank"};
        return text;
    };
    fields.optional<std::string>("notGradable", reason, [](ForamenReading& record, const auto& value) {
        record.notGradable = value;
        if (value)
            record.grade.reset();
    });
    fields.optional<Confidence>(
        "confidence", [](const JsonField& f) { return f.choice(parseConfidence); },
        [](ForamenReading& record, auto confidence) { record.confidence = confidence; });
}

void readCauses(const JsonField& field, ForamenSetters& setters)
{
    ForamenFields fields(field, setters);
    fields.choices("findings", &ForamenReading::contributory, parseContributoryFinding);
    fields.optional<int>(
        "meyerding", [](const JsonField& f) { return static_cast<int>(f.integer(1, 5)); },
        [](ForamenReading& record, auto grade) { record.meyerding = grade; });
    fields.choices("etiology", &ForamenReading::etiology, parseEtiology);
    fields.text("imageQuality", &ForamenReading::imageQuality);
    fields.text("disagreementReason", &ForamenReading::disagreementReason);
    fields.text("decisionReason", &ForamenReading::decisionReason);
    fields.text("comment", &ForamenReading::comment);
    fields.plain("timeSpentMs", &ForamenReading::timeSpent,
                 [](const JsonField& f) { return std::chrono::milliseconds(f.integer(0, std::int64_t{1} << 50)); });
}

/// "marks" is the stack graded on, "otherMarks" all the others. Without "otherMarks" those of other stacks stay,
/// except that `"marks": null` means none at all.
void readMarksOf(const JsonField& field, const ReadMarksFile& readMarks, ForamenSetters& setters, Issues& issues)
{
    std::set<std::string> stacks;
    if (const auto marks = field.find("marks")) {
        if (marks->isNull()) {
            setters.push_back([](ForamenReading& record) { record.marks.clear(); });
        } else {
            stacks.insert(marks->at("stack").text());
            setters.push_back([graded = marksFrom(*marks, readMarks, issues)](ForamenReading& record) {
                std::erase_if(record.marks, [&](const auto& entry) { return entry.stackId == graded.stackId; });
                record.marks.insert(record.marks.begin(), graded);
            });
        }
    }
    const auto others = field.find("otherMarks");
    if (!others)
        return;
    std::vector<StackMarks> list;
    for (const auto& item : others->items()) {
        list.push_back(marksFrom(item, readMarks, issues));
        if (!stacks.insert(list.back().stackId).second)
            item.at("stack").refuse("must be another stack than those before, not");
    }
    setters.push_back([list](ForamenReading& record) {
        if (record.marks.size() > 1)
            record.marks.resize(1);
        for (const auto& marks : list)
            putMarks(record, marks);
    });
}

} // namespace

ForamenSetters foramenPatchFrom(const JsonField& field, const ReadMarksFile& readMarks, Issues& issues)
{
    field.reportUnknown({"foramen", "grade", "sides", "root", "notes", "contact", "noFatSeen", "notGradable",
                         "confidence", "findings", "meyerding", "etiology", "imageQuality", "disagreementReason",
                         "decisionReason", "comment", "timeSpentMs", "marks", "otherMarks"},
                        issues);
    ForamenSetters setters;
    readGrade(field, setters);
    readFindings(field, setters, issues);
    readCauses(field, setters);
    readMarksOf(field, readMarks, setters, issues);
    return setters;
}

} // namespace grading
