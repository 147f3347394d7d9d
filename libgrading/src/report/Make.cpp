#include "Impression.h"
#include "RowMaker.h"
#include "Words.h"
#include "grading/reading/Words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace grading::report {

namespace {

/// The region that the study is about: by its body part, else the one with the most records.
Region mainRegion(const Reading& reading)
{
    std::string part = reading.study.bodyPart;
    std::transform(part.begin(), part.end(), part.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (part.rfind("LS", 0) == 0 || part.find("LUMBAR") != std::string::npos)
        return Region::Lumbar;
    if (part.rfind("CS", 0) == 0 || part.find("CERVICAL") != std::string::npos)
        return Region::Cervical;
    if (part.rfind("TS", 0) == 0 || part.find("THORACIC") != std::string::npos)
        return Region::Thoracic;
    std::map<Region, int> records;
    for (const auto& [foramen, record] : reading.foramina)
        ++records[foramen.level.region()];
    const auto most = std::max_element(records.begin(), records.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == records.end() ? Region::Lumbar : most->first;
}

std::string titleOf(Region region)
{
    switch (region) {
    case Region::Cervical:
        return "Neural foramina of the cervical spine";
    case Region::Thoracic:
        return "Neural foramina of the thoracic spine";
    case Region::Lumbar:
        return "Neural foramina of the lumbar spine";
    case Region::Sacral:
    case Region::Coccygeal:
        return "Neural foramina of the sacrum";
    }
    return {};
}

/// Every level of the main region, and any other that has a record, from the head.
std::vector<Level> levelsOf(const Reading& reading)
{
    const Region region = mainRegion(reading);
    std::vector<Level> levels;
    for (const auto& level : reading.numbering.levels()) {
        const bool isRecorded = std::any_of(reading.foramina.begin(), reading.foramina.end(),
                                            [&](const auto& entry) { return entry.first.level == level; });
        if (level.region() == region || isRecorded)
            levels.push_back(level);
    }
    for (const auto& [foramen, record] : reading.foramina) { // of a spine counted otherwise: shown all the same
        if (std::find(levels.begin(), levels.end(), foramen.level) == levels.end())
            levels.push_back(foramen.level);
    }
    return levels;
}

std::string spacingWords(const VolumeGeometry& geometry)
{
    return fmt::format("{:.2f} × {:.2f} mm, slices {:.1f} mm apart", geometry.rowSpacing().value,
                       geometry.columnSpacing().value, geometry.sliceSpacing().value);
}

Report::Series seriesWords(const Series& series)
{
    Report::Series words;
    words.description = series.description;
    words.number = series.number;
    for (const auto& stack : series.stacks) {
        words.slices += stack.slices();
        if (!words.plane.empty())
            continue;
        words.plane = name(stack.role.plane);
        words.sequence = name(stack.role.weighting);
        if (stack.geometry)
            words.spacing = spacingWords(*stack.geometry);
    }
    if (series.stacks.size() > 1)
        words.spacing += fmt::format(" ({} stacks)", series.stacks.size());
    return words;
}

/// Those the reader named, else those that carry marks.
std::vector<Report::Series> techniqueOf(const Reading& reading, const SeriesCatalogue& catalogue)
{
    std::vector<Uid> used = reading.seriesUsed;
    if (used.empty()) {
        for (const auto& [foramen, record] : reading.foramina) {
            for (const auto& marks : record.marks) {
                const Uid series{marks.stackId.substr(0, marks.stackId.find('#'))};
                if (std::find(used.begin(), used.end(), series) == used.end())
                    used.push_back(series);
            }
        }
    }
    std::vector<Report::Series> technique;
    for (const auto& study : catalogue.studies) {
        for (const auto& series : study.series) {
            if (std::find(used.begin(), used.end(), series.uid) != used.end())
                technique.push_back(seriesWords(series));
        }
    }
    return technique;
}

std::string indicationOf(const Reading& reading)
{
    std::string text = listed(reading.symptoms, "and");
    if (!text.empty()) // picked from a list in lower case
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    if (!text.empty() && !reading.indication.empty())
        text += ". ";
    text += reading.indication;
    return text.empty() ? "not stated" : text;
}

void addStudy(Report& report, const Reading& reading)
{
    report.title = titleOf(mainRegion(reading));
    report.patientName = personName(reading.study.patientName);
    report.patientId = reading.study.patientId;
    report.study = reading.study.uid;
    report.studyDate = dateWords(reading.study.date);
    report.studyDescription = reading.study.description;
    report.indication = indicationOf(reading);
    report.numbering = words(reading.numbering);
}

std::string sexWords(const std::string& sex)
{
    if (sex == "F")
        return "female";
    if (sex == "M")
        return "male";
    return sex == "O" ? "other" : "";
}

/// What a reading doesn't hold is taken from the images, if they name the same patient: a reader who mustn't know whose
/// study it is has a case number in its stead.
void addPatient(Report& report, const StudyIdentity& known, const SeriesCatalogue& catalogue)
{
    const auto* study = catalogue.findStudy(known.uid);
    if (!study || study->patientName != known.patientName || study->patientId != known.patientId)
        return;
    report.birthDate = dateWords(study->patientBirthDate);
    report.sex = sexWords(study->patientSex);
}

void addReader(Report& report, const Reading& reading)
{
    report.readerName = personName(reading.reader.name);
    report.readerOrganization = reading.reader.organization;
    report.readerRole = name(reading.reader.role);
    report.isSigned = reading.isSigned();
    report.revision = reading.revision;
    report.signature = reading.isSigned() && reading.signedAt
                           ? fmt::format("Signed {}, revision {}", timeWords(*reading.signedAt), reading.revision)
                           : fmt::format("Draft, not signed (revision {})", reading.revision);
}

void addScheme(Report& report, const Reading& reading)
{
    report.schemeId = reading.scheme;
    if (const auto* scheme = reading.gradingScheme()) {
        report.schemeTable = tableInWords(*scheme);
        report.schemeVersion = scheme->version;
        report.schemeTitle = scheme->title;
        report.schemeSource = scheme->source;
    }
}

} // namespace

Report make(const Reading& reading, const SeriesCatalogue& catalogue, const Volumes& volumes, const Origin& origin)
{
    Report report;
    addStudy(report, reading);
    addPatient(report, reading.study, catalogue);
    addReader(report, reading);
    addScheme(report, reading);
    report.technique = techniqueOf(reading, catalogue);
    RowMaker rows(reading, catalogue, volumes, report);
    for (const auto& level : levelsOf(reading))
        report.levels.push_back({level, rows.row({level, Side::Right}), rows.row({level, Side::Left})});
    report.impression = impression(report);
    report.contradictions = contradictions(report);
    report.software = origin.software;
    report.created = timeWords(origin.now);
    report.disclaimer =
        "Research decision support, not a diagnosis. The thresholds between measurements and suggestions "
        "are this project's own and are not clinically validated.";
    return report;
}

} // namespace grading::report
