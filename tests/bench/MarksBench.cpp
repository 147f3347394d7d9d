#include "MarkingWorkloads.h"

#include "grading/marks/LabelMap.h"
#include "grading/measure/Measure.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <vector>

namespace grading {
namespace {

/// A clinical sagittal stack: 400 × 400 pixels of 0.7 mm, 17 slices of 4.4 mm.
VolumeGeometry sagittalStack()
{
    return VolumeGeometry::make({-35, -140, 140}, {0, 1, 0}, {0, 0, -1}, Millimetres{0.7}, Millimetres{0.7},
                                Millimetres{4.4}, 400, 400, 17)
        .value();
}

PixelSet disc(const VolumeGeometry& geometry, double column, double row, double radius)
{
    const SlicePoint centre{column, row};
    return brushStroke(geometry, {&centre, 1}, Millimetres{radius});
}

/// A root of 5 mm with fat 3 mm wide around it, in the middle slice.
LabelMap rootInFat(const VolumeGeometry& geometry)
{
    const LabelMap empty{geometry.columns(), geometry.rows(), geometry.slices()};
    return empty.painted(8, disc(geometry, 200, 200, 5.5), Structure::PerineuralFat)
        .painted(8, disc(geometry, 200, 200, 2.5), Structure::NerveRoot);
}

/// One mouse move of the 3 mm brush: what a reader waits for between two frames.
void brushMove(benchmark::State& state)
{
    const auto geometry = sagittalStack();
    auto marks = rootInFat(geometry);
    const std::array path{SlicePoint{190, 200}, SlicePoint{196, 203}};
    for (auto _ : state) {
        marks = marks.painted(8, brushStroke(geometry, path, Millimetres{1.5}), Structure::PerineuralFat);
        benchmark::DoNotOptimize(marks);
    }
}
BENCHMARK(brushMove);

double processorMicroseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e6 * static_cast<double>(now.tv_sec) + 1e-3 * static_cast<double>(now.tv_nsec);
}

/// A dab as a command and its undo, where every one of 512 × 512 × 1093 voxels' slices is marked. The counter p99_us
/// is of processor time, which other programs' load doesn't reach.
void dabAndUndo(benchmark::State& state)
{
    const auto grid = workloads::largeGrid();
    Session session(workloads::largeReading());
    std::vector<double> times;
    int i = 0;
    for (auto _ : state) {
        const double begin = processorMicroseconds();
        workloads::dabAndUndo(session, grid, i++);
        times.push_back(processorMicroseconds() - begin);
    }
    const auto rank = times.begin() + static_cast<std::ptrdiff_t>(0.99 * static_cast<double>(times.size() - 1));
    std::nth_element(times.begin(), rank, times.end());
    state.counters["p99_us"] = *rank;
}
BENCHMARK(dabAndUndo)->Unit(benchmark::kMicrosecond);

/// The measurement after each stroke.
void measureForamen(benchmark::State& state)
{
    const auto geometry = sagittalStack();
    const auto marks = rootInFat(geometry);
    for (auto _ : state)
        benchmark::DoNotOptimize(measure(marks, geometry));
}
BENCHMARK(measureForamen)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace grading
