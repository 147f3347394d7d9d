#pragma once

#include "grading/anatomy/SpineNumbering.h"
#include "phantom/Options.h"
#include "phantom/Vec3.h"

#include <string>
#include <vector>

namespace grading::phantom {

/// One vertebra: a rigid frame at the middle of its body, and its sizes in mm.
struct Bone {
    grading::Vertebra name;
    Frame frame;
    double width = 0;       ///< Of the body, side to side.
    double depth = 0;       ///< Of the body, front to back.
    double height = 0;      ///< Of the body, at its middle.
    double wedge = 0;       ///< How much higher the front is than the back.
    double pedicleX = 0;    ///< Distance of the pedicle's middle from the midline.
    double pedicleHalf = 0; ///< Half its width.
    double spinous = 0;     ///< Length of the spinous process behind the lamina; 0 without.
    double marrow = 1;      ///< Its marrow's signal relative to the mean vertebra.

    [[nodiscard]] bool isSacral() const { return name.region == grading::Region::Sacral; }
    [[nodiscard]] double back() const { return depth / 2; } ///< The posterior wall in the frame.
};

/// The disc between bone `upper` and the next.
struct Disc {
    std::size_t upper = 0;
    Frame frame; ///< At its centre, half-way between its neighbours' tilts.
    double height = 0;
    double width = 0;
    double depth = 0;
    double bulge = 0;        ///< Beyond the vertebral margin, mm.
    double degeneration = 0; ///< 0 bright nucleus … 1 dark throughout.
    bool isVestigial = false;
};

/// The chain of vertebrae from T10 to S5 in the model's space: straight from the front, lordotic from the side.
struct Spine {
    std::vector<Bone> bones; ///< From the head.
    std::vector<Disc> discs; ///< discs[i] lies below bones[i].
    grading::SpineNumbering numbering;

    [[nodiscard]] static Spine make(const Options& options);
    [[nodiscard]] std::size_t indexOf(const std::string& vertebra) const;
};

/// Bends the straight model into the patient: a lateral curve for scoliosis, nothing else.
class LateralCurve {
public:
    LateralCurve() = default;
    explicit LateralCurve(double amplitude) : m_amplitude(amplitude) {} ///< mm, towards the patient's left

    [[nodiscard]] double at(double z) const;
    [[nodiscard]] double slope(double z) const;
    [[nodiscard]] Vec3 toModel(Vec3 patient) const;
    [[nodiscard]] Vec3 toPatient(Vec3 model) const;

private:
    double m_amplitude = 0;
};

} // namespace grading::phantom
