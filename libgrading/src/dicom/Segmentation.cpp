#include "grading/dicom/Segmentation.h"

namespace grading {

namespace {

std::string_view words(SegmentContent content)
{
    switch (content) {
    case SegmentContent::Foramen:
        return "neural foramen";
    case SegmentContent::Fat:
        return "perineural fat";
    case SegmentContent::NerveRoot:
        break;
    }
    return "nerve root";
}

PixelSet pixelsOf(const LabelMap& marks, SegmentContent content, int slice)
{
    switch (content) {
    case SegmentContent::Foramen:
        return marks.markedPixels(slice);
    case SegmentContent::Fat:
        return marks.pixels(slice, Structure::PerineuralFat);
    case SegmentContent::NerveRoot:
        break;
    }
    return marks.pixels(slice, Structure::NerveRoot);
}

} // namespace

std::size_t Segment::voxels() const
{
    std::size_t count = 0;
    for (const auto& [slice, pixels] : slices)
        count += pixels.count();
    return count;
}

Uid trackingUidOf(const std::string& trackingRoot, const std::string& trackingId)
{
    return Uid::fromName(trackingRoot + "|" + trackingId);
}

std::vector<Segment> segmentsOf(const Foramen& foramen, const LabelMap& marks, const std::string& trackingRoot,
                                int ordinal, int firstNumber)
{
    std::vector<Segment> segments;
    for (const auto content : {SegmentContent::Foramen, SegmentContent::Fat, SegmentContent::NerveRoot}) {
        Segment segment;
        for (const int slice : marks.markedSlices()) {
            auto pixels = pixelsOf(marks, content, slice);
            if (!pixels.isEmpty())
                segment.slices.emplace(slice, std::move(pixels));
        }
        if (segment.slices.empty())
            continue;
        segment.number = firstNumber + static_cast<int>(segments.size());
        segment.trackingId = foramen.level.name() + " " + letter(foramen.side) + " " + std::string(words(content)) +
                             (ordinal > 1 ? " " + std::to_string(ordinal) : "");
        segment.label = segment.trackingId;
        segment.trackingUid = trackingUidOf(trackingRoot, segment.trackingId);
        segment.foramen = foramen;
        segment.content = content;
        segments.push_back(std::move(segment));
    }
    return segments;
}

LabelMap labelMapOf(const Segmentation& segmentation, const Foramen& foramen)
{
    const auto& grid = segmentation.geometry;
    LabelMap marks(grid.columns(), grid.rows(), grid.slices());
    const auto paint = [&](SegmentContent content, Structure structure) {
        for (const auto& segment : segmentation.segments) {
            if (segment.foramen != foramen || segment.content != content)
                continue;
            for (const auto& [slice, pixels] : segment.slices)
                marks = marks.painted(slice, pixels, structure);
        }
    };
    paint(SegmentContent::Foramen, Structure::ForamenOutline);
    paint(SegmentContent::Fat, Structure::PerineuralFat);
    paint(SegmentContent::NerveRoot, Structure::NerveRoot);
    return marks;
}

} // namespace grading
