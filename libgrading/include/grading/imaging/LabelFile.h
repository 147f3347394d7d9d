#pragma once

#include "grading/base/Result.h"
#include "grading/imaging/Volume.h"

#include <filesystem>
#include <string>
#include <vector>

namespace grading {

/// A segment that a segmentation of Slicer (.seg.nrrd) names: the voxels of `layer` that hold `value`.
struct NamedLabel {
    int layer = 0; ///< From 0.
    int value = 0;
    std::string name;
};

/// Labels by voxel, in layers where segments overlap; all layers have one grid.
struct LabelFile {
    std::vector<Volume> layers;
    std::vector<NamedLabel> names; ///< In the file's order; empty when it doesn't name its labels.
};

/// Reads a label image as `readVolumeFile` does, also one of several layers as Slicer saves overlapping segments.
Result<LabelFile> readLabelFile(const std::filesystem::path& path);

} // namespace grading
