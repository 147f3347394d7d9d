#pragma once

#include "grading/anatomy/Foramen.h"
#include "phantom/Options.h"
#include "phantom/Signal.h"
#include "phantom/Spine.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace grading::phantom {

enum class RootShape {
    Normal,
    FlatFrontToBack, ///< Squeezed between disc and facet.
    FlatTopToBottom, ///< Squeezed between pedicle and disc.
};

/// The four sides in the order of every array here.
enum SideIndex : std::size_t { Superior, Inferior, Anterior, Posterior };
inline constexpr std::array<std::string_view, 4> sideNames{"superior", "inferior", "anterior", "posterior"};

/// What was chosen for one foramen: the known truth.
struct ForamenTruth {
    grading::Foramen foramen;
    std::array<bool, 4> lost{}; ///< By `SideIndex`.
    RootShape shape = RootShape::Normal;
    int grade = 0; ///< One of `admissibleGrades`.

    [[nodiscard]] std::vector<int> admissibleGrades() const; ///< Scheme `document` of grading.md.
};

/// The patterns of every lumbar foramen of that spine, from L1-L2, right before left.
[[nodiscard]] std::vector<ForamenTruth> chosenTruth(const grading::SpineNumbering& numbering);
/// The same foramina with grades drawn evenly from 0 to 3, and for each a pattern that admits it.
[[nodiscard]] std::vector<ForamenTruth> drawnTruth(const grading::SpineNumbering& numbering, std::uint64_t seed);

enum class Part : std::uint8_t { Outside = 0, Root = 1, Fat = 2, Rest = 3 }; ///< Values of the label images.

/// A keyhole through the model from the canal outwards, with the nerve root in its upper part. In its frame x runs
/// outwards from the grading plane, y backwards, z up; the root's centre in that plane is the origin.
class ForamenShape {
public:
    ForamenShape(const Spine& spine, const LateralCurve& curve, ForamenTruth truth, std::uint64_t seed);

    [[nodiscard]] const ForamenTruth& truth() const { return m_truth; }
    [[nodiscard]] Vec3 centre() const { return m_centre; } ///< The root's, in the model.
    [[nodiscard]] bool isNear(Vec3 model) const            ///< False: certainly outside the keyhole and its capsule.
    {
        const Vec3 d = model - m_centre;
        return std::abs(d.z) < 26 && std::abs(d.x) < reach + 1 && std::abs(d.y) < 22;
    }
    [[nodiscard]] Part part(Vec3 model) const;
    [[nodiscard]] std::optional<Signal> at(Vec3 model) const;      ///< Inside the keyhole.
    [[nodiscard]] std::optional<Signal> capsule(Vec3 model) const; ///< Ligament just outside; bone goes before it.
    [[nodiscard]] double nerveDistance(Vec3 model) const;          ///< To the root's course outside it, mm.
    [[nodiscard]] std::array<Vec3, 2> pedicleMargins() const;      ///< The keyhole's upper and lower end, in the model.

    static constexpr double reach = 6.5;   ///< How far the tunnel goes outwards from the grading plane, mm.
    static constexpr double inwards = 5.2; ///< And towards the canal.

private:
    struct Local {
        Vec3 p;                          ///< With the root's own course taken off.
        double rootBack = 0, rootUp = 0; ///< The root's half axes here.
    };

    [[nodiscard]] Local local(Vec3 model) const;
    [[nodiscard]] double keyhole(const Local& at) const;
    [[nodiscard]] double root(const Local& at) const;
    [[nodiscard]] double intrusion(const Local& at, SideIndex side) const;
    [[nodiscard]] bool isProtected(const Local& at) const;
    [[nodiscard]] bool isVessel(const Local& at) const;
    [[nodiscard]] Signal wall(const Local& at) const;

    ForamenTruth m_truth;
    Frame m_frame;
    Vec3 m_centre;
    double m_sign = 1; ///< +1 on the patient's left
    double m_back = 0; ///< normal root's half axes
    double m_up = 0;
    double m_bottom = 0; ///< lower end of the slot, negative
    std::uint64_t m_seed = 0;
};

} // namespace grading::phantom
