#include "grading/report/Drawing.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

namespace grading {

std::string Drawing::Colour::hex() const
{
    return fmt::format("#{:02x}{:02x}{:02x}", red, green, blue);
}

namespace drawing {

namespace {

void addArc(std::vector<Drawing::Point>& points, Drawing::Point centre, double radius, double fromDegrees,
            double toDegrees, int steps)
{
    for (int i = 0; i <= steps; ++i) {
        const double angle = (fromDegrees + (toDegrees - fromDegrees) * i / steps) * std::numbers::pi / 180;
        points.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
}

} // namespace

std::vector<Drawing::Point> circle(Drawing::Point centre, double radius)
{
    std::vector<Drawing::Point> points;
    addArc(points, centre, radius, 0, 352.5, 47);
    return points;
}

std::vector<Drawing::Point> rectangle(double x, double y, double width, double height, double cornerRadius)
{
    if (cornerRadius <= 0)
        return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
    const double r = cornerRadius;
    std::vector<Drawing::Point> points;
    addArc(points, {x + r, y + r}, r, 180, 270, 6);
    addArc(points, {x + width - r, y + r}, r, 270, 360, 6);
    addArc(points, {x + width - r, y + height - r}, r, 0, 90, 6);
    addArc(points, {x + r, y + height - r}, r, 90, 180, 6);
    return points;
}

} // namespace drawing
} // namespace grading
