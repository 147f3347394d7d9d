#include "phantom/Bones.h"

#include "phantom/Noise.h"

namespace grading::phantom {

namespace {

constexpr double cortexThickness = 0.9;

double ellipse(double a, double b, double halfA, double halfB)
{
    return (std::sqrt(square(a / halfA) + square(b / halfB)) - 1) * std::min(halfA, halfB);
}

/// A plate between two points of the (lateral, back) plane, `half` thick to either side, `tall` up and down.
double plate(Vec3 p, Vec3 from, Vec3 to, double half, double tall)
{
    const Vec3 ab = to - from;
    const double t =
        std::clamp(((p.x - from.x) * ab.x + (p.y - from.y) * ab.y) / (ab.x * ab.x + ab.y * ab.y), 0.0, 1.0);
    const double flat = planeLength(p.x - from.x - t * ab.x, p.y - from.y - t * ab.y) - half;
    const double height = std::abs(p.z - from.z - t * ab.z) - tall;
    return std::min(std::max(flat, height), 0.0) + planeLength(std::max(flat, 0.0), std::max(height, 0.0)) - 1.2;
}

/// `p` from the posterior wall's middle, lateral folded to one side: a blade that droops and thickens towards its tip.
double spinousProcess(const Bone& bone, Vec3 p)
{
    const double begin = 20;
    const double end = 21 + bone.spinous;
    const double along = std::clamp((p.y - begin) / (end - begin), 0.0, 1.0);
    const bool isThoracic = bone.name.region == grading::Region::Thoracic;
    const double droop = isThoracic ? 0.55 : 0.16;
    const double middle = -6.5 - droop * (p.y - begin);
    const double half = mix(6.0, isThoracic ? 5.2 : 8.2, along) - 1.2 * std::sin(3.1 * along);
    const double round = 4.0;
    const double tall = std::max(std::abs(p.z - middle) - (half - round), 0.0);
    const double deep = std::max(std::abs(p.y - (begin + end) / 2) - ((end - begin) / 2 - round), 0.0);
    const double outlineDistance = planeLength(tall, deep) - round;
    return smoothMax(outlineDistance, p.x - 2.6 - 1.3 * along, 1.5);
}

} // namespace

double Bones::outline(double lateral, double back, double width, double depth)
{
    const double u = std::abs(lateral) / (width / 2);
    double v = back;
    if (back > 0) // the posterior wall is hollow towards the canal
        v += 2.2 * std::max(0.0, 1 - square(lateral / (0.42 * width))) * std::min(1.0, back / 8);
    v = std::abs(v) / (depth / 2);
    return back > 0 ? std::cbrt(cube(u) + cube(v)) : std::sqrt(u * u + v * v);
}

double Bones::body(const Bone& bone, Vec3 q) const
{
    const double h = 2 * q.z / bone.height;
    const double waist = 1 - 0.075 * std::max(0.0, 1 - h * h);
    const double radius = outline(q.x, q.y, bone.width * waist, bone.depth * waist);
    const double side = (radius - 1) * 0.5 * bone.depth;
    const double hollow = bone.isSacral() ? 0.3 : 1.5;
    const double half =
        bone.height / 2 - bone.wedge * q.y / bone.depth / 2 - hollow * std::max(0.0, 1 - radius * radius);
    return smoothMax(side, std::abs(q.z) - half, 2.0);
}

double Bones::posterior(const Bone& bone, Vec3 q) const
{
    const Vec3 p{std::abs(q.x), q.y - bone.back(), q.z};
    const double h = bone.height;
    const double px = bone.pedicleX;
    if (bone.isSacral()) {
        const double wing = (length({(p.x - 30) / 26, (p.y + 8) / 15, (p.z + 2) / (h * 0.95)}) - 1) * 14;
        const double ala = smoothMax(wing, p.z - (bone.name.number == 1 ? h / 2 - 5 : h), 4);
        const double crest = plate(p, {px - 4, 17, 0}, {0, 20, -2}, 1.6, h * 0.60);
        const double joint = bone.name.number == 1 ? segmentDistance(p, {px - 2, 8, 8}, {px - 1, 11, 22}) - 5.0 : 1e3;
        const double link = segmentDistance(p, {px, -2, 2}, {px - 1, 14, 4}) - 5.5;
        return smoothMin(smoothMin(ala, crest, 2), smoothMin(joint, link, 3), 3);
    }
    const double pedicle = std::max(ellipse(p.x - px, p.z - 0.2 * h, bone.pedicleHalf, 7.2), std::abs(p.y - 1.5) - 9);
    const double pars = segmentDistance(p, {px, 7, 3}, {px - 1.2, 15, -9}) - 4.9;
    const double superior = segmentDistance(p, {px + 0.5, 8, 5}, {px + 2, 12, h / 2 + 7.5}) - 4.9;
    const double inferior = segmentDistance(p, {px - 1.5, 15, -8}, {px - 0.5, 19.5, -h / 2 - 8.5}) - 5.0;
    const double lamina = plate(p, {px - 3, 14, -5}, {0, 21, -7}, 1.6, 7.0);
    const double bar = segmentDistance({p.x, p.y, 0.6 * p.z}, {px + 1, 6, 3}, {px + 22, 13, 3.4});
    const double transverse = bar - 3.4 + 0.06 * std::max(0.0, p.x - px - 8);
    const double spine = spinousProcess(bone, p);
    const double arch = smoothMin(smoothMin(pars, lamina, 3), smoothMin(inferior, superior, 3), 3);
    return smoothMin(smoothMin(arch, pedicle, 3), smoothMin(transverse, spine, 2), 3);
}

Signal Bones::inside(const Bone& bone, Vec3 q, double depth) const
{
    if (depth < cortexThickness + 0.35 * ramp(6, 10, q.y - bone.back()))
        return tissue::cortex;
    const double grain = 1 + 0.15 * roughNoise(0.40 * (q + bone.frame.origin), m_seed + 3) +
                         0.09 * valueNoise(0.085 * (q + bone.frame.origin), m_seed + 4);
    const double island = ramp(0.62, 0.9, valueNoise(0.22 * (q + bone.frame.origin), m_seed + 5));
    const double behind = q.y > bone.back() + 8 ? 0.88 : 1.0; // denser bone
    Signal s = bone.marrow * behind * grain * tissue::marrow;
    s = blend(s, 0.9 * tissue::fat, 0.35 * island);
    // Basivertebral vein: a cleft from the middle of the posterior wall.
    const double reach = q.y - (bone.back() - 10);
    if (!bone.isSacral() && reach > 0 && reach < 11 && std::abs(q.x) < 7 && std::abs(q.z + 1) < 0.5 + 0.16 * reach)
        s = blend(s, Signal{30, 30, 48, 24}, 0.75);
    return s;
}

Bones::Nearest Bones::nearest(Vec3 model) const
{
    Nearest found;
    if (std::abs(model.x) > 60)
        return found;
    const double rough = valueNoise(0.18 * model, m_seed + 21); // no surface is quite smooth
    for (const Bone& candidate : m_spine.bones) {
        const Vec3 q = candidate.frame.toLocal(model);
        if (std::abs(q.z) > candidate.height / 2 + 22 || q.y < -24 || q.y > 80)
            continue;
        const bool nearBody = std::abs(q.z) < candidate.height / 2 + 9 && std::abs(q.x) < candidate.width / 2 + 9 &&
                              q.y < candidate.back() + 9;
        double d = nearBody ? body(candidate, q) + 0.3 * rough : 1e3;
        if (q.y > candidate.back() - 8 || candidate.isSacral())
            d = smoothMin(d, posterior(candidate, q) + 0.55 * rough, 2.5);
        if (d < found.distance)
            found = {&candidate, q, d, found.distance};
        else
            found.second = std::min(found.second, d);
    }
    return found;
}

BoneAnswer Bones::at(Vec3 model) const
{
    const Nearest found = nearest(model);
    BoneAnswer answer;
    answer.distance = found.distance;
    const bool facets = found.bone != nullptr && found.local.y > found.bone->back() + 4 &&
                        !(found.bone->isSacral() && found.bone->name.number > 1);
    // Where two bones face each other a joint keeps them 1.8 mm apart.
    const double apart = facets ? std::max(found.distance, (found.distance - found.second) / 2 + 0.9) : found.distance;
    if (found.bone != nullptr && apart < 0)
        answer.signal = inside(*found.bone, found.local, -apart);
    else if (facets && found.distance < 1.6 && found.second < 1.8)
        answer.signal = found.second - found.distance < 0.8 ? Signal{32, 0, 46, 0} : tissue::cartilage;
    else
        answer.signal = disc(model);
    return answer;
}

std::optional<Signal> Bones::disc(Vec3 model) const
{
    for (const Disc& disc : m_spine.discs) {
        const Vec3 q = disc.frame.toLocal(model);
        if (std::abs(q.z) > disc.height / 2 + 3.5 || std::abs(q.x) > disc.width / 2 + 3 || std::abs(q.y) > 24)
            continue;
        const double radius = outline(q.x, q.y, disc.width, disc.depth);
        // The endplates are hollow, so the disc is thicker in the middle than at its margin.
        if (std::abs(q.z) > disc.height / 2 + 0.6 + 2.2 * std::max(0.0, 1 - radius * radius))
            continue;
        // A bulge is broad-based and stronger behind than in front.
        const double bulge = disc.bulge * (q.y > 0 ? 1.0 : 0.55) - 1.4 * square(2 * q.z / disc.height) + 0.6;
        const double beyond = (radius - 1) * 0.5 * disc.depth;
        if (beyond < bulge)
            return discSignal(disc, q, radius);
    }
    return std::nullopt;
}

Signal Bones::discSignal(const Disc& disc, Vec3 q, double radius) const
{
    const double t = 2 * q.z / disc.height;
    const double grain = 1 + 0.10 * roughNoise(0.5 * (q + disc.frame.origin), m_seed + 8);
    if (disc.isVestigial)
        return grain * blend(tissue::cartilage, tissue::annulus, 0.6);
    const double lens = std::sqrt(square(radius / 0.74) + square(t / 0.86));
    Signal healthy = blend(tissue::nucleus, tissue::annulus, ramp(0.72, 1.08, lens));
    const double cleft = std::exp(-square(t / 0.13)) * ramp(0.66, 0.5, radius);
    healthy = blend(healthy, water(40, 40), 0.55 * cleft);
    Signal worn = blend(tissue::degenerated, tissue::annulus, ramp(0.8, 1.05, lens));
    worn = blend(worn, water(38, 22), 0.7 * std::exp(-square(lens / 0.5)) * (1.3 - disc.degeneration));
    const double rim = ramp(0.93, 0.99, radius);
    return grain * blend(blend(healthy, worn, disc.degeneration), tissue::ligament, 0.85 * rim);
}

} // namespace grading::phantom
