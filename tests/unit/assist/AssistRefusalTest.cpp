#include "grading/assist/Assist.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace grading {
namespace {

Volume flat()
{
    const auto geometry =
        *VolumeGeometry::make({}, patient::posterior, patient::inferior, {0.6}, {0.6}, {4}, 60, 60, 3);
    return Volume(geometry, std::vector<std::int16_t>(geometry.voxelCount(), 100));
}

/// A root of signal 40 and 6 mm across in fat of 100, everything beyond 12 mm cortex of 5.
/// `gain`: by how much the signal grows a millimetre along the columns, as a coil near by makes it.
Volume target(double gain = 0)
{
    const auto geometry =
        *VolumeGeometry::make({}, patient::posterior, patient::inferior, {0.5}, {0.5}, {4}, 100, 100, 1);
    std::vector<std::int16_t> values;
    for (int row = 0; row < 100; ++row) {
        for (int column = 0; column < 100; ++column) {
            const double distance = 0.5 * std::hypot(column - 50, row - 50);
            const double signal = distance <= 3 ? 40 : distance <= 6 ? 100 : 5;
            values.push_back(static_cast<std::int16_t>(10 * signal * std::exp(gain * 0.5 * (column - 50))));
        }
    }
    return Volume(geometry, std::move(values));
}

TEST(Assist, aClickOutsideOrIntoNothingIsRefusedInWords)
{
    EXPECT_EQ(rootAt(flat(), 1, {-5, 3}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(rootAt(flat(), 9, {5, 3}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(rootAt(flat(), 1, {30, 30}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(fatAround(flat(), 1, PixelSet()).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(foramenAt(flat(), 1, {30, 30}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(foramenAround(flat(), 1, PixelSet()).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(foramenAround(flat(), 9, PixelSet({{5, 5, 9}})).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(foramenAround(flat(), 1, PixelSet({{5, 5, 9}})).error().code, ErrorCode::NotFound);
    EXPECT_EQ(rootOnSlice(flat(), 1, PixelSet()).error().code, ErrorCode::InvalidArgument);
}

TEST(Assist, aPlainRootInFatIsFoundFromAnOffCentreClick)
{
    const auto root = rootAt(target(), 0, {52, 49});
    ASSERT_TRUE(root.has_value());
    const double area = static_cast<double>(root->pixels.count()) * 0.25;
    EXPECT_NEAR(area, 28.3, 2.8);
    EXPECT_FALSE(root->algorithm.empty());
    const auto fat = fatAround(target(), 0, root->pixels);
    ASSERT_TRUE(fat.has_value());
    EXPECT_NEAR(static_cast<double>(fat->pixels.count()) * 0.25, 113.1 - 28.3, 8.5);
}

TEST(Assist, aCoilsSensitivityDoesNotMoveTheFatsEdge)
{
    const auto root = brushStroke(target().geometry(), std::array{SlicePoint{50, 50}}, {3});
    const auto even = fatAround(target(), 0, root);
    const auto uneven = fatAround(target(0.02), 0, root);
    ASSERT_TRUE(even.has_value() && uneven.has_value());
    EXPECT_EQ(even->pixels, uneven->pixels);
}

TEST(Assist, aForamenThatDoesNotReachTheRootIsLookedThroughAllTheSame)
{
    const auto root = brushStroke(target().geometry(), std::array{SlicePoint{50, 50}}, {3});
    const PixelSet far({{95, 90, 99}, {96, 90, 99}});
    const auto fat = fatAround(target(), 0, root, far);
    EXPECT_TRUE(!fat || fat->pixels.without(far).isEmpty());
    EXPECT_FALSE(fatAround(target(), 0, root, root).has_value());
}

TEST(Assist, aSpeckIsNoRoot)
{
    const auto geometry =
        *VolumeGeometry::make({}, patient::posterior, patient::inferior, {0.5}, {0.5}, {4}, 60, 60, 1);
    std::vector<std::int16_t> values(geometry.voxelCount(), 900);
    for (const int pixel : {30 * 60 + 30, 30 * 60 + 31, 31 * 60 + 30, 31 * 60 + 31})
        values[static_cast<std::size_t>(pixel)] = 100;
    EXPECT_EQ(rootAt(Volume(geometry, std::move(values)), 0, {30.5, 30.5}).error().code, ErrorCode::NotFound);
}

TEST(Assist, worksAtTheImagesCorner)
{
    (void)foramenAround(target(), 0, PixelSet({{0, 0, 3}, {1, 0, 3}}));
    (void)rootAt(target(), 0, {0, 0});
    const auto fat = fatAround(target(), 0, PixelSet({{0, 0, 3}, {1, 0, 3}}));
    EXPECT_FALSE(fat.has_value());
}

} // namespace
} // namespace grading
