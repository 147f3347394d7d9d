#pragma once

#include "grading/imaging/SeriesCatalogue.h"
#include "grading/marks/MarkEdits.h"

#include <QString>

namespace foragrade {

class ReadingDesk;
class SliceView;

/// What is done to the marks that are there already.
enum class MarkEdit { KeepLargest, RemoveSmall, FillHoles, Grow, Shrink };

// Each edits the structure in hand of the foramen being read, on the slice that the view shows or (as the tool's
// settings say) on every marked one, as one named step. What another structure holds it keeps, unless taken over. What
// would be marked on the other side or at another level is asked for first. The text says why nothing was done; empty
// when something was, or is being asked.

QString editMarks(ReadingDesk& desk, const SliceView& view, MarkEdit edit);
/// The structure takes what `other` has.
QString takeOver(ReadingDesk& desk, const SliceView& view, grading::Structure other);
/// With the same structure on the slice before (-1) or after (+1); this slice alone, whatever the settings.
QString combineWithSlice(ReadingDesk& desk, const SliceView& view, int step, grading::SetOperation operation);
/// Fills the slices between marked ones by shape.
QString interpolateMarks(ReadingDesk& desk, const SliceView& view);
/// The foramen's marks of all structures on `from`, by place in the patient; what is marked here already stays.
QString copyMarks(ReadingDesk& desk, const SliceView& view, const grading::Stack& from);

} // namespace foragrade
