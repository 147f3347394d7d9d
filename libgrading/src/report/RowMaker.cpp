#include "RowMaker.h"

#include "Words.h"
#include "grading/imaging/TissueWindow.h"
#include "grading/reading/Words.h"

#include <fmt/format.h>

namespace grading::report {

namespace {

void addComparisons(Report::Measured& measured, const RootMeasurement& root)
{
    if (root.toOtherSide) {
        measured.areaToOtherSide = root.toOtherSide->area;
        measured.flatteningToOtherSide = root.toOtherSide->flattening;
    }
    if (root.toNeighbours) {
        measured.areaToNeighbours = root.toNeighbours->area;
        measured.flatteningToNeighbours = root.toNeighbours->flattening;
    }
}

void addVolumes(Report::Measured& measured, const Measurements& measurements)
{
    measured.rootVolume = measurements.rootVolume;
    measured.fatVolume = measurements.fatVolume;
    if (measurements.foramenVolume.volume.value > 0)
        measured.foramenVolume = measurements.foramenVolume;
    measured.stenoticLengthRatio = measurements.stenoticLengthRatio;
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
    addComparisons(measured, slice.root);
    addVolumes(measured, measurements);
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

std::string thresholdsInWords(const MeasurementParameters& parameters)
{
    std::string text;
    for (const auto& threshold : thresholdsOf(parameters))
        text += fmt::format("{}{} {}", text.empty() ? "" : "; ", threshold.name, threshold.value);
    return text;
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
    row.decisionReason = record.decisionReason;
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

} // namespace

Report::Row RowMaker::row(const Foramen& foramen)
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
    const GradingScheme* scheme = m_reading.gradingScheme();
    const Assessment assessment = assess(m_reading, foramen);
    addAssessment(row, assessment, scheme != nullptr ? *scheme : documentScheme());
    m_report.issues.insert(m_report.issues.end(), assessment.issues.begin(), assessment.issues.end());
    if (assessment.measurements && record->gradedMarks() != nullptr) {
        m_report.parametersId = assessment.measurements->parameters.id;
        m_report.thresholds = thresholdsInWords(assessment.measurements->parameters);
        const auto& slice = assessment.measurements->graded();
        row.rose = fatRose(slice, record->gradedMarks()->geometry);
        row.image = imageOf(foramen, *record->gradedMarks(), slice.slice);
    }
    return row;
}

std::optional<KeyImage> RowMaker::imageOf(const Foramen& foramen, const StackMarks& marks, int slice)
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
    const DisplayWindow window = openingWindow(stack != nullptr ? *stack : Stack{}, *volume);
    KeyImage image = cutKeyImage(foramen, marks, slice, *volume, window);
    const std::string role = stack != nullptr
                                 ? fmt::format("{} {}", name(stack->role.plane), name(stack->role.weighting))
                                 : std::string(name(planeOf(marks.geometry.normal())));
    image.caption = fmt::format("{}, slice {} of {}", role, slice + 1, marks.geometry.slices());
    return image;
}

const Volume* RowMaker::volumeOf(const std::string& stackId)
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

} // namespace grading::report
