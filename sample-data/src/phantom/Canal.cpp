#include "phantom/Canal.h"

#include "phantom/Noise.h"

namespace grading::phantom {

namespace {

constexpr double fibreRadius = 0.62;

/// Half depth and half width of the sac at a vertebra's middle.
struct Size {
    double depth, width;
};

Size sacSize(const Bone& bone)
{
    switch (bone.name.region) {
    case grading::Region::Thoracic:
        return {6.9, 8.0};
    case grading::Region::Lumbar:
        return bone.name.number >= 5 ? Size{6.6, 8.0} : Size{7.3, 8.6};
    default:
        return bone.name.number == 1 ? Size{5.2, 6.6} : Size{3.4, 4.2};
    }
}

} // namespace

Canal::Canal(const Spine& spine, std::uint64_t seed) : m_seed(seed)
{
    std::vector<Curve::Knot> middle;
    std::vector<Curve::Knot> depth;
    std::vector<Curve::Knot> width;
    for (std::size_t i = 0; i < spine.bones.size(); ++i) {
        const Bone& bone = spine.bones[i];
        const Size size = sacSize(bone);
        const Vec3 at = bone.frame.toModel({0, bone.back() + size.depth + (bone.isSacral() ? 0.6 : -0.9), 0});
        middle.push_back({at.z, at.y});
        depth.push_back({at.z, size.depth});
        width.push_back({at.z, size.width});
    }
    m_middle = Curve(middle);
    m_halfDepth = Curve(depth);
    m_halfWidth = Curve(width);
    const Bone& s2 = spine.bones[spine.indexOf("S2")];
    m_sacEnd = s2.frame.toModel({0, s2.back(), -4}).z;
    const Bone& l1 = spine.bones[spine.indexOf("L1")];
    m_conus = l1.frame.toModel({0, l1.back(), -10}).z;
    m_cord = Curve({{m_conus - 40, 0},
                    {m_conus, 0.4},
                    {m_conus + 10, 2.6},
                    {m_conus + 28, 4.0},
                    {m_conus + 50, 4.1},
                    {m_conus + 90, 3.6}});
    laySections(spine);
}

/// Each root leaves the cord near the conus, gathers with the others at the back of the sac (the patient lies on his
/// back) and swings outwards over the last 26 mm before its own foramen. `rank` counts from L1.
std::vector<Canal::Fibre> Canal::fibres(double z, double exit, std::size_t rank) const
{
    const double start = m_conus + 32 - 5 * static_cast<double>(rank);
    if (z < exit || z > start)
        return {};
    const double gathered = ramp(start, start - 30, z);
    const double leaving = ramp(exit + 26, exit, z);
    const double inwards = static_cast<double>(rank) / 8.0;
    std::vector<Fibre> found;
    for (const int lane : {-2, -1, 1, 2}) {
        const std::uint64_t id = mixBits(rank * 8 + static_cast<std::uint64_t>(lane + 4), m_seed);
        const double sway = 0.10 * valueNoise({z / 18.0, 0.5, static_cast<double>(id % 997)}, id);
        const double side = lane > 0 ? 1 : -1;
        const double u = side * (0.10 + 0.62 * (1 - inwards) * (std::abs(lane) == 2 ? 1.0 : 0.72)) + sway;
        const double v = mix(0.05, 0.30, gathered) + 0.50 * uniform(id) - 0.30 * u * u - 0.6 * sway;
        found.push_back({mix(u, side * 0.92, leaving), mix(v, -0.1, leaving)});
    }
    return found;
}

void Canal::laySections(const Spine& spine)
{
    m_bottom = m_sacEnd - 2;
    const double top = spine.bones.front().frame.origin.z + 20;
    const std::size_t first = spine.indexOf("L1");
    for (double z = m_bottom; z < top; z += 1) {
        Section section;
        for (const Disc& disc : spine.discs) {
            const double centre = disc.frame.toModel({0, disc.depth / 2 + 15, 0}).z + 1;
            section.interlaminar = std::max(section.interlaminar, std::exp(-square((z - centre) / 7.5)));
        }
        for (const Bone& bone : spine.bones) {
            const double centre = bone.frame.toModel({0, bone.back(), 0}).z;
            section.retrovertebral = std::max(section.retrovertebral, std::exp(-square((z - centre) / 6.0)));
        }
        for (std::size_t i = first; i < spine.bones.size(); ++i)
            for (const Fibre& fibre : fibres(z, spine.bones[i].frame.origin.z - 4, i - first))
                section.fibres.push_back(fibre);
        m_sections.push_back(std::move(section));
    }
}

Canal::Place Canal::place(Vec3 p) const
{
    const double slope = m_middle.slope(p.z);
    const double back = (p.y - m_middle.at(p.z)) / std::sqrt(1 + slope * slope);
    const double taper = std::sqrt(std::clamp((p.z - m_sacEnd) / 14, 0.0, 1.0));
    return {p.x, back, m_halfWidth.at(p.z) * taper, m_halfDepth.at(p.z) * taper};
}

const Canal::Section& Canal::section(double z) const
{
    const double index = std::clamp(z - m_bottom, 0.0, static_cast<double>(m_sections.size()) - 1);
    return m_sections[static_cast<std::size_t>(index)];
}

double Canal::fibreDistance(const Place& at, double z) const
{
    const double t = std::clamp(z - m_bottom - std::floor(z - m_bottom), 0.0, 1.0);
    const auto& here = section(z).fibres;
    const auto& next = section(z + 1).fibres;
    double nearest = 1e3;
    for (std::size_t i = 0; i < here.size(); ++i) {
        const Fibre& other = here.size() == next.size() ? next[i] : here[i];
        const double u = mix(here[i].u, other.u, t) * at.halfWidth;
        const double v = mix(here[i].v, other.v, t) * at.halfDepth;
        nearest = std::min(nearest, square(at.lateral - u) + square(at.back - v));
    }
    return std::sqrt(nearest);
}

std::optional<Signal> Canal::sac(Vec3 p) const
{
    if (std::abs(p.x) > 13 || p.z < m_sacEnd)
        return std::nullopt;
    const Place at = place(p);
    if (at.halfDepth < 0.5)
        return std::nullopt;
    const double radius = planeLength(at.lateral / at.halfWidth, at.back / at.halfDepth);
    if (radius > 1)
        return std::nullopt;
    if ((1 - radius) * at.halfDepth < 0.45)
        return water(12, 30); // dura, thinner than a pixel
    const double cord = m_cord.at(p.z);
    if (p.z > m_conus - 1) {
        const double d = (planeLength(at.lateral / 1.15, at.back - 1.3) - cord);
        if (d < 0)
            return (1 + 0.04 * valueNoise(0.6 * p, m_seed)) * tissue::cord;
    }
    const double pulsation = 1 - 0.05 * (0.5 + 0.5 * valueNoise(0.12 * p, m_seed + 2));
    const double filum = p.z < m_conus ? planeLength(at.lateral, at.back - 0.62 * at.halfDepth) : 1e3;
    const double nearest = std::min(fibreDistance(at, p.z), filum);
    return blend(tissue::nerve, pulsation * tissue::csf, ramp(fibreRadius - 0.25, fibreRadius + 0.25, nearest));
}

std::optional<Signal> Canal::epidural(Vec3 p) const
{
    if (std::abs(p.x) > 18)
        return std::nullopt;
    const Place at = place(p);
    const double halfDepth = std::max(at.halfDepth, 2.5);
    const double halfWidth = std::max(at.halfWidth, 4.0);
    const double grain = 1 + 0.08 * valueNoise(0.4 * p, m_seed + 4);
    const double sideways = std::abs(at.lateral);
    const double behind = at.back - halfDepth * std::sqrt(std::max(0.0, 1 - square(at.lateral / (halfWidth + 2))));
    if (at.back > 0 && sideways < 13) {
        const double gap = section(p.z).interlaminar;
        const double wedge = 5.6 * gap * std::max(0.0, 1 - sideways / 8.5) - 0.3;
        if (behind < wedge)
            return grain * tissue::fat;
        if (behind < wedge + 3.9)
            return grain * water(12, 6);
        return std::nullopt;
    }
    if (planeLength(at.lateral / (halfWidth + 5), at.back / (halfDepth + 2.4)) > 1)
        return std::nullopt;
    const double before = -at.back - halfDepth;
    if (sideways < 6 && before > -0.4 && before < 0.7)
        return tissue::ligament; // posterior longitudinal ligament
    const double veins = ramp(0.1, 0.7, valueNoise(0.45 * p, m_seed + 6));
    const Signal loose = blend(grain * tissue::fat, Signal{20, 10, 40, 10}, 0.6 * veins);
    if (sideways > 6 || at.back > 0)
        return loose;
    // Between ligament and bone there is room behind the bodies' middle, and low down at the lumbosacral angle.
    const double room = std::max(section(p.z).retrovertebral * ramp(9, 5, sideways), ramp(1.6, 2.6, before));
    return blend(tissue::ligament, loose, room);
}

} // namespace grading::phantom
