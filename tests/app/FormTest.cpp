#include "SyntheticStudy.h"

#include "MainWindow.h"

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

    /// Opens the button's menu by a click and clicks the entry of that value.
    template <class Value>
    void pick(const char* name, Value value)
    {
        auto* field = button(name);
        bool isClicked = false;
        QTimer::singleShot(0, field, [&] {
            for (auto* action : field->menu()->actions()) {
                if (action->data().toInt() != static_cast<int>(value))
                    continue;
                QTest::mouseClick(field->menu(), Qt::LeftButton, {}, field->menu()->actionGeometry(action).center());
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
    EXPECT_FALSE(button("contact")->text().endsWith("–"));
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
