#pragma once

#include "grading/anatomy/Vertebra.h"
#include "grading/geometry/Patient.h"

#include <optional>
#include <string>
#include <string_view>

namespace grading {

enum class ImagePlane { Sagittal, Axial, Coronal };

/// Dominant axis of the slice normal: a 30° oblique cervical series is still sagittal.
[[nodiscard]] ImagePlane planeOf(PatientVector normal);
[[nodiscard]] std::string_view name(ImagePlane plane); ///< "sagittal", "axial", "coronal"

enum class Weighting { T1, T2, Stir, T2FatSaturated, ProtonDensity, Dixon, Other };

[[nodiscard]] std::string_view name(Weighting weighting); ///< "T1", "T2", "STIR", "T2-FS", "PD", "Dixon", "other"

/// What a stack is good for, and why we think so.
struct SeriesRole {
    ImagePlane plane = ImagePlane::Sagittal;
    Weighting weighting = Weighting::Other;
    bool isLocalizer = false;
    std::string evidence;         ///< "T2: TR 3500, TE 102; description 'T2 TSE SAG'"
    std::optional<Region> region; ///< Cervical, Thoracic or Lumbar; none where nothing tells, or two are named.
    std::string regionEvidence;   ///< "Body Part Examined LSPINE"; empty without a region.

    bool operator==(const SeriesRole&) const = default;

    /// One of the names fixed for the command line: sagittal-T1, sagittal-T2, sagittal-STIR, axial-T1, axial-T2,
    /// coronal-T1, coronal-T2, localizer, other. T2 with fat saturation counts as T2.
    [[nodiscard]] std::string name() const;
};

} // namespace grading
