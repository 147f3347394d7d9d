#pragma once

#include "grading/imaging/SeriesCatalogue.h"

#include <map>
#include <string>

namespace foragrade {

/// A plane that a study has no images in, cut from one of its nearly isotropic stacks. As a stack it has a geometry and
/// no frames: it is looked at, marks belong on the source's own slices.
struct Reformat {
    std::string source; ///< id of the stack it is cut from
    grading::Stack stack;
};

/// By the id of the stack made ("1.2.3#1/axial"): sagittal, axial and coronal as far as the study lacks them.
[[nodiscard]] std::map<std::string, Reformat> reformatsOf(const grading::Study& study);

/// Whether a stack is one of those.
[[nodiscard]] inline bool isReformat(const grading::Stack& stack)
{
    return stack.frames.empty() && stack.geometry.has_value();
}

} // namespace foragrade
