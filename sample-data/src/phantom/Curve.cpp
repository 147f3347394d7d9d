#include "phantom/Curve.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <cmath>

namespace grading::phantom {

namespace {

constexpr double step = 0.5;
constexpr double margin = 60;

double hermite(const Curve::Knot& a, const Curve::Knot& b, double slopeA, double slopeB, double z)
{
    const double h = b.z - a.z;
    const double t = (z - a.z) / h;
    const double t2 = t * t;
    const double t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * a.value + (t3 - 2 * t2 + t) * h * slopeA + (3 * t2 - 2 * t3) * b.value +
           (t3 - t2) * h * slopeB;
}

} // namespace

Curve::Curve(std::vector<Knot> knots)
{
    GRADING_EXPECTS(knots.size() >= 2);
    std::ranges::sort(knots, {}, &Knot::z);
    const auto n = knots.size();
    std::vector<double> slopes(n);
    for (std::size_t i = 0; i < n; ++i) {
        const Knot& before = knots[i == 0 ? 0 : i - 1];
        const Knot& after = knots[i + 1 == n ? i : i + 1];
        slopes[i] = (after.value - before.value) / (after.z - before.z);
    }
    m_begin = knots.front().z - margin;
    std::size_t piece = 0;
    for (double z = m_begin; z < knots.back().z + margin; z += step) {
        while (piece + 2 < n && z > knots[piece + 1].z)
            ++piece;
        if (z < knots.front().z)
            m_values.push_back(knots.front().value + slopes.front() * (z - knots.front().z));
        else if (z > knots.back().z)
            m_values.push_back(knots.back().value + slopes.back() * (z - knots.back().z));
        else
            m_values.push_back(hermite(knots[piece], knots[piece + 1], slopes[piece], slopes[piece + 1], z));
    }
}

double Curve::at(double z) const
{
    const double position = std::clamp((z - m_begin) / step, 0.0, static_cast<double>(m_values.size()) - 1.001);
    const auto index = static_cast<std::size_t>(position);
    const double t = position - static_cast<double>(index);
    return m_values[index] * (1 - t) + m_values[index + 1] * t;
}

double Curve::slope(double z) const
{
    return (at(z + 2) - at(z - 2)) / 4;
}

} // namespace grading::phantom
