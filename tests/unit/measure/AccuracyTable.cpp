/// Prints the tables of docs/05-measuring.md: how far measurements on exact masks miss the truth, by pixel size.
/// Those on noisy masks: RobustnessTable.cpp.
/// Built on demand: cmake --build build/dev --target measure_accuracy && build/dev/bin/measure_accuracy
#include "AnalyticForamen.h"

#include "grading/measure/Measure.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace grading {
namespace {

constexpr truth::Sides noneLost{};

/// Six tilts up to 60°, nine places between the pixels.
template <class Use>
void forEachPlacing(double spacing, const truth::Shape& root, double thickness, Use use)
{
    for (int tilt = 0; tilt <= 60; tilt += 12) {
        for (int place = 0; place < 9; ++place) {
            truth::Scene scene;
            scene.root = root;
            scene.fatThickness = thickness;
            scene.tiltDegrees = tilt;
            scene.shiftUp = place % 3 * spacing / 3;
            scene.shiftForwards = place / 3 * spacing / 3;
            const truth::Drawing drawing(truth::Grid{spacing, spacing}, scene);
            MeasureRequest request;
            request.pedicleLine = drawing.pedicleLine();
            use(drawing, request);
        }
    }
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void printShapes()
{
    std::printf("| pixel, mm | area | flattening | perimeter | solidity |\n| --- | --- | --- | --- | --- |\n");
    const double a = 3.5;
    const double b = 2.5;
    const double perimeter = std::numbers::pi * (3 * (a + b) - std::sqrt((3 * a + b) * (a + 3 * b)));
    for (const double spacing : {0.3, 0.5, 0.6, 0.7, 0.8, 1.0}) {
        std::vector<double> area, flattening, around, solidity;
        forEachPlacing(spacing, truth::ellipse(a, b), 2, [&](const auto& drawing, const auto& request) {
            const auto root = measure(drawing.marks(noneLost), drawing.geometry(), request)->graded().root;
            area.push_back(std::abs(root.area.value / (std::numbers::pi * a * b) - 1) * 100);
            flattening.push_back(std::abs(root.flattening - b / a));
            around.push_back(std::abs(root.perimeter.value / perimeter - 1) * 100);
            solidity.push_back(root.solidity);
        });
        std::printf("| %.1f | %.1f %% (%.1f %%) | %.3f (%.3f) | %.1f %% (%.1f %%) | %.2f |\n", spacing,
                    percentile(area, 0.5), percentile(area, 0.95), percentile(flattening, 0.5),
                    percentile(flattening, 0.95), percentile(around, 0.5), percentile(around, 0.95),
                    percentile(solidity, 0.5));
    }
}

/// How far a side's coverage is off, in points of a percent: fat of 2 mm all around but for a gap of known width in the
/// middle of one side, so the truth is any share from 0 to 1.
void printCoverage()
{
    std::printf("\n| pixel, mm | coverage, median | 95th percentile | worst |\n| --- | --- | --- | --- |\n");
    for (const double spacing : {0.3, 0.5, 0.6, 0.7, 0.8, 1.0}) {
        std::vector<double> errors;
        for (const double truth : {0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9}) {
            forEachPlacing(spacing, truth::ellipse(3, 3), 2, [&](const auto& drawing, const auto& request) {
                const auto all = drawing.marks(noneLost);
                const auto fat = all.pixels(0, Structure::PerineuralFat);
                const auto kept = drawing.offUp(fat, (1 - truth) * 45);
                const auto marks = all.erased(0, fat.without(kept));
                const auto slice = measure(marks, drawing.geometry(), request)->graded();
                errors.push_back(std::abs(*slice.side(AnatomicalDirection::Superior).coverage - truth) * 100);
            });
        }
        std::printf("| %.1f | %.1f | %.1f | %.1f |\n", spacing, percentile(errors, 0.5), percentile(errors, 0.95),
                    percentile(errors, 1));
    }
}

void printThinFat()
{
    std::printf("\n| fat, mm |");
    const std::vector<double> spacings{0.3, 0.5, 0.6, 0.7, 0.8, 1.0};
    for (const double spacing : spacings)
        std::printf(" %.1f mm |", spacing);
    std::printf("\n| --- |");
    for (std::size_t i = 0; i < spacings.size(); ++i)
        std::printf(" --- |");
    std::printf("\n");
    for (const double thickness : {0.5, 0.6, 0.8, 1.0, 1.5, 2.0}) {
        std::printf("| %.1f |", thickness);
        for (const double spacing : spacings) {
            std::array<int, 4> counts{};
            forEachPlacing(spacing, truth::ellipse(3.5, 2.5), thickness, [&](const auto& drawing, const auto& request) {
                for (const auto& side : measure(drawing.marks(noneLost), drawing.geometry(), request)->graded().sides)
                    ++counts[static_cast<std::size_t>(side.state)];
            });
            const double all = counts[0] + counts[1] + counts[2] + counts[3];
            std::printf(" %.0f / %.0f / %.0f |", 100 * counts[0] / all, 100 * counts[1] / all, 100 * counts[2] / all);
        }
        std::printf("\n");
    }
}

} // namespace
} // namespace grading

int main()
{
    grading::printShapes();
    grading::printCoverage();
    grading::printThinFat();
}
