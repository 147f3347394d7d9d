#include "LabelValues.h"

#include <array>
#include <utility>

namespace grading {

namespace {

constexpr std::array<std::pair<Region, int>, 4> vertebrae{
    {{Region::Cervical, 7}, {Region::Thoracic, 13}, {Region::Lumbar, 6}, {Region::Sacral, 5}}};

int placeOf(const Vertebra& vertebra)
{
    int above = 0;
    for (const auto& [region, count] : vertebrae) {
        if (region == vertebra.region)
            return above + vertebra.number;
        above += count;
    }
    return above + vertebra.number;
}

int labelValue(const Vertebra& upper, Side side, Structure structure)
{
    return 10 * (2 * placeOf(upper) + (side == Side::Left ? 1 : 0)) + static_cast<int>(structure);
}

} // namespace

int labelValue(const Foramen& foramen, Structure structure)
{
    return labelValue(foramen.level.upper, foramen.side, structure);
}

std::vector<LabelValue> allLabelValues()
{
    std::vector<LabelValue> all;
    for (const auto& [region, count] : vertebrae) {
        for (int number = 1; number <= count; ++number) {
            for (const auto side : {Side::Right, Side::Left}) {
                for (const auto structure : allStructures)
                    all.push_back({labelValue({region, number}, side, structure), {region, number}, side, structure});
            }
        }
    }
    return all;
}

} // namespace grading
