#include "BitPacking.h"
#include "DatasetParts.h"
#include "Validation.h"

#include <algorithm>

namespace grading {

namespace {

std::string named(const Segment& segment)
{
    return "Segment " + std::to_string(segment.number) + " ('" + segment.label + "')";
}

/// Elements of the code sequence macro (PS3.3 section 8.8) below an item.
void checkCodes(DcmItem& item, int depth, std::set<std::string>& schemes, Findings& findings)
{
    if (depth > 60)
        return;
    for (unsigned long i = 0; i < item.card(); ++i) {
        auto* element = item.getElement(i);
        if (element->ident() != EVR_SQ)
            continue;
        auto& sequence = static_cast<DcmSequenceOfItems&>(*element);
        for (DcmObject* entry = sequence.nextInContainer(nullptr); entry; entry = sequence.nextInContainer(entry)) {
            auto& child = static_cast<DcmItem&>(*entry);
            const auto value = text(child, DCM_CodeValue);
            const auto meaning = text(child, DCM_CodeMeaning);
            if (!value.empty()) {
                const auto scheme = text(child, DCM_CodingSchemeDesignator);
                schemes.insert(scheme);
                if (scheme.empty() || meaning.empty())
                    findings.wrong("incomplete-code", "Code " + value + " has no scheme or no meaning.");
                if (value.size() > 16 || shortText(meaning, 64) != shortText(meaning, 1000))
                    findings.wrong("long-code", "Code " + value + " is longer than DICOM allows.");
            }
            checkCodes(child, depth + 1, schemes, findings);
        }
    }
}

void checkReferences(const StoredSegmentation& stored, const ValidationInput& input, Findings& findings)
{
    if (stored.object.sourceSeries.isEmpty())
        return findings.odd("no-referenced-series", "It doesn't name the series that it marks (Referenced Series "
                                                    "Sequence), so some viewers can't place it.");
    if (!input.imageSeries.contains(stored.object.sourceSeries))
        return findings.note("images-not-given", "The images that it marks aren't among the files.");
    const auto missing =
        std::ranges::count_if(stored.sourceInstances, [&](const Uid& uid) { return !input.instances.contains(uid); });
    if (missing > 0)
        findings.wrong("missing-image", std::to_string(missing) + " of the images that it refers to aren't among the "
                                                                  "files, though others of their series are.");
}

void checkSegments(const StoredSegmentation& stored, Findings& findings)
{
    std::set<std::string> ids;
    std::set<Uid> uids;
    int expected = 0;
    for (const auto& segment : stored.object.segments) {
        if (segment.number != ++expected)
            findings.odd("segment-numbers", "Segment numbers don't ascend from 1 without a gap.");
        if (!segment.trackingUid.isEmpty() && !uids.insert(segment.trackingUid).second)
            findings.wrong("tracking-uid-twice", named(segment) + " has the tracking uid of another segment.");
        if (!segment.trackingId.empty() && !ids.insert(segment.trackingId).second)
            findings.odd("tracking-id-twice", named(segment) + " has the tracking identifier of another segment.");
        const bool hasVoxel = std::ranges::any_of(stored.frames, [&](const StoredSegmentation::Frame& frame) {
            return frame.segment == segment.number && !frame.pixels.isEmpty();
        });
        if (!hasVoxel)
            findings.odd("empty-segment", named(segment) + " marks nothing.");
    }
}

void checkPixels(DcmItem& dataset, const StoredSegmentation& stored, Findings& findings)
{
    const auto high = numberValues(dataset, DCM_HighBit);
    const auto bits = numberValues(dataset, DCM_BitsStored);
    if (high != std::vector<double>{0} || bits != std::vector<double>{1})
        findings.wrong("bit-depth", "High Bit must be 0 and Bits Stored 1 for one bit a pixel.");
    if (text(dataset, DCM_PhotometricInterpretation) != "MONOCHROME2")
        findings.wrong("photometric", "Photometric Interpretation must be MONOCHROME2.");
    if (stored.object.frameOfReference.isEmpty())
        findings.wrong("no-frame-of-reference", "It has no Frame of Reference UID.");
    auto copy = stored;
    if (const auto placed = placeOnOwnPlanes(std::move(copy), {}); !placed)
        findings.odd("planes", "As a volume, " + placed.error().what + ".");
}

/// Every stored plane must be one of the images', pixel on pixel.
void checkPlanes(const StoredSegmentation& stored, const ValidationInput& input, Findings& findings)
{
    const auto found = input.planes.find(stored.object.sourceSeries);
    if (found == input.planes.end())
        return;
    const double limit = 0.05 * std::min(stored.rowSpacing, stored.columnSpacing);
    const auto isOn = [&](const StoredSegmentation::Frame& frame, const ValidationInput::ImagePlane& plane) {
        return plane.rows == stored.rows && plane.columns == stored.columns &&
               length(plane.position - frame.position) <= limit;
    };
    const auto off = std::ranges::count_if(stored.frames, [&](const StoredSegmentation::Frame& frame) {
        return std::ranges::none_of(found->second, [&](const auto& plane) { return isOn(frame, plane); });
    });
    if (off > 0)
        findings.odd("off-grid", std::to_string(off) + " of its frames don't lie on an image of the series it marks.");
    const auto isForeign = [&](const auto& plane) { return plane.frameOfReference != stored.object.frameOfReference; };
    if (std::ranges::any_of(found->second, isForeign))
        findings.wrong("frame-of-reference", "Its frame of reference isn't that of the images it marks.");
}

} // namespace

void checkCommon(DcmItem& dataset, Findings& findings)
{
    for (const auto& tag : {DCM_SOPInstanceUID, DCM_SeriesInstanceUID, DCM_StudyInstanceUID}) {
        const Uid uid(text(dataset, tag));
        if (!uid.isValid())
            findings.wrong("bad-uid", std::string(DcmTag(tag).getTagName()) + " '" + uid.text() + "' isn't a UID.");
    }
    std::set<std::string> used;
    checkCodes(dataset, 0, used, findings);
    std::set<std::string> declared;
    for (auto* item : items(dataset, DCM_CodingSchemeIdentificationSequence))
        declared.insert(text(*item, DCM_CodingSchemeDesignator));
    for (const auto& scheme : used) {
        if (scheme.starts_with("99") && !declared.contains(scheme))
            findings.odd("undeclared-scheme", "Codes of the private scheme " + scheme +
                                                  " are used, but Coding Scheme Identification doesn't declare it.");
        if (scheme == privateScheme && !declared.contains(scheme))
            findings.wrong("undeclared-scheme", "Our own coding scheme isn't declared.");
    }
}

void checkSegmentation(DcmItem& dataset, const StoredSegmentation& stored, const ValidationInput& input,
                       Findings& findings)
{
    checkPixels(dataset, stored, findings);
    checkSegments(stored, findings);
    checkReferences(stored, input, findings);
    checkPlanes(stored, input, findings);
}

} // namespace grading
