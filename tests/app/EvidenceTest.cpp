#include "AtAReading.h"

#include "commands/CommandTable.h"
#include "panels/EvidencePanel.h"
#include "panels/FatRoseView.h"
#include "panels/SignPanel.h"

#include "grading/store/Project.h"
#include "grading/store/Store.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <gmock/gmock.h>

namespace foragrade {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Evidence : public AtAReading {
protected:
    ~Evidence() override { desk().setEvidenceHidden(false); }

    void lay(const Foramen& foramen, int slice, std::vector<grading::PixelSpan> spans, Structure structure)
    {
        ASSERT_TRUE(desk().apply(grading::commands::mark(
            "Lay",
            {foramen, pane()->stack()->id, pane()->stack()->frameOfReference, pane()->volume().geometry(), slice},
            grading::PixelSet(std::move(spans)), structure, grading::PaintMode::KeepOthers)));
    }

    /// A root of 6×6 mm with fat above and below it alone.
    void markRootWithFatAboveAndBelow(const Foramen& foramen, int slice, int size = 6)
    {
        std::vector<grading::PixelSpan> root;
        std::vector<grading::PixelSpan> fat;
        for (int row = 100; row < 100 + size; ++row)
            root.push_back({row, 100, 100 + size});
        for (int row = 96; row < 100; ++row) {
            fat.push_back({row, 100, 100 + size});
            fat.push_back({row + 4 + size, 100, 100 + size});
        }
        lay(foramen, slice, root, Structure::NerveRoot);
        lay(foramen, slice, fat, Structure::PerineuralFat);
    }

    std::string shown() { return window->findChild<EvidencePanel*>()->text().toStdString(); }
    SignPanel* signing() { return window->findChild<SignPanel*>(); }
    QPushButton* signNow() { return signing()->findChild<QPushButton*>("primary"); }
    void openSigning() { QTest::mouseClick(window->findChild<QPushButton*>("sign"), Qt::LeftButton); }

    int here = pane()->slice();
    int mirrored = 14 - pane()->slice();
};

TEST_F(Evidence, NamesEachSideWithItsCoverageAndTheAdmissibleGradesWithReasons)
{
    markRootWithFatAboveAndBelow(upperRight, here);
    EXPECT_THAT(shown(), HasSubstr("superior kept, fat at"));
    EXPECT_THAT(shown(), HasSubstr("inferior kept, fat at"));
    EXPECT_THAT(shown(), HasSubstr("anterior lost, fat at 0 %"));
    EXPECT_THAT(shown(), HasSubstr("posterior lost, fat at 0 %"));
    EXPECT_THAT(shown(), HasSubstr("document admits 1"));
    EXPECT_THAT(shown(), HasSubstr("root 36.0 mm²"));
    EXPECT_THAT(shown(), Not(HasSubstr("to the other side")));
}

TEST_F(Evidence, ComparesTheRootWithTheOtherSideAndTheNeighbours)
{
    markRootWithFatAboveAndBelow(upperRight, here, 6);
    markRootWithFatAboveAndBelow(*Foramen::parse("L1-L2:L"), mirrored, 12);
    markRootWithFatAboveAndBelow(*Foramen::parse("L2-L3:R"), here, 3);
    EXPECT_THAT(shown(), HasSubstr("to the other side: area × 0.25"));
    EXPECT_THAT(shown(), HasSubstr("to the neighbours: area × 4.00"));
}

TEST_F(Evidence, TheSideUnderTheMouseIsNamedBold)
{
    markRootWithFatAboveAndBelow(upperRight, here);
    auto* rose = window->findChild<FatRoseView*>();
    std::optional<grading::AnatomicalDirection> pointed;
    QObject::connect(rose, &FatRoseView::pointedAt, [&](auto side) { pointed = side; });
    const auto move = [&](QPointF at) {
        QMouseEvent event(QEvent::MouseMove, at, rose->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(rose, &event);
    };
    move({rose->width() / 2.0, 24});
    EXPECT_EQ(pointed, grading::AnatomicalDirection::Superior);
    move({14, rose->height() / 2.0}); // anterior lies at the left on this study's images
    EXPECT_EQ(pointed, grading::AnatomicalDirection::Anterior);
    EXPECT_THAT(window->findChild<QLabel*>("measured")->text().toStdString(), HasSubstr("<b>anterior lost"));
}

TEST_F(Evidence, HiddenOnesShowOnceTheForamenIsGraded)
{
    desk().setEvidenceHidden(true);
    markRootWithFatAboveAndBelow(upperRight, here);
    EXPECT_THAT(shown(), Not(HasSubstr("admits")));
    EXPECT_THAT(shown(), Not(HasSubstr("%")));
    press(Qt::Key_1, Qt::ShiftModifier);
    EXPECT_THAT(shown(), HasSubstr("document admits 1"));
    press(Qt::Key_Z);
    EXPECT_THAT(shown(), Not(HasSubstr("admits"))) << "taken back, it is to be judged again";
}

TEST_F(Evidence, TheProjectsRulesHideItWhateverTheReaderLikes)
{
    window.reset();
    const std::string path = folder.filePath("project.db").toStdString();
    {
        auto kept = grading::Store::open(path);
        ASSERT_TRUE(kept);
        kept->actAs("Manager^M");
        grading::Protocol protocol;
        protocol.foramina = {upperRight};
        protocol.structures = {Structure::NerveRoot};
        protocol.readersPerStudy = 1;
        protocol.blindTo = {grading::BlindTo::Suggestion};
        ASSERT_TRUE(grading::addProject(
            *kept, {"P",
                    protocol,
                    {{"Manager^M", "", grading::MemberRole::Manager}, {"Test^Reader", "", grading::MemberRole::Reader}},
                    true}));
        const auto study = test::SyntheticStudy::make().catalogue.studies.front();
        grading::ProjectStudy assigned;
        assigned.identity.uid = study.uid;
        assigned.identity.patientName = study.patientName;
        ASSERT_TRUE(grading::assignStudies(*kept, "P", {assigned}, ""));
    }
    store = QString::fromStdString(path);
    open();
    ASSERT_NE(desk().protocol(), nullptr);
    markRootWithFatAboveAndBelow(upperRight, here);
    EXPECT_THAT(shown(), HasSubstr("judge first"));
    press(Qt::Key_1, Qt::ShiftModifier);
    EXPECT_THAT(shown(), HasSubstr("admits 1"));

    // What the protocol asks for is said before signing.
    desk().choose(*Foramen::parse("L2-L3:R"));
    press(Qt::Key_0, Qt::ShiftModifier);
    openSigning();
    EXPECT_FALSE(signNow()->isEnabled());
    press(Qt::Key_Z);
    ASSERT_TRUE(QTest::qWaitFor([&] { return signNow()->isEnabled(); }));
}

TEST_F(Evidence, SigningSaysWhatIsMissingAndAClickGoesThere)
{
    press(Qt::Key_1);
    openSigning();
    ASSERT_TRUE(signing()->isVisible());
    const auto names = signing()->findChildren<QPushButton*>();
    const auto at = std::ranges::find_if(names, [](const auto* b) { return b->text() == "L3-L4 L"; });
    ASSERT_NE(at, names.end());
    QTest::mouseClick(*at, Qt::LeftButton);
    EXPECT_EQ(desk().current(), *Foramen::parse("L3-L4:L"));
    EXPECT_TRUE(signing()->isVisible()) << "it stays while the reader mends";
    press(Qt::Key_0);
    ASSERT_TRUE(QTest::qWaitFor([&] {
        const auto now = signing()->findChildren<QPushButton*>();
        return std::ranges::none_of(now, [](const auto* b) { return b->text() == "L3-L4 L" && b->isVisible(); }) ||
               signing()->findChild<QLabel*>("signTitle")->text().startsWith("2 of 10");
    }));
    EXPECT_TRUE(signNow()->isEnabled());
    QTest::mouseClick(signNow(), Qt::LeftButton);
    EXPECT_TRUE(desk().isSigned());
}

TEST_F(Evidence, NothingGradedCantBeSigned)
{
    openSigning();
    EXPECT_FALSE(signNow()->isEnabled());
    QTest::mouseClick(signing()->findChild<QPushButton*>("signBack"), Qt::LeftButton);
    EXPECT_FALSE(signing()->isVisible());
}

} // namespace
} // namespace foragrade
