#include "phantom/Scan.h"

#include "phantom/Noise.h"

#include <array>
#include <atomic>
#include <thread>

namespace grading::phantom {

namespace {

constexpr double storedPerUnit = 9; ///< Fat in T1 (100) is stored as 900 at the vertebral bodies.
constexpr double chemicalShiftPixels = 1.5;

constexpr int fewSamples = 5;   ///< Enough inside one tissue.
constexpr int moreSamples = 15; ///< On top of these where tissues meet.

/// Where the samples of one pixel lie, in pixels and in shares of the slice's thickness. Even across the thickness as a
/// whole and for the first few alone.
std::vector<Vec3> samplePattern()
{
    std::vector<Vec3> samples;
    const auto add = [&](double depth) {
        const double n = static_cast<double>(samples.size()) + 0.5;
        samples.push_back(
            {std::fmod(n * 0.7548776662466927, 1.0) - 0.5, std::fmod(n * 0.5698402909980532, 1.0) - 0.5, depth});
    };
    for (int i = 0; i < fewSamples; ++i)
        add((i + 0.5) / fewSamples - 0.5);
    const int strata = fewSamples + moreSamples;
    for (int i = 0; i < strata; ++i)
        if (i % (strata / fewSamples) != 2)
            add((i + 0.5) / strata - 0.5);
    return samples;
}

/// Sensitivity of a spine coil behind the patient with a saturation band before the spine; 1 at the bodies.
double coil(Vec3 p)
{
    const double behind = std::max(0.0, 112 - p.y);
    const double depth = 1.7 / (1 + 0.7 * square(behind / 112));
    const double ends = 1 - 0.30 * square(square((p.z + 12) / 140));
    const double band = 1 - 0.86 * ramp(-34, -58, p.y);
    const double ripple = 1 + 0.05 * std::sin(p.z / 23.0 + 0.7) * ramp(20, 90, p.y);
    return depth * std::max(0.3, ends) * band * ripple;
}

struct Planes {
    std::vector<float> t1Water, t1Fat, t2Water, t2Fat;
    explicit Planes(std::size_t n) : t1Water(n), t1Fat(n), t2Water(n), t2Fat(n) {}
};

/// The mean over one pixel's area and the slice's thickness.
Signal pixelMean(const Anatomy& anatomy, const Stack& stack, Vec3 index, const std::vector<Vec3>& pattern, double turn)
{
    const double share = stack.thickness / stack.spacing;
    Signal sum;
    Signal low{1e3, 1e3, 1e3, 1e3};
    Signal high;
    int count = 0;
    for (const Vec3& d : pattern) {
        if (count == fewSamples && std::max(high.t1Water - low.t1Water, high.t2Water - low.t2Water) < 9)
            break;
        // Each pixel starts at its own depth, so a slanting surface shows no steps.
        const double depth = std::fmod(d.z + 0.5 + turn, 1.0) - 0.5;
        const Signal s = anatomy.at(stack.at(index.x + d.x, index.y + d.y, index.z + share * depth));
        sum = sum + s;
        const double t1 = s.t1Water + s.t1Fat;
        const double t2 = s.t2Water + s.t2Fat;
        low = {std::min(low.t1Water, t1), 0, std::min(low.t2Water, t2), 0};
        high = {std::max(high.t1Water, t1), 0, std::max(high.t2Water, t2), 0};
        ++count;
    }
    return (1.0 / count) * sum;
}

Planes integrate(const Anatomy& anatomy, const Stack& stack, int slice, bool quick)
{
    Planes planes(stack.slicePixels());
    auto pattern = samplePattern();
    if (quick)
        pattern.resize(fewSamples);
    std::size_t i = 0;
    for (int row = 0; row < stack.rows; ++row) {
        for (int column = 0; column < stack.columns; ++column, ++i) {
            const double turn = uniform(mixBits(i, static_cast<std::uint64_t>(slice)));
            const Vec3 index{static_cast<double>(column), static_cast<double>(row), static_cast<double>(slice)};
            const Signal mean = coil(stack.at(column, row, slice)) * pixelMean(anatomy, stack, index, pattern, turn);
            planes.t1Water[i] = static_cast<float>(mean.t1Water);
            planes.t1Fat[i] = static_cast<float>(mean.t1Fat);
            planes.t2Water[i] = static_cast<float>(mean.t2Water);
            planes.t2Fat[i] = static_cast<float>(mean.t2Fat);
        }
    }
    return planes;
}

/// Water plus fat, the fat displaced by a fraction of pixels along the rows' or columns' direction.
std::vector<float> combine(const std::vector<float>& waterPlane, const std::vector<float>& fatPlane, const Stack& stack,
                           double shift)
{
    std::vector<float> sum = waterPlane;
    const auto whole = static_cast<int>(std::floor(shift));
    const auto part = static_cast<float>(shift - whole);
    const auto width = static_cast<std::size_t>(stack.columns);
    for (int row = 0; row < stack.rows; ++row) {
        const auto from = static_cast<std::size_t>(std::max(0, row - whole)) * width;
        const auto before = static_cast<std::size_t>(std::max(0, row - whole - 1)) * width;
        const auto to = static_cast<std::size_t>(row) * width;
        for (std::size_t c = 0; c < width; ++c)
            sum[to + c] += (1 - part) * fatPlane[from + c] + part * fatPlane[before + c];
    }
    return sum;
}

/// The scanner's point spread: narrow, with a faint negative lobe as zero-filled k-space leaves.
void spread(std::vector<float>& image, const Stack& stack)
{
    constexpr std::array<float, 5> kernel{-0.02F, 0.14F, 0.76F, 0.14F, -0.02F};
    const auto pass = [&](int count, int length, std::size_t step, std::size_t stride) {
        std::vector<float> line(static_cast<std::size_t>(length));
        for (int k = 0; k < count; ++k) {
            const std::size_t start = static_cast<std::size_t>(k) * stride;
            for (int i = 0; i < length; ++i)
                line[static_cast<std::size_t>(i)] = image[start + static_cast<std::size_t>(i) * step];
            for (int i = 0; i < length; ++i) {
                float v = 0;
                for (int j = -2; j <= 2; ++j)
                    v += kernel[static_cast<std::size_t>(j + 2)] *
                         line[static_cast<std::size_t>(std::clamp(i + j, 0, length - 1))];
                image[start + static_cast<std::size_t>(i) * step] = v;
            }
        }
    };
    const auto width = static_cast<std::size_t>(stack.columns);
    pass(stack.rows, stack.columns, 1, width);
    pass(stack.columns, stack.rows, width, 1);
}

std::vector<std::uint16_t> store(const std::vector<float>& image, double sigma, std::uint64_t seed)
{
    std::vector<std::uint16_t> stored(image.size());
    for (std::size_t i = 0; i < image.size(); ++i) {
        const NormalPair n = normalPair(mixBits(seed, i));
        const double magnitude = std::hypot(image[i] + sigma * n.first, sigma * n.second);
        stored[i] = static_cast<std::uint16_t>(std::clamp(storedPerUnit * magnitude, 0.0, 4095.0));
    }
    return stored;
}

} // namespace

SliceImages scanSlice(const Anatomy& anatomy, const Stack& stack, int slice, const Options& options,
                      std::uint64_t series, bool withT1)
{
    const Planes planes = integrate(anatomy, stack, slice, options.small);
    const double shift = options.chemicalShift ? chemicalShiftPixels : 0;
    const double patient = options.varied ? 0.5 + 1.5 * uniform(mixBits(options.seed, 40000)) : 1;
    const double sigma = options.noise * (options.variant == Variant::Noisy ? 3 : 1) * patient;
    const std::uint64_t seed = mixBits(options.seed, series * 1000 + static_cast<std::uint64_t>(slice));
    SliceImages images;
    auto t2 = combine(planes.t2Water, planes.t2Fat, stack, shift);
    spread(t2, stack);
    images.t2 = store(t2, sigma, mixBits(seed, 2));
    if (withT1) {
        auto t1 = combine(planes.t1Water, planes.t1Fat, stack, shift);
        spread(t1, stack);
        images.t1 = store(t1, sigma, mixBits(seed, 1));
    }
    return images;
}

void inParallel(int count, const std::function<void(int)>& work)
{
    std::atomic<int> next{0};
    const auto run = [&] {
        for (int i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < std::max(2U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(run);
    run();
}

} // namespace grading::phantom
