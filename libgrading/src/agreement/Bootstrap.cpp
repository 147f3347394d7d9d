#include "Tally.h"

#include "grading/base/Workers.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>

namespace grading::detail {

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): the standard's distributions may differ between libraries, this one can't.
class RandomNumbers {
public:
    RandomNumbers(std::uint64_t seed, std::uint64_t stream) : m_state(mixed(mixed(seed) + stream)) {}

    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(((next() >> 32) * limit) >> 32); }

private:
    static std::uint64_t mixed(std::uint64_t z)
    {
        z += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    std::uint64_t next()
    {
        const std::uint64_t value = mixed(m_state);
        m_state += 0x9e3779b97f4a7c15ULL;
        return value;
    }

    std::uint64_t m_state;
};

/// One resampling: as many patients as there are, drawn with replacement.
std::vector<double> resampled(const TallyLayout& layout, const std::vector<SparseTally>& patients, RandomNumbers random)
{
    std::vector<std::uint32_t> times(patients.size());
    for (std::size_t i = 0; i < patients.size(); ++i)
        ++times[random.below(static_cast<std::uint32_t>(patients.size()))];
    std::vector<double> sums(layout.size());
    for (std::size_t patient = 0; patient < patients.size(); ++patient) {
        if (times[patient] == 0)
            continue;
        for (const auto& [place, value] : patients[patient])
            sums[place] += times[patient] * value;
    }
    return sums;
}

/// Between the 2.5th and 97.5th percentile, interpolated linearly (Hyndman & Fan's type 7). Resamplings without a value
/// are left out; where more than half have none, there is no interval.
std::optional<ConfidenceInterval> percentileInterval(std::vector<double> values)
{
    const std::size_t asked = values.size();
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty() || values.size() * 2 < asked)
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const auto percentile = [&](double share) {
        const double at = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(at);
        const auto above = std::min(below + 1, values.size() - 1);
        return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
    };
    return ConfidenceInterval{percentile(0.025), percentile(0.975)};
}

} // namespace

Result<Intervals> bootstrap(const TallyLayout& layout, const std::vector<SparseTally>& patients,
                            const AgreementOptions& options, const Progress& progress)
{
    const auto replicates = static_cast<std::size_t>(options.bootstraps);
    const std::size_t statistics = layout.pairs() + 1;
    std::vector<std::vector<double>> values(statistics, std::vector<double>(replicates, std::nan("")));
    std::atomic<std::size_t> next{0};
    std::mutex reporting;
    const auto work = [&](const std::stop_token& failed) -> Result<void> {
        const auto isWanted = [&] { return !progress.isCancelled() && !failed.stop_requested(); };
        for (std::size_t i = next++; i < replicates && isWanted(); i = next++) {
            const auto sums = resampled(layout, patients, RandomNumbers(options.seed, i));
            for (std::size_t pair = 0; pair < layout.pairs(); ++pair)
                values[pair][i] = cohen(layout, sums, pair, true).value.value_or(std::nan(""));
            values.back()[i] = gwet(layout, sums).value.value_or(std::nan(""));
            if (i % 100 == 0) {
                const std::lock_guard lock(reporting);
                progress.at(static_cast<double>(i) / static_cast<double>(replicates), "bootstrap");
            }
        }
        return {};
    };
    if (auto done = onThreads(options.jobs, work); !done)
        return fail(done.error());
    if (progress.isCancelled())
        return fail(ErrorCode::Cancelled, {}, "the bootstrap was cancelled");
    Intervals intervals;
    for (std::size_t pair = 0; pair < layout.pairs(); ++pair)
        intervals.pairs.push_back(percentileInterval(std::move(values[pair])));
    intervals.gwet = percentileInterval(std::move(values.back()));
    return intervals;
}

} // namespace grading::detail
