#include "AnalyticForamen.h"

#include "grading/measure/Measure.h"

#include <gtest/gtest.h>

#include <random>

namespace grading {
namespace {

using enum AnatomicalDirection;

constexpr int columns = 60;
constexpr int rows = 52;
constexpr int slices = 3;

VolumeGeometry grid()
{
    return *VolumeGeometry::make({14, -20, 31}, patient::posterior, patient::inferior, {0.5}, {0.6}, {4.4}, columns,
                                 rows, slices);
}

/// A radius that wavers with the angle.
class Waver {
public:
    Waver(std::mt19937& random, double mean, double amplitude) : m_mean(mean)
    {
        for (auto& wave : m_waves)
            wave = {amplitude * share(random), 6.283 * share(random)};
    }

    static double share(std::mt19937& random) { return static_cast<double>(random()) / 4294967296.0; }

    double operator()(double angle) const
    {
        double radius = m_mean;
        for (std::size_t k = 0; k < m_waves.size(); ++k)
            radius += m_waves[k].first * std::cos(static_cast<double>(k + 1) * angle + m_waves[k].second);
        return radius;
    }

private:
    double m_mean;
    std::array<std::pair<double, double>, 4> m_waves;
};

/// An irregular root in three slices, in fat that is missing here and there, in an outline.
LabelMap randomMarks(unsigned seed)
{
    std::mt19937 random(seed);
    LabelMap map(columns, rows, slices);
    for (int slice = 0; slice < slices; ++slice) {
        const Waver root(random, 2.6 + 0.3 * slice, 0.5);
        const Waver fat(random, 1.2, 1.6);
        const Waver outline(random, 7.5, 0.8);
        const double column = 30 + 3 * Waver::share(random);
        const double row = 25 + 3 * Waver::share(random);
        std::array<std::vector<PixelSpan>, 3> spans;
        for (int r = 0; r < rows; ++r) {
            for (int c = 0; c < columns; ++c) {
                const double x = (c - column) * 0.5;
                const double y = (r - row) * 0.6;
                const double angle = std::atan2(y, x);
                const double distance = std::hypot(x, y);
                const double edge = root(angle);
                const std::size_t what = distance <= edge                               ? 0
                                         : distance <= edge + std::max(fat(angle), 0.0) ? 1
                                         : distance <= outline(angle)                   ? 2
                                                                                        : 3;
                if (what < 3)
                    spans[what].push_back({r, c, c + 1});
            }
        }
        for (std::size_t i = 0; i < spans.size(); ++i)
            map = map.filled(slice, PixelSet(spans[i]), allStructures[i]);
    }
    return map;
}

/// One of the eight ways to lay a picture: first perhaps transposed, then perhaps reversed.
struct Lay {
    bool isTransposed = false;
    bool columnsReversed = false;
    bool rowsReversed = false;

    [[nodiscard]] bool isMirrored() const { return (isTransposed != columnsReversed) != rowsReversed; }
    [[nodiscard]] VoxelIndex operator()(VoxelIndex from) const
    {
        VoxelIndex to = from;
        const int width = isTransposed ? rows : columns;
        const int height = isTransposed ? columns : rows;
        if (isTransposed)
            std::swap(to.column, to.row);
        if (columnsReversed)
            to.column = width - 1 - to.column;
        if (rowsReversed)
            to.row = height - 1 - to.row;
        return to;
    }
};

/// Pixels go where `lay` says; `slicesReversed` turns the order of slices round.
LabelMap laid(const LabelMap& marks, const Lay& lay, bool slicesReversed)
{
    LabelMap map(lay.isTransposed ? rows : columns, lay.isTransposed ? columns : rows, slices);
    for (int slice = 0; slice < slices; ++slice) {
        for (const auto structure : allStructures) {
            std::vector<PixelSpan> spans;
            const PixelSet pixels = marks.pixels(slice, structure);
            for (const auto& span : pixels.spans()) {
                for (int column = span.begin; column < span.end; ++column) {
                    const auto to = lay({column, span.row, slice});
                    spans.push_back({to.row, to.column, to.column + 1});
                }
            }
            map = map.filled(slicesReversed ? slices - 1 - slice : slice, PixelSet(std::move(spans)), structure);
        }
    }
    return map;
}

/// The same marks in the same patient, stored another way.
VolumeGeometry laid(const VolumeGeometry& from, const Lay& lay)
{
    PatientVector row = lay.isTransposed ? from.columnDirection() : from.rowDirection();
    PatientVector column = lay.isTransposed ? from.rowDirection() : from.columnDirection();
    VoxelIndex corner{0, 0, lay.isMirrored() ? slices - 1 : 0};
    if (lay.columnsReversed) {
        row = -row;
        (lay.isTransposed ? corner.row : corner.column) = lay.isTransposed ? rows - 1 : columns - 1;
    }
    if (lay.rowsReversed) {
        column = -column;
        (lay.isTransposed ? corner.column : corner.row) = lay.isTransposed ? columns - 1 : rows - 1;
    }
    const auto columnSpacing = lay.isTransposed ? from.rowSpacing() : from.columnSpacing();
    const auto rowSpacing = lay.isTransposed ? from.columnSpacing() : from.rowSpacing();
    return *VolumeGeometry::make(from.toPatient(corner), row, column, columnSpacing, rowSpacing, from.sliceSpacing(),
                                 lay.isTransposed ? rows : columns, lay.isTransposed ? columns : rows, slices);
}

std::vector<Lay> allLays()
{
    std::vector<Lay> lays;
    for (const bool a : {false, true}) {
        for (const bool b : {false, true}) {
            for (const bool c : {false, true})
                lays.push_back({a, b, c});
        }
    }
    return lays;
}

/// All but the frame and the place of the rays; a ray at the very limit may fall either way by rounding.
void expectSameShape(const SliceMeasurements& a, const SliceMeasurements& b)
{
    EXPECT_EQ(a.root.pixels, b.root.pixels);
    EXPECT_EQ(a.root.state, b.root.state);
    EXPECT_EQ(a.root.signs, b.root.signs);
    EXPECT_NEAR(a.root.flattening, b.root.flattening, 1e-9);
    EXPECT_NEAR(a.root.solidity, b.root.solidity, 1e-9);
    EXPECT_NEAR(a.root.perimeter.value, b.root.perimeter.value, 1e-9);
    EXPECT_NEAR(a.root.majorAxis.value, b.root.majorAxis.value, 1e-9);
    EXPECT_EQ(a.fat.pixels, b.fat.pixels);
    EXPECT_NEAR(*a.fat.coverage, *b.fat.coverage, 1.01 / 360);
    ASSERT_TRUE(a.outline && b.outline);
    EXPECT_NEAR(a.outline->area.value, b.outline->area.value, 1e-9);
    EXPECT_NEAR(a.outline->height.value, b.outline->height.value, 1e-6);
    EXPECT_NEAR(a.outline->fatShare, b.outline->fatShare, 1e-9);
    EXPECT_EQ(a.issues.size(), b.issues.size());
}

void expectSameSide(const SideMeasurement& a, const SideMeasurement& b)
{
    EXPECT_EQ(a.state, b.state);
    EXPECT_EQ(a.cause, b.cause);
    ASSERT_EQ(a.coverage.has_value(), b.coverage.has_value());
    EXPECT_NEAR(a.coverage.value_or(0), b.coverage.value_or(0), 1.01 / 90);
}

void expectSameSides(const SliceMeasurements& a, const SliceMeasurements& b)
{
    for (const auto direction : allDirections)
        expectSameSide(a.side(direction), b.side(direction));
}

class Symmetry : public testing::TestWithParam<unsigned> {};

TEST_P(Symmetry, howAPictureIsStoredChangesNothing)
{
    const LabelMap marks = randomMarks(GetParam());
    const auto straight = measure(marks, grid()).value();
    for (const auto& lay : allLays()) {
        const auto other = measure(laid(marks, lay, lay.isMirrored()), laid(grid(), lay)).value();
        ASSERT_EQ(other.slices.size(), straight.slices.size());
        for (std::size_t i = 0; i < straight.slices.size(); ++i) {
            const auto& a = straight.slices[i];
            const auto& b = other.slices[lay.isMirrored() ? straight.slices.size() - 1 - i : i];
            expectSameShape(a, b);
            expectSameSides(a, b);
            EXPECT_EQ(a.frame.source, b.frame.source);
            EXPECT_NEAR(a.frame.tilt.value, b.frame.tilt.value, 1e-6);
            EXPECT_NEAR(length(a.profile.origin - b.profile.origin), 0, 1e-9);
            EXPECT_NEAR(dot(a.frame.anterior, b.frame.anterior), 1, 1e-9);
        }
        EXPECT_NEAR(straight.fatVolume.volume.value, other.fatVolume.volume.value, 1e-6);
        EXPECT_EQ(straight.stenoticLengthRatio, other.stenoticLengthRatio);
    }
}

/// Columns run from front to back, so the picture's mirror image has front and back exchanged.
TEST_P(Symmetry, aPictureMirroredFrontToBackSwapsAnteriorAndPosteriorAndNothingElse)
{
    const LabelMap marks = randomMarks(GetParam());
    MeasureRequest request; // an upright line, so that the foramen's own axis doesn't tilt with it
    request.pedicleLine = {grid().toPatient(VoxelIndex{30, 5, 1}), grid().toPatient(VoxelIndex{30, 45, 1})};
    const auto a = measure(marks, grid(), request).value();
    const auto b = measure(laid(marks, {false, true, false}, false), grid(), request).value();
    for (std::size_t i = 0; i < a.slices.size(); ++i) {
        expectSameShape(a.slices[i], b.slices[i]);
        for (const auto& [from, to] : {std::pair(Superior, Superior), std::pair(Inferior, Inferior),
                                       std::pair(Anterior, Posterior), std::pair(Posterior, Anterior)})
            expectSameSide(a.slices[i].side(from), b.slices[i].side(to));
    }
}

TEST_P(Symmetry, aPictureUpsideDownSwapsSuperiorAndInferiorAndNothingElse)
{
    const LabelMap marks = randomMarks(GetParam());
    MeasureRequest request;
    request.pedicleLine = {grid().toPatient(VoxelIndex{30, 5, 1}), grid().toPatient(VoxelIndex{30, 45, 1})};
    const auto a = measure(marks, grid(), request).value();
    const auto b = measure(laid(marks, {false, false, true}, false), grid(), request).value();
    for (std::size_t i = 0; i < a.slices.size(); ++i) {
        expectSameShape(a.slices[i], b.slices[i]);
        for (const auto& [from, to] : {std::pair(Superior, Inferior), std::pair(Inferior, Superior),
                                       std::pair(Anterior, Anterior), std::pair(Posterior, Posterior)})
            expectSameSide(a.slices[i].side(from), b.slices[i].side(to));
    }
}

/// The other half of the body: left becomes right, all else stays.
TEST_P(Symmetry, aMirroredPatientMeasuresTheSame)
{
    const LabelMap marks = randomMarks(GetParam());
    const auto straight = grid();
    const PatientPoint last = straight.toPatient(VoxelIndex{0, 0, slices - 1});
    const auto mirrored = *VolumeGeometry::make({-last.x, last.y, last.z}, straight.rowDirection(),
                                                straight.columnDirection(), {0.5}, {0.6}, {4.4}, columns, rows, slices);
    const auto a = measure(marks, straight).value();
    const auto b = measure(laid(marks, {}, true), mirrored).value();
    for (std::size_t i = 0; i < a.slices.size(); ++i) {
        expectSameShape(a.slices[i], b.slices[slices - 1 - i]);
        expectSameSides(a.slices[i], b.slices[slices - 1 - i]);
    }
}

/// Rodrigues' formula.
PatientVector turned(PatientVector v, PatientVector axis, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    return v * std::cos(angle) + cross(axis, v) * std::sin(angle) + axis * (dot(axis, v) * (1 - std::cos(angle)));
}

/// Picture and vertical turned together in space, about any axis: only the frame turns.
TEST_P(Symmetry, pictureAndVerticalTurnedTogetherInSpaceChangeNothing)
{
    std::mt19937 random(GetParam());
    const LabelMap marks = randomMarks(GetParam());
    const auto straight = grid();
    const std::pair line{straight.toPatient(ContinuousIndex{33, 5, 1}), straight.toPatient(ContinuousIndex{28, 45, 1})};
    MeasureRequest request;
    request.pedicleLine = line;
    const auto a = measure(marks, straight, request).value();
    for (int turn = 0; turn < 12; ++turn) {
        const double tall = 2 * Waver::share(random) - 1;
        const double around = 2 * std::numbers::pi * Waver::share(random);
        const double wide = std::sqrt(1 - tall * tall);
        const PatientVector axis{wide * std::cos(around), wide * std::sin(around), tall};
        const double degrees = 35 * Waver::share(random);
        const auto at = [&](PatientPoint p) {
            const auto v = turned({p.x, p.y, p.z}, axis, degrees);
            return PatientPoint{v.x, v.y, v.z};
        };
        const auto oblique = *VolumeGeometry::make(
            at(straight.origin()), turned(straight.rowDirection(), axis, degrees),
            turned(straight.columnDirection(), axis, degrees), {0.5}, {0.6}, {4.4}, columns, rows, slices);
        request.pedicleLine = {at(line.first), at(line.second)};
        const auto b = measure(marks, oblique, request).value();
        for (std::size_t i = 0; i < a.slices.size(); ++i) {
            expectSameShape(a.slices[i], b.slices[i]);
            expectSameSides(a.slices[i], b.slices[i]);
            EXPECT_NEAR(dot(turned(a.slices[i].frame.superior, axis, degrees), b.slices[i].frame.superior), 1, 1e-9);
            EXPECT_NEAR(dot(turned(a.slices[i].frame.anterior, axis, degrees), b.slices[i].frame.anterior), 1, 1e-9);
            EXPECT_NEAR(length(at(a.slices[i].profile.origin) - b.slices[i].profile.origin), 0, 1e-6);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(RandomMarks, Symmetry, testing::Range(1U, 9U));

} // namespace
} // namespace grading
