#include "ModalityValues.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <sys/mman.h>

namespace grading {

namespace {

template <class Value>
std::vector<Value> converted(const Volume::Pixels& pixels, std::size_t expected)
{
    std::vector<Value> values;
    values.reserve(expected);
    std::visit(
        [&](const auto& own) {
            std::ranges::transform(own, std::back_inserter(values),
                                   [](auto value) { return static_cast<Value>(value); });
        },
        pixels);
    return values;
}

} // namespace

ModalityValues::ModalityValues(std::size_t expected) : m_expected(expected)
{
    auto& values = std::get<0>(m_pixels);
    values.reserve(expected);
    // Pages of 2 MB where the system has them: a volume is touched once from end to end, and each small page is a
    // fault.
    constexpr std::uintptr_t page = 4096;
    const auto start = (reinterpret_cast<std::uintptr_t>(values.data()) + page - 1) / page * page; // NOLINT
    const auto bytes = expected * sizeof(values.front());
    if (bytes > std::size_t{4} << 20)
        (void)::madvise(reinterpret_cast<void*>(start), bytes - page, MADV_HUGEPAGE); // NOLINT: advice, may be refused
}

void ModalityValues::widenFor(const StoredFrame& frame)
{
    std::int32_t least = frame.values.front();
    std::int32_t most = least;
    for (const std::int32_t value : frame.values) {
        least = std::min(least, value);
        most = std::max(most, value);
    }
    const double a = least * frame.slope + frame.intercept;
    const double b = most * frame.slope + frame.intercept;
    extendRange(std::min(a, b), std::max(a, b),
                std::visit([](const auto& values) { return values.empty(); }, m_pixels));
    m_isWhole = m_isWhole && std::trunc(frame.slope) == frame.slope && std::trunc(frame.intercept) == frame.intercept;
    const auto holds = [&]<class Value>(Value) {
        return m_isWhole && m_low >= double{std::numeric_limits<Value>::lowest()} &&
               m_high <= double{std::numeric_limits<Value>::max()};
    };
    const std::size_t wanted = holds(std::int16_t{}) ? 0 : holds(std::uint16_t{}) ? 1 : holds(std::int32_t{}) ? 2 : 3;
    if (wanted == m_pixels.index())
        return;
    switch (wanted) {
    case 1:
        m_pixels = converted<std::uint16_t>(m_pixels, m_expected);
        break;
    case 2:
        m_pixels = converted<std::int32_t>(m_pixels, m_expected);
        break;
    case 3:
        m_pixels = converted<float>(m_pixels, m_expected);
        break;
    default:
        break; // the range only grows
    }
}

void ModalityValues::extendRange(double low, double high, bool isFirst)
{
    m_low = isFirst ? low : std::min(m_low, low);
    m_high = isFirst ? high : std::max(m_high, high);
}

std::span<std::int16_t> ModalityValues::room(std::size_t count)
{
    auto* values = std::get_if<std::vector<std::int16_t>>(&m_pixels);
    if (values == nullptr)
        return {};
    values->resize(values->size() + count);
    return std::span(*values).last(count);
}

void ModalityValues::keep(std::span<const std::int16_t> filled)
{
    std::int16_t least = filled.front();
    std::int16_t most = least;
    for (const std::int16_t value : filled) {
        least = std::min(least, value);
        most = std::max(most, value);
    }
    extendRange(least, most, std::get<std::vector<std::int16_t>>(m_pixels).size() == filled.size());
}

void ModalityValues::giveBack(std::span<const std::int16_t> room)
{
    auto& values = std::get<std::vector<std::int16_t>>(m_pixels);
    values.resize(values.size() - room.size());
}

void ModalityValues::append(const StoredFrame& frame)
{
    widenFor(frame);
    std::visit(
        [&](auto& values) {
            using Value = typename std::decay_t<decltype(values)>::value_type;
            const std::size_t start = values.size();
            values.resize(start + frame.values.size());
            const bool isPlain = frame.slope == 1 && frame.intercept == 0;
            const auto place = values.begin() + static_cast<std::ptrdiff_t>(start);
            if (isPlain)
                std::ranges::transform(frame.values, place, [](std::int32_t v) { return static_cast<Value>(v); });
            else
                std::ranges::transform(frame.values, place, [&](std::int32_t stored) {
                    return static_cast<Value>(stored * frame.slope + frame.intercept);
                });
        },
        m_pixels);
}

} // namespace grading
