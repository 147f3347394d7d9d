#pragma once

#include "grading/base/Result.h"
#include "grading/geometry/Units.h"

#include <filesystem>
#include <string>
#include <vector>

namespace grading {

/// Every threshold between marks and findings, as one versioned set that is written into each report. None of them is
/// published: they are this project's own, to be calibrated against consensus reads.
struct MeasurementParameters {
    std::string id = "foragrade-2026.1"; ///< Changes whenever a value below does.

    Millimetres maximumGap{1.0};       ///< Root's edge to fat; one pixel where pixels are larger.
    Millimetres minimumThickness{0.5}; ///< Of fat along a ray; one pixel where pixels are larger.

    double preservedCoverage = 0.50;   ///< Share of a side's rays, from here on preserved.
    double lostCoverage = 0.25;        ///< Below it lost; between the two equivocal.
    double maximumShareLeaving = 0.25; ///< More of a side's rays leaving the image: not assessable.

    int minimumRootPixels = 20; ///< Fewer on a slice: shape not assessable.
    double flattenedBelow = 0.50;
    double flattenedBelowOfReference = 0.67;
    double solidityBelow = 0.85;
    double smallBelowOfReference = 0.6;
    double largeAboveOfReference = 1.4;
    int deformedFromSigns = 2; ///< Out of flattening, solidity, area.

    double outlineAxisRatio = 1.3;  ///< Major to minor axis; a rounder outline gives no vertical.
    Degrees outlineMaximumLean{75}; ///< From the patient's S–I axis; an outline that leans more gives no vertical.
    double originPeakShare = 0.90;  ///< Of the largest distance to the root's edge, where the centroid lies outside.

    bool operator==(const MeasurementParameters&) const = default;
};

struct Threshold {
    std::string name; ///< As in JSON: "maximumGapMm"
    double value = 0;
};

/// Every value of the set, for documents that have to say what they were measured with.
[[nodiscard]] std::vector<Threshold> thresholdsOf(const MeasurementParameters& parameters);

/// Reads a JSON file {"id": "…", "maximumGapMm": 1.2, …} (docs/schemas/parameters-1.schema.json): field names as above,
/// with `Mm` or `Degrees` behind quantities. A field left out keeps its default, and `id` must differ from the
/// default's as soon as a value does. NotFound, Unreadable (no JSON, an unknown field), InvalidArgument (a value out of
/// range, an id already taken).
[[nodiscard]] Result<MeasurementParameters> readParameters(const std::filesystem::path& path);

} // namespace grading
