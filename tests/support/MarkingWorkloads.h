#pragma once

#include "grading/imaging/Volume.h"
#include "grading/reading/Session.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

namespace grading::workloads {

/// What a reader waits for while marking, at the sizes of a large study: benchmarks time it, CI counts its
/// instructions.

/// 512 × 512 × 1093 voxels.
inline VolumeGeometry largeGrid()
{
    return *VolumeGeometry::make({}, patient::posterior, patient::inferior, {0.5}, {0.5}, {0.5}, 512, 512, 1093);
}

/// A reading whose foramen has root and fat on every slice of the large grid.
inline Reading largeReading()
{
    const VolumeGeometry grid = largeGrid();
    const SlicePoint middle{256, 256};
    LabelMap labels(grid.columns(), grid.rows(), grid.slices());
    for (int slice = 0; slice < grid.slices(); ++slice) {
        const SlicePoint here{middle.column + 20 * std::sin(slice * 0.05), middle.row};
        labels = labels.painted(slice, brushStroke(grid, {&here, 1}, {6}), Structure::PerineuralFat)
                     .painted(slice, brushStroke(grid, {&here, 1}, {3}), Structure::NerveRoot);
    }
    Reading reading;
    reading.id = Uid("2.25.1");
    reading.study.uid = Uid("2.25.2");
    reading.reader.name = "Reader^One";
    reading.foramina[*Foramen::parse("L4-L5:R")].marks = {
        {"2.25.3#1", Uid("2.25.4"), grid, std::move(labels), {}, {}, {}}};
    return reading;
}

/// One dab of the 3 mm brush and its undo, `i` tells dabs apart.
inline void dabAndUndo(Session& session, const VolumeGeometry& grid, int i)
{
    const int slice = i * 37 % grid.slices();
    const SlicePoint path[] = {{240.0 + i % 30, 250.0}, {246.0 + i % 30, 253.0}};
    const MarkTarget target{*Foramen::parse("L4-L5:R"), "2.25.3#1", Uid("2.25.4"), grid, slice};
    (void)session.apply(
        commands::mark("Brush", target, brushStroke(grid, path, {1.5}), Structure::PerineuralFat, PaintMode::Replace));
    (void)session.undo();
}

inline constexpr SlicePoint rootMiddle{250, 240};

/// A 512 × 512 slice of 0.55 mm: a root in a keyhole of fat with a dark wall, bone and disc around, with noise.
inline Volume foramenSlice()
{
    const auto grid =
        *VolumeGeometry::make({}, patient::posterior, patient::inferior, {0.55}, {0.55}, {4.4}, 512, 512, 1);
    std::mt19937 random(3);
    std::normal_distribution<float> noise(0, 2);
    std::vector<float> values;
    values.reserve(grid.voxelCount());
    for (int row = 0; row < grid.rows(); ++row) {
        for (int column = 0; column < grid.columns(); ++column) {
            const double x = (column - rootMiddle.column) * 0.55;
            const double y = (row - rootMiddle.row) * 0.55;
            const double slot = std::hypot(x, y - std::clamp(y, 0.0, 9.0)) - 3.4;
            const double keyhole = std::min(std::hypot(x / 5.4, y / 6.3) * 5.4 - 5.4, slot);
            const float tissue = std::hypot(x / 3, y / 3.6) < 1 ? 42
                                 : keyhole < 0                  ? 100
                                 : keyhole < 1.2                ? 5
                                 : y > 6 && x < 0               ? 35
                                                                : 70;
            values.push_back(tissue + noise(random));
        }
    }
    return {grid, std::move(values)};
}

} // namespace grading::workloads
