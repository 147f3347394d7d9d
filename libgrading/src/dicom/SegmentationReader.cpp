#include "BitPacking.h"
#include "DatasetParts.h"
#include "StoredSegmentation.h"

#include <algorithm>
#include <set>

namespace grading {

namespace {

/// The item of a functional group that belongs to one frame: its own, else the shared one.
DcmItem* groupItem(DcmItem* frame, DcmItem* shared, const DcmTagKey& group)
{
    DcmItem* found = frame ? itemOf(*frame, group) : nullptr;
    return found || !shared ? found : itemOf(*shared, group);
}

std::vector<double> groupNumbers(DcmItem* frame, DcmItem* shared, const DcmTagKey& group, const DcmTagKey& tag)
{
    DcmItem* item = groupItem(frame, shared, group);
    return item ? numberValues(*item, tag) : std::vector<double>{};
}

std::optional<SegmentContent> contentFrom(const Code& type)
{
    if (type.isSame(codes::foramen))
        return SegmentContent::Foramen;
    if (type.isSame(codes::fat))
        return SegmentContent::Fat;
    return type.isSame(codes::nerveRoot) ? std::optional(SegmentContent::NerveRoot) : std::nullopt;
}

/// Runs of marked pixels in one file; a drawn outline has one or two a row. They take 100 times the memory of their
/// bits.
constexpr std::size_t mostRuns = std::size_t{1} << 24;

/// Pixels as they are, in one piece.
bool isPlain(E_TransferSyntax syntax)
{
    return syntax == EXS_LittleEndianImplicit || syntax == EXS_LittleEndianExplicit ||
           syntax == EXS_BigEndianImplicit || syntax == EXS_BigEndianExplicit ||
           syntax == EXS_DeflatedLittleEndianExplicit;
}

/// "L4-L5 R neural foramen" → L4-L5 right.
std::optional<Foramen> foramenFrom(const std::string& trackingId)
{
    const auto space = trackingId.find(' ');
    return space == std::string::npos ? std::nullopt : Foramen::parse(trackingId.substr(0, space + 2));
}

/// The only value as a number from 1 to 65535, as far as a US goes; 0 where it is none.
int counted(const std::vector<double>& values)
{
    return values.size() == 1 && values[0] >= 1 && values[0] <= 65535 ? static_cast<int>(values[0]) : 0;
}

/// Anatomic region and its modifier, as we write them: level and side.
std::optional<Foramen> foramenFromRegion(DcmItem& item)
{
    auto* region = itemOf(item, DCM_AnatomicRegionSequence);
    const auto level = levelFrom(readCode(item, DCM_AnatomicRegionSequence));
    if (!region || !level)
        return std::nullopt;
    const auto side = readCode(*region, DCM_AnatomicRegionModifierSequence);
    if (side.isSame(codes::right))
        return Foramen{*level, Side::Right};
    return side.isSame(codes::left) ? std::optional(Foramen{*level, Side::Left}) : std::nullopt;
}

Segment segmentFrom(DcmItem& item)
{
    Segment segment;
    segment.number = counted(numberValues(item, DCM_SegmentNumber));
    segment.label = text(item, DCM_SegmentLabel);
    segment.trackingId = text(item, DCM_TrackingID);
    segment.trackingUid = Uid(text(item, DCM_TrackingUID));
    if (text(item, DCM_SegmentAlgorithmType) != "MANUAL")
        segment.algorithm = text(item, DCM_SegmentAlgorithmName);
    segment.content = contentFrom(readCode(item, DCM_SegmentedPropertyTypeCodeSequence));
    segment.foramen = foramenFrom(segment.trackingId);
    if (!segment.foramen)
        segment.foramen = foramenFromRegion(item);
    return segment;
}

class Loading {
public:
    explicit Loading(const std::filesystem::path& path) : m_path(path) {}

    Result<StoredSegmentation> load()
    {
        auto file = loadObject(m_path);
        if (!file)
            return fail(file.error());
        auto& dataset = file->dataset();
        for (const auto step : {&Loading::checkKind, &Loading::readIdentity, &Loading::readSegments, &Loading::readGrid,
                                &Loading::readFrames}) {
            if (const auto done = (this->*step)(dataset); !done)
                return fail(done.error());
        }
        return std::move(m_stored);
    }

private:
    [[nodiscard]] tl::unexpected<Error> unreadable(std::string what) const
    {
        return fail(ErrorCode::Unreadable, m_path.string(), std::move(what), "ask for the segmentation again");
    }
    [[nodiscard]] tl::unexpected<Error> unsupported(std::string what) const
    {
        return fail(ErrorCode::Unsupported, m_path.string(), std::move(what),
                    "convert it to an uncompressed BINARY segmentation in patient space");
    }

    Result<void> checkKind(DcmItem& item)
    {
        const auto sopClass = text(item, DCM_SOPClassUID);
        if (sopClass != UID_SegmentationStorage)
            return fail(ErrorCode::Unsupported, m_path.string(), "isn't a DICOM segmentation", "give a SEG file");
        const auto type = text(item, DCM_SegmentationType);
        if (type != "BINARY")
            return unsupported("is a segmentation of type " + (type.empty() ? "unknown" : type) + ", not BINARY");
        if (!isPlain(static_cast<DcmDataset&>(item).getOriginalXfer()))
            return unsupported("has compressed pixels");
        const auto organization = text(item, DCM_DimensionOrganizationType);
        if (organization.starts_with("TILED") || numberValues(item, DCM_TotalPixelMatrixColumns).size() == 1)
            return unsupported("marks tiles of a slide");
        const auto bits = numberValues(item, DCM_BitsAllocated);
        if (bits.size() != 1 || bits[0] != 1)
            return unreadable("is BINARY but doesn't have one bit a pixel");
        return {};
    }

    Result<void> readIdentity(DcmItem& item)
    {
        auto& object = m_stored.object;
        object.sopInstance = Uid(text(item, DCM_SOPInstanceUID));
        object.series = Uid(text(item, DCM_SeriesInstanceUID));
        object.study = Uid(text(item, DCM_StudyInstanceUID));
        object.frameOfReference = Uid(text(item, DCM_FrameOfReferenceUID));
        object.creator = text(item, DCM_ContentCreatorName);
        if (const auto number = numberValues(item, DCM_InstanceNumber); number.size() == 1)
            object.instanceNumber = static_cast<int>(std::clamp(number[0], -1e9, 1e9));
        if (auto* series = itemOf(item, DCM_ReferencedSeriesSequence)) {
            object.sourceSeries = Uid(text(*series, DCM_SeriesInstanceUID));
            for (auto* instance : items(*series, DCM_ReferencedInstanceSequence))
                m_stored.sourceInstances.emplace_back(text(*instance, DCM_ReferencedSOPInstanceUID));
        }
        return {};
    }

    Result<void> readSegments(DcmItem& item)
    {
        std::set<int> numbersSeen;
        for (auto* entry : items(item, DCM_SegmentSequence)) {
            auto segment = segmentFrom(*entry);
            if (segment.number < 1 || !numbersSeen.insert(segment.number).second)
                return unreadable("its segment numbers are wrong");
            m_stored.object.segments.push_back(std::move(segment));
        }
        if (m_stored.object.segments.empty())
            return unreadable("has no segment");
        return {};
    }

    Result<void> readGrid(DcmItem& item)
    {
        m_shared = itemOf(item, DCM_SharedFunctionalGroupsSequence);
        m_frameItems = items(item, DCM_PerFrameFunctionalGroupsSequence);
        m_stored.rows = counted(numberValues(item, DCM_Rows));
        m_stored.columns = counted(numberValues(item, DCM_Columns));
        const auto frames = numberValues(item, DCM_NumberOfFrames);
        if (m_stored.rows == 0 || m_stored.columns == 0 || frames.size() != 1)
            return unreadable("doesn't say how many rows, columns and frames it has");
        if (m_frameItems.empty() || frames[0] != static_cast<double>(m_frameItems.size()))
            return unreadable("says it has " + decimalString(frames[0]) + " frames but describes " +
                              std::to_string(m_frameItems.size()));
        const auto orientation =
            groupNumbers(m_frameItems[0], m_shared, DCM_PlaneOrientationSequence, DCM_ImageOrientationPatient);
        const auto spacing = groupNumbers(m_frameItems[0], m_shared, DCM_PixelMeasuresSequence, DCM_PixelSpacing);
        if (orientation.size() != 6 || spacing.size() != 2 || spacing[0] <= 0 || spacing[1] <= 0)
            return unsupported("doesn't lie in patient space (no plane orientation or pixel spacing)");
        m_stored.rowDirection = {orientation[0], orientation[1], orientation[2]};
        m_stored.columnDirection = {orientation[3], orientation[4], orientation[5]};
        m_stored.rowSpacing = spacing[0];
        m_stored.columnSpacing = spacing[1];
        const auto between =
            groupNumbers(m_frameItems[0], m_shared, DCM_PixelMeasuresSequence, DCM_SpacingBetweenSlices);
        m_stored.sliceSpacing = between.size() == 1 && between[0] > 0 ? between[0] : 0;
        return {};
    }

    Result<std::span<const std::uint8_t>> pixelBytes(DcmItem& item)
    {
        const std::uint64_t needed = packedSize(static_cast<std::uint64_t>(m_stored.columns),
                                                static_cast<std::uint64_t>(m_stored.rows), m_frameItems.size());
        DcmElement* element = nullptr;
        Uint8* bytes = nullptr;
        Uint16* words = nullptr;
        if (item.findAndGetElement(DCM_PixelData, element).bad())
            return unreadable("has no pixels");
        if (element->getUint8Array(bytes).bad() || !bytes) {
            if (element->getUint16Array(words).bad() || !words)
                return unreadable("has no pixels");
            bytes = reinterpret_cast<Uint8*>(words); // little endian on every machine that this is built for
        }
        if (element->getLength() < needed)
            return unreadable("is cut off in its pixel data");
        return std::span<const std::uint8_t>(bytes, element->getLength());
    }

    Result<void> readFrames(DcmItem& item)
    {
        const auto bytes = pixelBytes(item);
        if (!bytes)
            return fail(bytes.error());
        m_stored.frames.reserve(m_frameItems.size());
        std::size_t runs = 0;
        for (std::size_t i = 0; i < m_frameItems.size(); ++i) {
            const auto position =
                groupNumbers(m_frameItems[i], m_shared, DCM_PlanePositionSequence, DCM_ImagePositionPatient);
            const int segment = counted(groupNumbers(m_frameItems[i], m_shared, DCM_SegmentIdentificationSequence,
                                                     DCM_ReferencedSegmentNumber));
            if (position.size() != 3)
                return unsupported("frame " + std::to_string(i + 1) + " has no place in the patient");
            if (!hasSegment(segment))
                return unreadable("frame " + std::to_string(i + 1) + " belongs to no segment");
            if (!isOrientedLikeFirst(m_frameItems[i]))
                return unsupported("its frames have different orientations");
            m_stored.frames.push_back({segment,
                                       {position[0], position[1], position[2]},
                                       unpackFrame(*bytes, m_stored.columns, m_stored.rows, i)});
            runs += m_stored.frames.back().pixels.spans().size();
            if (runs > mostRuns)
                return fail(ErrorCode::Refused, m_path.string(),
                            "is more scattered than marks can be and would need too much memory",
                            "ask for the segmentation again");
        }
        return {};
    }

    [[nodiscard]] bool hasSegment(int number) const
    {
        return std::ranges::any_of(m_stored.object.segments, [&](const Segment& s) { return s.number == number; });
    }

    [[nodiscard]] bool isOrientedLikeFirst(DcmItem* frame) const
    {
        const auto own = groupNumbers(frame, nullptr, DCM_PlaneOrientationSequence, DCM_ImageOrientationPatient);
        if (own.size() != 6)
            return own.empty();
        const PatientVector row{own[0], own[1], own[2]};
        const PatientVector column{own[3], own[4], own[5]};
        return length(row - m_stored.rowDirection) < 1e-3 && length(column - m_stored.columnDirection) < 1e-3;
    }

    std::filesystem::path m_path;
    StoredSegmentation m_stored;
    DcmItem* m_shared = nullptr;
    std::vector<DcmItem*> m_frameItems;
};

} // namespace

Result<StoredSegmentation> loadStoredSegmentation(const std::filesystem::path& path)
{
    return Loading(path).load();
}

Result<Segmentation> readSegmentation(const std::filesystem::path& path, std::span<const Stack* const> stacks)
{
    auto stored = loadStoredSegmentation(path);
    if (!stored)
        return fail(stored.error());
    return stacks.empty() ? placeOnOwnPlanes(std::move(*stored), path.string())
                          : placeOnStack(std::move(*stored), stacks, path.string());
}

} // namespace grading
