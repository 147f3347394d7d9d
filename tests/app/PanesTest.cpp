#include "AtAReading.h"

#include "models/WindowPreset.h"
#include "tools/RulerTool.h"
#include "views/SliceOverlay.h"

#include <QListView>
#include <QMenu>
#include <QMimeData>

namespace foragrade {
namespace {

class Panes : public AtAReading {
protected:
    Panes() { window->panes().setLayoutInUse(Layout::ByRole); } // whatever a test before chose

    std::vector<SliceView*> panes() { return window->panes().panes(); }
    std::vector<std::string> stacks()
    {
        std::vector<std::string> ids;
        for (const auto* view : panes())
            ids.push_back(view->stack()->id);
        return ids;
    }
    void drop(SliceView* view, const char* stackId)
    {
        QMimeData data;
        data.setData("application/x-foragrade-stack", stackId);
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view, &enter);
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view, &event);
    }
    double grey(SliceView* view, QPoint at)
    {
        QTest::qWait(60);
        return qGray(view->grab().toImage().pixel(at));
    }
    QMenu* openMenu()
    {
        QTest::mouseClick(pane(), Qt::RightButton, {}, {200, 300});
        return window->findChild<QMenu*>("paneMenu");
    }
    void pick(QMenu* menu, const QString& entry)
    {
        for (auto* action : menu->actions()) {
            if (action->text() == entry) {
                action->trigger();
                menu->close();
                return;
            }
        }
        ADD_FAILURE() << entry.toStdString();
    }
};

TEST_F(Panes, TakeAnyStackByDropAndHangSoNextTime)
{
    drop(panes()[0], test::axialUpper);
    EXPECT_EQ(panes()[0]->stack()->id, test::axialUpper);
    window.reset();
    open();
    EXPECT_EQ(panes()[0]->stack()->id, test::axialUpper);
    window->panes().setLayoutInUse(Layout::ByRole);
    EXPECT_EQ(panes()[0]->stack()->id, test::sagittalT1) << "a layout chosen anew forgets it";
}

TEST_F(Panes, LayoutsAreChosenByKeyAndRemembered)
{
    press(Qt::Key_2, Qt::ControlModifier);
    EXPECT_EQ(stacks(), (std::vector<std::string>{test::sagittalT1}));
    QTest::keyClick(pane(), Qt::Key_5, Qt::ControlModifier);
    EXPECT_EQ(stacks(), (std::vector<std::string>{test::sagittalT1, test::sagittalT2}));
    QTest::keyClick(pane(), Qt::Key_6, Qt::ControlModifier);
    const std::vector<std::string> t1AndAxial{test::sagittalT1, test::axialUpper};
    EXPECT_EQ(stacks(), t1AndAxial);
    window.reset();
    open();
    EXPECT_EQ(stacks(), t1AndAxial);
    window->panes().setLayoutInUse(Layout::ByRole);
}

TEST_F(Panes, FourHangTwoByTwo)
{
    auto study = test::SyntheticStudy::make();
    auto further = study.catalogue.studies[0].series[1]; // a STIR, say
    further.uid = grading::Uid("1.2.3.4");
    further.stacks[0].id = "1.2.3.4#1";
    further.stacks[0].seriesUid = further.uid;
    study.volumes["1.2.3.4#1"] = study.volumes[test::sagittalT2];
    study.catalogue.studies[0].series.push_back(further);
    window->study().show(std::move(study.catalogue), std::move(study.volumes));
    press(Qt::Key_4, Qt::ControlModifier);
    QTest::qWait(30);
    ASSERT_EQ(panes().size(), 4U);
    const auto top = [&](int i) { return panes()[static_cast<std::size_t>(i)]->mapTo(window.get(), QPoint()); };
    EXPECT_EQ(top(0).y(), top(1).y());
    EXPECT_EQ(top(2).y(), top(3).y());
    EXPECT_GT(top(2).y(), top(0).y() + 100);
    EXPECT_NEAR(panes()[0]->width(), panes()[3]->width(), 3);
    EXPECT_NEAR(panes()[0]->height(), panes()[3]->height(), 3);
    window->panes().setLayoutInUse(Layout::ByRole);
}

TEST_F(Panes, ADoubleClickShowsOneAloneAndAllAgain)
{
    auto* axial = panes()[2];
    QTest::mouseDClick(axial, Qt::LeftButton, {}, {50, 50});
    EXPECT_TRUE(axial->isVisible());
    EXPECT_FALSE(panes()[0]->isVisible());
    EXPECT_EQ(panes().size(), 3U) << "the others stay hung";
    QTest::mouseDClick(axial, Qt::LeftButton, {}, {50, 50});
    EXPECT_TRUE(panes()[0]->isVisible());
}

TEST_F(Panes, ARightClickOffersPresetsThatAreKeptForTheSeries)
{
    const auto* stack = pane()->stack();
    pick(openMenu(), titleOf(WindowPreset::Bright));
    const auto bright = windowOf(WindowPreset::Bright, *stack, pane()->volume());
    EXPECT_EQ(pane()->window(), bright);
    EXPECT_GT(bright.center, windowOf(WindowPreset::FullRange, *stack, pane()->volume()).center);
    window.reset();
    open();
    EXPECT_EQ(pane()->window(), bright);
    keepAsDefault(WindowPreset::Scanner, *pane()->stack());
}

TEST_F(Panes, APlaneCutFromAnIsotropicVolumeFollowsItAndTakesNoMarks)
{
    auto study = test::SyntheticStudy::make();
    auto& series = study.catalogue.studies[0].series;
    series = {series[1]};
    const auto geometry =
        *grading::VolumeGeometry::make({20, -60, 60}, {0, 1, 0}, {0, 0, -1}, {1}, {1}, {1}, 120, 120, 40);
    std::vector<std::int16_t> pixels;
    for (std::size_t i = 0; i < geometry.voxelCount(); ++i)
        pixels.push_back(static_cast<std::int16_t>(i % 120 + 100)); // backwards brighter
    series[0].stacks[0].geometry = geometry;
    study.volumes = {{test::sagittalT2, grading::Volume(geometry, std::move(pixels))}};
    window->study().show(std::move(study.catalogue), std::move(study.volumes));
    ASSERT_EQ(panes().size(), 2U);
    auto* axial = panes()[1];
    ASSERT_TRUE(QTest::qWaitFor([&] { return axial->hasImage(); }));
    EXPECT_EQ(axial->volume().geometry().slices(), 120);
    const auto notes = axial->findChild<SliceOverlay*>()->annotations();
    EXPECT_TRUE(notes.topRight.join(' ').contains("cut from another plane"));
    EXPECT_EQ(notes.referenceLines.size(), 1U) << "the sagittal slice shows in it";
    EXPECT_EQ(notes.left, "R");
    EXPECT_EQ(notes.bottom, "P");
    press(Qt::Key_B);
    QTest::mouseClick(axial, Qt::LeftButton, {}, axial->rect().center());
    EXPECT_TRUE(desk().reading().foramina.empty());
    QTest::mouseClick(pane(), Qt::LeftButton, {}, pane()->rect().center());
    EXPECT_FALSE(desk().reading().foramina.empty()) << "on its own slices it does";
}

TEST_F(Panes, AMenuThatTakesTheReleaseLeavesNoDragBehind)
{
    press(Qt::Key_B);
    QTest::mousePress(pane(), Qt::LeftButton, {}, {200, 300}); // its release goes to another window
    press(Qt::Key_V);
    QMouseEvent move(QEvent::MouseMove, QPointF(210, 300), pane()->mapToGlobal(QPointF(210, 300)), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(pane(), &move);
    EXPECT_TRUE(desk().reading().foramina.empty());
}

TEST_F(Panes, AreInvertedOneByOne)
{
    const QPoint at(200, 300);
    const double before = grey(pane(), at);
    press(Qt::Key_I, Qt::ShiftModifier);
    EXPECT_NEAR(grey(pane(), at), 255 - before, 3);
    EXPECT_FALSE(panes()[1]->isInverted());
    press(Qt::Key_I, Qt::ShiftModifier);
    EXPECT_NEAR(grey(pane(), at), before, 1);
}

TEST_F(Panes, ADistanceIsMeasuredInMillimetres)
{
    press(Qt::Key_D, Qt::ShiftModifier);
    const double mm = 1 / pane()->projection().mmPerPixel;
    Rulers rulers;
    RulerTool tool(rulers, false);
    const auto at = [&](double x, double y) { return pane()->projection().toSlice({x, y}); };
    tool.press(*pane(), at(100, 100), {});
    tool.drag(*pane(), at(100 + 30 * mm, 100 + 40 * mm), {});
    tool.release(*pane(), at(100 + 30 * mm, 100 + 40 * mm), {});
    ASSERT_EQ(rulers.size(), 1U);
    EXPECT_NEAR(measured(rulers[0], *pane()), 50, 1e-6);
    tool.press(*pane(), at(100, 100), {}); // its end is taken hold of
    tool.release(*pane(), at(100, 100 + 40 * mm), {});
    ASSERT_EQ(rulers.size(), 1U);
    EXPECT_NEAR(measured(rulers[0], *pane()), 30, 1e-6);
    EXPECT_TRUE(tool.key(*pane(), Qt::Key_Delete));
    EXPECT_TRUE(rulers.empty());
}

TEST_F(Panes, AnAngleIsMeasuredByThreeClicks)
{
    Rulers rulers;
    RulerTool tool(rulers, true);
    for (const QPointF place : {QPointF(200, 100), QPointF(100, 100), QPointF(150, 50)}) {
        EXPECT_TRUE(rulers.empty());
        const auto at = pane()->projection().toSlice(place);
        tool.hover(*pane(), at, {});
        tool.press(*pane(), at, {});
        tool.release(*pane(), at, {});
    }
    ASSERT_EQ(rulers.size(), 1U);
    EXPECT_NEAR(measured(rulers[0], *pane()), 45, 1e-6);
}

TEST_F(Panes, AnAngleBeginsWithADragAsWell)
{
    Rulers rulers;
    RulerTool tool(rulers, true);
    const auto at = [&](double x, double y) { return pane()->projection().toSlice({x, y}); };
    tool.press(*pane(), at(200, 100), {});
    tool.drag(*pane(), at(100, 100), {});
    tool.release(*pane(), at(100, 100), {});
    tool.hover(*pane(), at(100, 20), {});
    tool.press(*pane(), at(100, 20), {});
    tool.release(*pane(), at(100, 20), {});
    ASSERT_EQ(rulers.size(), 1U);
    EXPECT_NEAR(measured(rulers[0], *pane()), 90, 1e-6);
}

TEST_F(Panes, OfAnotherFrameOfReferenceSaySoAndDoNotTurnAlong)
{
    auto study = test::SyntheticStudy::make();
    study.catalogue.studies[0].series[1].stacks[0].frameOfReference = grading::Uid("1.2.3.10");
    window->study().show(std::move(study.catalogue), std::move(study.volumes));
    QTest::qWait(20);
    panes()[0]->setSlice(3);
    panes()[1]->setSlice(9);
    EXPECT_EQ(panes()[0]->slice(), 3);
    const auto* overlay = panes()[1]->findChild<SliceOverlay*>();
    ASSERT_TRUE(overlay != nullptr);
    EXPECT_TRUE(overlay->annotations().bottomRight.join(' ').contains("not linked"));
    EXPECT_TRUE(panes()[0]->findChild<SliceOverlay*>()->annotations().bottomRight.join(' ').contains(
        "not linked with sagittal T2"));
    EXPECT_TRUE(panes()[1]->findChild<SliceOverlay*>()->annotations().referenceLines.empty());
}

} // namespace
} // namespace foragrade
