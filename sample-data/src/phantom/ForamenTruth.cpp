#include "phantom/Foramen.h"

#include <algorithm>

namespace grading::phantom {

std::vector<int> ForamenTruth::admissibleGrades() const
{
    if (shape != RootShape::Normal)
        return {3};
    const auto count = std::ranges::count(lost, true);
    const bool opposing = (lost[Superior] && lost[Inferior]) || (lost[Anterior] && lost[Posterior]);
    if (count == 0)
        return {0};
    if (count == 1 || (count == 2 && opposing))
        return {1};
    if (count == 4)
        return {2};
    return {1, 2};
}

namespace {

struct Pattern {
    std::array<bool, 4> lost; ///< superior, inferior, anterior, posterior
    RootShape shape;
    int grade;
};

constexpr bool no = false;
constexpr bool yes = true;

/// From the lowest level upwards, so that the worst always lie at the lumbosacral end; the last repeats.
constexpr Pattern right[] = {
    {{yes, no, yes, yes}, RootShape::FlatFrontToBack, 3},
    {{yes, yes, yes, yes}, RootShape::Normal, 2},
    {{no, no, yes, yes}, RootShape::Normal, 1},
    {{no, yes, yes, no}, RootShape::Normal, 1},
    {{no, no, no, no}, RootShape::Normal, 0},
};
constexpr Pattern left[] = {
    {{yes, yes, no, no}, RootShape::Normal, 1},  {{yes, yes, yes, no}, RootShape::FlatTopToBottom, 3},
    {{no, yes, yes, yes}, RootShape::Normal, 2}, {{no, no, no, yes}, RootShape::Normal, 1},
    {{no, no, no, no}, RootShape::Normal, 0},
};

} // namespace

std::vector<ForamenTruth> chosenTruth(const grading::SpineNumbering& numbering)
{
    std::vector<ForamenTruth> truths;
    auto foramina = numbering.foramina(grading::Region::Lumbar);
    const auto levels = foramina.size() / 2;
    std::ranges::sort(foramina, [](const auto& a, const auto& b) {
        return a.level != b.level ? a.level < b.level : a.side < b.side;
    });
    for (std::size_t i = 0; i < foramina.size(); ++i) {
        const std::size_t fromBelow = std::min(levels - 1 - i / 2, std::size(right) - 1);
        const Pattern& pattern = foramina[i].side == grading::Side::Left ? left[fromBelow] : right[fromBelow];
        truths.push_back({foramina[i], pattern.lost, pattern.shape, pattern.grade});
    }
    return truths;
}

} // namespace grading::phantom
