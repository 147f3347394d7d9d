#pragma once

#include "phantom/Curve.h"
#include "phantom/Signal.h"
#include "phantom/Spine.h"

#include <optional>

namespace grading::phantom {

/// All around the spine: skin, subcutaneous fat, back muscles with their streaks of fat, psoas, great vessels, kidneys
/// and a suggestion of bowel.
class SoftTissue {
public:
    SoftTissue(const Spine& spine, std::uint64_t seed);

    /// Outside the fascia: air, skin, subcutaneous fat. None deeper. Patient space, since skin doesn't bend with the
    /// spine.
    [[nodiscard]] std::optional<Signal> cover(Vec3 patient) const;

    /// Everything else, in the model; `boneDistance` in mm.
    [[nodiscard]] Signal deep(Vec3 model, double boneDistance) const;

private:
    [[nodiscard]] Signal backMuscle(Vec3 p, double boneDistance) const;
    [[nodiscard]] bool isErector(Vec3 p, double arch) const;
    [[nodiscard]] std::optional<Signal> quadratus(Vec3 p) const;
    [[nodiscard]] Signal midline(Vec3 p) const;
    [[nodiscard]] std::optional<Signal> vessels(Vec3 p) const;
    [[nodiscard]] std::optional<Signal> psoas(Vec3 p) const;
    [[nodiscard]] Signal looseFat(Vec3 p) const; ///< With small vessels, around the foramina's outer mouths
    [[nodiscard]] Signal abdomen(Vec3 p) const;
    [[nodiscard]] double fascia(double x, double z) const; ///< y of the thoracolumbar fascia

    Curve m_skin;                                  ///< y of the skin in the midline
    Curve m_tips;                                  ///< y of the spinous processes' tips
    Curve m_front;                                 ///< y of the vertebral column's front
    Curve m_middle;                                ///< y of the vertebral bodies' middle
    Curve m_arch;                                  ///< y just behind the laminae
    double m_l1 = 0, m_l4 = 0, m_s1 = 0, m_s2 = 0; ///< z of those bodies
    std::uint64_t m_seed;
};

} // namespace grading::phantom
