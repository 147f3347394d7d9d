#include "grading/report/FatRose.h"

#include <cmath>
#include <numbers>

namespace grading {

namespace {

FatRose::ScreenVector onScreen(PatientVector direction, const VolumeGeometry& geometry)
{
    const double x = dot(direction, geometry.rowDirection());
    const double y = dot(direction, geometry.columnDirection());
    const double size = std::hypot(x, y);
    return size > 0 ? FatRose::ScreenVector{x / size, y / size} : FatRose::ScreenVector{0, -1};
}

} // namespace

FatRose::ScreenVector FatRose::towards(Degrees angle) const
{
    const double radians = angle.value * std::numbers::pi / 180;
    const double up = std::cos(radians);
    const double forwards = std::sin(radians);
    return {up * superior.x + forwards * anterior.x, up * superior.y + forwards * anterior.y};
}

FatRose::ScreenVector FatRose::towards(AnatomicalDirection direction) const
{
    switch (direction) {
    case AnatomicalDirection::Superior:
        return superior;
    case AnatomicalDirection::Inferior:
        return {-superior.x, -superior.y};
    case AnatomicalDirection::Anterior:
        return anterior;
    case AnatomicalDirection::Posterior:
        return {-anterior.x, -anterior.y};
    }
    return superior;
}

FatRose fatRose(const SliceMeasurements& slice, const VolumeGeometry& geometry)
{
    FatRose rose;
    rose.superior = onScreen(slice.frame.superior, geometry);
    rose.anterior = onScreen(slice.frame.anterior, geometry);
    rose.rays = slice.profile.rays;
    for (const auto direction : allDirections)
        rose.sides[indexOf(direction)] = {slice.side(direction).state, slice.side(direction).coverage};
    return rose;
}

} // namespace grading
