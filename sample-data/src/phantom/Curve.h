#pragma once

#include <vector>

namespace grading::phantom {

/// A smooth function of z (mm, ascending knots), by cubic Hermite pieces with finite-difference slopes, tabulated
/// every 0.5 mm. Constant slope beyond its ends.
class Curve {
public:
    struct Knot {
        double z = 0;
        double value = 0;
    };

    Curve() = default;
    explicit Curve(std::vector<Knot> knots); ///< At least two, in any order.

    [[nodiscard]] double at(double z) const;
    [[nodiscard]] double slope(double z) const;

private:
    double m_begin = 0;
    std::vector<double> m_values;
};

} // namespace grading::phantom
