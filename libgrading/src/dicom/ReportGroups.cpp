#include "ReportCodes.h"
#include "ReportConcepts.h"
#include "ReportTree.h"

#include <algorithm>
#include <iterator>

namespace grading {

namespace {

using enum Relationship;

/// A segment together with the object that holds it.
struct PlacedSegment {
    const Segmentation* object = nullptr;
    const Segment* segment = nullptr;
};

ContentItem siteOf(const Foramen& foramen)
{
    auto site = content::code(HasConceptModifier, codes::findingSite, codes::foramen);
    site.add(content::code(HasConceptModifier, codes::laterality, codeOf(foramen.side)));
    site.add(content::code(HasConceptModifier, codes::topographicalModifier, codeOf(foramen.level)));
    return site;
}

const Code& findingOf(SegmentContent content)
{
    if (content == SegmentContent::Fat)
        return codes::fat;
    return content == SegmentContent::NerveRoot ? codes::nerveRoot : codes::foramen;
}

/// mm²: voxels of the largest slice × pixel area. mm³: voxels × pixel area × distance of slice centres.
void addSize(ContentItem& group, const Segment& segment, const VolumeGeometry& grid)
{
    std::size_t largest = 0;
    for (const auto& [slice, pixels] : segment.slices)
        largest = std::max(largest, pixels.count());
    const double pixelArea = grid.pixelArea().value;
    auto& area =
        group.add(content::number(codes::area, static_cast<double>(largest) * pixelArea, codes::squareMillimetres));
    area.add(content::code(HasConceptModifier, codes::derivation, codes::maximum));
    const double volume = static_cast<double>(segment.voxels()) * pixelArea * grid.sliceSpacing().value;
    group.add(content::number(codes::volume, volume, codes::cubicMillimetres))
        .add(content::code(HasConceptModifier, codes::measurementMethod, codes::sumOfVoxelVolumes));
}

void addAlgorithm(ContentItem& item, const std::string& parameters)
{
    item.add(content::text(HasConceptModifier, codes::algorithmName, "Foragrade measurement"));
    item.add(content::text(HasConceptModifier, codes::algorithmVersion, parameters));
}

/// FM001: one a side and the whole; all 0 when the reader saw no fat, none when fat wasn't annotated.
void addCoverage(ContentItem& group, const Measurements& measured)
{
    if (measured.fatRecord == Measurements::FatRecord::NotAnnotated)
        return;
    const bool isNone = measured.fatRecord == Measurements::FatRecord::NoFatSeen;
    const auto& slice = measured.graded();
    for (const auto direction : allDirections) {
        const auto coverage = isNone ? std::optional(0.0) : slice.side(direction).coverage;
        if (!coverage)
            continue;
        group.add(content::number(codes::fatCoverage, *coverage * 100, codes::percent))
            .add(content::code(HasConceptModifier, codes::topographicalModifier, directionCodes().of(direction)));
    }
    const auto share = isNone ? std::optional(0.0) : slice.fat.coverage;
    if (share)
        addAlgorithm(group.add(content::number(codes::fatCoverage, *share * 100, codes::percent)),
                     measured.parameters.id);
}

void addMeasurements(ContentItem& group, SegmentContent what, const Measurements& measured)
{
    const auto& slice = measured.graded();
    if (what == SegmentContent::Foramen) {
        if (slice.outline)
            group.add(content::number(codes::heightOf, slice.outline->height.value, codes::millimetres))
                .add(content::code(HasConceptModifier, codes::measurementMethod, codes::alongVertical));
        addCoverage(group, measured);
    }
    if (what == SegmentContent::NerveRoot && slice.root.state != RootShapeState::NotAssessable) {
        addAlgorithm(group.add(content::number(codes::flattening, slice.root.flattening, codes::noUnits)),
                     measured.parameters.id);
        addAlgorithm(group.add(content::number(codes::solidity, slice.root.solidity, codes::noUnits)),
                     measured.parameters.id);
    }
}

void addTime(ContentItem& group, const ForamenReading& record)
{
    if (record.timeSpent.count() == 0)
        return;
    group.add(content::number(codes::timeSpent, static_cast<double>(record.timeSpent.count()), codes::milliseconds))
        .add(content::code(HasConceptModifier, codes::measurementMethod, codes::whileOpen));
}

InstanceReference referenceTo(const StackFrame& frame)
{
    InstanceReference reference{frame.sopClass.text(), frame.sopInstance, {}, {}};
    if (frame.isMultiFrame)
        reference.frames.push_back(frame.frame + 1);
    return reference;
}

const Assessment* assessmentOf(const ReportRequest& request, const Foramen& foramen)
{
    const auto found = request.assessments.find(foramen);
    return found == request.assessments.end() ? nullptr : &found->second;
}

/// Segments of one foramen's marks on one stack, in group order.
std::vector<PlacedSegment> segmentsFor(const ReportRequest& request, const Foramen& foramen, const StackMarks& marks)
{
    std::vector<PlacedSegment> found;
    for (const auto& object : request.segmentations) {
        if (object.stackId != marks.stackId)
            continue;
        for (const auto& segment : object.segments) {
            if (segment.foramen == foramen)
                found.push_back({&object, &segment});
        }
    }
    return found;
}

ContentItem segmentGroup(const ReportRequest& request, const PlacedSegment& placed)
{
    const auto& [object, segment] = placed;
    auto group = groupStart(request.reading, "1411", segment->trackingId, findingOf(*segment->content));
    group.add(content::image(codes::referencedSegment,
                             {"1.2.840.10008.5.1.4.1.1.66.4", object->sopInstance, {}, {segment->number}}));
    group.add(content::uid(Contains, codes::sourceSeries, object->sourceSeries));
    group.add(siteOf(*segment->foramen));
    addSize(group, *segment, object->geometry);
    return group;
}

/// The groups of one foramen's marks; the first of the graded stack carries all that was said of the foramen.
void addMarkedGroups(std::vector<ContentItem>& groups, const ReportRequest& request, const Foramen& foramen,
                     const ForamenReading& record)
{
    const auto* assessment = assessmentOf(request, foramen);
    for (const auto& marks : record.marks) {
        const bool isGraded = &marks == record.gradedMarks();
        for (const auto& placed : segmentsFor(request, foramen, marks)) {
            auto group = segmentGroup(request, placed);
            const auto what = *placed.segment->content;
            if (isGraded && assessment && assessment->measurements)
                addMeasurements(group, what, *assessment->measurements);
            if (isGraded && what == SegmentContent::Foramen) {
                addTime(group, record);
                addGrade(group, record, assessment);
                addStatements(group, record);
                if (const auto* image = gradedImage(request, foramen))
                    group.add(content::image(codes::sourceOfMeasurement, referenceTo(*image)));
            }
            groups.push_back(std::move(group));
        }
    }
}

ContentItem groupWithoutMarks(const ReportRequest& request, const Foramen& foramen, const ForamenReading& record)
{
    auto group = groupStart(request.reading, "1501", foramen.trackingIdentifier(), codes::foramen);
    group.add(siteOf(foramen));
    addTime(group, record);
    addGrade(group, record, assessmentOf(request, foramen));
    addStatements(group, record);
    return group;
}

} // namespace

ContentItem groupStart(const Reading& reading, const std::string& templateId, const std::string& trackingId,
                       const Code& finding)
{
    auto group = content::container(Contains, codes::measurementGroup, templateId);
    group.add(content::text(HasObservationContext, codes::activitySession, std::to_string(reading.revision)));
    group.add(content::text(HasObservationContext, codes::trackingIdentifier, trackingId));
    group.add(content::uid(HasObservationContext, codes::trackingUid, trackingUidOf(reading.id.text(), trackingId)));
    group.add(content::code(Contains, codes::finding, finding));
    return group;
}

const StackFrame* gradedImage(const ReportRequest& request, const Foramen& foramen)
{
    const auto* record = request.reading.find(foramen);
    const auto* marks = record ? record->gradedMarks() : nullptr;
    const auto* stack = marks ? stackOf(request, marks->stackId) : nullptr;
    if (!stack)
        return nullptr;
    const auto* assessment = assessmentOf(request, foramen);
    const bool isMeasured = assessment && assessment->measurements;
    return stack->imageAt(isMeasured ? assessment->measurements->graded().slice : marks->gradedSlice.value_or(-1));
}

std::vector<ContentItem> measurementGroups(const ReportRequest& request)
{
    std::vector<ContentItem> groups;
    for (const auto& [foramen, record] : request.reading.foramina)
        addMarkedGroups(groups, request, foramen, record);
    for (const auto& [foramen, record] : request.reading.foramina) {
        const auto* graded = record.gradedMarks();
        if (!graded || graded->labels.isEmpty())
            groups.push_back(groupWithoutMarks(request, foramen, record));
    }
    std::ranges::move(discGroups(request.reading), std::back_inserter(groups));
    return groups;
}

} // namespace grading
