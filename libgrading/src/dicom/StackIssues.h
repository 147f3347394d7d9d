#pragma once

#include "ImageHeader.h"
#include "SliceSpacing.h"

namespace grading {

/// What is odd about one stack's slices: missing ones, uneven or slanted steps, tags that contradict the positions,
/// colour. `positions`: mm along the normal, ascending, one for each of `frames`.
[[nodiscard]] Issues stackIssues(const std::vector<FrameHeader>& frames, const std::vector<double>& positions,
                                 const SliceSpacing& spacing, bool sheared);

/// Info: this stack is one of `count` at the same places.
[[nodiscard]] Issue repeatedPositions(std::size_t count);

/// A few images of another plane (or marked as localizer) in the series of a real stack become a localizer with an
/// Issue.
void markMixedInLocalizers(std::vector<Stack>& stacks, Issues& issues);

} // namespace grading
