#include "AtAReading.h"

#include "grading/assist/Livewire.h"
#include "grading/assist/ThresholdBrush.h"

#include <cmath>
#include <utility>

namespace foragrade {
namespace {

constexpr int middleColumn = 128;
constexpr int middleRow = 128;

/// The pixels nearer than `outer` mm to the middle, but not nearer than `inner`; the study's pixels are 1 mm wide.
grading::PixelSet ring(double inner, double outer)
{
    std::vector<grading::PixelSpan> spans;
    for (int row = 0; row < 256; ++row) {
        for (int column = 0; column < 256; ++column) {
            const double distance = std::hypot(column - middleColumn, row - middleRow);
            if (distance >= inner && distance < outer)
                spans.push_back({row, column, column + 1});
        }
    }
    return grading::PixelSet(std::move(spans));
}

const grading::PixelSet trueRoot = ring(0, 3.5);
const grading::PixelSet trueFat = ring(3.5, 7.5);

/// A root in fat in dark bone, the same on every slice.
grading::Volume rootInFat(const grading::VolumeGeometry& geometry)
{
    std::vector<std::int16_t> pixels;
    for (int slice = 0; slice < geometry.slices(); ++slice) {
        for (int row = 0; row < geometry.rows(); ++row) {
            for (int column = 0; column < geometry.columns(); ++column)
                pixels.push_back(trueRoot.contains(column, row) ? 250 : trueFat.contains(column, row) ? 600 : 30);
        }
    }
    return {geometry, std::move(pixels)};
}

double dice(const grading::PixelSet& a, const grading::PixelSet& b)
{
    return 2.0 * static_cast<double>(a.intersectedWith(b).count()) / static_cast<double>(a.count() + b.count());
}

class Proposal : public AtAReading {
protected:
    /// Shows a study whose T1 holds the root; `missing` are slices that the series lacks.
    void showRoot(std::vector<int> missing = {})
    {
        auto study = test::SyntheticStudy::make();
        auto& stack = study.catalogue.studies[0].series[0].stacks[0];
        stack.missingSlices = std::move(missing);
        study.volumes[stack.id] = rootInFat(*stack.geometry);
        window->study().show(std::move(study.catalogue), std::move(study.volumes));
        QTest::qWait(20);
        pane()->setFocus();
    }

    QPoint paneAt(int column, int row)
    {
        const auto place = pane()->volume().geometry().toPatient(grading::VoxelIndex{column, row, pane()->slice()});
        return pane()->projection().toPane(place).toPoint();
    }

    void click(int column, int row) { QTest::mouseClick(pane(), Qt::LeftButton, {}, paneAt(column, row)); }

    void clickRoot()
    {
        press(Qt::Key_R);
        click(middleColumn, middleRow);
    }

    grading::PixelSet marks(int slice, Structure structure)
    {
        const auto record = desk().record(upperRight);
        return record.marks.empty() ? grading::PixelSet() : record.marks.front().labels.pixels(slice, structure);
    }
};

TEST_F(Proposal, RootByClickIsOnlyMarkedOnceItIsTaken)
{
    showRoot();
    clickRoot();
    EXPECT_TRUE(desk().record(upperRight).marks.empty());
    press(Qt::Key_Return);
    EXPECT_GE(dice(marks(pane()->slice(), Structure::NerveRoot), trueRoot), 0.8);
    EXPECT_GE(dice(marks(pane()->slice(), Structure::PerineuralFat), trueFat), 0.8);
    EXPECT_FALSE(desk().record(upperRight).marks.front().algorithm.empty());
}

TEST_F(Proposal, EscapeDropsIt)
{
    showRoot();
    clickRoot();
    press(Qt::Key_Escape);
    press(Qt::Key_Return);
    EXPECT_TRUE(desk().record(upperRight).marks.empty());
}

TEST_F(Proposal, FatAroundAMarkedRootIsProposedByKey)
{
    showRoot();
    clickRoot();
    press(Qt::Key_Return);
    const int slice = pane()->slice();
    grading::StackMarks rootAlone = desk().record(upperRight).marks.front();
    rootAlone.labels =
        rootAlone.labels.erased(slice, trueRoot.unitedWith(trueFat)).painted(slice, trueRoot, Structure::NerveRoot);
    ASSERT_TRUE(desk().apply(grading::commands::setMarks(upperRight, rootAlone, "Keep the root alone")));
    ASSERT_TRUE(marks(slice, Structure::PerineuralFat).isEmpty());
    press(Qt::Key_S);
    EXPECT_TRUE(marks(slice, Structure::PerineuralFat).isEmpty());
    press(Qt::Key_Return);
    EXPECT_GE(dice(marks(slice, Structure::PerineuralFat), trueFat), 0.8);
    EXPECT_EQ(marks(slice, Structure::NerveRoot), trueRoot);
}

TEST_F(Proposal, TheRootOfTheNextSliceIsProposedByKey)
{
    showRoot();
    clickRoot();
    press(Qt::Key_Return);
    const int before = pane()->slice();
    press(Qt::Key_D);
    press(Qt::Key_Return);
    ASSERT_NE(pane()->slice(), before);
    EXPECT_GE(dice(marks(pane()->slice(), Structure::NerveRoot), trueRoot), 0.8);
}

TEST_F(Proposal, ForamenByClickBringsRootAndFatWithIt)
{
    showRoot();
    press(Qt::Key_R, Qt::ShiftModifier);
    click(middleColumn, middleRow);
    EXPECT_TRUE(desk().record(upperRight).marks.empty());
    press(Qt::Key_Return);
    const int slice = pane()->slice();
    EXPECT_GE(dice(marks(slice, Structure::NerveRoot), trueRoot), 0.8);
    EXPECT_GE(dice(marks(slice, Structure::PerineuralFat), trueFat), 0.8);
    const auto whole = desk().record(upperRight).marks.front().labels.markedPixels(slice);
    EXPECT_GE(dice(whole, trueRoot.unitedWith(trueFat)), 0.85);
    EXPECT_NE(desk().record(upperRight).marks.front().algorithm.find("foragrade foramen"), std::string::npos);
}

TEST_F(Proposal, LivewireFollowsTheEdgeBetweenClicks)
{
    showRoot();
    press(Qt::Key_W);
    press(Qt::Key_P, Qt::ShiftModifier);
    for (const auto& [column, row] : {std::pair{8, 0}, {0, 8}, {-8, 0}, {0, -8}})
        click(middleColumn + column, middleRow + row);
    EXPECT_TRUE(desk().record(upperRight).marks.empty());
    press(Qt::Key_Return);
    EXPECT_GE(dice(marks(pane()->slice(), Structure::PerineuralFat), trueRoot.unitedWith(trueFat)), 0.92);
    EXPECT_EQ(desk().record(upperRight).marks.front().algorithm, grading::Livewire::algorithm);
}

TEST_F(Proposal, ThresholdBrushMarksOnlyWhatLooksLikeItsFirstPlace)
{
    showRoot();
    press(Qt::Key_W);
    press(Qt::Key_T, Qt::ShiftModifier);
    drag(paneAt(middleColumn + 6, middleRow), paneAt(middleColumn - 6, middleRow));
    const auto fat = marks(pane()->slice(), Structure::PerineuralFat);
    EXPECT_FALSE(fat.isEmpty());
    EXPECT_TRUE(fat.without(trueFat).isEmpty());
    EXPECT_EQ(desk().record(upperRight).marks.front().algorithm, grading::thresholdBrushAlgorithm);
}

TEST_F(Proposal, SphereBrushMarksTheNeighbouringSlicesAsFarAsItReaches)
{
    showRoot();
    auto tool = desk().tool();
    tool.brushRadius = {6}; // slices are 4.4 mm apart
    desk().setTool(tool);
    press(Qt::Key_B, Qt::ShiftModifier);
    click(middleColumn, middleRow);
    ASSERT_FALSE(desk().record(upperRight).marks.empty());
    const auto labels = desk().record(upperRight).marks.front().labels;
    const int slice = pane()->slice();
    EXPECT_EQ(labels.markedSlices(), (std::vector<int>{slice - 1, slice, slice + 1}));
    EXPECT_TRUE(desk().record(upperRight).marks.front().algorithm.empty());
}

TEST_F(Proposal, BeyondTheMidlineIsAskedForFirst)
{
    showRoot();
    pane()->setSlice(1); // 26 mm to the left
    Question question;
    QObject::connect(&desk(), &ReadingDesk::asked, [&](const Question& asked) { question = asked; });
    clickRoot();
    press(Qt::Key_Return);
    ASSERT_FALSE(question.answers.empty());
    EXPECT_TRUE(desk().reading().foramina.empty());
    question.answers.front().second();
    EXPECT_TRUE(desk().record(upperRight).marks.empty());
    EXPECT_GT(marked(*Foramen::parse("L1-L2:L"), Structure::NerveRoot), 0U);
}

TEST_F(Proposal, IsNeverTakenOnASliceThatTheSeriesLacks)
{
    std::vector<int> all(15);
    for (int slice = 0; slice < 15; ++slice)
        all[static_cast<std::size_t>(slice)] = slice;
    showRoot(all);
    clickRoot();
    press(Qt::Key_Return);
    EXPECT_TRUE(desk().record(upperRight).marks.empty());
}

} // namespace
} // namespace foragrade
