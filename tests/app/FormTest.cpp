#include "SyntheticStudy.h"

#include "MainWindow.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include "grading/reading/Words.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <gtest/gtest.h>

namespace foragrade {
namespace {

using grading::ContributoryFinding;
using grading::Etiology;
using grading::RootContact;

/// The form below the images at the smallest screen, filled in by clicks.
class Form : public ::testing::Test {
protected:
    Form()
    {
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        auto study = test::SyntheticStudy::make();
        window.study().show(std::move(study.catalogue), std::move(study.volumes));
        QTest::qWait(20);
    }

    QToolButton* button(const char* name) { return window.findChild<QToolButton*>(name); }

    /// Opens the button's menu by a click and takes the entry of that value.
    template <class Value>
    void pick(const char* name, Value value)
    {
        auto* field = button(name);
        bool isClicked = false;
        QTimer::singleShot(0, field, [&] {
            for (auto* action : field->menu()->actions()) {
                if (action->data().toInt() != static_cast<int>(value))
                    continue;
                field->menu()->setActiveAction(action); // Qt 6.8 takes no click here without a pointer that moved
                QTest::keyClick(field->menu(), Qt::Key_Return);
                isClicked = true;
            }
            field->menu()->close();
        });
        QTest::mouseClick(field, Qt::LeftButton);
        EXPECT_TRUE(isClicked) << name;
    }

    grading::ForamenReading record() { return window.desk().record(window.desk().current()); }

    QTemporaryDir folder;
    MainWindow window{Options{{}, folder.filePath("readings.db"), "Test^Reader", false}};
};

TEST_F(Form, ContactIsChosenAndTakenBack)
{
    pick("contact", RootContact::Deviation);
    EXPECT_EQ(record().contact, RootContact::Deviation);
    pick("contact", RootContact::Compression);
    EXPECT_EQ(record().contact, RootContact::Compression);
    pick("contact", RootContact::Compression);
    EXPECT_FALSE(record().contact);
}

TEST_F(Form, SeveralFindingsAndCausesAreHeld)
{
    pick("findings", ContributoryFinding::DiscBulge);
    pick("findings", ContributoryFinding::FacetHypertrophy);
    pick("etiology", Etiology::Degenerative);
    pick("etiology", Etiology::Congenital);
    EXPECT_EQ(record().contributory, (std::set{ContributoryFinding::DiscBulge, ContributoryFinding::FacetHypertrophy}));
    EXPECT_EQ(record().etiology, (std::set{Etiology::Degenerative, Etiology::Congenital}));
    pick("etiology", Etiology::Degenerative);
    EXPECT_EQ(record().etiology, std::set{Etiology::Congenital});
}

TEST_F(Form, MeyerdingIsOfferedOnlyWithASpondylolisthesis)
{
    EXPECT_FALSE(button("meyerding")->isVisible());
    pick("findings", ContributoryFinding::Spondylolisthesis);
    ASSERT_TRUE(button("meyerding")->isVisible());
    pick("meyerding", 2);
    EXPECT_EQ(record().meyerding, 2);
    pick("findings", ContributoryFinding::Spondylolisthesis);
    EXPECT_FALSE(button("meyerding")->isVisible());
    EXPECT_FALSE(record().meyerding);
}

TEST_F(Form, EveryFieldIsSaidByKeyAlone)
{
    auto* pane = window.panes().current();
    const auto type = [&](Qt::Key field, std::initializer_list<Qt::Key> choices) {
        QTimer::singleShot(0, &window, [choices] {
            for (const auto key : choices)
                QTest::keyClick(QApplication::activePopupWidget(), key);
            if (auto* menu = QApplication::activePopupWidget())
                QTest::keyClick(menu, Qt::Key_Escape);
        });
        QTest::keyClick(pane, field, Qt::ShiftModifier);
    };
    type(Qt::Key_F, {Qt::Key_1, Qt::Key_4, Qt::Key_7});
    EXPECT_EQ(record().contributory, (std::set{ContributoryFinding::DiscBulge, ContributoryFinding::FacetHypertrophy,
                                               ContributoryFinding::Spondylolisthesis}));
    type(Qt::Key_M, {Qt::Key_2});
    EXPECT_EQ(record().meyerding, 2);
    type(Qt::Key_E, {Qt::Key_1});
    EXPECT_EQ(record().etiology, std::set{Etiology::Degenerative});
    type(Qt::Key_C, {Qt::Key_3});
    EXPECT_EQ(record().contact, RootContact::Deviation);
    type(Qt::Key_Q, {Qt::Key_1});
    EXPECT_EQ(record().imageQuality, "good");
    QTest::keyClick(pane, Qt::Key_C);
    EXPECT_EQ(record().confidence, grading::Confidence::Low);
}

TEST_F(Form, NotGradableTakesItsReasonByKey)
{
    QTest::keyClick(window.panes().current(), Qt::Key_G);
    auto* reason = window.findChild<QLineEdit*>("reason");
    ASSERT_TRUE(reason->hasFocus());
    EXPECT_FALSE(reason->placeholderText().isEmpty());
    QTest::keyClicks(reason, "metal");
    QTest::keyClick(reason, Qt::Key_Return);
    EXPECT_EQ(record().notGradable, "metal");
}

TEST_F(Form, TheTimeOnAForamenIsKeptWithWhatIsSaidOfIt)
{
    const auto first = window.desk().current();
    QTest::qWait(60);
    QTest::keyClick(window.panes().current(), Qt::Key_1);
    EXPECT_GE(window.desk().record(first).timeSpent.count(), 50);
    EXPECT_TRUE(window.desk().record(window.desk().current()).isUntouched()) << "looking alone leaves no record";
}

TEST_F(Form, TheBoardsSummaryIsNotCut)
{
    auto& desk = window.desk();
    for (const auto& foramen : std::vector(desk.foramina()))
        ASSERT_TRUE(desk.apply(grading::commands::edit(foramen, "All", [](grading::ForamenReading& r) {
            r.findings.sides.fill(grading::SideState::Lost);
            r.findings.root = grading::RootMorphology::Collapsed;
            r.grade = grading::Grade::from(0);
        })));
    QTest::qWait(20);
    const auto* summary = window.findChild<QLabel*>("boardSummary");
    EXPECT_EQ(summary->text(), "10 of 10 graded\n10 contradictions");
    EXPECT_GE(summary->width(), summary->fontMetrics().horizontalAdvance("10 contradictions"));
    EXPECT_GE(summary->height(), summary->sizeHint().height());
}

TEST_F(Form, ImageQualityIsChosen)
{
    pick("quality", 1);
    EXPECT_EQ(record().imageQuality, "limited");
}

TEST_F(Form, WhatIsNotSaidIsSeenAsEmpty)
{
    EXPECT_EQ(button("contact")->property("state"), "open");
    EXPECT_EQ(button("contact")->text(), "contact –");
    pick("contact", RootContact::None);
    EXPECT_EQ(button("contact")->property("state"), "said");
    EXPECT_EQ(button("contact")->text(), "no contact") << "not “contact no contact”";
}

TEST_F(Form, NothingIsCutAtTheSmallestScreen)
{
    auto& desk = window.desk();
    ASSERT_TRUE(desk.apply(grading::commands::edit(desk.current(), "All of it", [](grading::ForamenReading& r) {
        r.contributory.insert(grading::allContributoryFindings.begin(), grading::allContributoryFindings.end());
        r.etiology.insert(grading::allEtiologies.begin(), grading::allEtiologies.end());
        r.meyerding = 3;
        r.confidence = grading::Confidence::High;
        r.contact = RootContact::Compression;
        r.imageQuality = "limited";
        r.findings.sides.fill(grading::SideState::Lost);
        r.findings.root = grading::RootMorphology::Collapsed;
        r.grade = grading::Grade::from(0); // disagrees: the reason is asked for too
    })));
    QTest::qWait(20);
    EXPECT_EQ(window.width(), 1366);
    EXPECT_EQ(window.height(), 768);
    for (const char* name : {"findings", "etiology", "meyerding", "quality", "contact"}) {
        const auto* field = button(name);
        EXPECT_GE(field->width(), field->sizeHint().width()) << name;
        EXPECT_GE(field->height(), field->sizeHint().height()) << name;
    }
    const auto* text = window.findChild<QLabel*>("fieldText");
    EXPECT_GE(text->height(), text->heightForWidth(text->width()));
    EXPECT_TRUE(text->text().contains("more"));
    EXPECT_TRUE(window.findChild<QLineEdit*>("reason")->isVisible());
}

} // namespace
} // namespace foragrade
