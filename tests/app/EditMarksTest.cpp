#include "AtAReading.h"

#include "commands/CommandTable.h"
#include "panels/ToolPanel.h"
#include "theme/MarkLook.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QPushButton>
#include <QSlider>

namespace foragrade {
namespace {

/// Marks of known shape on the first pane, edited by key and by menu.
class EditMarks : public AtAReading {
protected:
    ~EditMarks() override { setMarkLook({}); }

    /// A block of pixels of the structure on the slice, without a hand.
    void lay(int slice, int column, int row, int wide, int tall, Structure structure = Structure::NerveRoot)
    {
        std::vector<grading::PixelSpan> spans;
        for (int r = row; r < row + tall; ++r)
            spans.push_back({r, column, column + wide});
        const auto& geometry = pane()->volume().geometry();
        ASSERT_TRUE(desk().apply(grading::commands::mark(
            "Lay", {upperRight, pane()->stack()->id, pane()->stack()->frameOfReference, geometry, slice},
            grading::PixelSet(spans), structure, grading::PaintMode::Replace)));
    }
    std::size_t on(int slice, Structure structure = Structure::NerveRoot)
    {
        const auto record = desk().record(upperRight);
        const auto* marks = record.marksOn(pane()->stack()->id);
        return marks != nullptr ? marks->labels.count(structure, slice) : 0;
    }
    void run(const char* id) { window->commands().action(id)->trigger(); }

    int here = pane()->slice();
};

TEST_F(EditMarks, GrowAndShrinkAreByMillimetres)
{
    lay(here, 100, 100, 5, 5);
    press(Qt::Key_G, Qt::ControlModifier);
    EXPECT_EQ(on(here), 45U) << "a row more at each side, no corner: they lie 1.4 mm off";
    EXPECT_EQ(desk().session()->undoName(), "Grow nerve root by 1 mm, L1-L2 right");
    press(Qt::Key_Z);
    EXPECT_EQ(on(here), 25U);
    press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(on(here), 9U);
}

TEST_F(EditMarks, GrowingKeepsOffOtherStructures)
{
    lay(here, 100, 100, 5, 5);
    lay(here, 105, 100, 3, 5, Structure::PerineuralFat);
    run("marks.grow");
    EXPECT_EQ(on(here), 40U);
    EXPECT_EQ(on(here, Structure::PerineuralFat), 15U);
}

TEST_F(EditMarks, OfTheIslandsTheLargestStaysOrTheSmallOnesGo)
{
    lay(here, 100, 100, 5, 5);
    lay(here, 120, 100, 3, 3);
    lay(here, 130, 100, 1, 2);
    run("marks.small"); // below 4 mm²
    EXPECT_EQ(on(here), 34U);
    press(Qt::Key_J, Qt::ControlModifier);
    EXPECT_EQ(on(here), 25U);
}

TEST_F(EditMarks, HolesAreFilledButNotWhatIsMarkedInThem)
{
    lay(here, 100, 100, 5, 5, Structure::PerineuralFat);
    lay(here, 102, 102, 1, 1);
    press(Qt::Key_W);
    run("marks.holes");
    EXPECT_EQ(on(here, Structure::PerineuralFat), 24U);
    press(Qt::Key_Z);
    EXPECT_EQ(on(here), 0U) << "filling changed nothing, so Z took the root back";
    EXPECT_EQ(on(here, Structure::PerineuralFat), 25U);
}

TEST_F(EditMarks, WithEverySliceMeantOthersAreEditedToo)
{
    lay(here, 100, 100, 5, 5);
    lay(here + 1, 100, 100, 5, 5);
    run("marks.shrink");
    EXPECT_EQ(on(here + 1), 25U);
    press(Qt::Key_A, Qt::ControlModifier);
    EXPECT_TRUE(window->commands().action("marks.allSlices")->isChecked());
    run("marks.shrink");
    EXPECT_EQ(on(here), 1U);
    EXPECT_EQ(on(here + 1), 9U);
}

TEST_F(EditMarks, SlicesBetweenMarkedOnesAreFilledByShape)
{
    lay(here - 1, 100, 100, 5, 5);
    lay(here + 1, 100, 100, 5, 5);
    press(Qt::Key_I, Qt::ControlModifier);
    EXPECT_EQ(on(here), 25U);
    EXPECT_EQ(desk().session()->undoName(), "Interpolate nerve root, L1-L2 right");
    EXPECT_EQ(desk().record(upperRight).marks.front().algorithm, "foragrade shape interpolation 1");
}

TEST_F(EditMarks, TheSliceBesideIsCopiedKeptInCommonOrTakenAway)
{
    lay(here, 100, 100, 5, 5);
    lay(here + 1, 103, 100, 5, 5);
    run("marks.commonAfter");
    EXPECT_EQ(on(here), 10U);
    press(Qt::Key_Z);
    run("marks.withoutAfter");
    EXPECT_EQ(on(here), 15U);
    press(Qt::Key_Z);
    press(Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(on(here), 40U);
    EXPECT_EQ(desk().session()->undoName(), "Copy nerve root of the slice after, L1-L2 right");
}

TEST_F(EditMarks, AStructureTakesOverAnother)
{
    lay(here, 100, 100, 5, 5);
    lay(here, 110, 100, 2, 2, Structure::PerineuralFat);
    run("marks.takeFat");
    EXPECT_EQ(on(here), 29U);
    EXPECT_EQ(on(here, Structure::PerineuralFat), 0U);
    run("marks.takeRoot");
    EXPECT_TRUE(window->message().contains("structure in hand"));
    EXPECT_EQ(on(here), 29U);
}

TEST_F(EditMarks, MarksOfOnePaneAreCopiedToTheOthersByPlace)
{
    lay(here, 100, 100, 6, 6);
    lay(here, 106, 100, 3, 6, Structure::PerineuralFat);
    const auto panes = window->panes().panes();
    window->panes().setCurrent(panes[1]);
    run("marks.copyT1");
    const auto record = desk().record(upperRight);
    const auto* t2 = record.marksOn(test::sagittalT2);
    ASSERT_NE(t2, nullptr);
    EXPECT_EQ(t2->labels, record.marksOn(test::sagittalT1)->labels) << "equal grids";
    EXPECT_EQ(desk().session()->undoName(), "Copy marks of sagittal T1, L1-L2 right");
    EXPECT_EQ(record.gradedMarks()->stackId, test::sagittalT1) << "it is graded where it was";
    press(Qt::Key_Z);
    EXPECT_EQ(desk().record(upperRight).marksOn(test::sagittalT2), nullptr);
    run("marks.copyAxial");
    EXPECT_TRUE(window->message().contains("has no marks on another stack"));
}

TEST_F(EditMarks, WhatWouldLieOnTheOtherSideIsAskedForFirst)
{
    lay(here, 100, 100, 5, 5);
    const int left = 2; // 22 mm on the patient's left
    pane()->setSlice(left);
    lay(left + 1, 100, 100, 5, 5);
    Question question;
    QObject::connect(&desk(), &ReadingDesk::asked, [&](const Question& asked) { question = asked; });
    const std::pair<const char*, const char*> edits[] = {{"marks.copyAfter", "Copy nerve root"},
                                                         {"marks.between", "Interpolate"}};
    for (const auto& [id, name] : edits) {
        const auto before = desk().reading();
        question = {};
        run(id);
        ASSERT_FALSE(question.answers.empty()) << id;
        EXPECT_EQ(desk().reading(), before) << id;
        question.answers.back().second(); // drop it
        EXPECT_EQ(desk().reading(), before) << id;
    }
    run("marks.copyAfter");
    question.answers.front().second(); // move it
    EXPECT_EQ(desk().current(), *Foramen::parse("L1-L2:L"));
    EXPECT_EQ(marked(*Foramen::parse("L1-L2:L"), Structure::NerveRoot), 25U);
}

TEST_F(EditMarks, NothingToEditIsSaidAndIsNoStep)
{
    run("marks.grow");
    EXPECT_TRUE(window->message().contains("nothing here to change"));
    EXPECT_TRUE(desk().session()->history().empty());
    lay(here, 100, 100, 5, 5);
    run("marks.grow");
    EXPECT_TRUE(window->message().isEmpty());
}

TEST_F(EditMarks, ASignedReadingIsNotEdited)
{
    lay(here, 100, 100, 5, 5);
    press(Qt::Key_0, Qt::ShiftModifier);
    ASSERT_TRUE(
        desk().apply(grading::commands::edit(upperRight, "Reason", [](auto& r) { r.disagreementReason = "x"; })));
    ASSERT_TRUE(desk().apply(grading::commands::sign(grading::now())));
    const auto before = desk().reading();
    run("marks.grow");
    EXPECT_EQ(desk().reading(), before);
}

TEST_F(EditMarks, TheMenuOfTheToolPanelHasThemAllAndTheirSizes)
{
    lay(here, 100, 100, 5, 5);
    auto* menu = window->findChild<QMenu*>("editMarks");
    bool isOpen = false;
    QTimer::singleShot(0, menu, [&] {
        isOpen = menu->isVisible();
        window->findChild<QDoubleSpinBox*>("editMargin")->setValue(2);
        menu->setActiveAction(window->commands().action("marks.grow"));
        QTest::keyClick(menu, Qt::Key_Return);
    });
    QTest::mouseClick(window->findChild<QPushButton*>("editMarksButton"), Qt::LeftButton);
    EXPECT_TRUE(isOpen);
    EXPECT_EQ(desk().session()->undoName(), "Grow nerve root by 2 mm, L1-L2 right");
}

TEST_F(EditMarks, FillMarksWhatLooksAlikeAndHangsTogether)
{
    press(Qt::Key_G, Qt::ShiftModifier);
    const QPoint at(220, 300);
    QTest::mouseClick(pane(), Qt::LeftButton, Qt::NoModifier, at);
    EXPECT_EQ(desk().session()->undoName(), "Fill nerve root, L1-L2 right");
    const auto place = pane()->projection().toSlice(at);
    const auto pixels = desk().record(upperRight).marks.front().labels.pixels(here, Structure::NerveRoot);
    EXPECT_TRUE(pixels.contains(static_cast<int>(std::lround(place.column)), static_cast<int>(std::lround(place.row))));
    EXPECT_EQ(grading::PixelSet(pixels).count(), on(here));
    EXPECT_LE(on(here), 460U) << "no farther than 12 mm";
    QTest::mouseClick(pane(), Qt::LeftButton, Qt::ControlModifier, at);
    EXPECT_EQ(on(here), 0U);
}

TEST_F(EditMarks, TheTintOfFillFollowsTheSizeWithoutAMoveOfTheMouse)
{
    const auto hover = [&] {
        const QPointF at(220, 300);
        QMouseEvent move(QEvent::MouseMove, at, pane()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(pane(), &move);
        return pane()->grab().toImage();
    };
    press(Qt::Key_G, Qt::ShiftModifier);
    const QImage large = hover();
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_BracketLeft);
    const QImage small = pane()->grab().toImage();
    EXPECT_NE(small, large);
    EXPECT_EQ(small, hover());
}

TEST_F(EditMarks, APolygonThatWasBegunStaysWhenASizeOrTheStructureChanges)
{
    const auto corner = [&](double column, double row) {
        QTest::mouseClick(pane(), Qt::LeftButton, Qt::NoModifier,
                          pane()->projection().toPane(grading::SlicePoint{column, row}).toPoint());
    };
    press(Qt::Key_P);
    corner(100, 100);
    corner(120, 100);
    press(Qt::Key_BracketRight);
    press(Qt::Key_W);
    corner(120, 120);
    corner(100, 120);
    press(Qt::Key_Return);
    EXPECT_NEAR(static_cast<double>(on(here, Structure::PerineuralFat)), 400, 60) << "by pixels of the window";
    EXPECT_EQ(on(here), 0U);
}

TEST_F(EditMarks, AnotherToolDropsAPolygonThatWasBegun)
{
    press(Qt::Key_P);
    QTest::mouseClick(pane(), Qt::LeftButton, Qt::NoModifier, {200, 200});
    QTest::mouseClick(pane(), Qt::LeftButton, Qt::NoModifier, {240, 200});
    press(Qt::Key_B);
    press(Qt::Key_P);
    QTest::mouseClick(pane(), Qt::LeftButton, Qt::NoModifier, {240, 240});
    press(Qt::Key_Return);
    EXPECT_EQ(marked(upperRight, Structure::NerveRoot), 0U) << "one corner is no outline";
}

TEST_F(EditMarks, TheirLookIsChosenByMouseAndByKey)
{
    auto* fill = window->findChild<QSlider*>("markFill");
    EXPECT_EQ(fill->value(), 25);
    press(Qt::Key_Period);
    EXPECT_EQ(fill->value(), 30);
    fill->setValue(60);
    EXPECT_DOUBLE_EQ(markLook().fill, 0.6);
    press(Qt::Key_L, Qt::ShiftModifier);
    EXPECT_TRUE(markLook().isLineOnly);
    EXPECT_FALSE(fill->isEnabled());
    auto* lines = window->findChild<QPushButton*>("markLines");
    EXPECT_TRUE(lines->isChecked());
    QTest::mouseClick(lines, Qt::LeftButton);
    EXPECT_FALSE(markLook().isLineOnly);
}

TEST_F(EditMarks, AFilledMarkIsPaintedAndWithLinesOnlyItIsNot)
{
    lay(here, 100, 100, 20, 20);
    pane()->fit();
    const auto middle = [&] {
        QTest::qWait(60);
        return pane()->grab().toImage().pixelColor(
            pane()->projection().toPane(grading::SlicePoint{110, 110}).toPoint());
    };
    setMarkLook({0, false});
    press(Qt::Key_V);
    const QColor image = middle();
    press(Qt::Key_Period);
    for (int i = 0; i < 10; ++i)
        press(Qt::Key_Period);
    EXPECT_NE(middle(), image);
    press(Qt::Key_L, Qt::ShiftModifier);
    EXPECT_EQ(middle(), image);
}

} // namespace
} // namespace foragrade
