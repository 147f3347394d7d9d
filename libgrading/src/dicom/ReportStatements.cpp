#include "ReportCodes.h"
#include "ReportConcepts.h"
#include "ReportTree.h"

#include "grading/scoring/GradingScheme.h"

#include <algorithm>

namespace grading {

namespace {

using enum Relationship;
using enum AnatomicalDirection;

void addCode(ContentItem& group, const Code& name, const Code& value)
{
    group.add(content::code(Contains, name, value));
}

void addText(ContentItem& group, const Code& name, const std::string& value)
{
    if (!value.empty())
        group.add(content::text(Contains, name, value));
}

/// FQ003, FQ004: how many of two opposite sides the reader saw lost; undetermined when one of them isn't known.
std::optional<Code> lossOf(const ForamenReading& record, AnatomicalDirection one, AnatomicalDirection other)
{
    const auto first = record.findings.side(one);
    const auto second = record.findings.side(other);
    if (!first && !second)
        return std::nullopt;
    const auto isKnown = [](const auto& side) { return side && *side != SideState::NotAssessable; };
    if (!isKnown(first) || !isKnown(second))
        return codes::undetermined;
    const int lost = (*first == SideState::Lost ? 1 : 0) + (*second == SideState::Lost ? 1 : 0);
    return lost == 0 ? codes::none : lost == 1 ? codes::partial : codes::complete;
}

/// FQ005: the root's shape, else what touches it.
std::optional<Code> morphologyOf(const ForamenReading& record)
{
    const auto root = record.findings.root;
    if (root == RootMorphology::Collapsed)
        return codes::collapsed;
    if (root == RootMorphology::Deformed)
        return codes::deformed;
    if (record.contact && *record.contact != RootContact::None)
        return codes::contacted;
    if (root == RootMorphology::NotAssessable)
        return codes::undetermined;
    return root || record.contact ? std::optional(codes::normal) : std::nullopt;
}

void addReadersFindings(ContentItem& group, const ForamenReading& record)
{
    if (const auto loss = lossOf(record, Superior, Inferior))
        addCode(group, codes::verticalLoss, *loss);
    if (const auto loss = lossOf(record, Anterior, Posterior))
        addCode(group, codes::transverseLoss, *loss);
    if (const auto morphology = morphologyOf(record))
        addCode(group, codes::rootMorphology, *morphology);
    for (const auto direction : allDirections) {
        if (const auto state = record.findings.side(direction)) {
            auto& side = group.add(content::code(Contains, codes::fatAtSide, sideStateCodes().of(*state)));
            side.add(content::code(HasConceptModifier, codes::topographicalModifier, directionCodes().of(direction)));
        }
    }
    if (record.findings.root)
        addCode(group, codes::rootAsSeen, rootMorphologyCodes().of(*record.findings.root));
    if (record.contact)
        addCode(group, codes::rootContact, contactCodes().of(*record.contact));
    for (const auto& note : record.findings.notes)
        addText(group, codes::findingNote, note);
    if (record.noFatSeen)
        addCode(group, codes::fatSearch, codes::noFatSeen);
}

/// Which stacks hold marks, the graded one first, with what a segmentation has no place for.
void addMarkedStacks(ContentItem& group, const ForamenReading& record)
{
    for (const auto& marks : record.marks) {
        auto& stack = group.add(content::text(Contains, codes::markedStack, marks.stackId));
        const auto add = [&](const Code& name, std::string value) {
            stack.add(content::text(HasConceptModifier, name, std::move(value)));
        };
        if (marks.gradedSlice)
            add(codes::gradingSlice, std::to_string(*marks.gradedSlice + 1));
        if (marks.pedicleLine)
            add(codes::pedicleLine, pointText(marks.pedicleLine->first) + " " + pointText(marks.pedicleLine->second));
        if (!marks.algorithm.empty())
            add(codes::markingAlgorithm, marks.algorithm);
    }
}

Code agreementCode(Agreement agreement)
{
    if (agreement == Agreement::Agrees)
        return codes::agrees;
    return agreement == Agreement::Soft ? codes::softDisagreement : codes::hardDisagreement;
}

/// The measured numbers that a suggestion rests on, by value: coverage of the sides, else the root's shape.
std::vector<ContentItem> evidenceOf(const Measurements& measured)
{
    std::vector<ContentItem> evidence;
    const auto& slice = measured.graded();
    for (const auto direction : allDirections) {
        if (const auto coverage = slice.side(direction).coverage) {
            auto item = content::number(codes::fatCoverage, *coverage * 100, codes::percent);
            item.add(content::code(HasConceptModifier, codes::topographicalModifier, directionCodes().of(direction)));
            evidence.push_back(std::move(item));
        }
    }
    if (evidence.empty() && slice.root.state != RootShapeState::NotAssessable) {
        evidence.push_back(content::number(codes::flattening, slice.root.flattening, codes::noUnits));
        evidence.push_back(content::number(codes::solidity, slice.root.solidity, codes::noUnits));
    }
    for (auto& item : evidence)
        item.relationship = InferredFrom;
    return evidence;
}

void addSuggestion(ContentItem& group, const Suggestion& suggestion, const Measurements& measured)
{
    const auto evidence = evidenceOf(measured);
    if (evidence.empty())
        return;
    for (const auto& grade : suggestion.grades) {
        const bool isDigit = suggestion.isReadersScale && grade.size() == 1;
        auto& item = group.add(isDigit ? content::code(Contains, codes::suggestedGrade, gradeCodes().of(grade[0] - '0'))
                                       : content::text(Contains, codes::suggestedGrade, grade));
        item.add(content::text(HasConceptModifier, codes::algorithmName, "Foragrade scheme " + suggestion.scheme));
        item.add(content::text(HasConceptModifier, codes::algorithmVersion,
                               suggestion.schemeVersion + ", parameters " + suggestion.parameters));
        for (const auto& number : evidence)
            item.add(number);
    }
}

} // namespace

std::string pointText(const PatientPoint& point)
{
    std::string text;
    for (const double value : {point.x, point.y, point.z}) {
        char buffer[40];
        std::snprintf(buffer, sizeof buffer, "%.17g", value);
        text += (text.empty() ? "" : " ") + std::string(buffer);
    }
    return text;
}

void addGrade(ContentItem& group, const ForamenReading& record, const Assessment* assessment)
{
    if (record.grade) {
        addCode(group, codes::readersGrade, gradeCodes().of(record.grade->digit()));
        addCode(group, codes::severity, severityCodes().of(record.grade->digit()));
    }
    if (assessment && assessment->measured && assessment->measurements)
        addSuggestion(group, *assessment->measured, *assessment->measurements);
    addReadersFindings(group, record);
    if (assessment && assessment->agreement)
        addCode(group, codes::agreement, agreementCode(*assessment->agreement));
}

void addStatements(ContentItem& group, const ForamenReading& record)
{
    if (record.notGradable) {
        auto& item = group.add(content::code(Contains, codes::gradability, codes::notGradable));
        if (!record.notGradable->empty())
            item.add(content::text(HasConceptModifier, codes::notGradableReason, *record.notGradable));
    }
    if (record.confidence)
        addCode(group, codes::confidence, confidenceCodes().of(*record.confidence));
    for (const auto finding : record.contributory)
        addCode(group, codes::contributoryFinding, contributoryCodes().of(finding));
    if (record.meyerding)
        addCode(group, codes::meyerding, meyerdingCodes().of(*record.meyerding));
    for (const auto etiology : record.etiology)
        addCode(group, codes::etiology, etiologyCodes().of(etiology));
    addText(group, codes::imageQuality, record.imageQuality);
    addText(group, codes::disagreementReason, record.disagreementReason);
    addText(group, codes::decisionReason, record.decisionReason);
    addText(group, codes::comment, record.comment);
    addMarkedStacks(group, record);
}

} // namespace grading
