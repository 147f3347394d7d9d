#pragma once

#include "phantom/Curve.h"
#include "phantom/Signal.h"
#include "phantom/Spine.h"

#include <optional>
#include <vector>

namespace grading::phantom {

/// The spinal canal: thecal sac with CSF, cord and cauda equina, epidural fat around it, ligamentum flavum behind.
class Canal {
public:
    Canal(const Spine& spine, std::uint64_t seed);

    [[nodiscard]] std::optional<Signal> sac(Vec3 model) const;      ///< Dura and all inside it.
    [[nodiscard]] std::optional<Signal> epidural(Vec3 model) const; ///< Fat, veins, flavum; bone goes before it.

private:
    struct Fibre {
        double u = 0, v = 0; ///< lateral and backward position in the sac, -1…1
    };
    struct Section {
        std::vector<Fibre> fibres;
        double retrovertebral = 0; ///< 1 behind a vertebral body's middle, 0 at the discs
        double interlaminar = 0;   ///< 1 between two laminae, 0 at their middle
    };
    struct Place {
        double lateral, back, halfWidth, halfDepth;
    };

    [[nodiscard]] Place place(Vec3 model) const;
    [[nodiscard]] const Section& section(double z) const;
    [[nodiscard]] double fibreDistance(const Place& at, double z) const;
    [[nodiscard]] std::vector<Fibre> fibres(double z, double exit, std::size_t rank) const;
    void laySections(const Spine& spine);

    Curve m_middle;
    Curve m_halfDepth;
    Curve m_halfWidth;
    Curve m_cord;                    ///< Half its depth; 0 below the conus.
    std::vector<Section> m_sections; ///< Every mm from m_bottom.
    double m_bottom = 0;
    double m_sacEnd = 0;
    double m_conus = 0;
    std::uint64_t m_seed;
};

} // namespace grading::phantom
