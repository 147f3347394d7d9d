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
    Result<void> append(const Stack& stack, const StackFrame& frame, ModalityValues& values)
    {
        if (auto opened = open(stack, frame); !opened)
            return opened;
        if (m_reader->holdsPlainWords(frame.frame)) {
            if (const auto done = appendWords(frame.frame, values); !done || *done)
                return done ? Result<void>() : fail(done.error());
        }
        const auto stored = m_reader->read(frame.frame);
        if (!stored)
            return fail(stored.error());
        values.append(*stored);
        return {};
    }

private:
    Result<void> open(const Stack& stack, const StackFrame& frame)
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
        if (frame.frame < 0 || frame.frame >= m_reader->frames())
            return fail(ErrorCode::NotFound, frame.file.string(), fmt::format("has no frame {}", frame.frame + 1));
        return {};
    }

    /// Straight from the file into `values`; false when they need a wider type.
    Result<bool> appendWords(int frame, ModalityValues& values)
    {
        const auto room =
            values.room(static_cast<std::size_t>(m_reader->rows()) * static_cast<std::size_t>(m_reader->columns()));
        if (room.empty())
            return false;
        const auto isPlain = m_reader->readWords(frame, room);
        if (isPlain && *isPlain)
            values.keep(room);
        else
            values.giveBack(room);
        return isPlain;
    }

    std::filesystem::path m_path;
    std::optional<PixelReader> m_reader;
};

/// The modality values of all images, one after the other.
Result<Volume::Pixels> readFrames(const Stack& stack, const Progress& progress)
{
    FrameSource source;
    const auto sliceSize = static_cast<std::size_t>(stack.rows) * static_cast<std::size_t>(stack.columns);
    ModalityValues values(sliceSize * stack.frames.size());
    for (std::size_t i = 0; i < stack.frames.size(); ++i) {
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, stack.id, "loading was cancelled");
        progress.at(static_cast<double>(i) / static_cast<double>(stack.frames.size()), "reading images");
        if (auto read = source.append(stack, stack.frames[i], values); !read)
            return fail(read.error());
    }
    return values.take();
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

tl::unexpected<Error> tooLarge(const Stack& stack, int slices)
{
    return fail(ErrorCode::Refused, stack.frames.front().file.string(),
                fmt::format("and its stack have {} × {} × {} pixels, more than are loaded at once", stack.columns,
                            stack.rows, slices),
                "look at it slice by slice");
}

} // namespace

Result<Volume> loadVolume(const Stack& stack, const Progress& progress)
{
    if (!stack.geometry)
        return notAGrid(stack);
    if (stack.geometry->voxelCount() > mostVoxels)
        return tooLarge(stack, stack.geometry->slices());
    auto pixels = readFrames(stack, progress);
    if (!pixels)
        return fail(pixels.error());
    if (stack.missingSlices.empty())
        return Volume(*stack.geometry, std::move(*pixels));
    const auto sliceSize = static_cast<std::size_t>(stack.rows) * static_cast<std::size_t>(stack.columns);
    return Volume(
        *stack.geometry,
        std::visit([&](const auto& values) -> Volume::Pixels { return filled(values, sliceSize, stack.missingSlices); },
                   *pixels));
}

Result<Volume> loadPictures(const Stack& stack, const Progress& progress)
{
    if (stack.geometry)
        return loadVolume(stack, progress);
    const auto geometry = geometryFrom(stack, stack.frames.front().position, stack.sliceSpacing, stack.slices());
    if (!geometry)
        return fail(ErrorCode::Unsupported, stack.id, geometry.error().what);
    if (geometry->voxelCount() > mostVoxels)
        return tooLarge(stack, stack.slices());
    auto pixels = readFrames(stack, progress);
    if (!pixels)
        return fail(pixels.error());
    return Volume(*geometry, std::move(*pixels));
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
    ModalityValues values(geometry->voxelCount());
    if (auto read = FrameSource().append(stack, frame, values); !read)
        return fail(read.error());
    return Volume(*geometry, values.take());
}

} // namespace grading
