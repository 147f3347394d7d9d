#pragma once

#include "grading/geometry/VolumeGeometry.h"
#include "grading/measure/Measurements.h"

#include <array>
#include <optional>
#include <vector>

namespace grading {

/// The fat around one root as a rose, ready to be drawn: 360 rays, turned as the slice lies on the screen.
struct FatRose {
    /// A direction in the image: +x to its right, +y downwards; unit length.
    struct ScreenVector {
        double x = 0;
        double y = 0;
    };
    struct Side {
        SideCoverageState state = SideCoverageState::NotAssessable;
        std::optional<double> coverage; ///< share 0…1
    };

    ScreenVector superior{0, -1};
    ScreenVector anterior{-1, 0};
    std::vector<Ray> rays;
    std::array<Side, 4> sides; ///< By AnatomicalDirection.

    [[nodiscard]] ScreenVector towards(Degrees angle) const; ///< As Ray::angle.
    [[nodiscard]] ScreenVector towards(AnatomicalDirection direction) const;
};

[[nodiscard]] FatRose fatRose(const SliceMeasurements& slice, const VolumeGeometry& geometry);

} // namespace grading
