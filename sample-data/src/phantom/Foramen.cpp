#include "phantom/Foramen.h"

#include "phantom/Bones.h"
#include "phantom/Noise.h"

namespace grading::phantom {

namespace {

constexpr double rim = 0.4;     ///< mm of dark capsule inside the keyhole's edge
constexpr double freeFat = 2.3; ///< mm of fat around a root with nothing lost
constexpr double wallAt = 0.72; ///< a lost side's wall starts at this share of the root's half axis

constexpr double sliceSpacing = 4.4; ///< Sagittal slices lie at multiples of it; a foramen is centred on one.

/// The capsule's thickness relative to the grading plane: outside the bones the root's fat joins all other fat.
double capsuleShare(double outwards)
{
    return ramp(4.2, 2.2, outwards);
}

/// Where the posterior wall lies at that distance from the midline, in the bone's frame.
double posteriorWall(const Bone& bone, double lateral)
{
    double y = 0;
    while (y < bone.back() && Bones::outline(lateral, y, bone.width, bone.depth) < 1)
        y += 0.1;
    return y;
}

double ellipseDistance(double y, double z, double halfY, double halfZ)
{
    return (planeLength(y / halfY, z / halfZ) - 1) * std::min(halfY, halfZ);
}

} // namespace

ForamenShape::ForamenShape(const Spine& spine, const LateralCurve& curve, ForamenTruth truth, std::uint64_t seed)
    : m_truth(std::move(truth)), m_seed(mixBits(seed, 1000 + static_cast<std::uint64_t>(m_truth.foramen.side)))
{
    const std::size_t index = spine.indexOf(m_truth.foramen.level.upper.name());
    const Bone& upper = spine.bones[index];
    const Bone& lower = spine.bones[index + 1];
    m_seed = mixBits(m_seed, index);
    m_sign = m_truth.foramen.side == grading::Side::Left ? 1 : -1;
    const bool isLumbar = upper.name.region == grading::Region::Lumbar;
    const double size = isLumbar ? std::min(1.0, 0.80 + 0.05 * upper.name.number) : 0.78;
    m_back = 3.1 * size;
    m_up = 3.8 * size;
    const auto centreAt = [&](double lateral) {
        const double wall = std::max(posteriorWall(upper, lateral) + 0.3, upper.back() - 6);
        const double below = 0.2 * upper.height - 7.0 - rim - freeFat - m_up;
        return upper.frame.toModel({m_sign * lateral, wall + m_back + freeFat + rim, below});
    };
    double lateral = upper.pedicleX + 1.6;
    const double slice = sliceSpacing * std::round(curve.toPatient(centreAt(lateral)).x / sliceSpacing);
    for (int i = 0; i < 4; ++i)
        lateral += m_sign * (slice - curve.toPatient(centreAt(lateral)).x);
    m_centre = centreAt(lateral);
    m_frame = Frame(m_centre, mix(upper.frame.pitch, lower.frame.pitch, 0.5));
    const Vec3 floor = lower.frame.toModel({m_sign * lateral, lower.back() + 3, 0.2 * lower.height + 7.6});
    m_bottom = std::min(m_frame.toLocal(floor).z, -m_up - 6);
}

ForamenShape::Local ForamenShape::local(Vec3 model) const
{
    Local at;
    at.p = m_frame.toLocal(model);
    at.p.x *= m_sign;
    // The root descends outwards, gently where it is graded and steeply beyond.
    const double x = at.p.x;
    at.p.z += 0.18 * x + 0.05 * std::copysign(square(std::max(0.0, std::abs(x) - 2)), x);
    at.p.y += 0.10 * x;
    const double swell = std::max(0.7, 1 - 0.007 * x * x); // the ganglion is thickest in the middle
    at.rootBack = m_back * swell;
    at.rootUp = m_up * swell;
    if (m_truth.shape == RootShape::FlatFrontToBack) {
        at.rootBack *= 0.44;
        at.rootUp *= 1.24;
    } else if (m_truth.shape == RootShape::FlatTopToBottom) {
        at.rootBack *= 1.36;
        at.rootUp *= 0.38;
    }
    return at;
}

double ForamenShape::keyhole(const Local& at) const
{
    const double round = ellipseDistance(at.p.y, at.p.z, m_back + freeFat + rim, m_up + freeFat + rim);
    const double half = 3.3;
    const double slotTop = -2;
    const double slotEnd = m_bottom + half;
    const double z = std::clamp(at.p.z, std::min(slotEnd, slotTop), slotTop);
    const double slot = planeLength(at.p.y, at.p.z - z) - half;
    return smoothMin(round, slot, 3.0) + 0.6 * roughNoise(0.3 * at.p, m_seed);
}

double ForamenShape::root(const Local& at) const
{
    return ellipseDistance(at.p.y, at.p.z, at.rootBack, at.rootUp);
}

/// Negative where the wall of a lost side stands.
double ForamenShape::intrusion(const Local& at, SideIndex side) const
{
    const double waviness = 0.2 * valueNoise(0.5 * at.p, m_seed + 7 + side);
    switch (side) {
    case Superior:
        return wallAt * at.rootUp - at.p.z + waviness;
    case Inferior: // a ridge across the slot with some fat left below it
        return std::max(at.p.z + wallAt * at.rootUp, -at.p.z - at.rootUp - 4.5) + waviness;
    case Anterior:
        return at.p.y + wallAt * at.rootBack + waviness;
    case Posterior:
        return wallAt * at.rootBack - at.p.y + waviness;
    }
    return 1;
}

/// Within 42 degrees of a side that kept its fat no other side's wall stands.
bool ForamenShape::isProtected(const Local& at) const
{
    constexpr double tangent = 0.9;
    const double y = at.p.y;
    const double z = at.p.z;
    return (!m_truth.lost[Superior] && std::abs(y) < tangent * z) ||
           (!m_truth.lost[Inferior] && std::abs(y) < -tangent * z) ||
           (!m_truth.lost[Anterior] && std::abs(z) < -tangent * y) ||
           (!m_truth.lost[Posterior] && std::abs(z) < tangent * y);
}

/// Small vessels in the lower part, well below the root.
bool ForamenShape::isVessel(const Local& at) const
{
    const double z = at.p.z + m_up + 4.6;
    const double shift = uniform(m_seed) - 0.5;
    const bool isPair = uniform(mixBits(m_seed, 5)) > 0.4;
    return ellipseDistance(at.p.y - 2 * shift, z + shift, 0.55, 0.8 + 0.5 * shift) < 0 ||
           (isPair && ellipseDistance(at.p.y + 1.2 + shift, z + 2.6 + 2 * shift, 0.5, 0.7) < 0);
}

Part ForamenShape::part(Vec3 model) const
{
    if (!isNear(model))
        return Part::Outside;
    const Local at = local(model);
    const double edge = keyhole(at);
    if (edge >= 0 || at.p.x > reach || at.p.x < -inwards)
        return Part::Outside;
    if (root(at) < 0)
        return Part::Root;
    for (const SideIndex side : {Superior, Inferior, Anterior, Posterior})
        if (m_truth.lost[side] && !isProtected(at) && intrusion(at, side) < 0)
            return Part::Rest;
    return edge > -rim * capsuleShare(at.p.x) || isVessel(at) ? Part::Rest : Part::Fat;
}

/// What stands at a lost side: a dark rim at the root, behind it bone above, disc in front and below, flavum behind.
Signal ForamenShape::wall(const Local& at) const
{
    if (root(at) < 0.9 || keyhole(at) > -rim)
        return tissue::ligament;
    if (m_truth.lost[Posterior] && intrusion(at, Posterior) < 0)
        return water(14, 7);
    if (m_truth.lost[Superior] && intrusion(at, Superior) < 0)
        return at.p.z > at.rootUp + 1.6 ? 0.95 * tissue::marrow : tissue::cortex;
    return tissue::degenerated;
}

std::optional<Signal> ForamenShape::capsule(Vec3 model) const
{
    if (!isNear(model))
        return std::nullopt;
    const Local at = local(model);
    const double edge = keyhole(at);
    if (edge < 0 || edge > capsuleShare(at.p.x) * (0.8 + 0.7 * valueNoise(0.3 * model, m_seed + 9)) ||
        std::abs(at.p.x) > reach - 0.5)
        return std::nullopt;
    return at.p.y > -1 ? water(16, 9) : tissue::annulus;
}

std::optional<Signal> ForamenShape::at(Vec3 model) const
{
    switch (part(model)) {
    case Part::Outside:
        return std::nullopt;
    case Part::Root:
        return (1 + 0.06 * valueNoise(0.8 * model, m_seed + 2)) * tissue::nerve;
    case Part::Fat:
        return (1 + 0.07 * valueNoise(0.5 * model, m_seed + 3)) * tissue::fat;
    case Part::Rest:
        break;
    }
    const Local at = local(model);
    return isVessel(at) ? tissue::flowVoid : wall(at);
}

double ForamenShape::nerveDistance(Vec3 model) const
{
    const Vec3 d = model - m_centre;
    if (std::abs(d.x) > 32 || std::abs(d.y) > 26 || d.z > 22 || d.z < -48)
        return 1e3;
    Vec3 p = m_frame.toLocal(model);
    p.x *= m_sign;
    const double out = segmentDistance(p, {5.5, -0.6, -2}, {11, -4, -9});
    const double on = segmentDistance(p, {11, -4, -9}, {20, -14, -38});
    const double in = segmentDistance(p, {-5.5, 0.6, 1.8}, {-10, 2, 10});
    return std::min({out - 2.2, on - 1.8, in - 1.5});
}

std::array<Vec3, 2> ForamenShape::pedicleMargins() const
{
    return {m_frame.toModel({0, 0, m_up + freeFat + rim}), m_frame.toModel({0, 0, m_bottom})};
}

} // namespace grading::phantom
