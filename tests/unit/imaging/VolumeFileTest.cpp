#include "TemporaryFolder.h"

#include "grading/imaging/VolumeFile.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

namespace grading {

using samples::TemporaryFolder;

namespace {

/// An oblique grid, unequal in every way, so that no swapped axis goes unseen.
VolumeGeometry oblique()
{
    const double c = std::cos(0.3);
    const double s = std::sin(0.3);
    return VolumeGeometry::make({-28.5, -90.25, 110.125}, {s, c, 0}, {0, 0, -1}, {0.6}, {0.7}, {4.4}, 7, 5, 3).value();
}

template <class Value>
Volume volumeOf(Value start, Value step)
{
    std::vector<Value> values;
    for (std::size_t i = 0; i < oblique().voxelCount(); ++i)
        values.push_back(static_cast<Value>(start + step * static_cast<Value>(i)));
    return {oblique(), values};
}

/// Every voxel of `a` is in `b` at the same place in the patient.
void expectSameInSpace(const Volume& a, const Volume& b)
{
    const auto& geometry = a.geometry();
    ASSERT_EQ(geometry.voxelCount(), b.geometry().voxelCount());
    for (int slice = 0; slice < geometry.slices(); ++slice) {
        for (int row = 0; row < geometry.rows(); ++row) {
            for (int column = 0; column < geometry.columns(); ++column) {
                const VoxelIndex at{column, row, slice};
                const auto place = geometry.toPatient(at);
                const auto other = b.geometry().nearestVoxel(place);
                ASSERT_TRUE(b.geometry().contains(other));
                ASSERT_LT(length(b.geometry().toPatient(other) - place), 1e-3);
                ASSERT_EQ(a.at(at), b.at(other));
            }
        }
    }
}

/// A three-dimensional NRRD header and its bytes, written without any library.
void writeRawNrrd(const std::string& path, const std::string& space, const std::string& directions,
                  const std::string& origin)
{
    std::ofstream out(path, std::ios::binary);
    out << "NRRD0004\ntype: uint8\ndimension: 3\nspace: " << space << "\nsizes: 4 3 2\nspace directions: " << directions
        << "\nkinds: domain domain domain\nendian: little\nencoding: raw\nspace origin: " << origin << "\n\n";
    for (int i = 0; i < 24; ++i)
        out.put(static_cast<char>(i));
}

} // namespace

class VolumeFormats : public testing::TestWithParam<const char*> {};

TEST_P(VolumeFormats, GiveBackValuesAndPlaces)
{
    const TemporaryFolder folder;
    const auto path = folder.file(std::string("volume") + GetParam());
    for (const Volume& volume : {volumeOf<std::int16_t>(-500, 11), volumeOf<std::uint16_t>(64000, 13),
                                 volumeOf<std::int32_t>(-70000, 1001), volumeOf<float>(-0.5F, 0.25F)}) {
        ASSERT_TRUE(writeVolumeFile(path, volume));
        const auto back = readVolumeFile(path);
        ASSERT_TRUE(back) << back.error().message();
        EXPECT_TRUE(back->geometry().matches(volume.geometry(), 0.002));
        EXPECT_EQ(back->pixels(), volume.pixels());
        expectSameInSpace(volume, *back);
    }
}

TEST_P(VolumeFormats, SayWhenAFileIsCutOff)
{
    const TemporaryFolder folder;
    const auto path = folder.file(std::string("volume") + GetParam());
    ASSERT_TRUE(writeVolumeFile(path, volumeOf<std::int32_t>(-70000, 1001)));
    const auto size = std::filesystem::file_size(path);
    for (const auto keep : {size * 9 / 10, size / 2, size / 10, std::uintmax_t{0}}) {
        std::filesystem::resize_file(path, keep);
        const auto back = readVolumeFile(path);
        ASSERT_FALSE(back) << keep << " of " << size;
        EXPECT_EQ(back.error().code, ErrorCode::Unreadable);
        EXPECT_EQ(back.error().subject, path);
    }
}

INSTANTIATE_TEST_SUITE_P(All, VolumeFormats, testing::Values(".nrrd", ".nii", ".nii.gz", ".mha"), [](const auto& row) {
    std::string name = row.param;
    std::erase(name, '.');
    return name;
});

TEST(VolumeFile, ACompressedFileIsReadItselfThoughAnUncompressedOneOfItsNameLiesBesideIt)
{
    const TemporaryFolder folder;
    const auto compressed = volumeOf<std::int16_t>(-500, 11);
    const auto other = volumeOf<std::int16_t>(7, 3);
    ASSERT_TRUE(writeVolumeFile(folder.file("marks.nii.gz"), compressed));
    ASSERT_TRUE(writeVolumeFile(folder.file("marks.nii"), other));
    const auto first = readVolumeFile(folder.file("marks.nii.gz"));
    ASSERT_TRUE(first) << first.error().message();
    EXPECT_EQ(first->pixels(), compressed.pixels());
    const auto second = readVolumeFile(folder.file("marks.nii"));
    ASSERT_TRUE(second) << second.error().message();
    EXPECT_EQ(second->pixels(), other.pixels());
}

TEST(VolumeFile, ALeftHandedGridIsTurnedSoThatSlicesAscendAlongTheNormal)
{
    const TemporaryFolder folder;
    const auto path = folder.file("left-handed.nrrd");
    writeRawNrrd(path, "left-posterior-superior", "(2,0,0) (0,3,0) (0,0,-4)", "(10,20,30)");
    const auto volume = readVolumeFile(path);
    ASSERT_TRUE(volume) << volume.error().message();
    const auto& geometry = volume->geometry();
    EXPECT_EQ(geometry.normal(), (PatientVector{0, 0, 1}));
    // The file's first voxel is at its origin, its last slice 4 mm below.
    EXPECT_EQ(volume->at(geometry.nearestVoxel({10, 20, 30})), 0);
    EXPECT_EQ(volume->at(geometry.nearestVoxel({10 + 2 * 3, 20 + 3 * 2, 26})), 23);
}

TEST(VolumeFile, RightAnteriorSuperiorBecomesLeftPosteriorSuperior)
{
    const TemporaryFolder folder;
    const auto path = folder.file("ras.nrrd");
    writeRawNrrd(path, "right-anterior-superior", "(2,0,0) (0,3,0) (0,0,4)", "(10,20,30)");
    const auto volume = readVolumeFile(path);
    ASSERT_TRUE(volume) << volume.error().message();
    EXPECT_EQ(volume->at(volume->geometry().nearestVoxel({-10, -20, 30})), 0);
    EXPECT_EQ(volume->at(volume->geometry().nearestVoxel({-12, -20, 30})), 1);
}

TEST(VolumeFile, ShearedAndFalseFormatsAreRefused)
{
    const TemporaryFolder folder;
    const auto sheared = folder.file("sheared.nrrd");
    writeRawNrrd(sheared, "left-posterior-superior", "(2,0,0) (0,3,0) (0,1,4)", "(0,0,0)");
    EXPECT_EQ(readVolumeFile(sheared).error().code, ErrorCode::Unsupported);
    EXPECT_EQ(readVolumeFile(folder.file("absent.nrrd")).error().code, ErrorCode::NotFound);
    EXPECT_EQ(writeVolumeFile(folder.file("volume.png"), volumeOf<std::int16_t>(0, 1)).error().code,
              ErrorCode::Unsupported);
}

TEST(VolumeFile, AHeaderThatClaimsMoreThanTheFileHoldsTakesNoMemory)
{
    const TemporaryFolder folder;
    const auto path = folder.file("huge.nrrd");
    std::ofstream(path) << "NRRD0004\ntype: float\ndimension: 3\nspace: left-posterior-superior\n"
                           "sizes: 60000 60000 60000\nspace directions: (1,0,0) (0,1,0) (0,0,1)\n"
                           "endian: little\nencoding: raw\nspace origin: (0,0,0)\n\nx";
    const auto volume = readVolumeFile(path);
    ASSERT_FALSE(volume);
    EXPECT_EQ(volume.error().code, ErrorCode::Unreadable);
}

TEST(VolumeFile, AHeaderThatTakesItsVoxelsFromAnotherFileIsRefused)
{
    const TemporaryFolder folder;
    std::ofstream(folder.file("secret.raw")) << std::string(8, 's');
    for (const char* field : {"data file", "datafile", "DATA FILE"}) {
        const auto path = folder.file("pointer.nrrd");
        std::ofstream(path) << "NRRD0004\ntype: uint8\ndimension: 3\nspace: left-posterior-superior\nsizes: 2 2 2\n"
                               "space directions: (1,0,0) (0,1,0) (0,0,1)\nencoding: raw\nspace origin: (0,0,0)\n"
                            << field << ": secret.raw\n";
        const auto volume = readVolumeFile(path);
        ASSERT_FALSE(volume) << field;
        EXPECT_EQ(volume.error().code, ErrorCode::Unreadable);
    }
}

TEST(VolumeFile, WritingIntoAMissingFolderLeavesNothing)
{
    const TemporaryFolder folder;
    const auto written = writeVolumeFile(folder.path() / "no" / "volume.nrrd", volumeOf<std::int16_t>(0, 1));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Io);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

} // namespace grading
