#include "grading/imaging/PackedNifti.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstring>
#include <random>

namespace grading {

namespace {

constexpr int columns = 100;
constexpr int rows = 90;
constexpr int slices = 10; ///< 180,000 bytes of voxels, which no power of two divides.
constexpr std::size_t headSize = 352;

using Voxels = std::vector<std::uint16_t>;

Volume volumeOf(Voxels voxels)
{
    return {*VolumeGeometry::make({}, {0, 1, 0}, {0, 0, -1}, {0.7}, {0.6}, {4}, columns, rows, slices),
            std::move(voxels)};
}

Voxels noVoxels()
{
    return Voxels(std::size_t(columns) * rows * slices);
}

/// What a gzip file of one member holds, which zlib checks; empty when it isn't one, whole and without anything behind.
std::string unpacked(std::string packed)
{
    z_stream stream{};
    constexpr int gzipOnly = 15 + 16;
    if (inflateInit2(&stream, gzipOnly) != Z_OK)
        return {};
    std::string bytes(headSize + noVoxels().size() * sizeof(std::uint16_t) + 1, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    const bool isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
    bytes.resize(stream.total_out);
    inflateEnd(&stream);
    return isWhole ? bytes : std::string();
}

void expectGivenBack(const Voxels& voxels)
{
    const auto packed = packedNifti(volumeOf(voxels));
    ASSERT_TRUE(packed);
    const auto bytes = unpacked(*packed);
    ASSERT_EQ(bytes.size(), headSize + voxels.size() * sizeof(std::uint16_t));
    EXPECT_EQ(std::memcmp(bytes.data() + headSize, voxels.data(), bytes.size() - headSize), 0);
}

} // namespace

TEST(PackedNifti, HoldsEveryVoxelOfALabelImageWhereverItIsMarked)
{
    for (std::size_t at = 0; at < noVoxels().size(); at += 1237) {
        auto voxels = noVoxels();
        for (auto voxel = at; voxel < std::min(at + 40, voxels.size()); ++voxel)
            voxels[voxel] = 403;
        expectGivenBack(voxels);
    }
    auto voxels = noVoxels();
    voxels.front() = 1;
    voxels.back() = 0xFFFF;
    expectGivenBack(voxels);
}

TEST(PackedNifti, HoldsAnImageAndAnEmptyOne)
{
    expectGivenBack(noVoxels());
    auto voxels = noVoxels();
    std::mt19937 random(7);
    for (auto& voxel : voxels)
        voxel = static_cast<std::uint16_t>(random());
    expectGivenBack(voxels);
    std::fill(voxels.begin(), voxels.begin() + std::ptrdiff_t(voxels.size() / 2), 0); // about where it packs otherwise
    expectGivenBack(voxels);
    std::fill(voxels.begin(), voxels.end() - 20000, 0);
    expectGivenBack(voxels);
}

TEST(PackedNifti, IsTheSameHoweverOftenItIsPackedAndSmall)
{
    auto voxels = noVoxels();
    std::fill(voxels.begin() + 30000, voxels.begin() + 30100, std::uint16_t(402));
    const auto packed = packedNifti(volumeOf(voxels)).value();
    EXPECT_EQ(packedNifti(volumeOf(voxels)), packed);
    EXPECT_LT(packed.size(), 1000);
}

} // namespace grading
