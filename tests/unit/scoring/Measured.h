#pragma once

#include "grading/measure/Measurements.h"

#include <string>

namespace grading::truth {

/// A slice with coverages for superior, inferior, anterior, posterior that fall into the default thresholds, a normal
/// root of 60 pixels.
inline SliceMeasurements sliceWith(const std::array<double, 4>& coverages, int number = 0)
{
    SliceMeasurements slice;
    slice.slice = number;
    double sum = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const double c = coverages[i];
        slice.sides[i].coverage = c;
        slice.sides[i].state = c >= 0.5   ? SideCoverageState::Preserved
                               : c < 0.25 ? SideCoverageState::Lost
                                          : SideCoverageState::Equivocal;
        sum += c / 4;
    }
    slice.root.pixels = 60;
    slice.root.state = RootShapeState::Normal;
    slice.fat.coverage = sum;
    return slice;
}

inline Measurements measurementsOf(std::vector<SliceMeasurements> slices, std::size_t graded = 0)
{
    Measurements measurements;
    measurements.parameters.id = "foragrade-2026.1";
    measurements.fatRecord = Measurements::FatRecord::Annotated;
    measurements.gradedIndex = graded;
    measurements.slices = std::move(slices);
    return measurements;
}

} // namespace grading::truth
