#include "SyntheticStudy.h"

#include "MainWindow.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <gtest/gtest.h>

namespace foragrade {
namespace {

class Window : public ::testing::Test {
protected:
    Window()
    {
        window.resize(1600, 1000);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
        auto study = test::SyntheticStudy::make();
        window.study().show(std::move(study.catalogue), std::move(study.volumes));
        QTest::qWait(50);
    }

    void turnWheel(SliceView& view, int steps)
    {
        QWheelEvent event(QPointF(100, 100), view.mapToGlobal(QPointF(100, 100)), {}, QPoint(0, -120 * steps),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }

    QTemporaryDir folder;
    MainWindow window{Options{{}, folder.filePath("readings.db"), "Test^Reader", false}};
};

TEST_F(Window, HangsThreePanesOfAStudyWithAxialImages)
{
    const auto panes = window.panes().panes();
    ASSERT_EQ(panes.size(), 3U);
    EXPECT_TRUE(panes[0]->isVisible());
    EXPECT_NEAR(panes[0]->width(), panes[2]->width(), 3);
    EXPECT_TRUE(panes[2]->hasImage());
}

TEST_F(Window, FitsTheSmallestScreenItIsMadeFor)
{
    // 1366×768, and 1920×1080 scaled by 1.5.
    EXPECT_LE(window.minimumSizeHint().width(), 1280);
    EXPECT_LE(window.minimumSizeHint().height(), 720);
}

TEST_F(Window, ParallelPanesOfOneFrameTurnTogether)
{
    const auto panes = window.panes().panes();
    const int axialBefore = panes[2]->slice();
    panes[0]->setSlice(4);
    turnWheel(*panes[0], 3);
    EXPECT_EQ(panes[0]->slice(), 7);
    EXPECT_EQ(panes[1]->slice(), 7);
    EXPECT_EQ(panes[2]->slice(), axialBefore);
}

TEST_F(Window, TheWheelGoesOnIntoTheSeriesNextStack)
{
    auto* axial = window.panes().panes()[2];
    turnWheel(*axial, 1);
    EXPECT_EQ(axial->slice(), 3);
    turnWheel(*axial, 1);
    EXPECT_EQ(axial->stack()->id, test::axialLower);
    EXPECT_EQ(axial->slice(), 0);
}

TEST_F(Window, RightDragChangesTheWindowOfThatPaneAlone)
{
    auto* pane = window.panes().panes()[0];
    const auto other = window.panes().panes()[1]->window();
    QTest::mousePress(pane, Qt::RightButton, Qt::NoModifier, {100, 100});
    QMouseEvent move(QEvent::MouseMove, QPointF(160, 100), pane->mapToGlobal(QPointF(160, 100)), Qt::NoButton,
                     Qt::RightButton, Qt::NoModifier);
    QCoreApplication::sendEvent(pane, &move);
    QTest::mouseRelease(pane, Qt::RightButton, Qt::NoModifier, {160, 100});
    EXPECT_GT(pane->window().width, 600);
    EXPECT_DOUBLE_EQ(pane->window().center, 300);
    EXPECT_EQ(window.panes().panes()[1]->window(), other);
}

} // namespace
} // namespace foragrade
