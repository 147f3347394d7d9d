#pragma once

#include "grading/geometry/Units.h"
#include "grading/marks/Structure.h"

namespace foragrade {

enum class ToolKind {
    Look,
    Brush,
    Polygon,
    Freehand,
    RootFromClick,
    FatAroundRoot,
    RootNextSlice,
    NameLevels,
    Distance,
    Angle,
    SphereBrush,
    ThresholdBrush,
    Livewire,
    ForamenFromClick,
    FloodFill,
};

/// What the hand holds.
struct ToolSettings {
    ToolKind kind = ToolKind::Look;
    grading::Structure structure = grading::Structure::NerveRoot;
    grading::Millimetres brushRadius{1.5};
    grading::Millimetres editMargin{1};        ///< That marks grow and shrink by.
    grading::SquareMillimetres smallIsland{4}; ///< Islands below that are removed.
    bool editsAllSlices = false;               ///< Edits of marks reach every marked slice, not the one seen alone.
};

[[nodiscard]] ToolSettings keptSizes();       ///< As the reader set them for every start.
void keepSizes(const ToolSettings& settings); ///< For the next starts.

} // namespace foragrade
