#include "StackIssues.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

Issue warning(std::string code, std::string text)
{
    return {Severity::Warning, std::move(code), {}, std::move(text)};
}

void checkSteps(Issues& issues, const std::vector<double>& positions, const SliceSpacing& spacing, bool sheared)
{
    if (sheared)
        issues.push_back(warning("sheared", "The slices lie on a line that leans against their normal (tilted gantry); "
                                            "they can only be looked at one by one."));
    if (!spacing.missingAfter.empty() && spacing.isGrid) {
        const auto count = spacing.missingAfter.size();
        issues.push_back(
            warning("missing-slice",
                    fmt::format("{} missing: the first gap is between slices {} and {} of {}.",
                                count == 1 ? "One slice is" : fmt::format("{} slices are", count),
                                spacing.missingAfter.front() + 1, spacing.missingAfter.front() + 2, positions.size())));
    } else if (!spacing.isEven) {
        double least = positions[1] - positions[0];
        double most = least;
        for (std::size_t i = 2; i < positions.size(); ++i) {
            least = std::min(least, positions[i] - positions[i - 1]);
            most = std::max(most, positions[i] - positions[i - 1]);
        }
        issues.push_back(warning("uneven-spacing",
                                 fmt::format("Slices are unevenly spaced: {:.2f} to {:.2f} mm apart.", least, most)));
    }
}

void checkStatedSpacing(Issues& issues, const std::vector<FrameHeader>& frames, const SliceSpacing& spacing)
{
    const double tolerance = std::max(0.05, 0.02 * spacing.nominal);
    for (const auto& frame : frames) {
        const double stated = std::abs(frame.statedSpacing.value_or(0));
        if (stated == 0 || spacing.nominal <= 0 || std::abs(stated - spacing.nominal) <= tolerance)
            continue;
        issues.push_back(
            warning("contradictory-spacing",
                    fmt::format("Spacing Between Slices says {:.3f} mm, the positions are {:.3f} mm apart; "
                                "the positions are used.",
                                stated, spacing.nominal)));
        return;
    }
}

/// Makers count Slice Location from anywhere, in either direction, along the normal or along the nearest patient axis.
/// So only steps that fit neither contradict.
void checkSliceLocation(Issues& issues, const std::vector<FrameHeader>& frames, const std::vector<double>& positions,
                        const SliceSpacing& spacing)
{
    const bool isComplete = std::all_of(frames.begin(), frames.end(), [](const FrameHeader& frame) {
        return frame.sliceLocation && !frame.frame.isMultiFrame;
    });
    if (!isComplete || frames.size() < 2)
        return;
    const double reach = positions.back() - positions.front();
    const double scale = (*frames.back().sliceLocation - *frames.front().sliceLocation) / reach;
    const PatientVector normal = cross(frames.front().rowDirection, frames.front().columnDirection);
    const double lean = std::max({std::abs(normal.x), std::abs(normal.y), std::abs(normal.z)});
    const double slack = 0.3 / reach + 0.02; // both ends rounded to 0.1 mm
    bool fits = std::abs(scale) >= lean - slack && std::abs(scale) <= 1 / lean + slack;
    for (std::size_t i = 0; i < frames.size() && fits; ++i) {
        const double expected = *frames.front().sliceLocation + scale * (positions[i] - positions.front());
        fits = std::abs(*frames[i].sliceLocation - expected) <= std::max(0.15, 0.1 * spacing.nominal);
    }
    if (!fits)
        issues.push_back(
            warning("contradictory-location", "Slice Location contradicts the positions; the positions are used."));
}

} // namespace

Issues stackIssues(const std::vector<FrameHeader>& frames, const std::vector<double>& positions,
                   const SliceSpacing& spacing, bool sheared)
{
    Issues issues;
    checkSteps(issues, positions, spacing, sheared);
    checkStatedSpacing(issues, frames, spacing);
    checkSliceLocation(issues, frames, positions, spacing);
    if (frames.front().isMosaic)
        issues.push_back(warning("mosaic",
                                 "Each image shows many slices as tiles: a picture to look at; its place in the "
                                 "patient is none of theirs."));
    if (!frames.front().undecodable.empty())
        issues.push_back({Severity::Error,
                          "undecodable",
                          {},
                          "The images are compressed with " + frames.front().undecodable + ", which can't be read."});
    if (frames.front().isColor)
        issues.push_back({Severity::Error, "colour", {}, "The images are in colour and can't be read as a volume."});
    return issues;
}

Issue repeatedPositions(std::size_t count)
{
    return {
        Severity::Info, "repeated-positions", {}, fmt::format("One of {} stacks of images at the same places.", count)};
}

void markMixedInLocalizers(std::vector<Stack>& stacks, Issues& issues)
{
    const auto main = std::max_element(stacks.begin(), stacks.end(),
                                       [](const Stack& a, const Stack& b) { return a.slices() < b.slices(); });
    if (main == stacks.end() || main->role.isLocalizer)
        return;
    const auto isOdd = [plane = main->role.plane, rows = main->rows, columns = main->columns,
                        slices = main->slices()](const Stack& stack) {
        const bool isUnlike = stack.role.plane != plane || stack.rows != rows || stack.columns != columns;
        return isUnlike && stack.slices() <= 3 && slices >= 4;
    };
    for (auto& stack : stacks) {
        if (!stack.role.isLocalizer && !isOdd(stack))
            continue;
        stack.role.isLocalizer = true;
        const Issue issue{Severity::Warning, "localizer-mixed-in", stack.frames.front().file.string(),
                          fmt::format("{} of another plane or kind lie in this series; taken as a localizer.",
                                      stack.slices() == 1 ? "An image" : fmt::format("{} images", stack.slices()))};
        stack.issues.push_back(issue);
        issues.push_back(issue);
    }
}

} // namespace grading
