#include "phantom/Spine.h"

#include "grading/base/Contract.h"
#include "phantom/Noise.h"

#include <algorithm>
#include <numbers>

namespace grading::phantom {

namespace {

struct BoneRow {
    const char* name;
    double pitch; ///< degrees
    double width;
    double depth;
    double height;
    double wedge;
    double pedicleX;
    double pedicleHalf;
    double spinous;
};

struct DiscRow {
    double height;
    double bulge;
    double degeneration;
};

/// Adult lumbar morphometry, rounded; T12 to S1 lordosis about 48 degrees.
constexpr BoneRow rows[] = {
    {"T10", 1, 33, 28, 22, -1.0, 11.5, 3.6, 19},   {"T11", 4, 35, 29, 23, -1.2, 12.5, 4.0, 19},
    {"T12", 7, 38, 30, 24.5, -1.2, 13.5, 4.2, 21}, {"L1", 8, 41, 31, 26, -0.8, 14.6, 4.2, 25},
    {"L2", 6, 43, 32, 27, 0.0, 15.2, 4.4, 27},     {"L3", 1, 45, 33, 27.5, 0.8, 16.2, 5.0, 28},
    {"L4", -7, 47, 34, 27.5, 1.6, 17.6, 5.8, 26},  {"L5", -19, 49, 34, 26.5, 4.0, 20.6, 7.2, 20},
    {"S1", -40, 50, 31, 27, 3.0, 23.0, 8.5, 13},   {"S2", -50, 42, 23, 23, 0.5, 21.0, 8.0, 9},
    {"S3", -50, 36, 17, 20, 0.0, 18.0, 7.0, 6},    {"S4", -36, 30, 13, 17, 0.0, 15.0, 6.0, 0},
    {"S5", -16, 24, 10, 15, 0.0, 12.0, 5.0, 0},
};
constexpr BoneRow sixth{"L6", -22, 50, 33.5, 25.5, 4.5, 21.4, 7.6, 18};

/// Below the bone of the same row.
constexpr DiscRow discRows[] = {
    {5.0, 0.0, 0.35}, {5.5, 0.0, 0.25}, {6.5, 0.0, 0.15}, {8.0, 0.2, 0.05}, {9.5, 0.2, 0.0}, {10.5, 0.6, 0.1},
    {9.0, 2.2, 0.75}, {8.0, 2.6, 1.0},  {2.6, 0.0, 0.6},  {1.6, 0.0, 0.9},  {1.4, 0.0, 1.0}, {1.2, 0.0, 1.0},
};
constexpr DiscRow sixthDisc{8.5, 2.0, 0.8};

Bone boneFrom(const BoneRow& row, std::uint64_t seed, std::size_t index)
{
    Bone bone;
    bone.name = *grading::Vertebra::parse(row.name);
    bone.frame = Frame({}, row.pitch * std::numbers::pi / 180);
    bone.width = row.width;
    bone.depth = row.depth;
    bone.height = row.height;
    bone.wedge = row.wedge;
    bone.pedicleX = row.pedicleX;
    bone.pedicleHalf = row.pedicleHalf;
    bone.spinous = row.spinous;
    bone.marrow = 0.90 + 0.22 * uniform(mixBits(seed, 77 + index));
    return bone;
}

/// Puts `next` below `bone` with the disc between them, and returns the disc.
Disc stackBelow(const Bone& bone, Bone& next, const DiscRow& row)
{
    Disc disc;
    const double pitch = (bone.frame.pitch + next.frame.pitch) / 2;
    const Vec3 below = bone.frame.toModel({0, 0, -bone.height / 2});
    disc.frame = Frame(below - row.height / 2 * Frame({}, pitch).up(), pitch);
    // Posterior walls stay in line although the sacrum's bodies get thinner.
    const Vec3 top = disc.frame.origin - row.height / 2 * disc.frame.up();
    const double backStep = (bone.depth - next.depth) / 2;
    next.frame = Frame(top - next.height / 2 * Frame({}, next.frame.pitch).up() + backStep * disc.frame.back(),
                       next.frame.pitch);
    disc.height = row.height;
    disc.bulge = row.bulge;
    disc.degeneration = row.degeneration;
    disc.width = (bone.width + next.width) / 2;
    disc.depth = (bone.depth + next.depth) / 2;
    disc.isVestigial = bone.isSacral();
    return disc;
}

/// Another patient: as a whole up to 5 % larger or smaller, each bone and disc a little otherwise, the posture too.
void vary(std::vector<BoneRow>& bones, std::vector<DiscRow>& discs, std::uint64_t seed)
{
    std::uint64_t draw = mixBits(seed, 30000);
    const auto within = [&draw](double limit) {
        draw = mixBits(draw, 1);
        return limit * (2 * uniform(draw) - 1);
    };
    const double size = 1 + within(0.05);
    for (BoneRow& bone : bones) {
        bone.pitch += within(1.5);
        bone.width *= size * (1 + within(0.02));
        bone.depth *= size * (1 + within(0.02));
        bone.height *= size * (1 + within(0.02));
    }
    for (DiscRow& disc : discs) {
        disc.height *= size * (1 + within(0.08));
        disc.degeneration = std::clamp(disc.degeneration + within(0.3), 0.0, 1.0);
    }
}

} // namespace

Spine Spine::make(const Options& options)
{
    std::vector<BoneRow> boneRows(std::begin(rows), std::end(rows));
    std::vector<DiscRow> gaps(std::begin(discRows), std::end(discRows));
    Spine spine;
    if (options.variant == Variant::SixLumbar) {
        spine.numbering.lumbar = 6;
        boneRows.insert(boneRows.begin() + 8, sixth);
        boneRows[7].pitch = -14;
        gaps.insert(gaps.begin() + 7, sixthDisc);
    }
    if (options.varied)
        vary(boneRows, gaps, options.seed);
    for (std::size_t i = 0; i < boneRows.size(); ++i)
        spine.bones.push_back(boneFrom(boneRows[i], options.seed, i));
    for (std::size_t i = 0; i + 1 < boneRows.size(); ++i) {
        spine.discs.push_back(stackBelow(spine.bones[i], spine.bones[i + 1], gaps[i]));
        spine.discs.back().upper = i;
    }
    // The middle lumbar vertebra's body is the origin of patient space.
    const Vec3 shift = spine.bones[spine.indexOf("L3")].frame.origin;
    for (Bone& bone : spine.bones)
        bone.frame.origin = bone.frame.origin - shift;
    for (Disc& disc : spine.discs)
        disc.frame.origin = disc.frame.origin - shift;
    for (std::size_t i = 0; i < spine.discs.size(); ++i)
        spine.discs[i].upper = i;
    return spine;
}

std::size_t Spine::indexOf(const std::string& vertebra) const
{
    const auto found = std::ranges::find_if(bones, [&](const Bone& bone) { return bone.name.name() == vertebra; });
    GRADING_EXPECTS(found != bones.end());
    return static_cast<std::size_t>(found - bones.begin());
}

double LateralCurve::at(double z) const
{
    // One bow between T11 and the sacrum, its apex at L2-L3.
    const double t = (z - 12) / 62;
    return m_amplitude * std::exp(-t * t);
}

double LateralCurve::slope(double z) const
{
    const double t = (z - 12) / 62;
    return -2 * t / 62 * m_amplitude * std::exp(-t * t);
}

Vec3 LateralCurve::toModel(Vec3 p) const
{
    if (m_amplitude == 0)
        return p;
    const double aside = p.x - at(p.z);
    return {aside, p.y, p.z + aside * slope(p.z)};
}

Vec3 LateralCurve::toPatient(Vec3 model) const
{
    Vec3 p = model;
    for (int i = 0; i < 20 && m_amplitude != 0; ++i) {
        p.x = model.x + at(p.z);
        p.z = model.z - model.x * slope(p.z);
    }
    return p;
}

} // namespace grading::phantom
