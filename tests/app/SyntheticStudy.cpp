#include "SyntheticStudy.h"

#include <cmath>
#include <numbers>

namespace foragrade::test {
namespace {

using namespace grading;

Volume blobs(const VolumeGeometry& geometry, double phase)
{
    std::vector<std::int16_t> pixels;
    pixels.reserve(geometry.voxelCount());
    for (int slice = 0; slice < geometry.slices(); ++slice)
        for (int row = 0; row < geometry.rows(); ++row)
            for (int column = 0; column < geometry.columns(); ++column) {
                const auto p = geometry.toPatient(VoxelIndex{column, row, slice});
                const double value =
                    300 + 200 * std::cos(p.y / 9 + phase) * std::cos(p.z / 11) + 100 * std::cos(p.x / 8);
                pixels.push_back(static_cast<std::int16_t>(std::lround(value)));
            }
    return {geometry, std::move(pixels)};
}

} // namespace

Stack stackOf(const std::string& series, int number, const VolumeGeometry& geometry, ImagePlane plane,
              Weighting weighting)
{
    Stack stack;
    stack.id = series + "#" + std::to_string(number);
    stack.studyUid = Uid("1.2.3");
    stack.seriesUid = Uid(series);
    stack.frameOfReference = Uid("1.2.3.9");
    stack.role = {plane, weighting, false, "made for a test", {}, {}};
    stack.columns = geometry.columns();
    stack.rows = geometry.rows();
    stack.rowDirection = geometry.rowDirection();
    stack.columnDirection = geometry.columnDirection();
    stack.geometry = geometry;
    stack.window = DisplayWindow{300, 600};
    for (int slice = 0; slice < geometry.slices(); ++slice) {
        StackFrame frame;
        frame.sopClass = Uid("1.2.840.10008.5.1.4.1.1.4");
        frame.sopInstance = Uid(series + "." + std::to_string(number) + "." + std::to_string(slice + 1));
        frame.position = geometry.toPatient(VoxelIndex{0, 0, slice});
        stack.frames.push_back(frame);
    }
    return stack;
}

SyntheticStudy SyntheticStudy::make()
{
    const auto sagittal =
        *VolumeGeometry::make({30.8, -128, 128}, {0, 1, 0}, {0, 0, -1}, {1}, {1}, {4.4}, 256, 256, 15);
    const auto axial = [](double z, double tilt) {
        const double angle = tilt * std::numbers::pi / 180;
        return *VolumeGeometry::make({-80, -80, z}, {1, 0, 0}, {0, std::cos(angle), std::sin(angle)}, {1}, {1}, {4.4},
                                     160, 160, 4);
    };

    SyntheticStudy result;
    Study study;
    study.uid = Uid("1.2.3");
    study.patientId = "SYN-1";
    study.patientName = "Synthetic^Lumbar";
    study.date = "20260302";
    study.description = "MRI lumbar";
    const auto add = [&](Series& series, Stack stack, double phase) {
        result.volumes[stack.id] = blobs(*stack.geometry, phase);
        series.stacks.push_back(std::move(stack));
    };
    Series t1{Uid("1.2.3.1"), 1, "T1 TSE SAG", "MR", "LSPINE", {}};
    add(t1, stackOf("1.2.3.1", 1, sagittal, ImagePlane::Sagittal, Weighting::T1), 0);
    Series t2{Uid("1.2.3.2"), 2, "T2 TSE SAG", "MR", "LSPINE", {}};
    add(t2, stackOf("1.2.3.2", 1, sagittal, ImagePlane::Sagittal, Weighting::T2), 1);
    Series ax{Uid("1.2.3.3"), 3, "T2 TSE TRA", "MR", "LSPINE", {}};
    add(ax, stackOf("1.2.3.3", 1, axial(-40, 10), ImagePlane::Axial, Weighting::T2), 1);
    add(ax, stackOf("1.2.3.3", 2, axial(-75, 20), ImagePlane::Axial, Weighting::T2), 1);
    study.series = {t1, t2, ax};
    result.catalogue.studies.push_back(std::move(study));
    return result;
}

} // namespace foragrade::test
