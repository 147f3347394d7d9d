#include "PhantomSlices.h"

#include "phantom/Phantom.h"
#include "phantom/Truth.h"

#include <cmath>
#include <random>
#include <set>

namespace grading::test {

namespace {

phantom::Stack croppedStack(const phantom::Options& options)
{
    auto stack = phantom::sagittalStack(options);
    stack.origin = stack.at(170, 60, 0);
    stack.columns = 160;
    stack.rows = 360;
    return stack;
}

VolumeGeometry geometryOf(const phantom::Stack& stack)
{
    return *VolumeGeometry::make({stack.origin.x, stack.origin.y, stack.origin.z},
                                 {stack.rowDirection.x, stack.rowDirection.y, stack.rowDirection.z},
                                 {stack.columnDirection.x, stack.columnDirection.y, stack.columnDirection.z},
                                 {stack.pixel}, {stack.pixel}, {stack.spacing}, stack.columns, stack.rows,
                                 stack.slices);
}

PixelSet pixelsOf(const std::vector<std::uint8_t>& labels, const phantom::Stack& stack, int slice, int first, int last)
{
    std::vector<PixelSpan> spans;
    for (int row = 0; row < stack.rows; ++row) {
        for (int column = 0; column < stack.columns; ++column) {
            const auto label = labels[static_cast<std::size_t>(slice) * stack.slicePixels() +
                                      static_cast<std::size_t>(row * stack.columns + column)];
            if (label >= first && label <= last)
                spans.push_back({row, column, column + 1});
        }
    }
    return PixelSet(std::move(spans));
}

PhantomStudy makeStudy()
{
    phantom::Options options;
    options.noise = 0;
    const phantom::Anatomy anatomy(options);
    const auto stack = croppedStack(options);
    PhantomStudy study;
    std::set<int> slices;
    for (const auto& shape : anatomy.foramina()) {
        const auto labels = phantom::labels(anatomy, shape, stack);
        const int slice = phantom::gradedSlice(anatomy, shape, stack) - 1;
        slices.insert(slice);
        const auto& lost = shape.truth().lost;
        study.foramina.push_back({shape.truth().foramen.key(), shape.truth().shape != phantom::RootShape::Normal,
                                  lost == std::array<bool, 4>{}, slice, pixelsOf(labels, stack, slice, 1, 1),
                                  pixelsOf(labels, stack, slice, 2, 2), pixelsOf(labels, stack, slice, 1, 3)});
    }
    const auto geometry = geometryOf(stack);
    std::vector<float> t1(geometry.voxelCount());
    std::vector<float> t2(geometry.voxelCount());
    for (const int slice : slices) {
        const auto images = phantom::scanSlice(anatomy, stack, slice, options, 1, true);
        const auto begin = static_cast<std::ptrdiff_t>(static_cast<std::size_t>(slice) * stack.slicePixels());
        std::copy(images.t1.begin(), images.t1.end(), t1.begin() + begin);
        std::copy(images.t2.begin(), images.t2.end(), t2.begin() + begin);
    }
    study.series = {{"T1", Volume(geometry, std::move(t1))}, {"T2", Volume(geometry, std::move(t2))}};
    return study;
}

} // namespace

const PhantomStudy& phantomStudy()
{
    static const PhantomStudy study = makeStudy();
    return study;
}

Volume degraded(const Volume& volume, Degradation degradation)
{
    const auto& geometry = volume.geometry();
    auto values = std::get<std::vector<float>>(volume.pixels());
    constexpr double storedPerUnit = 9; // the phantom stores fat in T1 (100) as 900
    std::mt19937 random(7);
    std::normal_distribution<double> noise(0, degradation.noise * storedPerUnit);
    std::size_t i = 0;
    for (int slice = 0; slice < geometry.slices(); ++slice) {
        for (int row = 0; row < geometry.rows(); ++row) {
            for (int column = 0; column < geometry.columns(); ++column, ++i) {
                const double upwards = row * geometry.rowSpacing().value / 100;
                const double gain = 1 + degradation.bias * (upwards - 1);
                values[i] = static_cast<float>(std::hypot(values[i] * gain + noise(random), noise(random)));
            }
        }
    }
    return Volume(geometry, std::move(values));
}

double dice(const PixelSet& a, const PixelSet& b)
{
    const auto sum = static_cast<double>(a.count() + b.count());
    return sum > 0 ? 2 * static_cast<double>(a.intersectedWith(b).count()) / sum : 1;
}

} // namespace grading::test
