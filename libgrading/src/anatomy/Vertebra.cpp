#include "grading/anatomy/Vertebra.h"

#include <array>
#include <cctype>

namespace grading {

namespace {

struct RegionName {
    Region region;
    std::string_view prefix;
    int count;
};

constexpr std::array<RegionName, 5> regionNames{{{Region::Cervical, "C", 7},
                                                 {Region::Thoracic, "T", 13},
                                                 {Region::Lumbar, "L", 6},
                                                 {Region::Sacral, "S", 5},
                                                 {Region::Coccygeal, "Co", 1}}};

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::tolower(static_cast<unsigned char>(a[i])) != std::tolower(static_cast<unsigned char>(b[i])))
            return false;
    }
    return true;
}

} // namespace

std::string Vertebra::name() const
{
    for (const auto& entry : regionNames) {
        if (entry.region == region)
            return std::string(entry.prefix) + std::to_string(number);
    }
    return {};
}

std::optional<Vertebra> Vertebra::parse(std::string_view name)
{
    for (const auto& entry : regionNames) {
        for (int number = 1; number <= entry.count; ++number) {
            const Vertebra vertebra{entry.region, number};
            if (equalIgnoringCase(name, vertebra.name()))
                return vertebra;
        }
    }
    return std::nullopt;
}

} // namespace grading
