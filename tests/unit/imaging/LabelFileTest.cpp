#include "TemporaryFolder.h"

#include "grading/base/Files.h"
#include "grading/imaging/LabelFile.h"

#include <gmock/gmock.h>

namespace grading {
namespace {

/// As 3D Slicer saves a segmentation: 2 × 2 × 2 voxels of 1 × 1 × 4 mm.
std::string slicerFile(const std::string& shape, const std::string& names, const std::string& voxels)
{
    const auto at = shape.find("sizes");
    return "NRRD0004\ntype: unsigned char\n" + shape.substr(0, at) + "space: left-posterior-superior\n" +
           shape.substr(at) + "encoding: raw\nspace origin: (1,2,3)\n" + names +
           "Segmentation_MasterRepresentation:=Binary labelmap\n\n" + voxels;
}

std::string name(int index, const std::string& text, int value, int layer)
{
    const auto key = "Segment" + std::to_string(index) + "_";
    return key + "ID:=Segment_" + std::to_string(index) + "\n" + key + "LabelValue:=" + std::to_string(value) + "\n" +
           key + "Layer:=" + std::to_string(layer) + "\n" + key + "Name:=" + text + "\n";
}

TEST(LabelFile, GivesTheNamesOfASlicerSegmentation)
{
    const samples::TemporaryFolder folder;
    const std::string shape =
        "dimension: 3\nsizes: 2 2 2\nspace directions: (1,0,0) (0,1,0) (0,0,4)\nkinds: domain domain domain\n";
    ASSERT_TRUE(writeFile(folder / "a.seg.nrrd", slicerFile(shape, name(0, "Root R", 5, 0) + name(1, "Fett", 2, 0),
                                                            {0, 5, 5, 2, 0, 0, 0, 2})));
    const auto file = readLabelFile(folder / "a.seg.nrrd");
    ASSERT_TRUE(file) << file.error().message();
    ASSERT_EQ(file->layers.size(), 1U);
    ASSERT_EQ(file->names.size(), 2U);
    EXPECT_EQ(file->names[0].name, "Root R");
    EXPECT_EQ(file->names[0].value, 5);
    EXPECT_EQ(file->names[1].name, "Fett");
    EXPECT_EQ(file->layers[0].at({1, 0, 0}), 5);
    EXPECT_EQ(file->layers[0].geometry().sliceSpacing().value, 4);
}

TEST(LabelFile, HasALayerForWhatOverlaps)
{
    const samples::TemporaryFolder folder;
    const std::string shape = "dimension: 4\nsizes: 2 2 2 2\nspace directions: none (1,0,0) (0,1,0) (0,0,4)\n"
                              "kinds: list domain domain domain\n";
    std::string voxels(16, '\0'); // layers run fastest
    voxels[2] = 1;                // first layer at (1,0,0)
    voxels[3] = 1;                // second layer at the same voxel
    voxels[15] = 1;               // second layer at (1,1,1)
    ASSERT_TRUE(
        writeFile(folder / "a.seg.nrrd", slicerFile(shape, name(0, "Foramen", 1, 0) + name(1, "Root", 1, 1), voxels)));
    const auto file = readLabelFile(folder / "a.seg.nrrd");
    ASSERT_TRUE(file) << file.error().message();
    ASSERT_EQ(file->layers.size(), 2U);
    EXPECT_EQ(file->layers[0].at({1, 0, 0}), 1);
    EXPECT_EQ(file->layers[1].at({1, 0, 0}), 1);
    EXPECT_EQ(file->layers[0].at({1, 1, 1}), 0);
    EXPECT_EQ(file->layers[1].at({1, 1, 1}), 1);
    EXPECT_EQ(file->names[1].layer, 1);
    EXPECT_EQ(file->layers[1].geometry().origin(), (PatientPoint{1, 2, 3}));
}

TEST(LabelFile, IsRefusedWhenMissingCutOffOrNoImage)
{
    const samples::TemporaryFolder folder;
    EXPECT_EQ(readLabelFile(folder / "none.nrrd").error().code, ErrorCode::NotFound);
    ASSERT_TRUE(writeFile(folder / "a.nrrd", "NRRD0004\ntype: short\ndimension: 3\n"));
    EXPECT_FALSE(readLabelFile(folder / "a.nrrd"));
    ASSERT_TRUE(writeFile(folder / "a.txt", "1 2 3"));
    EXPECT_EQ(readLabelFile(folder / "a.txt").error().code, ErrorCode::Unsupported);
}

} // namespace
} // namespace grading
