#include "views/SliceProjection.h"

#include <gtest/gtest.h>

namespace foragrade {
namespace {

grading::VolumeGeometry sagittal()
{
    return *grading::VolumeGeometry::make({-30, -100, 90}, {0, 1, 0}, {0, 0, -1}, {0.5}, {1.0}, {4}, 400, 200, 16);
}

TEST(SliceProjection, FitsTheWholeSliceInTheMiddle)
{
    const auto fitted = SliceProjection::fitted(sagittal(), {400, 800});
    EXPECT_DOUBLE_EQ(fitted.mmPerPixel, 0.5);
    EXPECT_NEAR(fitted.toPane(grading::SlicePoint{-0.5, 0}).x(), 0, 1e-9);
    EXPECT_NEAR(fitted.toPane(grading::SlicePoint{399.5, 0}).x(), 400, 1e-9);
    EXPECT_NEAR(fitted.toPane(grading::SlicePoint{0, 99.5}).y(), 400, 1e-9);
}

TEST(SliceProjection, APlaceInThePaneGoesToTheSliceAndBack)
{
    const auto projection = SliceProjection::fitted(sagittal(), {523, 611}).zoomed(3.7, {100, 40}).panned({13, -8});
    const QPointF place(211.25, 77.5);
    const auto back = projection.toPane(projection.toSlice(place));
    EXPECT_NEAR(back.x(), place.x(), 1e-9);
    EXPECT_NEAR(back.y(), place.y(), 1e-9);
}

TEST(SliceProjection, ZoomingKeepsThePlaceUnderTheMouse)
{
    const auto before = SliceProjection::fitted(sagittal(), {500, 500});
    const QPointF mouse(120, 333);
    const auto after = before.zoomed(2.5, mouse);
    EXPECT_NEAR(after.toSlice(mouse).column, before.toSlice(mouse).column, 1e-9);
    EXPECT_NEAR(after.toSlice(mouse).row, before.toSlice(mouse).row, 1e-9);
    EXPECT_NEAR(after.pixels({10}), 2.5 * before.pixels({10}), 1e-9);
}

TEST(SliceProjection, CentringPutsThePatientsPlaceInTheMiddleAtTheGivenWidth)
{
    const grading::PatientPoint point{-17, 20, 35};
    const auto projection = SliceProjection::fitted(sagittal(), {600, 450}).centredOn(point, {90});
    EXPECT_NEAR(projection.toPane(point).x(), 300, 1e-9);
    EXPECT_NEAR(projection.toPane(point).y(), 225, 1e-9);
    EXPECT_NEAR(projection.pixels({90}), 450, 1e-9);
}

} // namespace
} // namespace foragrade
