#include "ReportReading.h"

#include "ReportCodes.h"
#include "ReportConcepts.h"

#include <cmath>
#include <sstream>

namespace grading {

namespace {

int wholeOf(const ContentItem& parent, const Code& name, int otherwise)
{
    const auto* item = parent.find(name);
    return item && std::abs(item->number) < 1e9 ? static_cast<int>(std::lround(item->number)) : otherwise;
}

/// The enumerated value of a coded child; none without such a child or with another code.
template <class Value>
std::optional<Value> valueOf(const ContentItem& parent, const Code& name, const CodeTable<Value>& table)
{
    const auto* item = parent.find(name);
    return item ? table.from(item->code) : std::nullopt;
}

std::vector<std::string> textsOf(const ContentItem& parent, const Code& name)
{
    std::vector<std::string> texts;
    for (const auto* item : parent.all(name))
        texts.push_back(item->text);
    return texts;
}

void readNumbering(const ContentItem& record, SpineNumbering& numbering)
{
    numbering.thoracic = wholeOf(record, codes::thoracicCount, numbering.thoracic);
    numbering.lumbar = wholeOf(record, codes::lumbarCount, numbering.lumbar);
    numbering.transition =
        valueOf(record, codes::transition, transitionCodes()).value_or(SpineNumbering::Transition::None);
    numbering.castellvi = valueOf(record, codes::castellvi, castellviCodes()).value_or(SpineNumbering::Castellvi::None);
    numbering.countedFrom =
        valueOf(record, codes::countedFrom, countedFromCodes()).value_or(SpineNumbering::CountedFrom::Unknown);
    numbering.isCertain = valueOf(record, codes::numberingCertainty, certaintyCodes()).value_or(true);
}

std::optional<std::pair<PatientPoint, PatientPoint>> lineFrom(const std::string& text)
{
    std::istringstream stream(text);
    stream.imbue(std::locale::classic());
    std::pair<PatientPoint, PatientPoint> line;
    stream >> line.first.x >> line.first.y >> line.first.z >> line.second.x >> line.second.y >> line.second.z;
    return stream.fail() ? std::nullopt : std::optional(line);
}

void readMarkedStacks(const ContentItem& group, ForamenReading& record)
{
    for (const auto* item : group.all(codes::markedStack)) {
        StackMarks marks;
        marks.stackId = item->text;
        if (const auto slice = item->textOf(codes::gradingSlice); !slice.empty() && slice.size() < 9)
            marks.gradedSlice = std::atoi(slice.c_str()) - 1;
        if (const auto* line = item->find(codes::pedicleLine))
            marks.pedicleLine = lineFrom(line->text);
        marks.algorithm = item->textOf(codes::markingAlgorithm);
        record.marks.push_back(std::move(marks));
    }
}

void readFindings(const ContentItem& group, ForamenReading& record)
{
    for (const auto* item : group.all(codes::fatAtSide)) {
        const auto direction = directionCodes().from(item->codeOf(codes::topographicalModifier));
        if (direction)
            record.findings.sides[indexOf(*direction)] = sideStateCodes().from(item->code);
    }
    record.findings.root = valueOf(group, codes::rootAsSeen, rootMorphologyCodes());
    record.findings.notes = textsOf(group, codes::findingNote);
    record.contact = valueOf(group, codes::rootContact, contactCodes());
    record.noFatSeen = group.codeOf(codes::fatSearch).isSame(codes::noFatSeen);
}

void readStatements(const ContentItem& group, ForamenReading& record)
{
    if (const auto digit = valueOf(group, codes::readersGrade, gradeCodes()))
        record.grade = Grade::from(*digit);
    if (const auto* item = group.find(codes::gradability); item && item->code.isSame(codes::notGradable))
        record.notGradable = item->textOf(codes::notGradableReason);
    record.confidence = valueOf(group, codes::confidence, confidenceCodes());
    for (const auto* item : group.all(codes::contributoryFinding)) {
        if (const auto finding = contributoryCodes().from(item->code))
            record.contributory.insert(*finding);
    }
    record.meyerding = valueOf(group, codes::meyerding, meyerdingCodes());
    for (const auto* item : group.all(codes::etiology)) {
        if (const auto etiology = etiologyCodes().from(item->code))
            record.etiology.insert(*etiology);
    }
    record.imageQuality = group.textOf(codes::imageQuality);
    record.disagreementReason = group.textOf(codes::disagreementReason);
    record.decisionReason = group.textOf(codes::decisionReason);
    record.comment = group.textOf(codes::comment);
    record.timeSpent = std::chrono::milliseconds(wholeOf(group, codes::timeSpent, 0));
}

void readSuggestions(const ContentItem& group, std::vector<std::string>& grades)
{
    for (const auto* item : group.all(codes::suggestedGrade)) {
        const auto digit = gradeCodes().from(item->code);
        grades.push_back(digit ? std::to_string(*digit) : item->text);
    }
}

} // namespace

std::optional<Foramen> foramenOf(const ContentItem& group)
{
    const auto* site = group.find(codes::findingSite);
    if (!site || !site->code.isSame(codes::foramen))
        return std::nullopt;
    const auto level = levelFrom(site->codeOf(codes::topographicalModifier));
    const auto side = site->codeOf(codes::laterality);
    if (!level || (!side.isSame(codes::right) && !side.isSame(codes::left)))
        return std::nullopt;
    return Foramen{*level, side.isSame(codes::right) ? Side::Right : Side::Left};
}

Result<void> readRecord(const ContentItem& record, Reading& reading, const std::string& file)
{
    reading.id = Uid(record.textOf(codes::readingUid));
    if (!reading.id.isValid())
        return fail(ErrorCode::Unreadable, file, "doesn't say which reading it reports", "export the reading again");
    reading.revision = wholeOf(record, codes::revision, 1);
    reading.created = fromIso8601(record.textOf(codes::begun));
    reading.scheme = record.textOf(codes::scheme);
    if (const auto* scheme = record.find(codes::scheme)) {
        if (const auto definition = scheme->textOf(codes::schemeDefinition); !definition.empty()) {
            auto own = schemeFromJson(definition, file);
            if (!own)
                return fail(own.error());
            reading.setScheme(*own);
        }
    }
    reading.study.bodyPart = record.textOf(codes::bodyPart);
    reading.indication = record.textOf(codes::indications);
    reading.symptoms = textsOf(record, codes::symptom);
    for (const auto& uid : textsOf(record, codes::seriesUsed))
        reading.seriesUsed.emplace_back(uid);
    readNumbering(record, reading.numbering);
    return {};
}

Result<void> readGroup(const ContentItem& group, StructuredReport& report, const std::string& file)
{
    if (isDiscGroup(group)) {
        const auto place = discOf(group);
        if (!place)
            return fail(ErrorCode::Unreadable, file,
                        "group '" + group.textOf(codes::trackingIdentifier) + "' doesn't say where which disc lies",
                        "export the reading again");
        report.reading.levelPlaces.push_back(*place);
        return {};
    }
    const auto foramen = foramenOf(group);
    const auto trackingId = group.textOf(codes::trackingIdentifier);
    if (!foramen)
        return fail(ErrorCode::Unreadable, file, "group '" + trackingId + "' doesn't name its foramen",
                    "export the reading again");
    if (const auto* segment = group.find(codes::referencedSegment)) {
        const auto& numbers = segment->image.segments;
        report.segments.push_back({*foramen, trackingId, Uid(group.textOf(codes::trackingUid)),
                                   segment->image.sopInstance, numbers.empty() ? 0 : numbers.front(),
                                   Uid(group.textOf(codes::sourceSeries))});
    }
    if (trackingId != foramen->trackingIdentifier())
        return {};
    auto& record = report.reading.foramina[*foramen];
    readStatements(group, record);
    readFindings(group, record);
    readMarkedStacks(group, record);
    readSuggestions(group, report.suggestions[*foramen]);
    if (report.suggestions[*foramen].empty())
        report.suggestions.erase(*foramen);
    return {};
}

} // namespace grading
