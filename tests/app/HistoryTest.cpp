#include "AtAReading.h"

#include <QListWidget>

namespace foragrade {
namespace {

using History = AtAReading;

TEST_F(History, TheHistoryPanelNamesEveryStepAndAClickGoesThere)
{
    press(Qt::Key_F6);
    auto* list = window->findChild<QListWidget*>("history");
    ASSERT_TRUE(list->isVisible());
    EXPECT_EQ(list->count(), 1);
    press(Qt::Key_B);
    drag({200, 300}, {230, 300});
    const auto marked = desk().reading();
    press(Qt::Key_I);
    press(Qt::Key_2, Qt::ShiftModifier);
    const auto last = desk().reading();
    ASSERT_EQ(list->count(), 4);
    EXPECT_EQ(list->item(0)->text(), "Grade 2, L1-L2 right");
    EXPECT_EQ(list->currentRow(), 0);
    const auto click = [&](int row) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier,
                          list->visualItemRect(list->item(row)).center());
    };
    click(2);
    EXPECT_EQ(desk().reading(), marked);
    EXPECT_EQ(list->count(), 4) << "what was taken back can still be brought again";
    EXPECT_EQ(list->currentRow(), 2);
    click(3);
    EXPECT_TRUE(desk().reading().foramina.empty());
    click(0);
    EXPECT_EQ(desk().reading(), last);
    press(Qt::Key_F6);
    EXPECT_FALSE(list->isVisible());
}

TEST_F(History, StepsOfEarlierSittingsAreReadBelowWithTheirTimesButNotGoneTo)
{
    press(Qt::Key_2, Qt::ShiftModifier);
    press(Qt::Key_3, Qt::ShiftModifier);
    window.reset();
    QTest::qWait(5); // steps are told apart by milliseconds
    open();
    press(Qt::Key_F6);
    auto* list = window->findChild<QListWidget*>("history");
    ASSERT_EQ(list->count(), 3) << "as it was opened, and two earlier steps";
    press(Qt::Key_1, Qt::ShiftModifier);
    ASSERT_EQ(list->count(), 4);
    EXPECT_EQ(list->item(0)->text(), "Grade 1, L1-L2 left") << "where the draft goes on";
    EXPECT_TRUE(list->item(2)->text().endsWith("  Grade 3, L1-L2 right")) << list->item(2)->text().toStdString();
    EXPECT_TRUE(list->item(3)->text().endsWith("  Grade 2, L1-L2 right")) << list->item(3)->text().toStdString();
    EXPECT_TRUE(list->item(3)->text().startsWith("20")) << "its date";
    const auto before = desk().reading();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, list->visualItemRect(list->item(3)).center());
    EXPECT_EQ(desk().reading(), before);
}

TEST_F(History, TheHistoryDoesNotCrossASignature)
{
    press(Qt::Key_2, Qt::ShiftModifier);
    ASSERT_TRUE(desk().apply(grading::commands::sign(grading::now())));
    desk().goToStep(0);
    EXPECT_TRUE(desk().isSigned());
    EXPECT_TRUE(window->message().contains("revise"));
}

} // namespace
} // namespace foragrade
