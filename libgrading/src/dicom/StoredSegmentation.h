#pragma once

#include "grading/dicom/Segmentation.h"

#include <cstdint>
#include <vector>

namespace grading {

/// A BINARY SEG as its file holds it, before it is placed on a grid.
struct StoredSegmentation {
    struct Frame {
        int segment = 0; ///< Segment Number
        PatientPoint position;
        PixelSet pixels;
    };

    Segmentation object; ///< All but stack, geometry and the segments' slices.
    int columns = 0;
    int rows = 0;
    PatientVector rowDirection;
    PatientVector columnDirection;
    double rowSpacing = 0;    ///< mm
    double columnSpacing = 0; ///< mm
    double sliceSpacing = 0;  ///< mm, as written; 0 when it isn't.
    std::vector<Frame> frames;
    std::vector<Uid> sourceInstances; ///< Every image named as a source.
};

[[nodiscard]] Result<StoredSegmentation> loadStoredSegmentation(const std::filesystem::path& path);

/// Moves the frames' pixels into the segments' slices on a stack's whole grid, or on that of the stored planes.
[[nodiscard]] Result<Segmentation> placeOnStack(StoredSegmentation stored, std::span<const Stack* const> stacks,
                                                const std::string& file);
[[nodiscard]] Result<Segmentation> placeOnOwnPlanes(StoredSegmentation stored, const std::string& file);

} // namespace grading
