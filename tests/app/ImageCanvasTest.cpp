// The picture of a slice, pixel by pixel, from voxels that are known. Places are device-independent, so that the same
// holds at every scale of the screen; ctest runs it at 1, 1.5 and 2.
#include "views/ImageCanvas.h"

#include <QImage>

#include <gtest/gtest.h>

#include <algorithm>

namespace foragrade {
namespace {

/// Four columns, two rows and two slices of 1 mm; the second slice holds 0, 100, 200 … 700.
grading::Volume known()
{
    const auto geometry = *grading::VolumeGeometry::make({0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1}, {1}, {1}, 4, 2, 2);
    std::vector<std::int16_t> pixels(16, -1);
    for (std::size_t i = 0; i < 8; ++i)
        pixels[8 + i] = static_cast<std::int16_t>(100 * i);
    return {geometry, pixels};
}

class Picture : public ::testing::Test {
protected:
    Picture()
    {
        canvas.resize(100, 100);
        canvas.setVolume(known());
        projection =
            SliceProjection::fitted(known().geometry(), canvas.size()); // 25 pixels a voxel, black above, below
        look.window = {350, 700};
    }

    QImage drawn()
    {
        canvas.setView(projection, 1, look);
        return canvas.grab().toImage();
    }
    /// The device pixel at the middle of a device-independent one.
    static int devicePixel(const QImage& picture, int x)
    {
        return static_cast<int>((x + 0.5) * picture.devicePixelRatio());
    }
    static int greyAt(const QImage& picture, int x, int y)
    {
        return qGray(picture.pixel(devicePixel(picture, x), devicePixel(picture, y)));
    }
    static int greyOf(double value) { return static_cast<int>(255 * std::clamp(value / 700, 0.0, 1.0)); }

    ImageCanvas canvas;
    SliceProjection projection;
    ImageCanvas::Look look;
};

TEST_F(Picture, ShowsEachVoxelAsABlockOfItsGreyWithoutInterpolation)
{
    look.isSmooth = false;
    const QImage picture = drawn();
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 4; ++column) {
            const int wanted = greyOf(100.0 * (4 * row + column));
            for (const int x : {25 * column, 25 * column + 24})
                for (const int y : {25 + 25 * row, 25 + 25 * row + 24})
                    EXPECT_NEAR(greyAt(picture, x, y), wanted, 1) << x << ", " << y;
        }
}

TEST_F(Picture, HasThePixelsOfTheScreen)
{
    const QImage picture = drawn();
    EXPECT_EQ(picture.size(), QSize(100, 100) * canvas.devicePixelRatioF());
    if (const QString scale = qEnvironmentVariable("QT_SCALE_FACTOR"); !scale.isEmpty()) {
        EXPECT_EQ(canvas.devicePixelRatioF(), scale.toDouble());
    }
}

TEST_F(Picture, IsLinearBetweenTheMiddlesOfVoxelsWithInterpolation)
{
    const QImage picture = drawn();
    for (int x = 13; x < 87; ++x) {
        const double middle = (devicePixel(picture, x) + 0.5) / picture.devicePixelRatio();
        EXPECT_NEAR(greyAt(picture, x, 37), greyOf(100 * (middle / 25 - 0.5)), 2) << x;
    }
    EXPECT_NEAR(greyAt(picture, 37, 50), greyOf(100 + 200 + 8), 4) << "half way between both rows";
    EXPECT_NEAR(greyAt(picture, 2, 27), greyOf(0), 1) << "no further than the outer voxels' middles";
}

TEST_F(Picture, IsBlackWhereTheSliceIsNotInvertedOrNot)
{
    for (const bool isInverted : {false, true}) {
        look.isInverted = isInverted;
        const QImage picture = drawn();
        for (const int y : {0, 24, 75, 99})
            EXPECT_EQ(greyAt(picture, 50, y), 0) << y;
    }
    projection = projection.panned({1000, 0});
    EXPECT_EQ(greyAt(drawn(), 50, 50), 0);
}

TEST_F(Picture, InvertsItsGreys)
{
    look.isSmooth = false;
    look.isInverted = true;
    const QImage picture = drawn();
    EXPECT_NEAR(greyAt(picture, 12, 37), 255, 1);
    EXPECT_NEAR(greyAt(picture, 87, 62), 0, 1);
}

TEST_F(Picture, FollowsWindowZoomAndPan)
{
    look.isSmooth = false;
    look.window = {250, 100}; // black up to 200, white from 300 on
    projection = projection.zoomed(2, {50, 50}).panned({10, 5});
    const QImage picture = drawn();
    EXPECT_EQ(greyAt(picture, 59, 54), 0) << "voxel 1 of row 0 ends at the middle, shifted";
    EXPECT_EQ(greyAt(picture, 61, 54), 0) << "200 is the window's lower end";
    EXPECT_EQ(greyAt(picture, 61, 56), 255) << "600";
}

TEST_F(Picture, OfOtherPixelTypesIsTheSame)
{
    const QImage shorts = drawn();
    std::vector<float> pixels(16, -1);
    for (std::size_t i = 0; i < 8; ++i)
        pixels[8 + i] = static_cast<float>(100 * i);
    canvas.setVolume({known().geometry(), pixels});
    EXPECT_EQ(drawn(), shorts);
}

} // namespace
} // namespace foragrade
