#include "phantom/Foramen.h"

#include "phantom/Noise.h"

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

/// From L1-L2, right before left.
std::vector<grading::Foramen> lumbarForamina(const grading::SpineNumbering& numbering)
{
    auto foramina = numbering.foramina(grading::Region::Lumbar);
    std::ranges::sort(foramina, [](const auto& a, const auto& b) {
        return a.level != b.level ? a.level < b.level : a.side < b.side;
    });
    return foramina;
}

} // namespace

std::vector<ForamenTruth> chosenTruth(const grading::SpineNumbering& numbering)
{
    std::vector<ForamenTruth> truths;
    const auto foramina = lumbarForamina(numbering);
    const auto levels = foramina.size() / 2;
    for (std::size_t i = 0; i < foramina.size(); ++i) {
        const std::size_t fromBelow = std::min(levels - 1 - i / 2, std::size(right) - 1);
        const Pattern& pattern = foramina[i].side == grading::Side::Left ? left[fromBelow] : right[fromBelow];
        truths.push_back({foramina[i], pattern.lost, pattern.shape, pattern.grade});
    }
    return truths;
}

std::vector<ForamenTruth> drawnTruth(const grading::SpineNumbering& numbering, std::uint64_t seed)
{
    std::vector<ForamenTruth> truths;
    std::uint64_t draw = mixBits(seed, 20000);
    const auto below = [&draw](int limit) {
        draw = mixBits(draw, 1);
        return static_cast<int>(uniform(draw) * limit);
    };
    for (const auto& foramen : lumbarForamina(numbering)) {
        ForamenTruth truth{.foramen = foramen};
        truth.grade = below(4);
        do {
            truth.shape = RootShape::Normal;
            if (truth.grade == 3)
                truth.shape = below(2) == 0 ? RootShape::FlatFrontToBack : RootShape::FlatTopToBottom;
            for (bool& lost : truth.lost)
                lost = below(2) == 1;
            // What flattens the root stands at the sides that it is flattened from.
            if (truth.shape == RootShape::FlatFrontToBack)
                truth.lost[Anterior] = truth.lost[Posterior] = true;
            if (truth.shape == RootShape::FlatTopToBottom)
                truth.lost[Superior] = truth.lost[Inferior] = true;
        } while (std::ranges::count(truth.admissibleGrades(), truth.grade) == 0);
        truths.push_back(truth);
    }
    return truths;
}

} // namespace grading::phantom
