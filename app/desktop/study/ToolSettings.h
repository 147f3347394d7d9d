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
};

/// What the hand holds.
struct ToolSettings {
    ToolKind kind = ToolKind::Look;
    grading::Structure structure = grading::Structure::NerveRoot;
    grading::Millimetres brushRadius{1.5};
};

} // namespace foragrade
