#include "grading/agreement/Agreement.h"

#include <benchmark/benchmark.h>

#include <random>

namespace grading {
namespace {

/// 2,500 patients, ten lumbar foramina each, four readers: 100,000 ratings, one in twenty missing besides.
Ratings manyRatings()
{
    std::mt19937 random(7);
    Ratings ratings;
    ratings.scale = gradeScale();
    ratings.readers = {"A", "B", "C", "D"};
    for (int patient = 0; patient < 2500; ++patient) {
        for (int foramen = 0; foramen < 10; ++foramen) {
            Ratings::Item item{std::to_string(patient), std::to_string(foramen), {}, {}};
            const int truth = static_cast<int>(random() % 4);
            for (int reader = 0; reader < 4; ++reader) {
                const int slip = random() % 4 == 0 ? 1 : 0;
                item.categories.push_back(random() % 20 == 0 ? std::nullopt : std::optional((truth + slip) % 4));
            }
            ratings.items.push_back(std::move(item));
        }
    }
    return ratings;
}

/// Target: under 5 s on two cores.
void bootstrapOf100000Ratings(benchmark::State& state)
{
    const auto ratings = manyRatings();
    for (auto _ : state)
        benchmark::DoNotOptimize(agreement(ratings, {.bootstraps = 2000, .seed = 1}));
}
BENCHMARK(bootstrapOf100000Ratings)->Unit(benchmark::kSecond)->UseRealTime();

} // namespace
} // namespace grading
