#include "DatasetParts.h"
#include "ReportCodes.h"
#include "ReportConcepts.h"
#include "ReportReading.h"
#include "Validation.h"

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

std::string named(const ContentItem& group)
{
    const auto id = group.textOf(codes::trackingIdentifier);
    return id.empty() ? std::string("A measurement group") : "Group '" + id + "'";
}

/// Every instance that a hierarchical reference sequence lists, with its series.
std::map<Uid, Uid> listedInstances(DcmItem& dataset, const DcmTagKey& sequence)
{
    std::map<Uid, Uid> listed;
    for (auto* study : items(dataset, sequence)) {
        for (auto* series : items(*study, DCM_ReferencedSeriesSequence)) {
            for (auto* instance : items(*series, DCM_ReferencedSOPSequence))
                listed.emplace(text(*instance, DCM_ReferencedSOPInstanceUID), text(*series, DCM_SeriesInstanceUID));
        }
    }
    return listed;
}

/// Rules that hold for every item: highdicom and others stumble over what breaks them.
void checkItems(const ContentItem& root, Findings& findings)
{
    int byReference = 0;
    int nameless = 0;
    int relationless = 0;
    visit(root, [&](const ContentItem& item, int depth) {
        byReference += item.isByReference ? 1 : 0;
        const bool needsName = item.type != ValueType::Image && item.type != ValueType::Coordinates3d &&
                               item.type != ValueType::Other && !item.isByReference;
        nameless += needsName && item.name.isEmpty() ? 1 : 0;
        relationless += depth > 0 && item.relationship == Relationship::None ? 1 : 0;
    });
    if (byReference > 0)
        findings.odd("by-reference", std::to_string(byReference) + " items refer to others by reference, which several "
                                                                   "programs can't read.");
    if (nameless > 0)
        findings.wrong("nameless-item", std::to_string(nameless) + " content items have no concept name.");
    if (relationless > 0)
        findings.wrong("relationship", std::to_string(relationless) + " content items have no known relationship.");
}

/// Codes of our own scheme must be those of its dictionary.
void checkOwnCodes(const ContentItem& root, Findings& findings)
{
    const auto known = privateCodes();
    const auto check = [&](const Code& code) {
        if (code.scheme != privateScheme || levelFrom(code))
            return;
        const auto found = std::ranges::find_if(known, [&](const Code& other) { return other.isSame(code); });
        if (found == known.end())
            findings.wrong("unknown-code", "Code " + code.value + " isn't in the dictionary of " + code.scheme + ".");
        else if (found->meaning != code.meaning)
            findings.odd("code-meaning", "Code " + code.value + " is called '" + code.meaning + "'.");
    };
    visit(root, [&](const ContentItem& item, int) {
        check(item.name);
        check(item.code);
    });
}

void checkSegmentReference(const ContentItem& group, const InstanceReference& reference, const ValidationInput& input,
                           Findings& findings)
{
    const auto found = input.segmentations.find(reference.sopInstance);
    if (found == input.segmentations.end())
        return;
    for (const int number : reference.segments) {
        const auto& segments = found->second.stored.object.segments;
        const auto segment = std::ranges::find(segments, number, &Segment::number);
        if (segment == segments.end()) {
            findings.wrong("missing-segment", named(group) + " refers to segment " + std::to_string(number) +
                                                  ", which its segmentation doesn't have.");
            continue;
        }
        const Uid trackingUid(group.textOf(codes::trackingUid));
        if (!segment->trackingUid.isEmpty() && segment->trackingUid != trackingUid)
            findings.wrong("tracking-uid", named(group) + " and its segment have different tracking uids.");
        if (!segment->trackingId.empty() && segment->trackingId != group.textOf(codes::trackingIdentifier))
            findings.wrong("tracking-id", named(group) + " and its segment have different tracking identifiers.");
    }
}

void checkNumbers(const ContentItem& group, Findings& findings)
{
    for (const auto& item : group.children) {
        if (item.type != ValueType::Number)
            continue;
        if (item.code.isEmpty())
            findings.wrong("no-unit", named(group) + ": '" + item.name.meaning + "' has no unit.");
        if (item.children.empty())
            findings.odd("bare-number", named(group) + ": '" + item.name.meaning +
                                            "' has no further description, on which an older viewer fails.");
    }
}

void checkGroups(const ContentItem& root, const ValidationInput& input, Findings& findings)
{
    std::set<std::string> uids;
    std::map<Uid, int> missing;
    visit(root, [&](const ContentItem& item, int) {
        if (item.type != ValueType::Container || !item.name.isSame(codes::measurementGroup))
            return;
        const auto uid = item.textOf(codes::trackingUid);
        if (uid.empty())
            findings.odd("no-tracking-uid", named(item) + " has no tracking unique identifier.");
        else if (!uids.insert(uid).second)
            findings.odd("tracking-uid-twice", named(item) + " has the tracking uid of another group.");
        for (const auto* reference : item.all(codes::referencedSegment)) {
            if (input.instances.contains(reference->image.sopInstance))
                checkSegmentReference(item, reference->image, input, findings);
            else
                ++missing[reference->image.sopInstance];
        }
        checkNumbers(item, findings);
    });
    for (const auto& [instance, groups] : missing)
        findings.wrong("missing-segmentation", "Segmentation " + instance.text() + ", which " + std::to_string(groups) +
                                                   " measurement groups refer to, isn't among the files.");
}

/// Coordinates as PS3.3 C.18.9.1.2 wants them, and in a frame of reference.
bool areWhole(const SpatialCoordinates& coordinates)
{
    static const std::map<std::string, std::size_t> fixed{{"POINT", 3}, {"ELLIPSE", 12}, {"ELLIPSOID", 18}};
    static const std::set<std::string> open{"MULTIPOINT", "POLYLINE", "POLYGON"};
    const auto& values = coordinates.values;
    const auto known = fixed.find(coordinates.graphicType);
    const bool hasRightCount =
        known != fixed.end() ? values.size() == known->second
                             : open.contains(coordinates.graphicType) && !values.empty() && values.size() % 3 == 0;
    return hasRightCount && std::ranges::all_of(values, [](float value) { return std::isfinite(value); }) &&
           coordinates.frameOfReference.isValid();
}

/// A disc of ours: its level, its point, and the point's two forms agreeing.
void checkDisc(const ContentItem& group, Findings& findings)
{
    const auto place = discOf(group);
    if (!place)
        return findings.wrong("disc", named(group) + " doesn't say where which disc lies.");
    if (!group.textOf(codes::trackingIdentifier).starts_with(place->level.name() + " "))
        findings.wrong("disc", named(group) + " is at " + place->level.name() + ".");
    const auto* center = group.find(codes::center);
    if (!center || !center->coordinates.isPoint())
        return;
    const auto& [x, y, z] = place->point;
    if (center->coordinates.values != std::vector{static_cast<float>(x), static_cast<float>(y), static_cast<float>(z)})
        findings.wrong("disc", named(group) + ": its point isn't the one that its coordinates give.");
}

void checkPlaces(const ContentItem& root, Findings& findings)
{
    const bool isOurs = root.find(codes::readingRecord) != nullptr;
    visit(root, [&](const ContentItem& item, int) {
        if (item.type == ValueType::Coordinates3d && !areWhole(item.coordinates))
            findings.wrong("coordinates", "'" + item.name.meaning + "' isn't a whole " + item.coordinates.graphicType +
                                              " in a frame of reference.");
        if (isOurs && item.name.isSame(codes::measurementGroup) && isDiscGroup(item))
            checkDisc(item, findings);
    });
}

/// Whatever the content refers to must be listed as evidence (PS3.3 C.17.2.3).
void checkEvidence(DcmItem& dataset, const ContentItem& root, const ValidationInput& input, Findings& findings)
{
    auto listed = listedInstances(dataset, DCM_CurrentRequestedProcedureEvidenceSequence);
    listed.merge(listedInstances(dataset, DCM_PertinentOtherEvidenceSequence));
    std::set<Uid> unlisted;
    visit(root, [&](const ContentItem& item, int) {
        if (item.type == ValueType::Image && !listed.contains(item.image.sopInstance))
            unlisted.insert(item.image.sopInstance);
    });
    if (!unlisted.empty())
        findings.wrong("no-evidence", std::to_string(unlisted.size()) +
                                          " instances that the content refers to aren't listed as evidence.");
    int missing = 0;
    int notGiven = 0;
    for (const auto& [instance, series] : listed) {
        if (input.instances.contains(instance))
            continue;
        (input.imageSeries.contains(series) ? missing : notGiven) += 1;
    }
    if (missing > 0)
        findings.wrong("missing-image", std::to_string(missing) + " of the images that it refers to aren't among the "
                                                                  "files, though others of their series are.");
    if (notGiven > 0)
        findings.note("not-given", std::to_string(notGiven) + " objects that it refers to aren't among the files.");
}

void checkState(DcmItem& dataset, Findings& findings)
{
    const bool isVerified = text(dataset, DCM_VerificationFlag) == "VERIFIED";
    const bool isComplete = text(dataset, DCM_CompletionFlag) == "COMPLETE";
    const bool hasObserver = !items(dataset, DCM_VerifyingObserverSequence).empty();
    if (isVerified && (!isComplete || !hasObserver))
        findings.wrong("verification", "It says VERIFIED but isn't COMPLETE or names no verifying observer.");
    if (!isVerified && hasObserver)
        findings.wrong("verification", "It names a verifying observer but isn't VERIFIED.");
    if (!isVerified && text(dataset, DCM_PreliminaryFlag) == "FINAL" && isComplete)
        findings.odd("verification", "It says FINAL but isn't VERIFIED.");
}

} // namespace

void checkReport(DcmItem& dataset, const ContentItem& root, const ValidationInput& input, Findings& findings)
{
    const bool isKeyObjects = text(dataset, DCM_Modality) == "KO";
    if (!isKeyObjects)
        checkState(dataset, findings);
    checkItems(root, findings);
    checkOwnCodes(root, findings);
    checkGroups(root, input, findings);
    checkPlaces(root, findings);
    checkEvidence(dataset, root, input, findings);
}

} // namespace grading
