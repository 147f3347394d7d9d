// An adjudicator's decision in the window: the readers side by side, and its reason.
#include "Hand.h"
#include "InAProject.h"

#include "MainWindow.h"
#include "models/SignSummary.h"
#include "panels/WorklistDialog.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include "grading/store/Adjudication.h"

#include <QPushButton>
#include <QTest>

namespace foragrade {
namespace {

using namespace test;

TEST_F(InAProject, AnAdjudicatorOpensWhatReadersDifferOnAndSeesWhatEachSaid)
{
    writeImages();
    ASSERT_NO_FATAL_FAILURE(assign(1));
    ASSERT_NO_FATAL_FAILURE(readWithMark(readers[0], 30, 1));
    ASSERT_NO_FATAL_FAILURE(readWithMark(readers[1], 34, 2));
    MainWindow window(Options{{}, store, adjudicator, false});
    ASSERT_NO_FATAL_FAILURE(show(window));
    test::Hand hand(window);
    hand.key(Qt::Key_L, Qt::ControlModifier);
    auto* list = window.findChild<WorklistDialog*>();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(list));
    EXPECT_EQ(textsIn(*list->findChild<QTableView*>("worklistTable")).filter("differ on L4-L5 R").size(), 1);
    hand.click(*list->findChild<QPushButton*>("primary"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 30000)) << window.message().toStdString();
    EXPECT_EQ(window.desk().reading().reader.role, grading::ReaderRole::Adjudicator);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.panes().panes()[0]->hasImage(); }, 30000));
    window.desk().choose(*grading::Foramen::parse("L4-L5:R"));
    const auto said = window.findChild<QLabel*>("readersSay")->text().split('\n');
    ASSERT_EQ(said.size(), 2);
    EXPECT_TRUE(said[0].startsWith("A  Reader A: grade 1")) << said[0].toStdString();
    EXPECT_TRUE(said[1].startsWith("B  Reader B: grade 2")) << said[1].toStdString();
    EXPECT_EQ(window.desk().predecessors().size(), 2U);

    const auto panes = window.panes().panes();
    ASSERT_EQ(panes.size(), 3U) << "a pane for each reader and one for the decision";
    panes[0]->setSlice(4);
    QTest::qWait(100);
    picture(window, "adjudication");
    const QString titles[] = {"A  Reader A", "B  Reader B", "Decision, over the readers' outlines"};
    for (std::size_t i = 0; i < panes.size(); ++i) {
        EXPECT_EQ(panes[i]->stack()->id, stack.id);
        EXPECT_EQ(panes[i]->slice(), 4);
        EXPECT_EQ(panes[i]->findChild<SliceOverlay*>()->annotations().topLeft.last(), titles[i]);
        EXPECT_EQ(window.panes().readerIn(*panes[i]), i < 2 ? std::optional(i) : std::nullopt);
    }
    EXPECT_EQ(window.panes().current(), panes[2]);
    hand.key(Qt::Key_1, Qt::ControlModifier);
    EXPECT_FALSE(window.panes().isSideBySide());
    hand.key(Qt::Key_7, Qt::ControlModifier);
    EXPECT_TRUE(window.panes().isSideBySide());
}

TEST_F(InAProject, ADecisionIsSignedOnceItHasItsReason)
{
    writeImages();
    ASSERT_NO_FATAL_FAILURE(assign(1));
    ASSERT_NO_FATAL_FAILURE(readWithMark(readers[0], 30, 1));
    ASSERT_NO_FATAL_FAILURE(readWithMark(readers[1], 30, 2));
    ASSERT_TRUE([&] {
        auto opened = as(adjudicator);
        return grading::beginAdjudication(opened, "Narrowing", studyUid(1)).has_value();
    }());
    MainWindow window(Options{{}, store, adjudicator, false});
    ASSERT_NO_FATAL_FAILURE(show(window));
    window.open({folder.filePath("images/1")});
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 30000)) << window.message().toStdString();
    const auto target = *grading::Foramen::parse("L4-L5:R");
    const auto agreed = *grading::Foramen::parse("L4-L5:L");
    auto& desk = window.desk();
    auto* field = window.findChild<QLineEdit*>("decisionReason");
    ASSERT_TRUE(field->isVisible());
    EXPECT_FALSE(desk.needsDecisionReason(agreed));
    ASSERT_TRUE(desk.apply(grading::commands::setGrade(agreed, grading::Grade::from(3))));
    EXPECT_TRUE(desk.needsDecisionReason(agreed)) << "both said 0";
    ASSERT_TRUE(desk.apply(grading::commands::setGrade(agreed, grading::Grade::from(0))));
    desk.choose(target);
    ASSERT_TRUE(desk.apply(grading::commands::setGrade(target, grading::Grade::from(2))));
    EXPECT_EQ(signSummaryOf(desk).required.size(), 1U);
    EXPECT_TRUE(field->placeholderText().contains("needed"));
    test::Hand hand(window);
    hand.click(*field);
    QTest::keyClicks(field, "fat lost on two slices");
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(desk.record(target).decisionReason, "fat lost on two slices");
    EXPECT_TRUE(signSummaryOf(desk).required.empty());
    EXPECT_TRUE(desk.apply(grading::commands::sign(grading::now()))) << window.message().toStdString();
}

} // namespace
} // namespace foragrade
