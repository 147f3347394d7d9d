#include "AtAReading.h"

#include "models/SeriesModel.h"

#include <QLabel>
#include <QListView>

namespace foragrade {
namespace {

class SeriesIssues : public AtAReading {
protected:
    /// The T1 lies on no even grid; a file was left out.
    void showOddStudy()
    {
        auto study = test::SyntheticStudy::make();
        auto& stack = study.catalogue.studies[0].series[0].stacks[0];
        stack.geometry.reset();
        stack.windows = {{{500, 900}, "SPINE"}};
        stack.issues.push_back({grading::Severity::Warning, "uneven-spacing", {}, "Slices are unevenly spaced."});
        study.catalogue.issues.push_back(
            {grading::Severity::Warning, "cut-off", "/a/study/IM7", "The file is cut off; left out"});
        window->study().show(std::move(study.catalogue), std::move(study.volumes));
        QTest::qWait(20);
    }
    [[nodiscard]] SliceView* paneOf(const char* stack) const
    {
        for (auto* view : window->panes().panes()) {
            if (view->stack()->id == stack)
                return view;
        }
        return nullptr;
    }
};

TEST_F(SeriesIssues, AStackWithoutAGridIsLookedAtSliceBySliceAndMovesNoOther)
{
    showOddStudy();
    auto* odd = paneOf(test::sagittalT1);
    ASSERT_NE(odd, nullptr);
    EXPECT_TRUE(odd->hasImage());
    auto* even = paneOf(test::sagittalT2);
    const int before = even->slice();
    odd->setSlice(2);
    EXPECT_EQ(odd->slice(), 2);
    EXPECT_EQ(even->slice(), before);
}

TEST_F(SeriesIssues, AreInTheListsTooltipAndBelowItWhatBelongsToNoStack)
{
    showOddStudy();
    const auto* list = window->findChild<QListView*>("seriesList");
    const auto row = list->model()->index(0, 0);
    EXPECT_TRUE(row.data(SeriesModel::IssueText).toString().contains("unevenly spaced"));
    EXPECT_TRUE(row.data(Qt::ToolTipRole).toString().contains("unevenly spaced"));
    const auto* notes = window->findChild<QLabel*>("folderNotes");
    EXPECT_TRUE(notes->isVisible());
    EXPECT_TRUE(notes->toolTip().contains("IM7"));
    window->study().close();
    EXPECT_FALSE(notes->isVisible());
}

TEST_F(SeriesIssues, TheWindowKeyGoesThroughTheImagesRangeAndTheFilesWindows)
{
    showOddStudy();
    auto* odd = paneOf(test::sagittalT1);
    odd->nextWindow();
    EXPECT_EQ(odd->window(), odd->volume().automaticWindow());
    odd->nextWindow();
    EXPECT_EQ(odd->window(), (grading::DisplayWindow{500, 900}));
    odd->nextWindow();
    EXPECT_EQ(odd->window(), odd->volume().automaticWindow());
}

} // namespace
} // namespace foragrade
