#include "grading/dicom/LoadVolume.h"

#include "ModalityValues.h"
#include "PixelReader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace grading {

namespace {

/// Voxels loaded at once, 2048 slices of 512 × 512; a few kilobytes of compressed pixels can claim any number.
constexpr std::size_t mostVoxels = std::size_t{1} << 29;

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

/// Puts the missing slices in between their neighbours: weights by distance, rounded for whole numbers.
template <class Value>
std::vector<Value> filled(const std::vector<Value>& values, std::size_t sliceSize, const std::vector<int>& missing)
{
    std::vector<Value> result;
    auto next = missing.begin();
    for (auto own = values.data(); own != values.data() + values.size(); own += sliceSize) {
        result.insert(result.end(), own, own + sliceSize);
        const auto after = static_cast<int>(result.size() / sliceSize);
        const auto last = std::ranges::adjacent_find(next, missing.end(), [](int a, int b) { return b != a + 1; });
        if (next == missing.end() || *next != after)
            continue;
        const auto end = last == missing.end() ? last : std::next(last);
        const auto gap = end - next;
        for (std::ptrdiff_t k = 1; k <= gap; ++k) {
            const double share = static_cast<double>(k) / static_cast<double>(gap + 1);
            for (std::size_t i = 0; i < sliceSize; ++i) {
                const double value = double(own[i]) * (1 - share) + double(own[i + sliceSize]) * share;
                result.push_back(static_cast<Value>(std::is_integral_v<Value> ? std::round(value) : value));
            }
        }
        next = end;
    }
    return result;
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
    if (stack.geometry->voxelCount() > mostVoxels)
        return fail(ErrorCode::Refused, stack.frames.front().file.string(),
                    fmt::format("and its stack have {} × {} × {} pixels, more than are loaded at once", stack.columns,
                                stack.rows, stack.geometry->slices()),
                    "look at it slice by slice");
    const auto frames = readFrames(stack, progress);
    if (!frames)
        return fail(frames.error());
    if (stack.missingSlices.empty())
        return Volume(*stack.geometry, modalityValues(*frames));
    const auto sliceSize = frames->front().values.size();
    return Volume(
        *stack.geometry,
        std::visit([&](const auto& values) -> Volume::Pixels { return filled(values, sliceSize, stack.missingSlices); },
                   modalityValues(*frames)));
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
