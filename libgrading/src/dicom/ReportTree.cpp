#include "ReportTree.h"

#include "DatasetParts.h"
#include "ReportCodes.h"
#include "ReportConcepts.h"

#include <algorithm>
#include <set>

namespace grading {

namespace {

using enum Relationship;

ContentItem acquisition(ContentItem item)
{
    item.relationship = HasAcquisitionContext;
    return item;
}

ContentItem libraryGroup(const LibrarySeries& entry)
{
    auto group = content::container(Contains, codes::imageLibraryGroup);
    const auto& stack = entry.series->stacks.front();
    group.add(content::code(HasAcquisitionContext, codes::modality, codes::magneticResonance));
    if (!stack.frameOfReference.isEmpty())
        group.add(content::uid(HasAcquisitionContext, codes::frameOfReference, stack.frameOfReference));
    group.add(acquisition(content::number(codes::pixelRows, stack.rows, codes::ucum("{pixels}", "pixels"))));
    group.add(acquisition(content::number(codes::pixelColumns, stack.columns, codes::ucum("{pixels}", "pixels"))));
    for (const auto* frame : entry.instances)
        group.add(content::image({}, {frame->sopClass.text(), frame->sopInstance, {}, {}}));
    return group;
}

ContentItem whole(const Code& name, int value)
{
    return content::number(name, value, codes::noUnits);
}

void addNumbering(ContentItem& record, const SpineNumbering& numbering)
{
    record.add(whole(codes::thoracicCount, numbering.thoracic));
    record.add(whole(codes::lumbarCount, numbering.lumbar));
    record.add(content::code(Contains, codes::transition, transitionCodes().of(numbering.transition)));
    record.add(content::code(Contains, codes::castellvi, castellviCodes().of(numbering.castellvi)));
    record.add(content::code(Contains, codes::countedFrom, countedFromCodes().of(numbering.countedFrom)));
    record.add(content::code(Contains, codes::numberingCertainty, certaintyCodes().of(numbering.isCertain)));
}

void addText(ContentItem& parent, const Code& name, const std::string& value)
{
    if (!value.empty())
        parent.add(content::text(Contains, name, value));
}

/// What the reading holds beyond its foramina, so that an import restores it.
ContentItem readingRecord(const Reading& reading)
{
    auto record = content::container(Contains, codes::readingRecord);
    record.add(content::uid(Contains, codes::readingUid, reading.id));
    record.add(whole(codes::revision, reading.revision));
    // Text, since DCMTK up to 3.6.9 takes a DATETIME with +0000 for malformed and then drops the whole report.
    record.add(content::text(Contains, codes::begun, toIso8601(reading.created)));
    const auto* known = reading.gradingScheme();
    auto& scheme = record.add(content::text(Contains, codes::scheme, reading.scheme));
    if (known)
        scheme.add(content::text(HasConceptModifier, codes::schemeVersion, known->version));
    if (reading.ownScheme)
        scheme.add(content::text(HasConceptModifier, codes::schemeDefinition, toJson(*reading.ownScheme)));
    addText(record, codes::bodyPart, reading.study.bodyPart);
    addText(record, codes::indications, reading.indication);
    for (const auto& symptom : reading.symptoms)
        addText(record, codes::symptom, symptom);
    for (const auto& series : reading.seriesUsed)
        record.add(content::uid(Contains, codes::seriesUsed, series));
    addNumbering(record, reading.numbering);
    return record;
}

} // namespace

void addObservers(ContentItem& root, const Reader& reader)
{
    const auto add = [&](ContentItem item) { root.add(std::move(item)); };
    add(content::code(HasObservationContext, codes::observerType, codes::person));
    add(content::personName(HasObservationContext, codes::personName, reader.name));
    if (!reader.organization.empty())
        add(content::text(HasObservationContext, codes::personOrganization, reader.organization));
    add(content::code(HasObservationContext, codes::personRole, roleCodes().of(reader.role)));
    add(content::code(HasObservationContext, codes::observerType, codes::device));
    add(content::uid(HasObservationContext, codes::deviceUid, Uid::fromName("Foragrade " FORAGRADE_VERSION)));
    add(content::text(HasObservationContext, codes::deviceName, "Foragrade"));
    add(content::text(HasObservationContext, codes::deviceManufacturer, "Foragrade project"));
    add(content::text(HasObservationContext, codes::deviceModel, "Foragrade " FORAGRADE_VERSION));
    add(content::text(HasObservationContext, codes::deviceSerial, "1"));
}

const Stack* stackOf(const ReportRequest& request, const std::string& stackId)
{
    if (!request.images)
        return nullptr;
    for (const auto& series : request.images->series) {
        for (const auto& stack : series.stacks) {
            if (stack.id == stackId)
                return &stack;
        }
    }
    return nullptr;
}

std::vector<LibrarySeries> markedSeries(const ReportRequest& request)
{
    std::vector<LibrarySeries> marked;
    for (const auto& segmentation : request.segmentations) {
        const auto isSame = [&](const Series& series) { return series.uid == segmentation.sourceSeries; };
        const auto found = std::ranges::find_if(request.images->series, isSame);
        const auto isListed = [&](const LibrarySeries& entry) { return entry.series == &*found; };
        if (found == request.images->series.end() || std::ranges::any_of(marked, isListed))
            continue;
        LibrarySeries entry{&*found, {}};
        std::set<Uid> named;
        for (const auto& stack : found->stacks) {
            for (const auto& frame : stack.frames) {
                if (named.insert(frame.sopInstance).second)
                    entry.instances.push_back(&frame);
            }
        }
        marked.push_back(std::move(entry));
    }
    return marked;
}

ContentItem reportTree(const ReportRequest& request)
{
    const auto& reading = request.reading;
    auto root = content::container(None, codes::report, "1500");
    root.add(content::code(HasConceptModifier, codes::language, codes::english));
    addObservers(root, reading.reader);
    root.add(content::code(HasConceptModifier, codes::procedureReported, procedureCode(reading.study.bodyPart)));
    if (const auto marked = markedSeries(request); !marked.empty()) {
        auto& library = root.add(content::container(Contains, codes::imageLibrary, "1600"));
        for (const auto& entry : marked)
            library.add(libraryGroup(entry));
    }
    auto& measurements = root.add(content::container(Contains, codes::imagingMeasurements));
    for (auto& group : measurementGroups(request))
        measurements.add(std::move(group));
    root.add(readingRecord(reading));
    return root;
}

} // namespace grading
