/// Prints the table of docs/05-measuring.md on noisy masks: root and fat drawn by an unsteady hand, all patterns of
/// lost sides. Built on demand: cmake --build build/dev --target measure_robustness && build/dev/bin/measure_robustness
/// [SERIES] SERIES, 0 without it, picks the drawings: each number makes others. The limits were set looking at those of
/// 0.
#include "AnalyticForamen.h"
#include "UnsteadyHand.h"

#include "grading/measure/Measure.h"
#include "grading/scoring/Suggest.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

namespace grading {
namespace {

constexpr int draws = 60;

struct Counts {
    int all = 0;
    int recovered = 0;
    int equivocal = 0;      ///< No side is wrong, some are open.
    int wrongFlagged = 0;   ///< A side is wrong, and an equivocal one or an Issue asks to look.
    int wrongUnflagged = 0; ///< A side is wrong and nothing says so.
    int gradeMissed = 0;    ///< The scheme `document` doesn't admit the grade of the true pattern.
    int gradeMissedUnflagged = 0;
    int flaggedThough = 0; ///< Recovered, and yet an Issue asks to look.
    int rootWrong = 0;     ///< The oval root is called deformed.
};

void add(Counts& counts, const Measurements& measured, const truth::Sides& lost)
{
    const auto& slice = measured.graded();
    bool isWrong = false;
    bool isOpen = false;
    FindingSet truth;
    truth.root = RootMorphology::Normal;
    for (const auto direction : allDirections) {
        const auto state = slice.side(direction).state;
        const bool isLost = lost[indexOf(direction)];
        truth.sides[indexOf(direction)] = isLost ? SideState::Lost : SideState::Preserved;
        isWrong = isWrong || state == (isLost ? SideCoverageState::Preserved : SideCoverageState::Lost);
        isOpen = isOpen || state == SideCoverageState::Equivocal || state == SideCoverageState::NotAssessable;
    }
    const bool isFlagged = isOpen || !slice.issues.empty();
    const auto admitted = suggest(measured, documentScheme()).grades;
    const bool isMissed =
        std::ranges::find(admitted, suggest(truth, documentScheme()).grades.front()) == admitted.end();
    ++counts.all;
    counts.recovered += !isWrong && !isOpen ? 1 : 0;
    counts.equivocal += !isWrong && isOpen ? 1 : 0;
    counts.wrongFlagged += isWrong && isFlagged ? 1 : 0;
    counts.wrongUnflagged += isWrong && !isFlagged ? 1 : 0;
    counts.gradeMissed += isMissed ? 1 : 0;
    counts.gradeMissedUnflagged += isMissed && !isFlagged ? 1 : 0;
    counts.flaggedThough += !isWrong && !isOpen && isFlagged ? 1 : 0;
    counts.rootWrong += slice.root.state == RootShapeState::Deformed ? 1 : 0;
}

Counts count(double spacing, double thickness, unsigned series)
{
    std::mt19937 random(static_cast<unsigned>(1000 * spacing + 10 * thickness) + 100000 * series);
    Counts counts;
    for (int draw = 0; draw < draws; ++draw) {
        truth::Scene scene;
        scene.root = truth::ellipse(3.5, 2.5);
        scene.fatThickness = thickness;
        scene.tiltDegrees = draw % 6 * 12;
        scene.shiftUp = draw % 3 * spacing / 3;
        scene.shiftForwards = draw % 5 * spacing / 5;
        scene.moveRoot = truth::UnsteadyHand(random);
        scene.moveFat = truth::UnsteadyHand(random);
        const truth::Drawing drawing(truth::Grid{spacing, spacing}, scene);
        MeasureRequest request;
        request.pedicleLine = drawing.pedicleLine();
        for (int bits = 0; bits < 15; ++bits) // 15, no fat at all, has nothing to find
            add(counts, *measure(drawing.marks(truth::patternOf(bits)), drawing.geometry(), request),
                truth::patternOf(bits));
    }
    return counts;
}

} // namespace
} // namespace grading

int main(int argc, char** argv)
{
    const auto series = argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 0;
    std::printf("| pixel, mm | fat, mm | recovered | equivocal | wrong, flagged | wrong, no flag | "
                "grade missed | of these no flag | flagged though right | root called deformed |\n"
                "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (const double spacing : {0.5, 0.7, 1.0}) {
        for (const double thickness : {1.0, 1.5, 2.0, 3.0}) {
            const auto c = grading::count(spacing, thickness, series);
            const auto percent = [&](int n) { return 100.0 * n / c.all; };
            std::printf(
                "| %.1f | %.1f | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% |\n",
                spacing, thickness, percent(c.recovered), percent(c.equivocal), percent(c.wrongFlagged),
                percent(c.wrongUnflagged), percent(c.gradeMissed), percent(c.gradeMissedUnflagged),
                percent(c.flaggedThough), percent(c.rootWrong));
        }
    }
}
