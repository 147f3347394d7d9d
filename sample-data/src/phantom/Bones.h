#pragma once

#include "phantom/Signal.h"
#include "phantom/Spine.h"

#include <optional>

namespace grading::phantom {

/// What the skeleton says of one point.
struct BoneAnswer {
    std::optional<Signal> signal; ///< Inside bone, disc or joint.
    double distance = 1e3;        ///< To the nearest bone's surface, mm; negative inside.
};

/// Vertebrae with bodies, pedicles and posterior elements, and the discs between them, as signed distances.
class Bones {
public:
    Bones(const Spine& spine, std::uint64_t seed) : m_spine(spine), m_seed(seed) {}

    [[nodiscard]] BoneAnswer at(Vec3 model) const;

    /// Relative radius in the outline of a body or disc of that width and depth: 1 on its margin.
    [[nodiscard]] static double outline(double lateral, double back, double width, double depth);

private:
    struct Nearest {
        const Bone* bone = nullptr;
        Vec3 local;            ///< In that bone's frame.
        double distance = 1e3; ///< mm, negative inside
        double second = 1e3;   ///< To the next nearest bone.
    };

    [[nodiscard]] Nearest nearest(Vec3 model) const;
    [[nodiscard]] double body(const Bone& bone, Vec3 local) const;
    [[nodiscard]] double posterior(const Bone& bone, Vec3 local) const;
    [[nodiscard]] Signal inside(const Bone& bone, Vec3 local, double depth) const;
    [[nodiscard]] std::optional<Signal> disc(Vec3 model) const;
    [[nodiscard]] Signal discSignal(const Disc& disc, Vec3 local, double radius) const;

    const Spine& m_spine;
    std::uint64_t m_seed;
};

} // namespace grading::phantom
