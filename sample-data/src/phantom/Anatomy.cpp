#include "phantom/Anatomy.h"

namespace grading::phantom {

namespace {

std::vector<ForamenShape> shapes(const Spine& spine, const LateralCurve& curve, const Options& options)
{
    std::vector<ForamenShape> all;
    for (ForamenTruth& truth :
         options.varied ? drawnTruth(spine.numbering, options.seed) : chosenTruth(spine.numbering))
        all.emplace_back(spine, curve, std::move(truth), options.seed);
    return all;
}

std::vector<ForamenShape> thoracicShapes(const Spine& spine, const LateralCurve& curve, std::uint64_t seed)
{
    std::vector<ForamenShape> all;
    for (const char* key : {"T11-T12:R", "T11-T12:L", "T12-L1:R", "T12-L1:L"})
        all.emplace_back(spine, curve, ForamenTruth{.foramen = *grading::Foramen::parse(key)}, seed);
    return all;
}

} // namespace

Anatomy::Anatomy(const Options& options)
    : m_spine(Spine::make(options)), m_curve(options.variant == Variant::Scoliosis ? 13.0 : 0.0),
      m_foramina(shapes(m_spine, m_curve, options)), m_thoracic(thoracicShapes(m_spine, m_curve, options.seed)),
      m_bones(m_spine, options.seed), m_canal(m_spine, options.seed), m_soft(m_spine, options.seed)
{}

Signal Anatomy::at(Vec3 patient) const
{
    if (auto s = m_soft.cover(patient))
        return *s;
    const Vec3 p = m_curve.toModel(patient);
    const double aside = std::abs(p.x);
    if (aside > 5 && aside < 32)
        for (const auto* group : {&m_foramina, &m_thoracic})
            for (const ForamenShape& foramen : *group)
                if (foramen.isNear(p))
                    if (auto s = foramen.at(p))
                        return *s;
    const BoneAnswer bone = m_bones.at(p);
    if (bone.signal)
        return *bone.signal;
    if (auto s = m_canal.sac(p))
        return *s;
    if (aside > 6 && aside < 52) {
        for (const ForamenShape& foramen : m_foramina) {
            if (foramen.nerveDistance(p) < 0)
                return tissue::nerve;
            if (auto s = foramen.capsule(p))
                return *s;
        }
    }
    if (auto s = m_canal.epidural(p))
        return *s;
    return m_soft.deep(p, bone.distance);
}

} // namespace grading::phantom
