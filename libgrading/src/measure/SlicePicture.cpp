#include "SlicePicture.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace grading::measuring {

double length(Flat a)
{
    return std::hypot(a.x, a.y);
}

Flat unit(Flat a)
{
    const double size = length(a);
    return size > 0 ? a * (1 / size) : a;
}

SlicePicture::SlicePicture(const LabelMap& marks, const VolumeGeometry& geometry, int slice)
    : m_columns(geometry.columns()), m_rows(geometry.rows()), m_width(geometry.columnSpacing().value),
      m_height(geometry.rowSpacing().value),
      m_labels(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), 0)
{
    for (const auto structure : allStructures) {
        const PixelSet pixels = marks.pixels(slice, structure);
        for (const auto& span : pixels.spans()) {
            const auto line = m_labels.begin() + static_cast<std::ptrdiff_t>(span.row) * m_columns;
            std::fill(line + span.begin, line + span.end, static_cast<std::uint8_t>(structure));
        }
    }
}

int SlicePicture::pixel(int column, int row) const
{
    if (column < 0 || row < 0 || column >= m_columns || row >= m_rows)
        return outside;
    return m_labels[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                    static_cast<std::size_t>(column)];
}

int SlicePicture::clampedPixel(int column, int row) const
{
    return pixel(std::clamp(column, 0, m_columns - 1), std::clamp(row, 0, m_rows - 1));
}

int SlicePicture::at(Flat place) const
{
    const double column = place.x / m_width;
    const double row = place.y / m_height;
    if (column < -0.5 || row < -0.5 || column > m_columns - 0.5 || row > m_rows - 0.5)
        return outside;
    const int left = static_cast<int>(std::floor(column));
    const int top = static_cast<int>(std::floor(row));
    const std::array<int, 4> labels{clampedPixel(left, top), clampedPixel(left + 1, top), clampedPixel(left, top + 1),
                                    clampedPixel(left + 1, top + 1)};
    if (labels[0] == labels[1] && labels[0] == labels[2] && labels[0] == labels[3])
        return labels[0];
    const double toRight = column - left;
    const double toBottom = row - top;
    std::array<double, 4> weights{};
    weights[static_cast<std::size_t>(labels[0])] += (1 - toRight) * (1 - toBottom);
    weights[static_cast<std::size_t>(labels[1])] += toRight * (1 - toBottom);
    weights[static_cast<std::size_t>(labels[2])] += (1 - toRight) * toBottom;
    weights[static_cast<std::size_t>(labels[3])] += toRight * toBottom;
    return static_cast<int>(std::max_element(weights.begin(), weights.end()) - weights.begin());
}

double SlicePicture::sameFor(Flat place, Flat direction) const
{
    const int left = static_cast<int>(std::floor(place.x / m_width));
    const int top = static_cast<int>(std::floor(place.y / m_height));
    const int label = clampedPixel(left, top);
    if (label != clampedPixel(left + 1, top) || label != clampedPixel(left, top + 1) ||
        label != clampedPixel(left + 1, top + 1))
        return 0;
    // To the nearest side of the square between four pixel centres.
    double way = m_width + m_height;
    if (direction.x != 0)
        way = std::min(way, ((direction.x > 0 ? left + 1 : left) * m_width - place.x) / direction.x);
    if (direction.y != 0)
        way = std::min(way, ((direction.y > 0 ? top + 1 : top) * m_height - place.y) / direction.y);
    return std::max(way, 0.0);
}

double SlicePicture::distanceToBorder(Flat start, Flat direction) const
{
    double nearest = std::numeric_limits<double>::max();
    const auto consider = [&nearest](double from, double step, double low, double high) {
        if (step > 0)
            nearest = std::min(nearest, (high - from) / step);
        else if (step < 0)
            nearest = std::min(nearest, (low - from) / step);
    };
    consider(start.x, direction.x, -0.5 * m_width, (m_columns - 0.5) * m_width);
    consider(start.y, direction.y, -0.5 * m_height, (m_rows - 0.5) * m_height);
    return std::max(nearest, 0.0);
}

Flat inSlice(const VolumeGeometry& geometry, PatientVector direction)
{
    return {grading::dot(direction, geometry.rowDirection()), grading::dot(direction, geometry.columnDirection())};
}

PatientVector toPatient(const VolumeGeometry& geometry, Flat direction)
{
    return geometry.rowDirection() * direction.x + geometry.columnDirection() * direction.y;
}

PatientPoint toPatient(const VolumeGeometry& geometry, Flat place, int slice)
{
    return geometry.toPatient(ContinuousIndex{place.x / geometry.columnSpacing().value,
                                              place.y / geometry.rowSpacing().value, static_cast<double>(slice)});
}

Moments momentsOf(const PixelSet& pixels, const VolumeGeometry& geometry)
{
    GRADING_EXPECTS(!pixels.isEmpty());
    const double width = geometry.columnSpacing().value;
    const double height = geometry.rowSpacing().value;
    const double count = static_cast<double>(pixels.count());
    Flat sum;
    for (const auto& span : pixels.spans()) {
        const double n = span.end - span.begin;
        sum = sum + Flat{n * 0.5 * (span.begin + span.end - 1) * width, n * span.row * height};
    }
    const Flat mean = sum * (1 / count);
    double xx = width * width / 12;
    double yy = height * height / 12;
    double xy = 0;
    for (const auto& span : pixels.spans()) {
        for (int column = span.begin; column < span.end; ++column) {
            const Flat d = Flat{column * width, span.row * height} - mean;
            xx += d.x * d.x / count;
            yy += d.y * d.y / count;
            xy += d.x * d.y / count;
        }
    }
    const double middle = (xx + yy) / 2;
    const double spread = std::hypot((xx - yy) / 2, xy);
    const double angle = 0.5 * std::atan2(2 * xy, xx - yy);
    return {mean,
            std::sqrt(middle + spread),
            std::sqrt(std::max(middle - spread, 0.0)),
            {std::cos(angle), std::sin(angle)}};
}

} // namespace grading::measuring
