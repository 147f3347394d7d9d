#include "Impression.h"
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
    return text + reading.indication;
}

Report::Measured measuredOf(const Measurements& measurements, const GradingScheme& scheme)
{
    const auto& slice = measurements.graded();
    Report::Measured measured;
    measured.slice = slice.slice + 1;
    measured.rootArea = slice.root.area;
    measured.rootDiameter = slice.root.equivalentDiameter;
    measured.flattening = slice.root.flattening;
    measured.solidity = slice.root.solidity;
    if (slice.root.toOtherSide)
        measured.areaToOtherSide = slice.root.toOtherSide->area;
    measured.rootShape = words(slice.root);
    measured.fatArea = slice.fat.area;
    measured.fatCoverage = slice.fat.coverage;
    measured.fatRecord = words(measurements.fatRecord);
    if (slice.outline) {
        measured.foramenArea = slice.outline->area;
        measured.foramenHeight = slice.outline->height;
        measured.foramenWidth = slice.outline->midWidth;
    }
    measured.frame = words(slice.frame);
    const WorstSlice worst = worstSlice(measurements, scheme);
    measured.worstSlice = worst.slice + 1;
    measured.worstGrades = listed(worst.suggestion.grades, "or");
    return measured;
}

void addFindings(Report::Row& row, const ForamenReading& record)
{
    for (const auto direction : allDirections) {
        if (const auto side = record.findings.side(direction))
            row.sides[indexOf(direction)].stated = words(*side);
    }
    if (record.findings.root)
        row.root = words(*record.findings.root);
    if (record.contact)
        row.contact = title(*record.contact);
    if (record.confidence)
        row.confidence = title(*record.confidence);
    for (const auto finding : record.contributory) {
        const bool hasGrade = finding == ContributoryFinding::Spondylolisthesis && record.meyerding;
        row.contributory.push_back(hasGrade ? fmt::format("{} Meyerding {}", title(finding), *record.meyerding)
                                            : std::string(title(finding)));
    }
    for (const auto etiology : record.etiology)
        row.etiology.push_back(etiology == Etiology::Unknown ? "etiology unknown" : std::string(title(etiology)));
    row.imageQuality = record.imageQuality;
    row.comment = record.comment;
    row.disagreementReason = record.disagreementReason;
}

void addVerdict(Report::Row& row, const ForamenReading& record)
{
    row.grade = record.grade;
    if (record.grade) {
        row.state = Report::Row::State::Graded;
        row.verdict = record.grade->name();
    } else if (record.notGradable) {
        row.state = Report::Row::State::NotGradable;
        row.verdict = "not gradable";
        row.notGradableReason = *record.notGradable;
    }
}

void addAssessment(Report::Row& row, const Assessment& assessment, const GradingScheme& scheme)
{
    if (assessment.measurements) {
        row.measured = measuredOf(*assessment.measurements, scheme);
        for (const auto direction : allDirections) {
            const auto& side = assessment.measurements->graded().side(direction);
            row.sides[indexOf(direction)].measured = words(side.state);
            row.sides[indexOf(direction)].coverage = side.coverage;
        }
    }
    if (const auto* basis = assessment.basis()) {
        const bool isMeasured = assessment.measured && basis == &*assessment.measured;
        row.suggested = Report::Suggested{isMeasured ? "measured marks" : "reader's findings",
                                          listed(basis->grades, "or"), basis->reasons};
    }
    row.agreement = assessment.agreement;
}

/// Builds the rows of one reading; loads each stack once.
class RowMaker {
public:
    RowMaker(const Reading& reading, const SeriesCatalogue& catalogue, const Volumes& volumes, Report& report)
        : m_reading(reading), m_catalogue(catalogue), m_volumes(volumes), m_report(report)
    {}

    Report::Row row(const Foramen& foramen)
    {
        Report::Row row;
        row.foramen = foramen;
        row.nerveRoot = foramen.nerveRoot();
        row.verdict = "not read";
        const ForamenReading* record = m_reading.find(foramen);
        if (record == nullptr)
            return row;
        addFindings(row, *record);
        addVerdict(row, *record);
        const GradingScheme* scheme = findScheme(m_reading.scheme);
        const Assessment assessment = assess(m_reading, foramen);
        addAssessment(row, assessment, scheme != nullptr ? *scheme : documentScheme());
        m_report.issues.insert(m_report.issues.end(), assessment.issues.begin(), assessment.issues.end());
        if (assessment.measurements && record->gradedMarks() != nullptr) {
            m_report.parametersId = assessment.measurements->parametersId;
            const auto& slice = assessment.measurements->graded();
            row.rose = fatRose(slice, record->gradedMarks()->geometry);
            row.image = imageOf(foramen, *record->gradedMarks(), slice.slice);
        }
        return row;
    }

private:
    std::optional<KeyImage> imageOf(const Foramen& foramen, const StackMarks& marks, int slice)
    {
        const Volume* volume = volumeOf(marks.stackId);
        if (volume == nullptr)
            return {};
        if (!volume->geometry().matches(marks.geometry)) {
            m_report.issues.push_back({Severity::Warning, "images-differ-from-marks", foramen.key(),
                                       "The images' grid isn't the marks'; the report has no picture of it."});
            return {};
        }
        const Stack* stack = m_catalogue.findStack(marks.stackId);
        const DisplayWindow window = stack != nullptr && stack->window ? *stack->window : volume->automaticWindow();
        KeyImage image = cutKeyImage(foramen, marks, slice, *volume, window);
        const std::string role = stack != nullptr
                                     ? fmt::format("{} {}", name(stack->role.plane), name(stack->role.weighting))
                                     : std::string(name(planeOf(marks.geometry.normal())));
        image.caption = fmt::format("{}, slice {} of {}", role, slice + 1, marks.geometry.slices());
        return image;
    }

    const Volume* volumeOf(const std::string& stackId)
    {
        if (!m_volumes)
            return nullptr;
        const auto known = m_loaded.find(stackId);
        if (known != m_loaded.end())
            return known->second.isEmpty() ? nullptr : &known->second;
        auto loaded = m_volumes(stackId);
        if (!loaded)
            m_report.issues.push_back({Severity::Warning, "no-pictures", stackId, loaded.error().message()});
        Volume& kept = m_loaded[stackId];
        if (loaded)
            kept = *loaded;
        return kept.isEmpty() ? nullptr : &kept;
    }

    const Reading& m_reading;
    const SeriesCatalogue& m_catalogue;
    const Volumes& m_volumes;
    Report& m_report;
    std::map<std::string, Volume> m_loaded; ///< Empty where loading failed.
};

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

void addScheme(Report& report, const std::string& id)
{
    report.schemeId = id;
    if (const auto* scheme = findScheme(id)) {
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
    addReader(report, reading);
    addScheme(report, reading.scheme);
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
