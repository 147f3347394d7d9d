#pragma once

#include "PixelReader.h"

#include "grading/imaging/Volume.h"

namespace grading {

/// Collects the rescaled values of frames, one after the other, in the narrowest type that holds every one exactly;
/// float when a slope or intercept isn't whole. Widens what it has when a frame needs it.
class ModalityValues {
public:
    /// `expected`: of all frames; their memory is asked for at once.
    explicit ModalityValues(std::size_t expected);

    void append(const StoredFrame& frame);

    /// Room for `count` more values that are whole and fit 16 bits, to be filled and then kept or given back; empty
    /// when those before need another type.
    [[nodiscard]] std::span<std::int16_t> room(std::size_t count);
    void keep(std::span<const std::int16_t> filled);
    void giveBack(std::span<const std::int16_t> room);
    [[nodiscard]] Volume::Pixels take() { return std::move(m_pixels); }

private:
    void widenFor(const StoredFrame& frame);
    void extendRange(double low, double high, bool isFirst);

    std::size_t m_expected;
    double m_low = 0;
    double m_high = 0;
    bool m_isWhole = true;
    Volume::Pixels m_pixels;
};

} // namespace grading
