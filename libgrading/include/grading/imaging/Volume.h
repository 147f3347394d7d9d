#pragma once

#include "grading/geometry/VolumeGeometry.h"
#include "grading/imaging/DisplayWindow.h"

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

namespace grading {

/// Voxels of a stack with their place in the patient: modality values (rescale slope and intercept applied),
/// column fastest, then row, then slice. Immutable and cheap to copy (the pixels are shared), so it may be read from
/// any thread.
class Volume {
public:
    /// The narrowest type that holds every modality value exactly; float when a slope isn't whole.
    using Pixels = std::variant<std::vector<std::int16_t>, std::vector<std::uint16_t>, std::vector<std::int32_t>,
                                std::vector<float>>;

    Volume() = default;
    /// Expects geometry.voxelCount() pixels.
    Volume(VolumeGeometry geometry, Pixels pixels);

    [[nodiscard]] bool isEmpty() const { return m_pixels == nullptr; }
    [[nodiscard]] const VolumeGeometry& geometry() const { return m_geometry; }
    [[nodiscard]] const Pixels& pixels() const;      ///< Expects a non-empty volume.
    [[nodiscard]] double at(VoxelIndex index) const; ///< Expects an index inside.

    /// Linear within the slice of `slice`; a place outside gives the nearest edge's value.
    [[nodiscard]] double inSlice(double column, double row, int slice) const;

    /// From the 1st to the 99.5th percentile of all voxels, for files that name no window.
    [[nodiscard]] DisplayWindow automaticWindow() const;

private:
    VolumeGeometry m_geometry;
    std::shared_ptr<const Pixels> m_pixels;
};

} // namespace grading
