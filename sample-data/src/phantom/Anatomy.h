#pragma once

#include "phantom/Bones.h"
#include "phantom/Canal.h"
#include "phantom/Foramen.h"
#include "phantom/SoftTissue.h"

#include <vector>

namespace grading::phantom {

/// The whole patient as a function of place: every series is sampled from the same one, so they agree.
class Anatomy {
public:
    explicit Anatomy(const Options& options);
    Anatomy(const Anatomy&) = delete;
    Anatomy& operator=(const Anatomy&) = delete;

    /// `patient` in mm, LPS. Safe from several threads.
    [[nodiscard]] Signal at(Vec3 patient) const;

    [[nodiscard]] const Spine& spine() const { return m_spine; }
    [[nodiscard]] const LateralCurve& curve() const { return m_curve; }
    [[nodiscard]] const std::vector<ForamenShape>& foramina() const { return m_foramina; }

private:
    Spine m_spine;
    LateralCurve m_curve;
    std::vector<ForamenShape> m_foramina; ///< lumbar, of known truth
    std::vector<ForamenShape> m_thoracic; ///< T11-T12 and T12-L1, only to look right
    Bones m_bones;
    Canal m_canal;
    SoftTissue m_soft;
};

} // namespace grading::phantom
