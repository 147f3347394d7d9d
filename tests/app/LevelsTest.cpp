#include "AtAReading.h"

#include "models/Midline.h"
#include "panels/AskBar.h"
#include "panels/NumberingPanel.h"
#include "views/Linking.h"
#include "views/SliceOverlay.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSettings>

namespace foragrade {
namespace {

using grading::Level;
using grading::PatientPoint;

const grading::Uid frame("1.2.3.9");

Level level(const char* name)
{
    return *Level::parse(name);
}

/// Discs are named by clicks in the sagittal T1 pane.
class Levels : public AtAReading {
protected:
    Levels()
    {
        pane()->setSlice(7); // x = 0
        press(Qt::Key_U);
    }

    QPoint paneAt(double y, double z) { return pane()->projection().toPane(PatientPoint{0, y, z}).toPoint(); }
    void click(double y, double z, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(pane(), Qt::LeftButton, modifiers, paneAt(y, z));
    }
    void pick(const char* menuName, const char* entry)
    {
        auto* menu = pane()->findChild<QMenu*>(menuName);
        ASSERT_TRUE(menu != nullptr) << menuName;
        for (auto* action : menu->actions()) {
            if (action->text() == entry) {
                action->trigger();
                menu->close();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                return;
            }
        }
        ADD_FAILURE() << entry << " isn't offered";
    }
    void nameL4()
    {
        click(0, -60);
        pick("levelNames", "L4-L5");
    }
    std::vector<grading::LevelPlace> places() { return desk().reading().levelPlaces; }
    PatientPoint placed(const char* name)
    {
        for (const auto& each : desk().levels(frame)) {
            if (each.level == level(name))
                return each.point;
        }
        ADD_FAILURE() << name;
        return {};
    }
};

TEST_F(Levels, AreNamedByAClickAndFollowAlongTheSpine)
{
    nameL4();
    ASSERT_EQ(places().size(), 1U);
    EXPECT_EQ(places()[0].level, level("L4-L5"));
    EXPECT_NEAR(places()[0].point.z, -60, 0.6);
    EXPECT_EQ(places()[0].frameOfReference, frame);
    EXPECT_NEAR(placed("L1-L2").z, -60 + 3 * 35, 1);
    EXPECT_EQ(desk().session()->undoName(), "Point at disc L4-L5");
}

TEST_F(Levels, EachFurtherClickNamesTheNearestWithoutAsking)
{
    nameL4();
    click(4, -28);
    ASSERT_EQ(places().size(), 2U);
    EXPECT_EQ(places()[1].level, level("L3-L4"));
    EXPECT_EQ(pane()->findChild<QMenu*>("levelNames"), nullptr);
}

TEST_F(Levels, AreCorrectedByADragAndTakenBackByCtrl)
{
    nameL4();
    drag(paneAt(0, -60), paneAt(5, -50));
    ASSERT_EQ(places().size(), 1U);
    EXPECT_NEAR(places()[0].point.z, -50, 1);
    EXPECT_NEAR(places()[0].point.y, 5, 1);
    click(5, -50, Qt::ControlModifier);
    EXPECT_TRUE(places().empty());
    press(Qt::Key_Z);
    EXPECT_EQ(places().size(), 1U);
}

TEST_F(Levels, StandInEveryPaneOfTheFrame)
{
    nameL4();
    const auto panes = window->panes().panes();
    const auto& levels = desk().levels(frame);
    const auto names = [&](const SliceView& view) {
        QStringList result;
        for (const auto& label : levelLabels(view, levels, desk().current().level))
            result << label.name;
        return result;
    };
    EXPECT_TRUE(names(*panes[0]).contains("L4-L5"));
    EXPECT_EQ(names(*panes[0]), names(*panes[1]));
    EXPECT_TRUE(names(*panes[2]).isEmpty()) << "a slice across the spine says its own level alone";
    panes[2]->setSlice(0); // tilted by 10°: 26 mm below the origin where it meets the discs
    EXPECT_EQ(levelOfSlice(*panes[2], levels), "L3-L4") << "named at -25";
    panes[2]->setSlice(3); // 13 mm higher
    EXPECT_EQ(levelOfSlice(*panes[2], levels), "L3");
}

TEST_F(Levels, SendAllPanesToAForamenThatWasNeverMarked)
{
    nameL4();
    press(Qt::Key_V);
    desk().choose(*Foramen::parse("L3-L4:L"));
    const auto& projection = pane()->projection();
    const auto middle = projection.toPatient({pane()->width() / 2.0, pane()->height() / 2.0}, pane()->slice());
    EXPECT_NEAR(middle.z, -25 + 8, 1.5);
    EXPECT_NEAR(middle.y, 20, 1.5);
    EXPECT_NEAR(middle.x, 17, 2.3);
    EXPECT_EQ(window->panes().panes()[2]->stack()->id, test::axialUpper) << "its slab at -40 is the nearest";
}

TEST_F(Levels, AnotherNameMovesMarksAndGradesAlongAsOneStep)
{
    nameL4();
    desk().choose(*Foramen::parse("L4-L5:R"));
    press(Qt::Key_2, Qt::ShiftModifier);
    window->panes().fitAll();
    pane()->setSlice(7);
    const auto before = desk().reading();
    click(0, -60);
    pick("levelRenames", "L5-S1");
    EXPECT_EQ(places()[0].level, level("L5-S1"));
    EXPECT_EQ(desk().record(*Foramen::parse("L5-S1:R")).grade, grading::Grade::from(2));
    EXPECT_FALSE(desk().record(*Foramen::parse("L4-L5:R")).grade);
    EXPECT_EQ(desk().current(), *Foramen::parse("L5-S1:R")) << "the foramen being read goes along";
    press(Qt::Key_Z);
    EXPECT_EQ(desk().reading(), before);
}

TEST_F(Levels, ASixthLumbarVertebraIsAStepThatKeepsTheCountAtTheSacrum)
{
    nameL4();
    desk().choose(*Foramen::parse("L5-S1:R"));
    press(Qt::Key_1, Qt::ShiftModifier);
    EXPECT_EQ(desk().foramina().size(), 10U);
    press(Qt::Key_U, Qt::ShiftModifier);
    auto* panel = window->findChild<NumberingPanel*>();
    ASSERT_TRUE(panel->isVisible());
    panel->findChild<QComboBox*>("lumbarCount")->setCurrentText("6");
    panel->findChild<QComboBox*>("transition")->setCurrentIndex(1);
    panel->findChild<QComboBox*>("names")->setCurrentIndex(1);
    panel->findChild<QPushButton*>("primary")->click();
    EXPECT_FALSE(panel->isVisible());
    EXPECT_EQ(desk().reading().numbering.lumbar, 6);
    EXPECT_EQ(desk().foramina().size(), 12U);
    EXPECT_EQ(desk().record(*Foramen::parse("L6-S1:R")).grade, grading::Grade::from(1));
    EXPECT_EQ(places()[0].level, level("L5-L6"));
    press(Qt::Key_Z);
    EXPECT_EQ(desk().foramina().size(), 10U);
    EXPECT_EQ(desk().record(*Foramen::parse("L5-S1:R")).grade, grading::Grade::from(1));
}

/// Marks are asked about before they land at another level.
class MarkAtAnotherLevel : public Levels {
protected:
    MarkAtAnotherLevel()
    {
        nameL4();
        desk().choose(*Foramen::parse("L4-L5:R"));
        window->panes().fitAll();
        press(Qt::Key_B);
        pane()->setSlice(11); // x = -17.6, right
        QObject::connect(&desk(), &ReadingDesk::asked, [this](const Question& asked) { question = asked; });
    }
    void brush(double z) { drag(paneAt(20, z), paneAt(24, z)); }
    std::size_t rootAt(const char* foramen) { return marked(*Foramen::parse(foramen), Structure::NerveRoot); }

    std::optional<Question> question;
};

TEST_F(MarkAtAnotherLevel, LandsUnaskedWithinItsOwn)
{
    brush(-52);
    EXPECT_FALSE(question);
    brush(-68); // 16 mm below the foramen
    EXPECT_FALSE(question);
    EXPECT_GT(rootAt("L4-L5:R"), 0U);
}

TEST_F(MarkAtAnotherLevel, IsAskedForAndMovedThere)
{
    brush(-17);
    ASSERT_TRUE(question);
    EXPECT_EQ(question->text, "This is L3-L4 right, you are on L4-L5 right.");
    EXPECT_EQ(rootAt("L4-L5:R"), 0U);
    question->answers.front().second();
    EXPECT_GT(rootAt("L3-L4:R"), 0U);
    EXPECT_EQ(desk().current(), *Foramen::parse("L3-L4:R"));
}

TEST_F(MarkAtAnotherLevel, IsKeptOnceTheReaderSaysSo)
{
    brush(-17);
    ASSERT_TRUE(question);
    question->answers[1].second();
    const auto first = rootAt("L4-L5:R");
    EXPECT_GT(first, 0U);
    question.reset();
    brush(-12);
    EXPECT_FALSE(question) << "asked once";
    EXPECT_GT(rootAt("L4-L5:R"), first);
}

/// The stack of the synthetic study is centred on x = 0, slice 7; the spine needn't be.
class Midline : public AtAReading {
protected:
    ~Midline() override
    {
        QSettings().remove("midlines");
        QSettings().remove("midlineOrder");
    }

    double xOfPane() { return middleOfSlice(*pane()).x; }
    SliceAnnotations notes() { return pane()->annotations(); }
};

TEST_F(Midline, IsTheStacksMiddleUntilTheReaderSaysWhereItIs)
{
    pane()->setSlice(7);
    EXPECT_EQ(notes().side, "");
    pane()->setSlice(9); // 8.8 mm to the right
    EXPECT_EQ(notes().side, "R");
    press(Qt::Key_U, Qt::ControlModifier);
    EXPECT_EQ(notes().side, "");
    EXPECT_TRUE(notes().topRight.contains("midline"));
    pane()->setSlice(7);
    EXPECT_EQ(notes().side, "L");
    EXPECT_TRUE(notes().topRight.contains("9 mm left"));
    EXPECT_NEAR(*desk().midline(frame), -8.8, 1e-9);
}

TEST_F(Midline, IsWhereForaminaAreLookedForOnBothSidesOf)
{
    const auto at = [&](const char* name) {
        desk().choose(*Foramen::parse(name));
        return xOfPane();
    };
    const double right = at("L4-L5:R");
    const double left = at("L4-L5:L");
    pane()->setSlice(10); // three slices to the right
    press(Qt::Key_U, Qt::ControlModifier);
    EXPECT_NEAR(at("L4-L5:R"), right - 13.2, 1e-9);
    EXPECT_NEAR(at("L4-L5:L"), left - 13.2, 1e-9);
}

TEST_F(Midline, DecidesWhichSideAMarkIsOn)
{
    desk().choose(upperRight);
    pane()->setSlice(10);
    press(Qt::Key_U, Qt::ControlModifier);
    pane()->setSlice(8); // right of the stack's middle, 8.8 mm left of the midline
    press(Qt::Key_B);
    drag({200, 300}, {230, 300});
    EXPECT_EQ(marked(upperRight, Structure::NerveRoot), 0U) << "asked first";
    EXPECT_TRUE(window->findChild<AskBar*>()->isVisible());
}

TEST_F(Midline, IsKeptForTheNextOpeningWithoutTheStudysName)
{
    pane()->setSlice(9);
    press(Qt::Key_U, Qt::ControlModifier);
    window.reset();
    open();
    pane()->setSlice(9);
    EXPECT_EQ(notes().side, "");
    QSettings settings;
    settings.beginGroup("midlines");
    ASSERT_EQ(settings.childKeys().size(), 1);
    EXPECT_FALSE(settings.childKeys().front().contains("1.2.3"));
}

TEST_F(Midline, IsKeptOfTheLastFiveHundred)
{
    auto stack = *pane()->stack();
    for (int i = 1; i <= 501; ++i) {
        stack.frameOfReference = grading::Uid("2.25." + std::to_string(i));
        keepMidline(stack, 7);
    }
    QSettings settings;
    settings.beginGroup("midlines");
    EXPECT_EQ(settings.childKeys().size(), 500);
    EXPECT_EQ(midlineOf(stack), 7);
    stack.frameOfReference = grading::Uid("2.25.1");
    EXPECT_NE(midlineOf(stack), 7);
    stack.frameOfReference = grading::Uid("2.25.2");
    EXPECT_EQ(midlineOf(stack), 7);
}

TEST_F(Midline, OfAStackWithoutFrameOfReferenceIsThatOfNoOther)
{
    auto stack = *pane()->stack();
    stack.frameOfReference = {};
    desk().setMidline(stack, -8.8);
    EXPECT_EQ(desk().midline({}), std::nullopt);
}

TEST_F(Midline, CannotBeAnAxialSlice)
{
    auto* axial = window->panes().panes()[2];
    ASSERT_EQ(axial->stack()->role.plane, grading::ImagePlane::Axial);
    QTest::mouseClick(axial, Qt::LeftButton, Qt::NoModifier, axial->rect().center());
    const auto before = *desk().midline(frame);
    QTest::keyClick(axial, Qt::Key_U, Qt::ControlModifier);
    EXPECT_EQ(*desk().midline(frame), before);
}

} // namespace
} // namespace foragrade
