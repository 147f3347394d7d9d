#pragma once

#include "SlicePicture.h"
#include "grading/measure/Measure.h"

#include <optional>

namespace grading::measuring {

/// Marks of one slice, ready to be measured.
struct SliceUnderMeasure {
    const LabelMap& marks;
    const VolumeGeometry& geometry;
    int slice = 0;
    SlicePicture picture;
    PixelSet root;
    PixelSet fat;
    PixelSet outline; ///< Label 3 alone.
    PixelSet foramen; ///< The union.

    SliceUnderMeasure(const LabelMap& marks, const VolumeGeometry& geometry, int slice);
};

struct FlatFrame {
    FrameOfMeasurement frame;
    Flat superior;
    Flat anterior;
};

/// None when the slice holds no usable superior or anterior direction.
[[nodiscard]] std::optional<FlatFrame> frameOf(const SliceUnderMeasure& marks, const MeasureRequest& request,
                                               Issues& issues);

/// The 360 rays.
[[nodiscard]] RayProfile castRays(const SliceUnderMeasure& marks, const FlatFrame& frame,
                                  const MeasurementParameters& parameters, Issues& issues);

/// A side's state from its rays alone.
[[nodiscard]] SideMeasurement sideFrom(const RayProfile& profile, AnatomicalDirection direction,
                                       const MeasurementParameters& parameters);

/// Share of the side's rays with any fat up to that gap, however thin.
[[nodiscard]] double shareWithSomeFat(const RayProfile& profile, AnatomicalDirection direction, Millimetres gapLimit);

[[nodiscard]] RootMeasurement rootShape(const SliceUnderMeasure& marks, const MeasureRequest& request);

/// None when no label 3 is marked on the slice.
[[nodiscard]] std::optional<OutlineMeasurement> outlineOf(const SliceUnderMeasure& marks, const FlatFrame& frame);

/// Volumes over all slices, their errors, and the stenotic length ratio from the slices measured already.
void measureVolumes(Measurements& result, const LabelMap& marks, const VolumeGeometry& geometry);

} // namespace grading::measuring
