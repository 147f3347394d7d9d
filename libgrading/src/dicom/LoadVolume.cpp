#include "grading/dicom/LoadVolume.h"

#include "ModalityValues.h"
#include "PixelReader.h"
#include "RepeatedPositions.h"
#include "SliceSpacing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace grading {

namespace {

/// Reads frames, keeping the file of the last one open: the frames of a multi-frame file come one after the other.
class FrameSource {
public:
    Result<StoredFrame> read(const Stack& stack, const StackFrame& frame)
    {
        if (!m_reader || m_path != frame.file) {
            auto opened = PixelReader::open(frame.file);
            if (!opened)
                return fail(opened.error());
            m_reader.emplace(std::move(*opened));
            m_path = frame.file;
        }
        if (m_reader->rows() != stack.rows || m_reader->columns() != stack.columns)
            return fail(ErrorCode::Mismatch, frame.file.string(), "changed since the folder was scanned",
                        "scan the folder again");
        return m_reader->read(frame.frame);
    }

private:
    std::filesystem::path m_path;
    std::optional<PixelReader> m_reader;
};

Result<std::vector<StoredFrame>> readFrames(const Stack& stack, const Progress& progress)
{
    FrameSource source;
    std::vector<StoredFrame> frames;
    for (const auto& frame : stack.frames) {
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, stack.id, "loading was cancelled");
        progress.at(static_cast<double>(frames.size()) / static_cast<double>(stack.frames.size()), "reading images");
        auto stored = source.read(stack, frame);
        if (!stored)
            return fail(stored.error());
        frames.push_back(std::move(*stored));
    }
    return frames;
}

Result<VolumeGeometry> geometryFrom(const Stack& stack, PatientPoint origin, Millimetres sliceSpacing, int slices)
{
    return VolumeGeometry::make(origin, stack.rowDirection, stack.columnDirection, stack.columnSpacing,
                                stack.rowSpacing, sliceSpacing, stack.columns, stack.rows, slices);
}

/// Slices of an even grid that aren't there, by their neighbours: weights by distance, rounded for whole numbers.
template <class Value>
std::vector<Value> filled(const std::vector<Value>& values, std::size_t sliceSize, const std::vector<int>& missingAfter)
{
    std::vector<Value> result;
    const std::size_t slices = values.size() / sliceSize;
    for (std::size_t slice = 0; slice < slices; ++slice) {
        const auto* own = values.data() + slice * sliceSize;
        result.insert(result.end(), own, own + sliceSize);
        const auto gap = std::count(missingAfter.begin(), missingAfter.end(), static_cast<int>(slice));
        for (std::ptrdiff_t k = 1; k <= gap; ++k) {
            const double share = static_cast<double>(k) / static_cast<double>(gap + 1);
            for (std::size_t i = 0; i < sliceSize; ++i) {
                const double value = double(own[i]) * (1 - share) + double(own[i + sliceSize]) * share;
                result.push_back(static_cast<Value>(std::is_integral_v<Value> ? std::round(value) : value));
            }
        }
    }
    return result;
}

/// Where along the normal a stack's slices lie; none if they don't lie on one line.
std::optional<std::vector<double>> positionsOnLine(const Stack& stack)
{
    const PatientVector normal = normalized(cross(stack.rowDirection, stack.columnDirection));
    const double tolerance = std::max(0.1, 0.25 * std::min(stack.rowSpacing.value, stack.columnSpacing.value));
    std::vector<double> positions;
    for (const auto& frame : stack.frames) {
        const PatientVector offset = frame.position - stack.frames.front().position;
        const double along = dot(offset, normal);
        if (length(offset - normal * along) > 2 * tolerance)
            return std::nullopt;
        positions.push_back(along);
    }
    return positions;
}

tl::unexpected<Error> notAGrid(const Stack& stack)
{
    return fail(ErrorCode::Unsupported, stack.id, "isn't an evenly spaced grid, so it can't be one volume",
                "look at it slice by slice");
}

} // namespace

Result<Volume> loadVolume(const Stack& stack, const Progress& progress)
{
    if (!stack.geometry)
        return notAGrid(stack);
    const auto frames = readFrames(stack, progress);
    if (!frames)
        return fail(frames.error());
    return Volume(*stack.geometry, modalityValues(*frames));
}

Result<FilledVolume> loadVolumeFillingGaps(const Stack& stack, const Progress& progress)
{
    if (stack.geometry) {
        auto volume = loadVolume(stack, progress);
        return volume ? Result<FilledVolume>(FilledVolume{std::move(*volume), {}}) : fail(volume.error());
    }
    const auto positions = positionsOnLine(stack);
    if (stack.frames.size() < 2 || !positions)
        return notAGrid(stack);
    const auto spacing = sliceSpacing(*positions, stack.sliceSpacing.value);
    if (!spacing.isGrid)
        return notAGrid(stack);
    const auto slices = stack.slices() + static_cast<int>(spacing.missingAfter.size());
    const auto geometry = geometryFrom(stack, stack.frames.front().position, {spacing.nominal}, slices);
    if (!geometry)
        return notAGrid(stack);
    const auto frames = readFrames(stack, progress);
    if (!frames)
        return fail(frames.error());
    const auto sliceSize = frames->front().values.size();
    auto pixels = std::visit(
        [&](const auto& values) -> Volume::Pixels { return filled(values, sliceSize, spacing.missingAfter); },
        modalityValues(*frames));
    FilledVolume result{Volume(*geometry, std::move(pixels)), {}};
    for (std::size_t i = 0; i < spacing.missingAfter.size(); ++i)
        result.filledSlices.push_back(spacing.missingAfter[i] + 1 + static_cast<int>(i));
    return result;
}

Result<Volume> loadFrame(const Stack& stack, int slice)
{
    if (slice < 0 || slice >= stack.slices())
        return fail(ErrorCode::NotFound, stack.id, fmt::format("has no slice {}", slice + 1),
                    fmt::format("it has {}", stack.slices()));
    const StackFrame& frame = stack.frames[static_cast<std::size_t>(slice)];
    const auto geometry = geometryFrom(stack, frame.position, stack.sliceSpacing, 1);
    if (!geometry)
        return fail(ErrorCode::Unsupported, stack.id, geometry.error().what);
    auto stored = FrameSource().read(stack, frame);
    if (!stored)
        return fail(stored.error());
    std::vector<StoredFrame> frames;
    frames.push_back(std::move(*stored));
    return Volume(*geometry, modalityValues(frames));
}

} // namespace grading
