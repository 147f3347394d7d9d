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
        // Each curve runs through the places themselves: where the spine leans, a process lies higher than its body.
        const auto at = [&](double back) { return bone.frame.toModel({0, back, 0}); };
        const Vec3 tip = at(bone.back() + 23 + bone.spinous);
        tips.push_back({tip.z, tip.y});
        skin.push_back({tip.z, tip.y + padding(bone) + skinThickness + 2});
        front.push_back({at(-bone.back()).z, at(-bone.back()).y});
        middle.push_back({bone.frame.origin.z, bone.frame.origin.y});
        arch.push_back({at(bone.back() + 14).z, at(bone.back() + 14).y});
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
    const bool isCover = p.y > behind || p.y - front < 15 + 3 * std::sin(p.z / 27) || side < 14;
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

/// The long back muscles: two broad ovals beside the spinous processes, narrower towards the sacrum.
bool SoftTissue::isErector(Vec3 p, double arch) const
{
    const double aside = std::abs(p.x);
    if (aside < 20)
        return p.y > arch - 2 * ramp(10, 20, aside);
    const double narrow = ramp(m_l4, m_s2, p.z);
    const double behind = fascia(aside, p.z);
    const double half = std::max(6.0, (behind - arch) / 2 + 4);
    const double u = (aside - 20) / mix(58, 44, narrow);
    const double v = (p.y - (behind - half)) / half;
    return cube(u) + cube(std::abs(v)) < 1 + 0.08 * valueNoise(0.06 * p, m_seed + 19);
}

/// Quadratus lumborum, from the last rib to the iliac crest beside the transverse processes.
std::optional<Signal> SoftTissue::quadratus(Vec3 p) const
{
    const double taper = ramp(m_l1 + 20, m_l1 - 20, p.z) * ramp(m_s1 - 5, m_s1 + 20, p.z);
    const double x = std::abs(p.x) - 58;
    const double y = p.y - m_arch.at(p.z) + 9 - 0.25 * x;
    if (planeLength(x / (20 * taper + 0.1), y / (9 * taper + 0.1)) > 1)
        return std::nullopt;
    return (1 + 0.10 * valueNoise({p.x / 2, p.y / 2, p.z / 9}, m_seed + 26)) * tissue::muscle;
}

Signal SoftTissue::midline(Vec3 p) const
{
    // Interspinous ligament: fibres that rise backwards, with fat between them.
    const Vec3 along{p.x / 3, (p.y + 0.6 * p.z) / 11, (p.z - 0.6 * p.y) / 3.4};
    const double streak = roughNoise(along, m_seed + 11);
    const double amount = ramp(-0.35, 0.5, streak);
    if (p.y > m_tips.at(p.z) - 1.2)
        return tissue::ligament; // supraspinous ligament
    const double patch = 0.5 + 0.5 * valueNoise({p.x / 5, p.y / 8, p.z / 8}, m_seed + 18);
    return blend(water(30, 12), tissue::fat, 0.15 + (0.25 + 0.4 * patch) * amount);
}

Signal SoftTissue::backMuscle(Vec3 p, double boneDistance) const
{
    const double aside = std::abs(p.x);
    if (aside < 3.4 + 0.8 * valueNoise({0, p.y / 7, p.z / 9}, m_seed + 10))
        return midline(p);
    // A film of fat on the bone, thicker around facets and laminae of the lower levels.
    const double low = ramp(60, -90, p.z);
    const double film = (1.5 + 2.6 * low) * (0.9 + 1.5 * roughNoise(0.11 * p, m_seed + 12));
    const double grain = 1 + 0.10 * valueNoise({p.x / 1.6, p.y / 1.6, p.z / 7}, m_seed + 13);
    if (boneDistance < film)
        return (0.88 + 0.12 * grain) * tissue::fat;
    // Septum between multifidus and longissimus, thin sheets along the fibres, and streaks of fat between them.
    const double wander = 3 * valueNoise({0, p.y / 20, p.z / 30}, m_seed + 14);
    const double septum = std::abs(aside - 22 - 0.15 * (fascia(p.x, p.z) - p.y) - wander);
    const Vec3 fibre{p.x / 3.6, (p.y + 0.28 * p.z) / 3.6, (p.z - 0.28 * p.y) / 24};
    const double streak = roughNoise(fibre, m_seed + 15);
    const Vec3 fine{p.x / 2.1, (p.y + 0.33 * p.z) / 2.1, (p.z - 0.33 * p.y) / 34};
    const double strand = valueNoise(fine, m_seed + 16);
    const double patch = 0.5 + 0.5 * valueNoise({p.x / 14, p.y / 14, p.z / 26}, m_seed + 17);
    const double depthShare = ramp(26, 2, boneDistance); // deep parts hold more fat
    const double threshold = 0.60 - 0.28 * low - 0.22 * depthShare * (0.35 + low) + 0.2 * (0.5 - patch);
    double amount = 0.85 * ramp(threshold, threshold + 0.25, streak);
    amount = std::max(amount, (0.15 + 0.5 * patch * low) * ramp(0.62, 0.85, strand));
    amount = std::max(amount, 0.7 * (1 - ramp(0.3, 1.1, septum)) * (0.35 + 0.65 * low));
    return blend((grain + 0.12 * patch) * tissue::muscle, tissue::fat, amount);
}

std::optional<Signal> SoftTissue::vessels(Vec3 p) const
{
    const double front = m_front.at(p.z);
    const double split = std::max(0.0, m_l4 - 6 - p.z); // mm below the bifurcation
    const double thin = ramp(0, 22, split);
    const auto tube = [&](double x, double depth, double radius) -> std::optional<Signal> {
        const double d = planeLength((p.x - x) / (1 + 0.3 * thin), p.y - front + depth) - radius;
        if (d > 1.2)
            return std::nullopt;
        return d > 0 ? water(28, 16) : (1 + 0.5 * valueNoise(0.3 * p, m_seed + 25)) * tissue::flowVoid;
    };
    const double aorta = mix(8.3, 5.4, thin);
    if (auto s = tube(6 + 0.55 * split, 13, aorta))
        return s;
    if (auto s = tube(6 - 0.75 * split, 14, aorta))
        return s;
    if (auto s = tube(-12.5 - 0.35 * split, 10.5, mix(8.8, 5.6, thin)))
        return s;
    return tube(-12.5 + 0.75 * split, 9.5, mix(8.8, 5.2, thin));
}

Signal SoftTissue::looseFat(Vec3 p) const
{
    const double vessel = roughNoise({p.x / 4, p.y / 3, p.z / 4.5}, m_seed + 41);
    const Signal fat = (1 + 0.10 * valueNoise(0.3 * p, m_seed + 40)) * tissue::fat;
    return blend(fat, water(18, 12), 0.8 * ramp(0.42, 0.62, vessel));
}

std::optional<Signal> SoftTissue::psoas(Vec3 p) const
{
    const double growth = ramp(m_l1 + 14, m_l4 - 8, p.z);
    const double begin = ramp(m_l1 + 26, m_l1, p.z);
    if (begin <= 0)
        return std::nullopt;
    const double halfWidth = begin * mix(6, 19, growth);
    const double halfDepth = begin * mix(7, 21, growth);
    const double below = std::max(0.0, m_l4 - p.z);
    const double x = std::abs(p.x) - (27 + 13 * growth + 0.15 * below);
    const double y = p.y - m_middle.at(std::max(p.z, m_l4 - 20)) - 3 + 0.30 * std::max(0.0, below - 14);
    const double edge = planeLength(x / halfWidth, y / halfDepth) - 1 + 0.05 * valueNoise(0.08 * p, m_seed + 20);
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
        length({(std::abs(p.x) - 64) / 26, (p.y - m_middle.at(p.z) - 6) / 21, (p.z - m_l1 + 14) / 54}) - 1 +
        0.06 * valueNoise(0.06 * p, m_seed + 34);
    if (kidney < 0) {
        const double sinus = planeLength((std::abs(p.x) - 52) / 14, (p.y - m_middle.at(p.z)) / 8) - 1;
        const double medulla = ramp(-0.2, 0.5, valueNoise(0.11 * p, m_seed + 35)) * ramp(-0.12, -0.3, kidney);
        return sinus < 0 ? grain * tissue::fat : grain * blend(tissue::kidney, water(30, 78), 0.7 * medulla);
    }
    const double clear = front - p.y; // mm before the spine
    const double loop = roughNoise({p.x / 15, p.y / 17, p.z / 22}, m_seed + 31);
    const double wall = roughNoise({p.x / 5, p.y / 5, p.z / 8}, m_seed + 32);
    const double amount = ramp(8, 20, clear) * ramp(-0.2, 0.0, loop + 0.12 * wall);
    const Signal gut = (1 + 0.5 * wall) * tissue::bowel;
    const Signal content = blend(gut, tissue::flowVoid, ramp(0.28, 0.40, loop + 0.1 * wall));
    // Retroperitoneal fat with small vessels and nodes.
    const double strand = roughNoise({p.x / 11, (p.y + 0.4 * p.z) / 6, (p.z - 0.4 * p.y) / 15}, m_seed + 33);
    const Signal loose = blend(grain * tissue::fat, water(28, 16), 0.40 * ramp(-0.2, 0.8, strand));
    return blend(loose, content, amount);
}

Signal SoftTissue::deep(Vec3 p, double boneDistance) const
{
    const double aside = std::abs(p.x);
    const double arch = m_arch.at(p.z);
    if (isErector(p, arch))
        return backMuscle(p, boneDistance);
    if (auto s = quadratus(p))
        return *s;
    if (auto s = psoas(p))
        return *s;
    const double front = m_front.at(p.z);
    if (p.y < front + 2)
        if (auto s = vessels(p))
            return *s;
    if (p.y > arch - 16 && aside < 40) // around the foramina's outer mouths
        return looseFat(p);
    return abdomen(p);
}

} // namespace grading::phantom
