#include "ReadingSamples.h"

#include "grading/marks/Interpolation.h"
#include "grading/marks/MarkEdits.h"
#include "grading/marks/PixelShape.h"
#include "grading/reading/Session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace grading {
namespace {

using samples::foramen;
using samples::sagittalGrid;

/// A stack of the same frame of reference, coarser and turned to the axial plane.
VolumeGeometry axialGrid()
{
    return *VolumeGeometry::make({-12, -22, -16}, {1, 0, 0}, {0, 1, 0}, {0.9}, {0.8}, {3}, 40, 60, 17);
}

/// Draws edits of every kind that a reader has, at random places, on the marks of a sagittal stack.
class RandomEdits {
public:
    explicit RandomEdits(unsigned seed) : m_random(seed) {}

    static constexpr int kinds = 16;

    LabelMap edited(const LabelMap& marks, int kind)
    {
        m_slice = number(0, m_grid.slices() - 1);
        m_structure = allStructures[static_cast<std::size_t>(number(0, 2))];
        const PixelSet here = marks.pixels(m_slice, m_structure);
        switch (kind) {
        case 0:
            return marks.painted(m_slice, brushStroke(m_grid, path(3), radius()), m_structure);
        case 1:
            return painted(marks, sphereStroke(m_grid, m_slice, path(2), {6}));
        case 2:
            return marks.erased(m_slice, brushStroke(m_grid, path(2), radius()), m_structure);
        case 3:
            return marks.erased(m_slice, brushStroke(m_grid, path(2), radius()));
        case 4:
            return marks.filled(m_slice, polygonInterior(m_grid, path(6)), m_structure);
        case 5:
            return marks.painted(m_slice, freehandInterior(m_grid, path(40)), m_structure);
        case 6:
            return marks.filled(m_slice, chosen(brushStroke(m_grid, path(3), radius()), looksAlike()), m_structure);
        case 7:
            return marks.filled(m_slice, floodFill(m_grid, number(0, 63), number(0, 63), looksAlike()), m_structure);
        case 8:
            return reshaped(marks, m_slice, m_structure, largestIsland(here));
        case 9:
            return reshaped(marks, m_slice, m_structure, withoutSmallIslands(m_grid, here, {5}));
        case 10:
            return reshaped(marks, m_slice, m_structure, withHolesFilled(here));
        case 11:
            return reshaped(marks, m_slice, m_structure, grown(m_grid, here, radius()));
        case 12:
            return reshaped(marks, m_slice, m_structure, shrunk(m_grid, here, {0.8}));
        case 13:
            return combined(marks, m_slice, m_structure, static_cast<SetOperation>(number(0, 2)),
                            marks.markedPixels(number(0, m_grid.slices() - 1)));
        case 14:
            return interpolated(marks, m_grid, m_structure);
        default:
            return copiedTo(m_grid, copiedTo(axialGrid(), marks, m_grid), axialGrid());
        }
    }

    [[nodiscard]] int number(int low, int high) { return std::uniform_int_distribution(low, high)(m_random); }

private:
    [[nodiscard]] Millimetres radius() { return {0.5 * number(1, 8)}; }
    [[nodiscard]] std::vector<SlicePoint> path(int points)
    {
        std::vector<SlicePoint> path;
        for (int i = 0; i < points; ++i)
            path.push_back({0.1 * number(-30, 660), 0.1 * number(-30, 660)});
        return path;
    }
    [[nodiscard]] std::function<bool(int, int)> looksAlike()
    {
        const int stripe = number(2, 9);
        return [stripe](int column, int row) { return (column * column + 3 * row) / stripe % 3 != 0; };
    }
    [[nodiscard]] LabelMap painted(LabelMap marks, const VoxelSet& voxels) const
    {
        for (const auto& [slice, pixels] : voxels)
            marks = marks.painted(slice, pixels, m_structure);
        return marks;
    }

    std::mt19937 m_random;
    VolumeGeometry m_grid = sagittalGrid();
    int m_slice = 0;
    Structure m_structure = Structure::NerveRoot;
};

StackMarks marksOf(const Session& session)
{
    const auto found = session.reading().foramina.find(foramen("L4-L5:R"));
    if (found != session.reading().foramina.end()) {
        if (const auto* marks = found->second.marksOn("2.25.77.1#1"))
            return *marks;
    }
    const auto target = samples::target(foramen("L4-L5:R"));
    const auto& grid = target.geometry;
    return {target.stackId,
            target.frameOfReference,
            grid,
            LabelMap(grid.columns(), grid.rows(), grid.slices()),
            {},
            {},
            {}};
}

class MarkEdits : public testing::TestWithParam<unsigned> {};

TEST_P(MarkEdits, aHundredOfAnyKindUndoneGiveTheBytesBack)
{
    RandomEdits random(GetParam());
    Session session(samples::emptyReading());
    std::vector<std::string> bytes{marksOf(session).labels.toText()};
    std::array<int, RandomEdits::kinds> done{};
    for (int i = 0; bytes.size() <= 100; ++i) {
        ASSERT_LT(i, 1000);
        const int kind = random.number(0, RandomEdits::kinds - 1);
        StackMarks marks = marksOf(session);
        marks.labels = random.edited(marks.labels, kind);
        ASSERT_TRUE(session.apply(commands::setMarks(foramen("L4-L5:R"), marks, "Edit")));
        if (session.historyPosition() < bytes.size())
            continue; // it changed nothing
        ++done[static_cast<std::size_t>(kind)];
        bytes.push_back(marksOf(session).labels.toText());
    }
    for (std::size_t i = bytes.size(); i-- > 1;) {
        ASSERT_EQ(marksOf(session).labels.toText(), bytes[i]);
        ASSERT_TRUE(session.undo());
    }
    EXPECT_EQ(session.reading(), samples::emptyReading());
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        ASSERT_TRUE(session.redo());
        ASSERT_EQ(marksOf(session).labels.toText(), bytes[i]);
    }
    EXPECT_GE(std::count_if(done.begin(), done.end(), [](int times) { return times > 0; }), 14) << "kinds of edits";
}

INSTANTIATE_TEST_SUITE_P(Seeds, MarkEdits, testing::Range(1U, 9U));

} // namespace
} // namespace grading
