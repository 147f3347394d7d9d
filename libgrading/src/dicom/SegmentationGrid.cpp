#include "StoredSegmentation.h"

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

/// Share of a pixel by which a stored plane may miss the grid.
constexpr double tolerance = 0.05;

/// Where along the normal a frame lies, mm from the patient's origin.
double height(const StoredSegmentation& stored, PatientPoint position)
{
    return dot(position - PatientPoint{}, cross(stored.rowDirection, stored.columnDirection));
}

/// The slice of `grid` that a frame covers exactly; none when it lies elsewhere.
std::optional<int> sliceOf(const VolumeGeometry& grid, PatientPoint position)
{
    const auto index = grid.toIndex(position);
    if (!std::isfinite(index.slice))
        return std::nullopt;
    const int slice = static_cast<int>(std::lround(std::clamp(index.slice, -1.0, 1e6)));
    const double off = length(grid.toPatient(VoxelIndex{0, 0, slice}) - position);
    const double pixel = std::min(grid.columnSpacing().value, grid.rowSpacing().value);
    if (slice < 0 || slice >= grid.slices() || !(off <= tolerance * pixel))
        return std::nullopt;
    return slice;
}

/// Rows and columns lie as the grid's: the far corner pixel of a slice is where the grid has it.
bool hasSamePlanes(const StoredSegmentation& stored, const VolumeGeometry& grid)
{
    if (stored.columns != grid.columns() || stored.rows != grid.rows())
        return false;
    const auto far = stored.rowDirection * (stored.columnSpacing * (stored.columns - 1)) +
                     stored.columnDirection * (stored.rowSpacing * (stored.rows - 1));
    const auto gridFar = grid.toPatient(VoxelIndex{grid.columns() - 1, grid.rows() - 1, 0}) - grid.origin();
    const double pixel = std::min(grid.columnSpacing().value, grid.rowSpacing().value);
    const bool isSameTurn = length(stored.rowDirection - grid.rowDirection()) < 1e-2 &&
                            length(stored.columnDirection - grid.columnDirection()) < 1e-2;
    return isSameTurn && length(far - gridFar) <= tolerance * pixel;
}

Segment& segmentOf(Segmentation& object, int number)
{
    return *std::ranges::find_if(object.segments, [&](const Segment& segment) { return segment.number == number; });
}

/// False when two frames of a segment claim the same slice.
bool addPixels(Segment& segment, int slice, PixelSet pixels)
{
    if (pixels.isEmpty())
        return true;
    return segment.slices.emplace(slice, std::move(pixels)).second;
}

Result<Segmentation> placeOnGrid(StoredSegmentation stored, const VolumeGeometry& grid, const std::string& file)
{
    for (auto& frame : stored.frames) {
        const auto slice = sliceOf(grid, frame.position);
        if (!slice)
            return fail(ErrorCode::Mismatch, file, "a stored plane lies between the slices of the grid",
                        "use the images it was made on");
        if (!addPixels(segmentOf(stored.object, frame.segment), *slice, std::move(frame.pixels)))
            return fail(ErrorCode::Unsupported, file,
                        "two frames of segment " + std::to_string(frame.segment) + " lie at the same place",
                        "split them into segments of their own");
    }
    stored.object.geometry = grid;
    return std::move(stored.object);
}

bool liesOn(const StoredSegmentation& stored, const VolumeGeometry& grid)
{
    return hasSamePlanes(stored, grid) && std::ranges::all_of(stored.frames, [&](const auto& frame) {
               return sliceOf(grid, frame.position).has_value();
           });
}

bool isNamedSource(const StoredSegmentation& stored, const Stack& stack)
{
    return std::ranges::any_of(stack.frames, [&](const StackFrame& frame) {
        return std::ranges::find(stored.sourceInstances, frame.sopInstance) != stored.sourceInstances.end();
    });
}

/// Distance of the slices: as written, else the smallest distance between two stored planes, else the pixel's size.
double sliceSpacingOf(const StoredSegmentation& stored, const std::vector<double>& heights)
{
    double smallest = 0;
    for (std::size_t i = 1; i < heights.size(); ++i) {
        const double gap = heights[i] - heights[i - 1];
        smallest = smallest == 0 ? gap : std::min(smallest, gap);
    }
    if (smallest == 0)
        return stored.sliceSpacing > 0 ? stored.sliceSpacing : stored.rowSpacing;
    const double multiple = stored.sliceSpacing > 0 ? smallest / stored.sliceSpacing : 0;
    const bool isWrittenPlausible = multiple >= 1 && std::abs(multiple - std::round(multiple)) < 0.02;
    return isWrittenPlausible ? smallest / std::round(multiple) : smallest;
}

} // namespace

Result<Segmentation> placeOnStack(StoredSegmentation stored, std::span<const Stack* const> stacks,
                                  const std::string& file)
{
    bool isFrameOfReferenceKnown = false;
    const Stack* best = nullptr;
    for (const auto* stack : stacks) {
        if (stack->frameOfReference.isEmpty() || stack->frameOfReference != stored.object.frameOfReference)
            continue;
        isFrameOfReferenceKnown = true;
        if (!stack->geometry || !liesOn(stored, *stack->geometry))
            continue;
        if (!best || (isNamedSource(stored, *stack) && !isNamedSource(stored, *best)))
            best = stack;
    }
    if (!isFrameOfReferenceKnown)
        return fail(ErrorCode::Mismatch, file, "its frame of reference is none of the images'",
                    "give the folder with the images it was made on");
    if (!best)
        return fail(ErrorCode::Mismatch, file, "its grid is that of no stack in its frame of reference",
                    "give the images it was made on; nothing is resampled");
    stored.object.stackId = best->id;
    stored.object.sourceSeries = best->seriesUid;
    return placeOnGrid(std::move(stored), *best->geometry, file);
}

Result<Segmentation> placeOnOwnPlanes(StoredSegmentation stored, const std::string& file)
{
    const auto unsupported = [&](std::string what) {
        return fail(ErrorCode::Unsupported, file, std::move(what), "give the images it was made on");
    };
    std::vector<double> heights;
    for (const auto& frame : stored.frames)
        heights.push_back(height(stored, frame.position));
    std::ranges::sort(heights);
    heights.erase(std::unique(heights.begin(), heights.end(), [](double a, double b) { return b - a < 1e-3; }),
                  heights.end());
    const double spacing = sliceSpacingOf(stored, heights);
    const double count = std::round((heights.back() - heights.front()) / spacing) + 1;
    if (!(count >= 1 && count <= 100000))
        return unsupported("its planes form no even grid");
    const auto lowest =
        std::ranges::min_element(stored.frames, {}, [&](const auto& frame) { return height(stored, frame.position); });
    const auto grid =
        VolumeGeometry::make(lowest->position, stored.rowDirection, stored.columnDirection, {stored.columnSpacing},
                             {stored.rowSpacing}, {spacing}, stored.columns, stored.rows, static_cast<int>(count));
    if (!grid)
        return unsupported("its planes form no even grid");
    if (!liesOn(stored, *grid))
        return unsupported("its planes form no even grid");
    return placeOnGrid(std::move(stored), *grid, file);
}

} // namespace grading
