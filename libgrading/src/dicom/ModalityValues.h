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
    [[nodiscard]] Volume::Pixels take() { return std::move(m_pixels); }

private:
    void widenFor(const StoredFrame& frame);

    std::size_t m_expected;
    double m_low = 0;
    double m_high = 0;
    bool m_isWhole = true;
    Volume::Pixels m_pixels;
};

} // namespace grading
