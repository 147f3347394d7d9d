#include "MarkingWorkloads.h"

#include "grading/assist/Assist.h"
#include "grading/assist/Livewire.h"
#include "grading/assist/ThresholdBrush.h"

#include <benchmark/benchmark.h>

namespace grading {
namespace {

const Volume& slice()
{
    static const Volume volume = workloads::foramenSlice();
    return volume;
}

const PixelSet& root()
{
    static const PixelSet pixels = rootAt(slice(), 0, workloads::rootMiddle)->pixels;
    return pixels;
}

// Each assistant on a slice of 512 × 512 pixels; the target is 150 ms.

void rootFromClick(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(rootAt(slice(), 0, workloads::rootMiddle));
}
BENCHMARK(rootFromClick)->Unit(benchmark::kMillisecond);

void fatAroundRoot(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(fatAround(slice(), 0, root()));
}
BENCHMARK(fatAroundRoot)->Unit(benchmark::kMillisecond);

void foramenFromClick(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(foramenAt(slice(), 0, workloads::rootMiddle));
}
BENCHMARK(foramenFromClick)->Unit(benchmark::kMillisecond);

void rootOnNextSlice(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(rootOnSlice(slice(), 0, root()));
}
BENCHMARK(rootOnNextSlice)->Unit(benchmark::kMillisecond);

void livewireAnchor(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(Livewire(slice(), 0, {240, 240}));
}
BENCHMARK(livewireAnchor)->Unit(benchmark::kMillisecond);

void livewireMouseMove(benchmark::State& state)
{
    const Livewire wire(slice(), 0, {240, 240});
    for (auto _ : state)
        benchmark::DoNotOptimize(wire.pathTo({262, 270}));
}
BENCHMARK(livewireMouseMove)->Unit(benchmark::kMillisecond);

void thresholdBrushStroke(benchmark::State& state)
{
    const SlicePoint path[] = {{240, 240}, {246, 243}};
    for (auto _ : state) {
        const auto range = signalLike(slice(), 0, path[0]);
        benchmark::DoNotOptimize(
            pixelsInRange(slice(), 0, brushStroke(slice().geometry(), path, Millimetres{3}), range));
    }
}
BENCHMARK(thresholdBrushStroke)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace grading
