#include "Dates.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace grading {

std::string shiftedDate(const std::string& date, std::chrono::days by)
{
    using namespace std::chrono;
    constexpr std::size_t length = 8;
    if (date.size() < length ||
        !std::all_of(date.begin(), date.begin() + length, [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    const auto rest = date.substr(length);
    if (rest.find_first_not_of("0123456789.+-") != std::string::npos)
        return {};
    const auto number = std::stol(date.substr(0, length));
    const year_month_day day{year(static_cast<int>(number / 10000)), month(static_cast<unsigned>(number / 100 % 100)),
                             std::chrono::day(static_cast<unsigned>(number % 100))};
    if (!day.ok())
        return {};
    const year_month_day moved{sys_days(day) + by};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u", static_cast<int>(moved.year()),
                  static_cast<unsigned>(moved.month()), static_cast<unsigned>(moved.day()));
    return text.data() + rest;
}

} // namespace grading
