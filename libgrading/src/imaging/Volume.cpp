#include "grading/imaging/Volume.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <cmath>

namespace grading {

Volume::Volume(VolumeGeometry geometry, Pixels pixels)
    : m_geometry(geometry), m_pixels(std::make_shared<const Pixels>(std::move(pixels)))
{
    GRADING_EXPECTS(std::visit([](const auto& values) { return values.size(); }, *m_pixels) == geometry.voxelCount());
}

const Volume::Pixels& Volume::pixels() const
{
    GRADING_EXPECTS(m_pixels != nullptr);
    return *m_pixels;
}

double Volume::at(VoxelIndex index) const
{
    GRADING_EXPECTS(m_geometry.contains(index));
    const auto columns = static_cast<std::size_t>(m_geometry.columns());
    const auto rows = static_cast<std::size_t>(m_geometry.rows());
    const std::size_t offset =
        (static_cast<std::size_t>(index.slice) * rows + static_cast<std::size_t>(index.row)) * columns +
        static_cast<std::size_t>(index.column);
    return std::visit([offset](const auto& values) { return static_cast<double>(values[offset]); }, pixels());
}

double Volume::inSlice(double column, double row, int slice) const
{
    const double x = std::clamp(column, 0.0, double(m_geometry.columns() - 1));
    const double y = std::clamp(row, 0.0, double(m_geometry.rows() - 1));
    const int x0 = static_cast<int>(x);
    const int y0 = static_cast<int>(y);
    const int x1 = std::min(x0 + 1, m_geometry.columns() - 1);
    const int y1 = std::min(y0 + 1, m_geometry.rows() - 1);
    const double fx = x - x0;
    const double fy = y - y0;
    const double upper = at({x0, y0, slice}) * (1 - fx) + at({x1, y0, slice}) * fx;
    const double lower = at({x0, y1, slice}) * (1 - fx) + at({x1, y1, slice}) * fx;
    return upper * (1 - fy) + lower * fy;
}

DisplayWindow Volume::automaticWindow() const
{
    std::vector<double> sample = std::visit(
        [](const auto& values) {
            const std::size_t step = std::max<std::size_t>(1, values.size() / 100'000);
            std::vector<double> some;
            for (std::size_t i = 0; i < values.size(); i += step)
                some.push_back(static_cast<double>(values[i]));
            return some;
        },
        pixels());
    std::sort(sample.begin(), sample.end());
    const auto percentile = [&](double share) {
        return sample[static_cast<std::size_t>(share * static_cast<double>(sample.size() - 1))];
    };
    const double low = percentile(0.01);
    const double high = percentile(0.995);
    return {(low + high) / 2, std::max(high - low, 1.0)};
}

} // namespace grading
