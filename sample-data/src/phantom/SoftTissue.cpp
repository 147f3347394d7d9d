#include "phantom/SoftTissue.h"

#include "phantom/Noise.h"

namespace grading::phantom {

namespace {

constexpr double skinThickness = 1.8;

/// Subcutaneous fat behind a vertebra, mm.
double padding(const Bone& bone)
{
    switch (bone.name.region) {
    case grading::Region::Thoracic:
        return 8;
    case grading::Region::Lumbar:
        return 8.5 + square(bone.name.number) * 0.55;
    default:
        return bone.name.number <= 2 ? 26 : 24;
    }
}

} // namespace

SoftTissue::SoftTissue(const Spine& spine, std::uint64_t seed) : m_seed(mixBits(seed, 4242))
{
    std::vector<Curve::Knot> skin, tips, front, middle, arch;
    for (const Bone& bone : spine.bones) {
        const double z = bone.frame.origin.z;
        const double spinous = bone.back() + 23 + bone.spinous;
        const Vec3 tip = bone.frame.toModel({0, spinous, 0});
        // A spine that leans makes its processes overlap along z: keep each knot at its body's height.
        const double tipY = bone.frame.origin.y + (tip.y - bone.frame.origin.y) * 1.0;
        tips.push_back({z, tipY});
        skin.push_back({z, tipY + padding(bone) + skinThickness + 2});
        front.push_back({z, bone.frame.toModel({0, -bone.depth / 2, 0}).y});
        middle.push_back({z, bone.frame.origin.y});
        arch.push_back({z, bone.frame.toModel({0, bone.back() + 14, 0}).y});
    }
    m_skin = Curve(skin);
    m_tips = Curve(tips);
    m_front = Curve(front);
    m_middle = Curve(middle);
    m_arch = Curve(arch);
    m_l1 = spine.bones[spine.indexOf("L1")].frame.origin.z;
    m_l4 = spine.bones[spine.indexOf("L4")].frame.origin.z;
    m_s1 = spine.bones[spine.indexOf("S1")].frame.origin.z;
    m_s2 = spine.bones[spine.indexOf("S2")].frame.origin.z;
}

double SoftTissue::fascia(double x, double z) const
{
    const double aside = std::abs(x);
    return m_tips.at(z) + 1.5 + 3.5 * ramp(4, 24, aside) - 12 * square(std::max(0.0, aside - 24) / 45);
}

std::optional<Signal> SoftTissue::cover(Vec3 p) const
{
    const double back = m_skin.at(p.z) - 3.0 * std::exp(-square(p.x / 9)) - 0.0011 * p.x * p.x;
    const double front = -112 + 14 * std::cos(p.z / 60) + 0.0022 * p.x * p.x;
    const double side = 158 - std::abs(p.x);
    const double depth = std::min({back - p.y, p.y - front, side});
    if (depth < 0)
        return tissue::air;
    if (depth < skinThickness)
        return tissue::skin;
    const double behind = fascia(p.x, p.z);
    const double wall = 15 + 3 * valueNoise(p.z / 30 * Vec3{0, 0, 1}, m_seed);
    const bool isCover = p.y > behind || p.y - front < wall || side < 14;
    if (!isCover)
        return std::nullopt;
    if (p.y - behind > 0 && p.y - behind < 1.0)
        return water(8, 5); // thoracolumbar fascia
    // Thin septa, roughly parallel to the skin.
    const double layer = valueNoise({p.x / 16, (back - p.y) / 5.0, p.z / 22}, m_seed + 1);
    const double septum = 1 - ramp(0.0, 0.06, std::abs(layer));
    const double grain = 1 + 0.04 * valueNoise(0.5 * p, m_seed + 2);
    return blend(grain * tissue::fat, water(30, 20), 0.55 * septum);
}

Signal SoftTissue::midline(Vec3 p) const
{
    // Interspinous ligament: fibres that rise backwards, with fat between them.
    const Vec3 along{p.x / 3, (p.y + 0.7 * p.z) / 9, (p.z - 0.7 * p.y) / 2.6};
    const double streak = roughNoise(along, m_seed + 11);
    const double amount = ramp(-0.35, 0.5, streak);
    if (p.y > m_tips.at(p.z) - 1.2)
        return tissue::ligament; // supraspinous ligament
    return blend(water(30, 12), tissue::fat, 0.75 * amount);
}

Signal SoftTissue::backMuscle(Vec3 p, double boneDistance) const
{
    const double aside = std::abs(p.x);
    if (aside < 3.4 + 0.8 * valueNoise({0, p.y / 7, p.z / 9}, m_seed + 10))
        return midline(p);
    // A film of fat on the bone, thicker around facets and laminae of the lower levels.
    const double low = ramp(60, -90, p.z);
    const double film = (1.0 + 2.2 * low) * (0.9 + 1.3 * valueNoise(0.13 * p, m_seed + 12));
    const double grain = 1 + 0.10 * valueNoise({p.x / 1.6, p.y / 1.6, p.z / 7}, m_seed + 13);
    if (boneDistance < film)
        return (0.88 + 0.12 * grain) * tissue::fat;
    // Septum between multifidus and longissimus, and fat streaks along the fibres.
    const double septum =
        std::abs(aside - 22 - 0.15 * (fascia(p.x, p.z) - p.y) - 3 * valueNoise({0, p.y / 20, p.z / 30}, m_seed + 14));
    const Vec3 fibre{p.x / 3.2, (p.y + 0.25 * p.z) / 3.2, (p.z - 0.25 * p.y) / 19};
    const double streak = roughNoise(fibre, m_seed + 15);
    const double depthShare = ramp(24, 2, boneDistance); // deep parts hold more fat
    const double threshold = 0.66 - 0.26 * low - 0.14 * depthShare * low;
    double amount = 0.85 * ramp(threshold, threshold + 0.22, streak);
    amount = std::max(amount, 0.7 * (1 - ramp(0.3, 1.1, septum)) * (0.35 + 0.65 * low));
    return blend(grain * tissue::muscle, tissue::fat, amount);
}

std::optional<Signal> SoftTissue::vessels(Vec3 p) const
{
    const double front = m_front.at(p.z);
    const double split = std::max(0.0, m_l4 - 6 - p.z);
    const double spread = 0.55 * split;
    const auto tube = [&](double x, double depth, double radius) -> std::optional<Signal> {
        const double d = std::hypot(p.x - x, (p.y - front + depth) * 1.1) - radius;
        if (d > 1.2)
            return std::nullopt;
        return d > 0 ? water(28, 16) : tissue::flowVoid;
    };
    const double aorta = split > 0 ? 5.5 : 8.5;
    if (auto s = tube(6 + spread, 13, aorta))
        return s;
    if (split > 0)
        if (auto s = tube(4 - spread, 14, aorta))
            return s;
    return tube(-14 - 0.5 * spread, 11, split > 0 ? 6 : 9.5);
}

std::optional<Signal> SoftTissue::psoas(Vec3 p) const
{
    const double growth = ramp(m_l1 + 14, m_l4 - 8, p.z);
    if (p.z > m_l1 + 14)
        return std::nullopt;
    const double halfWidth = mix(4, 19, growth);
    const double halfDepth = mix(5, 23, growth);
    const double below = std::max(0.0, m_l4 - p.z);
    const double x = std::abs(p.x) - (27 + 13 * growth + 0.15 * below);
    const double y = p.y - m_middle.at(std::max(p.z, m_l4 - 20)) - 3 + 0.55 * std::max(0.0, below - 10);
    const double edge = std::hypot(x / halfWidth, y / halfDepth) - 1 + 0.05 * valueNoise(0.08 * p, m_seed + 20);
    if (edge > 0)
        return std::nullopt;
    const double grain = 1 + 0.10 * valueNoise({p.x / 2, p.y / 2, p.z / 9}, m_seed + 21);
    const double streak = roughNoise({p.x / 4, p.y / 4, p.z / 24}, m_seed + 22);
    return blend(grain * tissue::muscle, tissue::fat, 0.6 * ramp(0.62, 0.85, streak));
}

Signal SoftTissue::abdomen(Vec3 p) const
{
    const double front = m_front.at(p.z);
    const double grain = 1 + 0.06 * valueNoise(0.4 * p, m_seed + 30);
    const double kidney =
        length({(std::abs(p.x) - 62) / 27, (p.y - m_middle.at(p.z) - 8) / 24, (p.z - m_l1 + 12) / 55}) - 1;
    if (kidney < 0)
        return kidney < -0.45 ? grain * tissue::fat : grain * tissue::kidney;
    const double clear = front - p.y; // mm before the spine
    const double loop = roughNoise({p.x / 17, p.y / 19, p.z / 24}, m_seed + 31);
    const double wall = valueNoise({p.x / 7, p.y / 7, p.z / 11}, m_seed + 32);
    const double amount = ramp(10, 24, clear) * ramp(-0.15, 0.05, loop);
    const Signal gut = (1 + 0.5 * wall) * tissue::bowel;
    const Signal content = loop > 0.32 ? blend(gut, tissue::flowVoid, ramp(0.32, 0.40, loop)) : gut;
    return blend(grain * tissue::fat, content, amount);
}

Signal SoftTissue::deep(Vec3 p, double boneDistance) const
{
    const double aside = std::abs(p.x);
    const double arch = m_arch.at(p.z);
    const bool isBehind = p.y > arch - 2 * ramp(10, 30, aside) + 6 * ramp(30, 60, aside);
    if (isBehind && aside < 78 - 12 * ramp(m_l4, m_s2, p.z))
        return backMuscle(p, boneDistance);
    if (auto s = psoas(p))
        return *s;
    const double front = m_front.at(p.z);
    if (p.y < front && front - p.y < 1.0 && aside < 12)
        return tissue::ligament; // anterior longitudinal ligament
    if (p.y < front + 2)
        if (auto s = vessels(p))
            return *s;
    if (p.y > arch - 16 && aside < 40) // around the foramina's outer mouths
        return (1 + 0.12 * valueNoise(0.3 * p, m_seed + 40)) * tissue::fat;
    return abdomen(p);
}

} // namespace grading::phantom
