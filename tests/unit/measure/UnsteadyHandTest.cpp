#include "UnsteadyHand.h"

#include "grading/measure/Measure.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

TEST(UnsteadyHand, movesAnEdgeByItsRmsOnAverage)
{
    std::mt19937 random(1);
    double squares = 0;
    int count = 0;
    for (int hand = 0; hand < 40; ++hand) {
        const truth::UnsteadyHand move(random);
        for (double up = -5; up <= 5; up += 1.3) {
            for (double forwards = -5; forwards <= 5; forwards += 1.3, ++count)
                squares += std::pow(move({up, forwards}).up - up, 2);
        }
    }
    EXPECT_NEAR(std::sqrt(squares / count), truth::UnsteadyHand::edgeNoiseMm, 0.03);
}

struct Found {
    int sides = 0;
    int wrong = 0;
    int wrongUnsaid = 0; ///< And no side is equivocal, and no Issue asks to look.
};

Found find(double spacing, double thickness, int draws)
{
    std::mt19937 random(static_cast<unsigned>(1000 * spacing + 10 * thickness));
    Found found;
    for (int draw = 0; draw < draws; ++draw) {
        truth::Scene scene;
        scene.root = truth::ellipse(3.5, 2.5);
        scene.fatThickness = thickness;
        scene.tiltDegrees = draw * 12;
        scene.moveRoot = truth::UnsteadyHand(random);
        scene.moveFat = truth::UnsteadyHand(random);
        const truth::Drawing drawing(truth::Grid{spacing, spacing}, scene);
        MeasureRequest request;
        request.pedicleLine = drawing.pedicleLine();
        for (int bits = 0; bits < 15; ++bits) {
            const auto lost = truth::patternOf(bits);
            const auto measured = measure(drawing.marks(lost), drawing.geometry(), request);
            const auto& slice = measured->graded();
            bool isSaid = !slice.issues.empty();
            for (const auto& side : slice.sides)
                isSaid = isSaid || side.state == SideCoverageState::Equivocal;
            for (const auto direction : allDirections) {
                const auto opposite = lost[indexOf(direction)] ? SideCoverageState::Preserved : SideCoverageState::Lost;
                const bool isWrong = slice.side(direction).state == opposite;
                ++found.sides;
                found.wrong += isWrong ? 1 : 0;
                found.wrongUnsaid += isWrong && !isSaid ? 1 : 0;
            }
        }
    }
    return found;
}

/// docs/05-measuring.md has the shares; this keeps them so.
TEST(UnsteadyHand, turnsNoSideIntoItsOppositeFromTwoMillimetresOfFatOn)
{
    for (const double spacing : {0.5, 0.7, 1.0}) {
        for (const double thickness : {2.0, 3.0})
            EXPECT_EQ(find(spacing, thickness, 5).wrong, 0) << spacing << " mm pixels, fat of " << thickness;
    }
}

TEST(UnsteadyHand, isSeldomWrongOnThinFatWithoutSayingSo)
{
    for (const double spacing : {0.5, 0.7, 1.0}) {
        const auto found = find(spacing, 1.0, 6);
        EXPECT_LE(found.wrongUnsaid, 0.02 * found.sides) << spacing << " mm pixels";
    }
}

} // namespace
} // namespace grading
