#pragma once

#include "AnalyticForamen.h"

#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace grading::truth {

/// A smooth random displacement, 0.28 mm RMS across an edge: a sum of waves of random direction, so that each component
/// is normally distributed and forgets itself within about a millimetre.
class UnsteadyHand {
public:
    static constexpr double edgeNoiseMm = 0.28;
    static constexpr double correlationLengthMm = 1.0;

    explicit UnsteadyHand(std::mt19937& random)
    {
        for (auto& component : m_waves) {
            for (auto& wave : component)
                wave = {normal(random) / correlationLengthMm, normal(random) / correlationLengthMm,
                        2 * std::numbers::pi * uniform(random)};
        }
    }

    Place operator()(Place at) const
    {
        return {at.up + displacement(m_waves[0], at), at.forwards + displacement(m_waves[1], at)};
    }

private:
    struct Wave {
        double up = 0, forwards = 0, phase = 0;
    };
    using Waves = std::array<Wave, 24>;

    // The standard's distributions differ between libraries; these don't.
    static double uniform(std::mt19937& random) { return (static_cast<double>(random()) + 0.5) / 4294967296.0; }
    static double normal(std::mt19937& random)
    {
        const double radius = std::sqrt(-2 * std::log(uniform(random)));
        return radius * std::cos(2 * std::numbers::pi * uniform(random));
    }

    static double displacement(const Waves& waves, Place at)
    {
        double sum = 0;
        for (const auto& wave : waves)
            sum += std::cos(wave.up * at.up + wave.forwards * at.forwards + wave.phase);
        return edgeNoiseMm * std::sqrt(2.0 / static_cast<double>(waves.size())) * sum;
    }

    std::array<Waves, 2> m_waves;
};

} // namespace grading::truth
