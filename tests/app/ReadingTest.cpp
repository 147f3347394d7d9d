#include "AtAReading.h"

#include <QLineEdit>

namespace foragrade {
namespace {

TEST_F(AtAReading, StartsAtTheFirstForamenOnThePatientsRight)
{
    EXPECT_EQ(desk().current(), upperRight);
    const auto& geometry = pane()->volume().geometry();
    const double x = geometry.toPatient(grading::VoxelIndex{0, 0, pane()->slice()}).x;
    EXPECT_NEAR(x, -17, geometry.sliceSpacing().value / 2);
}

TEST_F(AtAReading, AStrokeIsOneCommandTrueToMillimetres)
{
    press(Qt::Key_B);
    drag({200, 300}, {200, 300});
    // A disc of 3 mm across on 1 mm pixels.
    EXPECT_NEAR(static_cast<double>(marked(upperRight, Structure::NerveRoot)), 7.1, 2.5);
    EXPECT_EQ(desk().session()->history().size(), 1U);
    press(Qt::Key_W);
    drag({150, 300}, {260, 300});
    EXPECT_GT(marked(upperRight, Structure::PerineuralFat), 20U);
    EXPECT_EQ(desk().session()->undoName(), "Brush perineural fat, L1-L2 right");
}

TEST_F(AtAReading, FatKeepsOffTheRootAndCtrlErases)
{
    press(Qt::Key_B);
    drag({200, 300}, {230, 300});
    const auto root = marked(upperRight, Structure::NerveRoot);
    press(Qt::Key_W);
    drag({200, 300}, {230, 300});
    EXPECT_EQ(marked(upperRight, Structure::NerveRoot), root);
    press(Qt::Key_Q);
    drag({200, 300}, {230, 300}, Qt::ControlModifier);
    EXPECT_EQ(marked(upperRight, Structure::NerveRoot), 0U);
}

TEST_F(AtAReading, UndoAndRedoByKeyTakeBackAndBringBack)
{
    press(Qt::Key_B);
    drag({200, 300}, {230, 300});
    const auto before = desk().reading();
    press(Qt::Key_Z);
    EXPECT_EQ(marked(upperRight, Structure::NerveRoot), 0U);
    press(Qt::Key_Y);
    EXPECT_EQ(desk().reading(), before);
}

TEST_F(AtAReading, ADigitGradesAndGoesOnWithShiftItStays)
{
    press(Qt::Key_1);
    EXPECT_EQ(desk().record(upperRight).grade, grading::Grade::from(1));
    EXPECT_EQ(desk().current(), *Foramen::parse("L1-L2:L"));
    press(Qt::Key_3, Qt::ShiftModifier);
    EXPECT_EQ(desk().record(*Foramen::parse("L1-L2:L")).grade, grading::Grade::from(3));
    EXPECT_EQ(desk().current(), *Foramen::parse("L1-L2:L"));
}

TEST_F(AtAReading, KeysOfTheCrossCycleTheSides)
{
    using grading::AnatomicalDirection;
    using grading::SideState;
    const auto side = [&](AnatomicalDirection d) { return desk().record(upperRight).findings.side(d); };
    press(Qt::Key_I);
    EXPECT_EQ(side(AnatomicalDirection::Superior), SideState::Preserved);
    press(Qt::Key_J);
    press(Qt::Key_J);
    EXPECT_EQ(side(AnatomicalDirection::Anterior), SideState::Lost);
    press(Qt::Key_2, Qt::KeypadModifier);
    EXPECT_EQ(side(AnatomicalDirection::Inferior), SideState::Preserved);
    EXPECT_FALSE(desk().record(upperRight).grade) << "a digit of the pad never grades";
}

TEST_F(AtAReading, AMarkBeyondTheMidlineIsAskedForFirst)
{
    press(Qt::Key_B);
    pane()->setSlice(1); // 26 mm to the left
    bool isAsked = false;
    Question question;
    QObject::connect(&desk(), &ReadingDesk::asked, [&](const Question& asked) {
        isAsked = true;
        question = asked;
    });
    drag({200, 300}, {230, 300});
    ASSERT_TRUE(isAsked);
    EXPECT_TRUE(desk().reading().foramina.empty());
    question.answers.front().second();
    EXPECT_GT(marked(*Foramen::parse("L1-L2:L"), Structure::NerveRoot), 0U);
}

TEST_F(AtAReading, ChoosingAMarkedForamenPutsItInTheMiddleOfThePanes)
{
    press(Qt::Key_B);
    drag({200, 300}, {200, 300});
    const auto marked = pane()->projection().toPatient({200, 300}, pane()->slice());
    press(Qt::Key_Right);
    press(Qt::Key_Left);
    EXPECT_NEAR(pane()->projection().toPane(marked).x(), pane()->width() / 2.0, 12);
    EXPECT_NEAR(pane()->projection().toPane(marked).y(), pane()->height() / 2.0, 12);
    EXPECT_NEAR(pane()->projection().pixels({90}), std::min(pane()->width(), pane()->height()), 1);
}

TEST_F(AtAReading, ReopeningBringsEverythingBack)
{
    press(Qt::Key_B);
    drag({200, 300}, {230, 300});
    press(Qt::Key_W);
    drag({190, 280}, {240, 280});
    press(Qt::Key_I);
    press(Qt::Key_2, Qt::ShiftModifier);
    const auto before = desk().reading();
    window.reset();
    open();
    EXPECT_EQ(desk().reading(), before);
    EXPECT_GT(marked(upperRight, Structure::PerineuralFat), 0U);
}

TEST_F(AtAReading, ASignedReadingTakesNoEditsUntilRevised)
{
    press(Qt::Key_0, Qt::ShiftModifier);
    ASSERT_TRUE(desk().apply(grading::commands::sign(grading::now())));
    press(Qt::Key_B);
    drag({200, 300}, {230, 300});
    EXPECT_EQ(marked(upperRight, Structure::NerveRoot), 0U);
    EXPECT_FALSE(window->message().isEmpty());
    ASSERT_TRUE(desk().apply(grading::commands::revise()));
    drag({200, 300}, {230, 300});
    EXPECT_GT(marked(upperRight, Structure::NerveRoot), 0U);
}

TEST_F(AtAReading, LettersInAFieldAreText)
{
    press(Qt::Key_M);
    auto* comment = window->findChild<QLineEdit*>("comment");
    ASSERT_TRUE(comment->hasFocus());
    QTest::keyClicks(comment, "big 3");
    QTest::keyClick(comment, Qt::Key_Return);
    EXPECT_EQ(desk().record(upperRight).comment, "big 3");
    EXPECT_FALSE(desk().record(upperRight).grade);
}

TEST_F(AtAReading, AFolderWithoutImagesSaysSoInTheWindow)
{
    QTemporaryDir empty;
    window->open({empty.path()});
    EXPECT_TRUE(QTest::qWaitFor([&] { return !window->message().isEmpty(); }, 10000));
    EXPECT_TRUE(window->message().contains("no readable DICOM"));
}

} // namespace
} // namespace foragrade
