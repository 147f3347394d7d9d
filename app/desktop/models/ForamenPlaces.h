#pragma once

#include "grading/geometry/Patient.h"
#include "grading/imaging/SeriesCatalogue.h"
#include "grading/marks/PixelSet.h"
#include "grading/reading/Reading.h"

#include <optional>
#include <vector>

namespace foragrade {

/// Where a foramen lies, as well as it is known.
struct ForamenPlace {
    grading::PatientPoint point;
    bool isHeightKnown = false; ///< From marks, its own or a neighbour's; else only the distance from the midline is.
};

[[nodiscard]] grading::PatientPoint middleOf(const grading::PixelSet& pixels, const grading::VolumeGeometry& geometry,
                                             int slice); ///< Expects pixels.

/// The levels along the spine: discs that were named, and where none was, guessed from the marked foramina.
[[nodiscard]] std::vector<grading::PlacedLevel> spineOf(const grading::Reading& reading, const grading::Uid& frame);

/// From its own marks; else mirrored from the other side's; else beside its disc along the spine (`spineOf`); else
/// beside the midline.
[[nodiscard]] ForamenPlace placeOf(const grading::Foramen& foramen, const grading::Reading& reading,
                                   const grading::Stack& sagittal);

/// The foramen that a mark at `point` rather belongs to than to `current`: the other side's, when it lies more than 6
/// mm beyond the midline; another level's, when its place along the spine is nearer and at least 0.6 of a level away.
/// None when it looks right, or nothing is known.
[[nodiscard]] std::optional<grading::Foramen> likelierForamen(const grading::Foramen& current,
                                                              const grading::PatientPoint& point,
                                                              const grading::Reading& reading,
                                                              const grading::Uid& frame, std::optional<double> midline);

} // namespace foragrade
