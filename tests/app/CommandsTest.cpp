#include "AtAReading.h"

#include "commands/CommandTable.h"
#include "commands/Fuzzy.h"
#include "panels/CommandPalette.h"
#include "panels/KeyOverlay.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <gmock/gmock.h>

namespace foragrade {
namespace {

class Commands : public AtAReading {
protected:
    ~Commands() override { QSettings().remove("keys"); }

    QLineEdit* openPalette()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        return window->findChild<QLineEdit*>("paletteText");
    }
    QListWidget* found() { return window->findChild<QListWidget*>("paletteList"); }
};

TEST(Fuzzy, LettersFitInTheirOrderAndBestAtTheBeginningOfWords)
{
    EXPECT_TRUE(fuzzyFit("rbc", "Root by click"));
    EXPECT_FALSE(fuzzyFit("cbr", "Root by click"));
    EXPECT_FALSE(fuzzyFit("x", ""));
    EXPECT_GT(*fuzzyFit("rc", "Root by click"), *fuzzyFit("rc", "Perineural cyst"));
    EXPECT_GT(*fuzzyFit("poly", "Polygon"), *fuzzyFit("poly", "Pane only by key"));
    EXPECT_GT(*fuzzyFit("isl", "Keep the largest island"), *fuzzyFit("isl", "Interpolate between slices"));
    EXPECT_EQ(fuzzyFit("fat AROUND", "Fat around root"), fuzzyFit("FATaround", "Fat around root"));
}

TEST_F(Commands, NoKeyIsDeliveredTwiceNorAlreadyTaken)
{
    QMap<QString, QString> holders;
    for (const auto& command : window->commands().commands()) {
        for (const auto& key : command.keys) {
            EXPECT_FALSE(CommandTable::isReserved(key)) << command.id.toStdString();
            const QString text = key.toString();
            EXPECT_FALSE(holders.contains(text)) << holders[text].toStdString() << ", " << command.id.toStdString();
            holders[text] = command.id;
        }
    }
}

TEST_F(Commands, ThePaletteDoesACommandFoundByAFewLetters)
{
    auto* typed = openPalette();
    ASSERT_TRUE(typed->isVisible());
    ASSERT_TRUE(typed->hasFocus());
    QTest::keyClicks(typed, "poly");
    EXPECT_EQ(found()->currentItem()->text(), "Polygon");
    QTest::keyClick(typed, Qt::Key_Return);
    EXPECT_FALSE(typed->isVisible());
    EXPECT_EQ(desk().tool().kind, ToolKind::Polygon);
    EXPECT_TRUE(pane()->hasFocus()) << "the images have the keyboard again";
}

TEST_F(Commands, WhatIsTypedInThePaletteIsNoKeyOfTheWindow)
{
    auto* typed = openPalette();
    QTest::keyClicks(typed, "3hb");
    QTest::keyClick(typed, Qt::Key_Down);
    EXPECT_EQ(typed->text(), "3hb");
    EXPECT_FALSE(desk().record(upperRight).grade);
    EXPECT_EQ(desk().current(), upperRight);
    EXPECT_EQ(desk().tool().kind, ToolKind::Look);
    QTest::keyClick(typed, Qt::Key_Escape);
    EXPECT_FALSE(typed->isVisible());
    press(Qt::Key_B);
    EXPECT_EQ(desk().tool().kind, ToolKind::Brush);
}

TEST_F(Commands, WhatCantBeDoneNowComesLastAndIsNotDone)
{
    auto* typed = openPalette();
    QTest::keyClicks(typed, "undo");
    for (int row = 0; row < found()->count(); ++row) {
        if (found()->item(row)->text() == "Undo") {
            EXPECT_FALSE(found()->item(row)->flags() & Qt::ItemIsEnabled);
        }
    }
    QTest::keyClick(typed, Qt::Key_Escape);
    press(Qt::Key_2, Qt::ShiftModifier);
    typed = openPalette();
    QTest::keyClicks(typed, "undo");
    EXPECT_EQ(found()->currentItem()->text(), "Undo “Grade 2, L1-L2 right”");
    QTest::keyClick(typed, Qt::Key_Return);
    EXPECT_FALSE(desk().record(upperRight).grade);
}

TEST_F(Commands, AClickInThePaletteDoesIt)
{
    auto* typed = openPalette();
    QTest::keyClicks(typed, "brush larger");
    const double before = desk().tool().brushRadius.value;
    const auto row = found()->visualItemRect(found()->item(0));
    QTest::mouseClick(found()->viewport(), Qt::LeftButton, Qt::NoModifier, row.center());
    EXPECT_GT(desk().tool().brushRadius.value, before);
}

TEST_F(Commands, AChangedKeyWorksIsShownEverywhereAndOutlivesTheProgram)
{
    window->commands().setKeys("tool.brush", {QKeySequence(Qt::Key_F7)});
    press(Qt::Key_B);
    EXPECT_EQ(desk().tool().kind, ToolKind::Look);
    press(Qt::Key_F7);
    EXPECT_EQ(desk().tool().kind, ToolKind::Brush);
    EXPECT_TRUE(window->findChild<QPushButton*>("tool.brush")->text().startsWith("F7"));
    EXPECT_THAT(window->findChild<KeyOverlay*>()->asText().toStdString(), ::testing::HasSubstr("V F7 P F"));
    window.reset();
    open();
    press(Qt::Key_F7);
    EXPECT_EQ(desk().tool().kind, ToolKind::Brush);
    window->commands().resetKeys();
    press(Qt::Key_V);
    press(Qt::Key_B);
    EXPECT_EQ(desk().tool().kind, ToolKind::Brush);
    EXPECT_TRUE(QSettings().allKeys().filter("keys/").isEmpty());
}

TEST_F(Commands, AKeyTakenFromAnotherCommandStaysTakenAfterARestart)
{
    EXPECT_EQ(window->commands().holderOf(QKeySequence(Qt::Key_P))->id, "tool.polygon");
    window->commands().setKeys("tool.brush", {QKeySequence(Qt::Key_P)});
    for (int restart = 0; restart < 2; ++restart) {
        press(Qt::Key_V);
        press(Qt::Key_P);
        EXPECT_EQ(desk().tool().kind, ToolKind::Brush);
        EXPECT_TRUE(window->commands().keysOf("tool.polygon").isEmpty());
        window.reset();
        open();
    }
}

TEST_F(Commands, TheWheelWithCtrlSizesTheBrushAndLeavesTheSlice)
{
    const int slice = pane()->slice();
    const double before = desk().tool().brushRadius.value;
    QWheelEvent wheel(QPointF(100, 100), pane()->mapToGlobal(QPointF(100, 100)), {}, QPoint(0, 120), Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(pane(), &wheel);
    EXPECT_DOUBLE_EQ(desk().tool().brushRadius.value, before + 0.25);
    EXPECT_EQ(pane()->slice(), slice);
}

TEST_F(Commands, DigitsOfTheNumberPadGradeNothingUnlessGivenToACommand)
{
    press(Qt::Key_3, Qt::KeypadModifier);
    EXPECT_FALSE(desk().record(upperRight).grade);
    window->commands().setKeys("tool.brush", {QKeySequence(Qt::KeypadModifier | Qt::Key_3)});
    press(Qt::Key_3, Qt::KeypadModifier);
    EXPECT_EQ(desk().tool().kind, ToolKind::Brush);
}

TEST_F(Commands, ThePageOfKeysHasEveryKeyAndAnyKeyPutsItAway)
{
    press(Qt::Key_Question, Qt::ShiftModifier);
    auto* page = window->findChild<KeyOverlay*>();
    press(Qt::Key_F1);
    ASSERT_TRUE(page->isVisible());
    const QString text = page->asText();
    for (const auto& command : window->commands().commands())
        for (const auto& key : command.keys)
            EXPECT_TRUE(text.contains(key.toString(QKeySequence::NativeText).section('+', -1)))
                << command.id.toStdString();
    EXPECT_TRUE(text.contains("Shift+0 1 2 3: Grade and stay"));
    QTest::keyClick(page, Qt::Key_1);
    EXPECT_FALSE(page->isVisible());
    EXPECT_FALSE(desk().record(upperRight).grade);
    EXPECT_TRUE(pane()->hasFocus());
}

} // namespace
} // namespace foragrade
