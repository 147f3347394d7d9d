#include "StackSplitting.h"

#include "RepeatedPositions.h"
#include "SliceSpacing.h"
#include "StackIssues.h"
#include "Weighting.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace grading {

namespace {

/// PS3.3 has no tolerance; scanners write cosines with six digits and more, so 1e-3 (0.06°) is float noise.
constexpr double sameCosine = 1e-3;

double largest(PatientVector v)
{
    return std::max({std::abs(v.x), std::abs(v.y), std::abs(v.z)});
}

bool sameSpacing(double a, double b)
{
    return std::abs(a - b) <= 1e-3 * std::max(a, b);
}

/// Images with one grid and orientation, and the mean of their directions.
struct ParallelGroup {
    PatientVector rowDirection;
    PatientVector columnDirection;
    FrameGroup frames;

    [[nodiscard]] PatientVector normal() const { return normalized(cross(rowDirection, columnDirection)); }
    [[nodiscard]] bool isParallel(PatientVector row, PatientVector column) const
    {
        return largest(row - rowDirection) <= sameCosine && largest(column - columnDirection) <= sameCosine;
    }
    [[nodiscard]] bool hasGridOf(const FrameHeader& frame) const
    {
        const FrameHeader& own = frames.front();
        return own.frameOfReference == frame.frameOfReference && own.rows == frame.rows &&
               own.columns == frame.columns && own.isColor == frame.isColor &&
               isMarkedLocalizer(own.acquisition) == isMarkedLocalizer(frame.acquisition) &&
               sameSpacing(own.rowSpacing, frame.rowSpacing) && sameSpacing(own.columnSpacing, frame.columnSpacing);
    }
    [[nodiscard]] ParallelGroup joinedWith(const ParallelGroup& other) const
    {
        ParallelGroup both = *this;
        both.frames.insert(both.frames.end(), other.frames.begin(), other.frames.end());
        both.takeMean();
        return both;
    }
    /// All images of both would be parallel to their common mean.
    [[nodiscard]] bool isNear(const ParallelGroup& other) const
    {
        if (largest(rowDirection - other.rowDirection) > 2 * sameCosine ||
            largest(columnDirection - other.columnDirection) > 2 * sameCosine)
            return false;
        const ParallelGroup both = joinedWith(other);
        return std::all_of(both.frames.begin(), both.frames.end(), [&](const FrameHeader& frame) {
            return both.isParallel(frame.rowDirection, frame.columnDirection);
        });
    }
    void takeMean()
    {
        PatientVector row;
        PatientVector column;
        for (const auto& frame : frames) {
            row = row + frame.rowDirection;
            column = column + frame.columnDirection;
        }
        rowDirection = normalized(row);
        columnDirection = normalized(column);
    }
};

/// The first image of a group may have lain at the edge of the noise: groups that are parallel to their common mean are
/// one.
void joinNearGroups(std::vector<ParallelGroup>& groups)
{
    for (std::size_t i = 0; i < groups.size(); ++i) {
        for (std::size_t k = i + 1; k < groups.size();) {
            if (!groups[i].hasGridOf(groups[k].frames.front()) || !groups[i].isNear(groups[k])) {
                ++k;
                continue;
            }
            groups[i] = groups[i].joinedWith(groups[k]);
            groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(k));
            k = i + 1;
        }
    }
}

std::vector<ParallelGroup> groupParallel(FrameGroup frames)
{
    std::vector<ParallelGroup> groups;
    for (auto& frame : frames) {
        auto group = std::find_if(groups.begin(), groups.end(), [&](const ParallelGroup& candidate) {
            return candidate.hasGridOf(frame) && candidate.isParallel(frame.rowDirection, frame.columnDirection);
        });
        if (group == groups.end())
            group = groups.insert(groups.end(), {frame.rowDirection, frame.columnDirection, {}});
        group->frames.push_back(std::move(frame));
    }
    for (auto& group : groups)
        group.takeMean();
    joinNearGroups(groups);
    return groups;
}

/// Whether three or more places lie on a straight line that leans against the normal, as with a tilted CT gantry.
bool isSheared(const ParallelGroup& group, double tolerance)
{
    const PatientVector normal = group.normal();
    const auto [first, last] =
        std::minmax_element(group.frames.begin(), group.frames.end(), [&](const FrameHeader& a, const FrameHeader& b) {
            return along(a, normal) < along(b, normal);
        });
    const double reach = along(*last, normal) - along(*first, normal);
    const PatientVector line = last->frame.position - first->frame.position;
    if (reach < samePlace || length(line) > 2 * reach) // more than 60°: not a tilt, a shift
        return false;
    bool isBetween = false;
    for (const auto& frame : group.frames) {
        const double share = (along(frame, normal) - along(*first, normal)) / reach;
        const PatientPoint expected = first->frame.position + line * share;
        if (length(frame.frame.position - expected) > tolerance)
            return false;
        isBetween = isBetween || (share > 0.02 && share < 0.98);
    }
    return isBetween;
}

/// Images whose first pixels lie on one line along the normal.
std::vector<FrameGroup> groupByLine(const ParallelGroup& group, bool& sheared)
{
    const FrameHeader& any = group.frames.front();
    const double tolerance = std::max(0.1, 0.25 * std::min(any.rowSpacing, any.columnSpacing));
    std::vector<FrameGroup> lines;
    for (const auto& frame : group.frames) {
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const FrameGroup& candidate) {
            const PatientVector offset = frame.frame.position - candidate.front().frame.position;
            return std::abs(dot(offset, group.rowDirection)) <= tolerance &&
                   std::abs(dot(offset, group.columnDirection)) <= tolerance;
        });
        if (line == lines.end())
            lines.push_back({frame});
        else
            line->push_back(frame);
    }
    sheared = lines.size() > 1 && isSheared(group, tolerance);
    return sheared ? std::vector<FrameGroup>{group.frames} : lines;
}

/// A stack of images that share everything; geometry and issues of its spacing.
Stack makeStack(const ParallelGroup& group, const FrameGroup& frames, bool sheared)
{
    const FrameHeader& first = frames.front();
    Stack stack;
    stack.frameOfReference = first.frameOfReference;
    stack.role = roleOf(first);
    stack.columns = first.columns;
    stack.rows = first.rows;
    stack.rowDirection = group.rowDirection;
    stack.columnDirection = group.columnDirection;
    stack.columnSpacing = {first.columnSpacing};
    stack.rowSpacing = {first.rowSpacing};
    stack.windows = first.windows;
    if (!first.windows.empty())
        stack.window = first.windows.front().window;
    std::vector<double> positions;
    for (const auto& frame : frames) {
        stack.frames.push_back(frame.frame);
        positions.push_back(along(frame, group.normal()));
    }
    const SliceSpacing spacing = sliceSpacing(positions, first.statedSpacing);
    const double single = std::abs(first.statedSpacing.value_or(first.thickness.value_or(0)));
    stack.sliceSpacing = {frames.size() > 1 ? spacing.nominal : (single > 0 ? single : 1.0)};
    stack.issues = stackIssues(frames, positions, spacing, sheared);
    if (spacing.isGrid && !sheared) {
        const auto places = stack.slices() + static_cast<int>(spacing.missingAfter.size());
        auto geometry =
            VolumeGeometry::make(first.frame.position, group.rowDirection, group.columnDirection, stack.columnSpacing,
                                 stack.rowSpacing, stack.sliceSpacing, stack.columns, stack.rows, places);
        if (geometry) {
            stack.geometry = *geometry;
            for (std::size_t i = 0; i < spacing.missingAfter.size(); ++i)
                stack.missingSlices.push_back(spacing.missingAfter[i] + 1 + static_cast<int>(i));
        } else {
            stack.issues.push_back({Severity::Warning, "senseless-geometry", {}, geometry.error().what});
        }
    }
    return stack;
}

std::vector<std::pair<Stack, FrameHeader>> stacksOf(const ParallelGroup& group)
{
    std::vector<std::pair<Stack, FrameHeader>> result;
    bool sheared = false;
    for (auto& line : groupByLine(group, sheared)) {
        const auto repeats = splitRepeats(std::move(line), group.normal());
        for (const auto& frames : repeats) {
            std::vector<double> positions;
            for (const auto& frame : frames)
                positions.push_back(along(frame, group.normal()));
            for (const auto& [first, last] : blocks(positions)) {
                const FrameGroup block(frames.begin() + static_cast<std::ptrdiff_t>(first),
                                       frames.begin() + static_cast<std::ptrdiff_t>(last));
                result.emplace_back(makeStack(group, block, sheared), block.front());
                if (repeats.size() > 1)
                    result.back().first.issues.push_back(repeatedPositions(repeats.size()));
            }
        }
    }
    return result;
}

/// Localizers last, then plane by plane, along the plane's axis, then in the order of what tells repeats apart.
auto orderOf(const std::pair<Stack, FrameHeader>& entry)
{
    const auto& [stack, first] = entry;
    const PatientPoint start = stack.frames.front().position;
    const PatientPoint end = stack.frames.back().position;
    const PatientVector middle = ((start - PatientPoint{}) + (end - PatientPoint{})) * 0.5;
    const PatientVector normal = cross(stack.rowDirection, stack.columnDirection);
    const double axis = stack.role.plane == ImagePlane::Sagittal ? std::copysign(1, normal.x) * middle.x
                        : stack.role.plane == ImagePlane::Axial  ? std::copysign(1, normal.z) * middle.z
                                                                 : std::copysign(1, normal.y) * middle.y;
    return std::tuple(stack.role.isLocalizer, static_cast<int>(stack.role.plane), std::round(axis * 10),
                      std::round(middle.z * 10), std::round(middle.y * 10), std::round(middle.x * 10), first.repeatKeys,
                      first.instanceNumber, stack.frames.front().sopInstance);
}

} // namespace

std::vector<Stack> splitIntoStacks(FrameGroup frames, Issues& issues)
{
    std::sort(frames.begin(), frames.end(), [](const FrameHeader& a, const FrameHeader& b) {
        return std::tie(a.instanceNumber, a.frame.sopInstance, a.frame.frame, a.frame.file) <
               std::tie(b.instanceNumber, b.frame.sopInstance, b.frame.frame, b.frame.file);
    });
    std::vector<std::pair<Stack, FrameHeader>> found;
    for (const auto& group : groupParallel(std::move(frames))) {
        for (auto& entry : stacksOf(group))
            found.push_back(std::move(entry));
    }
    std::vector<Stack> stacks;
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return orderOf(a) < orderOf(b); });
    for (auto& entry : found)
        stacks.push_back(std::move(entry.first));
    markMixedInLocalizers(stacks, issues);
    std::stable_partition(stacks.begin(), stacks.end(), [](const Stack& stack) { return !stack.role.isLocalizer; });
    return stacks;
}

} // namespace grading
