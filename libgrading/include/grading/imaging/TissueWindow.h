#pragma once

#include "grading/imaging/SeriesCatalogue.h"
#include "grading/imaging/Volume.h"

namespace grading {

/// From black to the 95th percentile of the tissue: the voxels above a tenth of the 99th percentile of all, which
/// leaves out the air around the body. A few bright spots, or the air's share of the picture, don't darken it.
[[nodiscard]] DisplayWindow tissueWindow(const Volume& volume);

/// Whether the tissue's median is neither nearly black nor nearly white in it. The windows that anonymisers and
/// converters write (the whole range of values) often fail this.
[[nodiscard]] bool showsTissue(const DisplayWindow& window, const Volume& volume);

/// What to show a stack with first: the window that its file names when that shows the tissue, else the tissue's.
[[nodiscard]] DisplayWindow openingWindow(const Stack& stack, const Volume& volume);

} // namespace grading
