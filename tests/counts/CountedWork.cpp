#include "MarkingWorkloads.h"

#include "grading/assist/Assist.h"
#include "grading/assist/Livewire.h"
#include "grading/measure/Measure.h"

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

// One piece of work a run, for scripts/count-instructions: callgrind counts what happens inside counted_work.

namespace {

using namespace grading;

std::function<void()> work; ///< Prepared before it is counted.

struct Counted {
    std::string_view name;
    std::function<void()> (*prepare)();
};

std::function<void()> dabsAndUndos()
{
    return [grid = workloads::largeGrid(), session = std::make_shared<Session>(workloads::largeReading())] {
        for (int i = 0; i < 100; ++i)
            workloads::dabAndUndo(*session, grid, i);
    };
}

template <class Assist>
std::function<void()> onSlice(Assist assist)
{
    return [volume = workloads::foramenSlice(), assist] { assist(volume); };
}

const Counted all[] = {
    {"100 dabs and undos", dabsAndUndos},
    {"measure a foramen",
     [] {
         const auto grid = workloads::largeGrid();
         const auto marks = workloads::largeReading().foramina.begin()->second.marks.front().labels;
         LabelMap one(grid.columns(), grid.rows(), grid.slices());
         for (const auto structure : {Structure::NerveRoot, Structure::PerineuralFat})
             one = one.painted(500, marks.pixels(500, structure), structure);
         return std::function<void()>([one, grid] { (void)measure(one, grid); });
     }},
    {"root from a click", [] { return onSlice([](const Volume& v) { (void)rootAt(v, 0, workloads::rootMiddle); }); }},
    {"foramen from a click",
     [] { return onSlice([](const Volume& v) { (void)foramenAt(v, 0, workloads::rootMiddle); }); }},
    {"livewire anchor", [] { return onSlice([](const Volume& v) {
                                 (void)Livewire(v, 0, {240, 240});
                             }); }},
};

} // namespace

extern "C" [[gnu::noinline]] void counted_work()
{
    work();
}

int main(int argc, char** argv)
{
    const std::string_view wanted = argc > 1 ? argv[1] : "";
    for (const auto& counted : all) {
        if (wanted.empty())
            std::puts(std::string(counted.name).c_str());
        if (counted.name == wanted) {
            work = counted.prepare();
            counted_work();
            return 0;
        }
    }
    return wanted.empty() ? 0 : 2;
}
