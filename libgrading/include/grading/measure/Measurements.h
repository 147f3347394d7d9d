#pragma once

#include "grading/base/Issue.h"
#include "grading/geometry/Patient.h"
#include "grading/geometry/Units.h"
#include "grading/measure/MeasurementParameters.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// The four sides of the root. Superior and inferior are the vertical direction, anterior and posterior the transverse.
enum class AnatomicalDirection { Superior, Inferior, Anterior, Posterior };

inline constexpr std::array<AnatomicalDirection, 4> allDirections{
    AnatomicalDirection::Superior, AnatomicalDirection::Inferior, AnatomicalDirection::Anterior,
    AnatomicalDirection::Posterior};

[[nodiscard]] std::string_view name(AnatomicalDirection direction); ///< "superior", …; also the key in JSON
[[nodiscard]] constexpr std::size_t indexOf(AnatomicalDirection direction)
{
    return static_cast<std::size_t>(direction);
}

enum class SideCoverageState { Preserved, Equivocal, Lost, NotAssessable };

[[nodiscard]] std::string_view name(SideCoverageState state); ///< "preserved", "equivocal", "lost", "notAssessable"

struct SideMeasurement {
    enum class Cause { None, FatNotAnnotated, LeavesImage };

    SideCoverageState state = SideCoverageState::NotAssessable;
    std::optional<double> coverage; ///< Share 0…1 of the side's 90 rays that meet fat; none when not assessable.
    Cause cause = Cause::None;      ///< Why it isn't assessable.

    bool operator==(const SideMeasurement&) const = default;
};

/// Which way is up in the slice.
struct FrameOfMeasurement {
    enum class Source { PedicleLine, ForamenAxis, PatientAxis };

    Source source = Source::PatientAxis;
    Degrees tilt; ///< Vertical against the patient's S–I axis in the slice, positive: upper end leans forwards.
    PatientVector superior; ///< Unit vectors in the slice's plane, orthogonal to each other.
    PatientVector anterior;

    bool operator==(const FrameOfMeasurement&) const = default;
};

[[nodiscard]] std::string_view name(FrameOfMeasurement::Source source); ///< "pedicleLine", "foramenAxis", "patientAxis"

/// One of 360 half lines from the root's middle, at 0.5°, 1.5°, … from superior by way of anterior, so that each side
/// has 90 of its own. Lengths to sub-pixel precision.
struct Ray {
    enum class Outcome { MeetsFat, NoFat, LeavesImage };

    Degrees angle;        ///< From superior (0°) over anterior (90°) and inferior (180°) to posterior (270°).
    Millimetres rootEdge; ///< From the origin to the last exit from the root.
    std::optional<Millimetres> gap; ///< From the root's edge to the first fat, if there is any within 10 mm.
    Millimetres thickness;          ///< Of that fat, to its first interruption; 0 without fat.
    Outcome outcome = Outcome::NoFat;

    bool operator==(const Ray&) const = default;
};

/// All that the fat rose needs: rays, where they start, and the frame's vectors to turn it as the slice lies.
struct RayProfile {
    PatientPoint origin;
    std::vector<Ray> rays; ///< 360

    bool operator==(const RayProfile&) const = default;
};

/// Size and shape of another root to compare with.
struct RootReference {
    SquareMillimetres area;
    double flattening = 1;

    bool operator==(const RootReference&) const = default;
};

struct RootRatios {
    double area = 1;       ///< This root's over the reference's.
    double flattening = 1; ///< Likewise.

    bool operator==(const RootRatios&) const = default;
};

enum class RootShapeState { Normal, Deformed, NotAssessable };

[[nodiscard]] std::string_view name(RootShapeState state); ///< "normal", "deformed", "notAssessable"

/// The root on one slice. The state is a suggestion by measurement; it never says `collapsed`.
struct RootMeasurement {
    enum class Sign { Flattened, Indented, Shrunken, Swollen };

    int pixels = 0;
    SquareMillimetres area;           ///< pixels × pixel area
    Millimetres equivalentDiameter;   ///< Of the circle of that area.
    Millimetres majorAxis, minorAxis; ///< Of the ellipse with the same second moments, px²/12 added.
    double flattening = 1;            ///< minor / major, 1 is round.
    double solidity = 1;              ///< Area over that of the convex hull of the pixels' corners.
    Millimetres perimeter;            ///< Crofton's formula in four directions.
    std::optional<RootRatios> toOtherSide;
    std::optional<RootRatios> toNeighbours; ///< To the mean of the neighbouring levels.
    RootShapeState state = RootShapeState::NotAssessable;
    std::vector<Sign> signs; ///< That hold, whether or not they suffice.

    bool operator==(const RootMeasurement&) const = default;
    [[nodiscard]] RootReference asReference() const { return {area, flattening}; }
};

struct FatMeasurement {
    int pixels = 0;
    SquareMillimetres area;
    std::optional<double> coverage; ///< Share of all 360 rays that meet fat; none when fat isn't annotated.

    bool operator==(const FatMeasurement&) const = default;
};

/// The foramen on one slice: union of root, fat and what is left of the outline.
struct OutlineMeasurement {
    SquareMillimetres area;
    Millimetres height;     ///< Along the vertical.
    Millimetres upperWidth; ///< Across the vertical at three quarters of the height, counted from below.
    Millimetres midWidth;   ///< At half the height.
    double fatShare = 0;    ///< Fat area / foramen area.
    double axisRatio = 1;   ///< Major to minor axis from second moments.

    bool operator==(const OutlineMeasurement&) const = default;
};

struct SliceMeasurements {
    int slice = 0; ///< from 0
    FrameOfMeasurement frame;
    std::array<SideMeasurement, 4> sides; ///< By AnatomicalDirection.
    RootMeasurement root;
    FatMeasurement fat;
    std::optional<OutlineMeasurement> outline;
    RayProfile profile;
    Issues issues;

    bool operator==(const SliceMeasurements&) const = default;
    [[nodiscard]] const SideMeasurement& side(AnatomicalDirection direction) const { return sides[indexOf(direction)]; }
};

/// Of a body that was marked slice by slice.
struct MarkedVolume {
    CubicMillimetres volume; ///< Σ pixels × pixel area × distance of slice centres; right on average.
    CubicMillimetres error;  ///< Standard deviation, from where in the end slices the body ends.

    bool operator==(const MarkedVolume&) const = default;
};

/// Everything measured on the marks of one foramen.
struct Measurements {
    /// How it is known where fat is not.
    enum class FatRecord { Annotated, NoFatSeen, NotAnnotated };

    MeasurementParameters parameters; ///< What it was measured with.
    FatRecord fatRecord = FatRecord::NotAnnotated;
    std::size_t gradedIndex = 0;           ///< Into `slices`.
    std::vector<SliceMeasurements> slices; ///< Every slice with a root, ascending; never empty.
    MarkedVolume rootVolume;
    MarkedVolume fatVolume;
    MarkedVolume foramenVolume; ///< The union on slices with an outline; 0 without.
    /// Share of the foramen's length (outlined slices with a root) on which less than half of the rays meet fat.
    std::optional<double> stenoticLengthRatio;
    Issues issues; ///< What concerns the whole foramen; each slice has its own besides.

    bool operator==(const Measurements&) const = default;
    [[nodiscard]] const SliceMeasurements& graded() const { return slices[gradedIndex]; }
};

} // namespace grading
