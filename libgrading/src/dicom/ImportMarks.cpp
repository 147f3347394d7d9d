#include "grading/dicom/ImportMarks.h"

#include "MissingImages.h"
#include "SegmentNames.h"
#include "SegmentNaming.h"
#include "StoredSegmentation.h"

#include "grading/geometry/GridMatch.h"
#include "grading/marks/Resample.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace grading {

namespace {

using Stacks = std::vector<const Stack*>;

/// Finds the stack and brings the segments onto its grid.
class Placing {
public:
    /// `stored`: the segmentation as its file holds it; null for a label image.
    Placing(Segmentation& marks, const StoredSegmentation* stored, std::string file, const MarksRequest& request,
            Issues& issues)
        : m_marks(marks), m_stored(stored), m_file(std::move(file)), m_request(request), m_issues(issues)
    {}

    Result<const Stack*> onto(const SeriesCatalogue& images)
    {
        const auto candidates = inSameSpace(images);
        if (!candidates)
            return fail(candidates.error());
        Stacks fitting;
        for (const auto* stack : *candidates) {
            if (fits(*stack))
                fitting.push_back(stack);
        }
        if (fitting.empty() && !m_request.resample)
            return fail(ErrorCode::Mismatch, m_file,
                        "its grid is that of " +
                            std::string(candidates->size() == 1 ? "another stack" : "no stack of the images"),
                        "give the images it was made on, or have it resampled (--resample)");
        if (fitting.empty() && m_marks.geometry.columns() == 0)
            return fail(ErrorCode::Unsupported, m_file, "its planes form no even grid, so it can't be resampled",
                        "give the images it was made on");
        const auto& choice = fitting.empty() ? *candidates : fitting;
        const auto chosen = theOne(choice);
        if (!chosen)
            return chosen;
        if (fitting.empty())
            resampleOnto(**chosen);
        else
            regridOnto(**chosen);
        return chosen;
    }

private:
    [[nodiscard]] Result<Segmentation> placedOn(const Stack& stack) const
    {
        const Stack* const stacks[]{&stack};
        return placeOnStack(*m_stored, stacks, m_file);
    }

    /// Stacks with a grid in the marks' frame of reference; a label image has none and says its place itself.
    [[nodiscard]] Result<Stacks> inSameSpace(const SeriesCatalogue& images) const
    {
        Stacks stacks;
        bool isNamedThere = false;
        bool isFrameThere = false;
        for (const auto* stack : images.stacks()) {
            if (!m_request.stackId.empty() && stack->id != m_request.stackId)
                continue;
            isNamedThere = true;
            const bool isSame = !m_stored || (!stack->frameOfReference.isEmpty() &&
                                              stack->frameOfReference == m_marks.frameOfReference);
            isFrameThere = isFrameThere || isSame;
            if (isSame && stack->geometry)
                stacks.push_back(stack);
        }
        if (!isNamedThere)
            return fail(ErrorCode::NotFound, m_request.stackId.empty() ? m_file : m_request.stackId,
                        m_request.stackId.empty() ? "there are no images to place it on" : "is no stack of the images",
                        "see `foragrade-cli scan` for the stacks");
        if (!isFrameThere)
            return fail(ErrorCode::Mismatch, m_file,
                        m_marks.frameOfReference.isEmpty() ? "has no frame of reference"
                                                           : "its frame of reference is none of the images'",
                        "give the images it was made on; marks are never moved between frames of reference");
        if (stacks.empty())
            return fail(ErrorCode::Unsupported, m_file, "the images' slices form no even grid", "choose another stack");
        return stacks;
    }

    /// Marked planes of a SEG lie on slices of the stack; a label image has the stack's voxels.
    [[nodiscard]] bool fits(const Stack& stack) const
    {
        return m_stored ? placedOn(stack).has_value()
                        : GridMatch::between(m_marks.geometry, *stack.geometry).has_value();
    }

    [[nodiscard]] Result<const Stack*> theOne(const Stacks& stacks) const
    {
        if (stacks.size() == 1)
            return stacks.front();
        const auto isOfSource = [&](const Stack* stack) {
            return !m_marks.sourceSeries.isEmpty() && stack->seriesUid == m_marks.sourceSeries;
        };
        if (std::ranges::count_if(stacks, isOfSource) == 1)
            return *std::ranges::find_if(stacks, isOfSource);
        std::string ids;
        for (const auto* stack : stacks)
            ids += " " + stack->id;
        return fail(ErrorCode::InvalidArgument, m_file, "could belong to several stacks:" + ids,
                    "name one with --stack");
    }

    void regridOnto(const Stack& stack)
    {
        if (!m_stored) {
            for (auto& segment : m_marks.segments)
                segment.slices = regridded(segment.slices, m_marks.geometry, *stack.geometry).value_or(Region3d());
        } else if (auto placed = placedOn(stack)) {
            for (std::size_t i = 0; i < m_marks.segments.size(); ++i)
                m_marks.segments[i].slices = std::move(placed->segments[i].slices);
        }
        m_marks.geometry = *stack.geometry;
    }

    void resampleOnto(const Stack& stack)
    {
        const auto volumeOf = [](const Segment& segment, const VolumeGeometry& grid) {
            return static_cast<double>(segment.voxels()) * grid.pixelArea().value * grid.sliceSpacing().value;
        };
        for (auto& segment : m_marks.segments) {
            if (!segment.foramen)
                continue;
            const double before = volumeOf(segment, m_marks.geometry);
            segment.slices = resampled(segment.slices, m_marks.geometry, *stack.geometry);
            const double after = volumeOf(segment, *stack.geometry);
            const bool isFaithful = std::abs(after - before) <= 0.25 * before;
            m_issues.push_back({isFaithful ? Severity::Info : Severity::Warning, "resampled", m_file,
                                fmt::format("Segment {} ('{}') was resampled: {:.0f} mm³ became {:.0f} mm³.",
                                            segment.number, segment.label, before, after)});
        }
        m_marks.geometry = *stack.geometry;
    }

    Segmentation& m_marks;
    const StoredSegmentation* m_stored;
    std::string m_file;
    const MarksRequest& m_request;
    Issues& m_issues;
};

std::string algorithmOf(const Segmentation& marks, const Foramen& foramen)
{
    for (const auto& segment : marks.segments) {
        if (segment.foramen == foramen && !segment.algorithm.empty())
            return segment.algorithm;
    }
    return {};
}

std::map<Foramen, StackMarks> marksOn(const Stack& stack, const Segmentation& marks, const std::string& file,
                                      Issues& issues)
{
    std::map<Foramen, StackMarks> result;
    for (const auto& segment : marks.segments) {
        if (!segment.foramen || result.contains(*segment.foramen))
            continue;
        StackMarks taken{stack.id, stack.frameOfReference, *stack.geometry, {}, {}, {}, {}};
        taken.labels = withoutMissingImages(labelMapOf(marks, *segment.foramen), stack, file, issues);
        taken.algorithm = algorithmOf(marks, *segment.foramen);
        if (!taken.labels.isEmpty())
            result.emplace(*segment.foramen, std::move(taken));
    }
    return result;
}

} // namespace

Result<MarksImport> importMarks(const std::filesystem::path& path, const SeriesCatalogue& images,
                                const MarksRequest& request)
{
    std::optional<StoredSegmentation> stored;
    if (!isLabelImage(path)) {
        auto loaded = loadStoredSegmentation(path);
        if (!loaded)
            return fail(loaded.error());
        stored = std::move(*loaded);
    }
    auto marks = stored ? placeOnOwnPlanes(*stored, path.string()) : readForeignMarks(path);
    if (!marks && !stored)
        return fail(marks.error());
    if (!marks) // planes without an even grid of their own can still lie on one
        marks = stored->object;
    MarksImport import;
    import.issues = marks->issues;
    if (const auto named = nameSegments(*marks, path.string(), request, import.issues); !named)
        return fail(named.error());
    std::ranges::move(joinedSegments(*marks, path.string()), std::back_inserter(import.issues));
    const auto* seg = stored ? &*stored : nullptr;
    const auto stack = Placing(*marks, seg, path.string(), request, import.issues).onto(images);
    if (!stack)
        return fail(stack.error());
    import.marks = marksOn(**stack, *marks, path.string(), import.issues);
    if (import.marks.empty())
        return fail(ErrorCode::NotFound, path.string(), "marks no foramen on stack " + (*stack)->id,
                    "check the map, or choose another stack");
    return import;
}

Command takeMarks(const MarksImport& import, bool replace)
{
    return {"Import marks", [marks = import.marks, replace](const Reading& reading) -> Result<Reading> {
                Result<Reading> changed = reading;
                for (const auto& [foramen, taken] : marks) {
                    const auto* record = reading.find(foramen);
                    const auto* old = record ? record->marksOn(taken.stackId) : nullptr;
                    if (old && old->labels == taken.labels)
                        continue;
                    if (old && !old->labels.isEmpty() && !replace)
                        return fail(ErrorCode::Exists, foramen.key(),
                                    "is marked on stack " + taken.stackId + " already",
                                    "replace the marks with --force");
                    auto placed = taken;
                    if (old)
                        placed.pedicleLine = old->pedicleLine;
                    changed = commands::setMarks(foramen, placed, "Import marks, " + foramen.title()).apply(*changed);
                    if (!changed)
                        return changed;
                }
                return changed;
            }};
}

} // namespace grading
