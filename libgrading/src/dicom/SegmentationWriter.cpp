#include "grading/dicom/Segmentation.h"

#include "BitPacking.h"
#include "DatasetParts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace grading {

namespace {

struct StoredFrame {
    const Segment* segment = nullptr;
    int slice = 0;
    int position = 1; ///< From 1, among the slices that hold something.
};

/// CIELab as stored (PS3.3 C.10.7.1.1): amber for fat, cyan for the root, green for the foramen.
std::array<Uint16, 3> colourOf(std::optional<SegmentContent> content)
{
    if (content == SegmentContent::Fat)
        return {53083, 36237, 54227};
    if (content == SegmentContent::NerveRoot)
        return {48496, 25186, 27242};
    return {47185, 18761, 45746};
}

std::pair<Code, Code> categoryAndType(SegmentContent content)
{
    if (content == SegmentContent::Fat)
        return {codes::tissue, codes::fat};
    return {codes::anatomicalStructure, content == SegmentContent::NerveRoot ? codes::nerveRoot : codes::foramen};
}

Result<void> checkRequest(const Segmentation& segmentation, const Stack& stack)
{
    const auto wrong = [&](ErrorCode code, std::string what) {
        return fail(code, "segmentation of " + stack.id, std::move(what), "mark on this stack's grid");
    };
    if (segmentation.segments.empty())
        return wrong(ErrorCode::InvalidArgument, "has no segment");
    if (!stack.geometry || !stack.geometry->matches(segmentation.geometry))
        return wrong(ErrorCode::Mismatch, "its grid isn't the stack's");
    if (stack.frameOfReference != segmentation.frameOfReference || stack.frameOfReference.isEmpty())
        return wrong(ErrorCode::Mismatch, "its frame of reference isn't the stack's");
    int number = 0;
    for (const auto& segment : segmentation.segments) {
        if (segment.number != ++number || !segment.content || !segment.foramen)
            return wrong(ErrorCode::InvalidArgument, "segments must be numbered from 1 and say what they hold");
        if (segment.voxels() == 0)
            return wrong(ErrorCode::InvalidArgument, "segment '" + segment.label + "' has no voxel");
        for (const auto& [slice, pixels] : segment.slices) {
            if (slice < 0 || slice >= stack.geometry->slices() || pixels != pixels.clippedTo(stack.columns, stack.rows))
                return wrong(ErrorCode::InvalidArgument, "segment '" + segment.label + "' leaves the grid");
            if (stack.imageAt(slice) == nullptr)
                return fail(ErrorCode::Mismatch, "segmentation of " + stack.id,
                            fmt::format("'{}' is marked on slice {}, whose image is missing", segment.label, slice + 1),
                            "erase the marks on that slice");
        }
    }
    return {};
}

std::vector<StoredFrame> framesOf(const Segmentation& segmentation)
{
    std::set<int> slices;
    for (const auto& segment : segmentation.segments) {
        for (const auto& [slice, pixels] : segment.slices)
            slices.insert(slice);
    }
    std::vector<StoredFrame> frames;
    for (const auto& segment : segmentation.segments) {
        for (const auto& [slice, pixels] : segment.slices) {
            const auto rank = std::distance(slices.begin(), slices.find(slice));
            frames.push_back({&segment, slice, static_cast<int>(rank) + 1});
        }
    }
    return frames;
}

void putHeader(DcmItem& item, DcmItem& source, const Segmentation& segmentation)
{
    putIdentity(item, {UID_SegmentationStorage, segmentation.sopInstance, segmentation.series,
                       segmentation.seriesNumber, segmentation.instanceNumber, "SEG", "Neural foramen marks",
                       segmentation.created, segmentation.created});
    copyPatientAndStudy(source, item);
    putEquipment(item);
    putCodingScheme(item);
    put(item, DCM_StudyInstanceUID, segmentation.study);
    put(item, DCM_FrameOfReferenceUID, segmentation.frameOfReference);
    put(item, DCM_PositionReferenceIndicator, text(source, DCM_PositionReferenceIndicator));
    const auto bodyPart = text(source, DCM_BodyPartExamined);
    put(item, DCM_BodyPartExamined, bodyPart.empty() ? "SPINE" : bodyPart);
    put(item, DCM_ImageType, "DERIVED\\PRIMARY");
    put(item, DCM_ContentLabel, "FORAMINA");
    put(item, DCM_ContentDescription, "Neural foramina with nerve root and perineural fat");
    put(item, DCM_ContentCreatorName, segmentation.creator);
    put(item, DCM_SegmentationType, "BINARY");
    put(item, DCM_SegmentsOverlap, "YES");
    const auto lossy = text(source, DCM_LossyImageCompression);
    put(item, DCM_LossyImageCompression, lossy == "01" ? "01" : "00");
    if (lossy == "01") {
        put(item, DCM_LossyImageCompressionRatio, text(source, DCM_LossyImageCompressionRatio));
        put(item, DCM_LossyImageCompressionMethod, text(source, DCM_LossyImageCompressionMethod));
    }
}

void putReferences(DcmItem& item, const Stack& stack)
{
    auto& series = addItem(item, DCM_ReferencedSeriesSequence);
    put(series, DCM_SeriesInstanceUID, stack.seriesUid);
    std::set<Uid> named;
    for (const auto& frame : stack.frames) {
        if (!named.insert(frame.sopInstance).second)
            continue;
        auto& instance = addItem(series, DCM_ReferencedInstanceSequence);
        put(instance, DCM_ReferencedSOPClassUID, frame.sopClass);
        put(instance, DCM_ReferencedSOPInstanceUID, frame.sopInstance);
    }
}

void putSegment(DcmItem& item, const Segment& segment)
{
    auto& entry = addItem(item, DCM_SegmentSequence);
    const auto [category, type] = categoryAndType(*segment.content);
    putNumber(entry, DCM_SegmentNumber, segment.number);
    put(entry, DCM_SegmentLabel, shortText(segment.label, 64));
    put(entry, DCM_SegmentDescription, shortText(segment.label + ", as marked by the reader", 1024));
    put(entry, DCM_SegmentAlgorithmType, segment.algorithm.empty() ? "MANUAL" : "SEMIAUTOMATIC");
    if (!segment.algorithm.empty())
        put(entry, DCM_SegmentAlgorithmName, shortText(segment.algorithm, 64));
    putCode(entry, DCM_SegmentedPropertyCategoryCodeSequence, category);
    putCode(entry, DCM_SegmentedPropertyTypeCodeSequence, type);
    putCode(entry, DCM_AnatomicRegionSequence, codeOf(segment.foramen->level));
    putCode(*itemOf(entry, DCM_AnatomicRegionSequence), DCM_AnatomicRegionModifierSequence,
            codeOf(segment.foramen->side));
    entry.putAndInsertUint16Array(DCM_RecommendedDisplayCIELabValue, colourOf(segment.content).data(), 3);
    put(entry, DCM_TrackingID, segment.trackingId);
    put(entry, DCM_TrackingUID, segment.trackingUid);
}

void putDimension(DcmItem& item, const Uid& organization, const DcmTagKey& pointer, const DcmTagKey& group,
                  const std::string& label)
{
    auto& dimension = addItem(item, DCM_DimensionIndexSequence);
    put(dimension, DCM_DimensionOrganizationUID, organization);
    dimension.putAndInsertTagKey(DCM_DimensionIndexPointer, pointer);
    dimension.putAndInsertTagKey(DCM_FunctionalGroupPointer, group);
    put(dimension, DCM_DimensionDescriptionLabel, label);
}

void putDimensions(DcmItem& item, const Uid& sopInstance)
{
    const auto organization = Uid::fromName(sopInstance.text() + "|dimensions");
    put(addItem(item, DCM_DimensionOrganizationSequence), DCM_DimensionOrganizationUID, organization);
    putDimension(item, organization, DCM_ReferencedSegmentNumber, DCM_SegmentIdentificationSequence, "Segment");
    putDimension(item, organization, DCM_ImagePositionPatient, DCM_PlanePositionSequence, "Position");
}

void putSharedGroups(DcmItem& item, DcmItem& source, const VolumeGeometry& grid)
{
    auto& shared = addItem(item, DCM_SharedFunctionalGroupsSequence);
    const auto row = grid.rowDirection();
    const auto column = grid.columnDirection();
    putDecimals(addItem(shared, DCM_PlaneOrientationSequence), DCM_ImageOrientationPatient,
                {row.x, row.y, row.z, column.x, column.y, column.z});
    auto& measures = addItem(shared, DCM_PixelMeasuresSequence);
    const auto thickness = numberValues(source, DCM_SliceThickness);
    const bool isThicknessKnown = thickness.size() == 1 && thickness[0] > 0;
    putDecimals(measures, DCM_SliceThickness, {isThicknessKnown ? thickness[0] : grid.sliceSpacing().value});
    putDecimals(measures, DCM_SpacingBetweenSlices, {grid.sliceSpacing().value});
    putDecimals(measures, DCM_PixelSpacing, {grid.rowSpacing().value, grid.columnSpacing().value});
}

void putFrame(DcmItem& item, const StoredFrame& frame, const Stack& stack)
{
    auto& group = addItem(item, DCM_PerFrameFunctionalGroupsSequence);
    const auto& image = *stack.imageAt(frame.slice);
    auto& derivation = addItem(group, DCM_DerivationImageSequence);
    putCode(derivation, DCM_DerivationCodeSequence, codes::segmentation);
    auto& from = addItem(derivation, DCM_SourceImageSequence);
    put(from, DCM_ReferencedSOPClassUID, image.sopClass);
    put(from, DCM_ReferencedSOPInstanceUID, image.sopInstance);
    if (image.isMultiFrame)
        putNumber(from, DCM_ReferencedFrameNumber, image.frame + 1);
    putCode(from, DCM_PurposeOfReferenceCodeSequence, codes::sourceImage);
    const std::array<Uint32, 2> index{static_cast<Uint32>(frame.segment->number), static_cast<Uint32>(frame.position)};
    addItem(group, DCM_FrameContentSequence).putAndInsertUint32Array(DCM_DimensionIndexValues, index.data(), 2);
    putDecimals(addItem(group, DCM_PlanePositionSequence), DCM_ImagePositionPatient,
                {image.position.x, image.position.y, image.position.z});
    putNumber(addItem(group, DCM_SegmentIdentificationSequence), DCM_ReferencedSegmentNumber, frame.segment->number);
}

void putPixels(DcmItem& item, const std::vector<StoredFrame>& frames, const Stack& stack)
{
    putNumber(item, DCM_NumberOfFrames, static_cast<int>(frames.size()));
    putNumber(item, DCM_SamplesPerPixel, 1);
    put(item, DCM_PhotometricInterpretation, "MONOCHROME2");
    putNumber(item, DCM_Rows, stack.rows);
    putNumber(item, DCM_Columns, stack.columns);
    putNumber(item, DCM_BitsAllocated, 1);
    putNumber(item, DCM_BitsStored, 1);
    putNumber(item, DCM_HighBit, 0);
    putNumber(item, DCM_PixelRepresentation, 0);
    BitFrames bits(stack.columns, stack.rows, frames.size());
    for (std::size_t i = 0; i < frames.size(); ++i)
        bits.set(i, frames[i].segment->slices.at(frames[i].slice));
    auto pixels = std::make_unique<DcmPixelData>(DCM_PixelData);
    pixels->setVR(EVR_OB);
    pixels->putUint8Array(bits.bytes().data(), static_cast<unsigned long>(bits.bytes().size()));
    item.insert(pixels.release(), OFTrue);
}

} // namespace

Result<void> writeSegmentation(const std::filesystem::path& path, const Segmentation& segmentation, const Stack& stack)
{
    if (const auto checked = checkRequest(segmentation, stack); !checked)
        return checked;
    const auto source = loadSourceHeader(stack.frames.front().file);
    if (!source)
        return fail(source.error());
    DcmFileFormat file;
    auto& dataset = *file.getDataset();
    putHeader(dataset, source->dataset(), segmentation);
    putReferences(dataset, stack);
    for (const auto& segment : segmentation.segments)
        putSegment(dataset, segment);
    putDimensions(dataset, segmentation.sopInstance);
    putSharedGroups(dataset, source->dataset(), segmentation.geometry);
    const auto frames = framesOf(segmentation);
    for (const auto& frame : frames)
        putFrame(dataset, frame, stack);
    putPixels(dataset, frames, stack);
    return saveObject(path, file);
}

} // namespace grading
