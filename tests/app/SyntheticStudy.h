#pragma once

#include "grading/imaging/SeriesCatalogue.h"
#include "grading/imaging/Volume.h"

#include <map>
#include <string>

namespace foragrade::test {

/// A study in memory: sagittal T1 and T2 (15 slices of 256×256, 1 mm, 4.4 mm apart, from the patient's left to right)
/// and one axial series of two tilted stacks, all in one frame of reference. Bright and dark blobs, no anatomy.
struct SyntheticStudy {
    grading::SeriesCatalogue catalogue;
    std::map<std::string, grading::Volume> volumes;

    [[nodiscard]] static SyntheticStudy make();
};

/// A stack of that study and frame of reference on a grid of one's own; its id is SERIES#NUMBER.
[[nodiscard]] grading::Stack stackOf(const std::string& series, int number, const grading::VolumeGeometry& geometry,
                                     grading::ImagePlane plane, grading::Weighting weighting);

inline constexpr const char* sagittalT1 = "1.2.3.1#1";
inline constexpr const char* sagittalT2 = "1.2.3.2#1";
inline constexpr const char* axialUpper = "1.2.3.3#1";
inline constexpr const char* axialLower = "1.2.3.3#2";

} // namespace foragrade::test
