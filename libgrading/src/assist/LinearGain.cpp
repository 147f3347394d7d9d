#include "LinearGain.h"

#include <algorithm>
#include <cmath>

namespace grading::detail {

namespace {

constexpr std::size_t fewestPixels = 20;
constexpr double steepest = 0.02; ///< Change of the logarithm in a millimetre.

} // namespace

LinearGain LinearGain::fittedTo(const Volume& volume, int slice, const PixelSet& tissue, SlicePoint centre)
{
    double n = 0, c = 0, r = 0, cc = 0, cr = 0, rr = 0, y = 0, yc = 0, yr = 0;
    for (const auto& span : tissue.spans()) {
        for (int column = span.begin; column < span.end; ++column) {
            const double value = volume.at({column, span.row, slice});
            if (value <= 0)
                continue;
            const double dc = column - centre.column;
            const double dr = span.row - centre.row;
            const double log = std::log(value);
            n += 1, c += dc, r += dr, cc += dc * dc, cr += dc * dr, rr += dr * dr;
            y += log, yc += log * dc, yr += log * dr;
        }
    }
    LinearGain gain;
    if (n < fewestPixels)
        return gain;
    const double vcc = cc - c * c / n;
    const double vcr = cr - c * r / n;
    const double vrr = rr - r * r / n;
    const double determinant = vcc * vrr - vcr * vcr;
    if (determinant < 1e-3 * vcc * vrr || determinant <= 0)
        return gain;
    const double vyc = yc - y * c / n;
    const double vyr = yr - y * r / n;
    const auto limited = [](double slope, Millimetres pixel) {
        return std::clamp(slope, -steepest * pixel.value, steepest * pixel.value);
    };
    gain.m_centre = centre;
    gain.m_perColumn = limited((vyc * vrr - vyr * vcr) / determinant, volume.geometry().columnSpacing());
    gain.m_perRow = limited((vyr * vcc - vyc * vcr) / determinant, volume.geometry().rowSpacing());
    return gain;
}

double LinearGain::at(double column, double row) const
{
    return std::exp(m_perColumn * (column - m_centre.column) + m_perRow * (row - m_centre.row));
}

} // namespace grading::detail
