// A case whose study is in a PACS, opened from the worklist. A program of its own: its network is entered before Qt has
// threads.
#include "Hand.h"
#include "InAProject.h"
#include "TestPacs.h"

#include "MainWindow.h"
#include "panels/Banner.h"
#include "panels/WorklistDialog.h"
#include "theme/Theme.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include "grading/dicom/Pacs.h"
#include "grading/dicom/StudyCache.h"

#include <QApplication>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <gtest/gtest.h>

#include <cstdlib>

namespace foragrade {
namespace {

using namespace test;

bool hasNetwork = false;

class ACaseInAPacs : public InAProject {
protected:
    void SetUp() override
    {
        if (!hasNetwork)
            GTEST_SKIP() << "this system doesn't let a test have a network of its own";
        if (!grading::test::TestPacs::isInstalled())
            GTEST_SKIP() << "dcmqrscp (package dcmtk) isn't installed";
        m_pacs = std::make_unique<grading::test::TestPacs>();
        qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString(m_pacs->configurationHome()));
        qputenv("XDG_CACHE_HOME", folder.filePath("cache").toUtf8());
        InAProject::SetUp();
        writeImages();
        const auto peer = grading::findPacsPeer("archive").value();
        ASSERT_TRUE(grading::sendToPacs(peer, {folder.filePath("images").toStdString()}));
        const auto cached = grading::cachedStudy("archive", studyUid(1), {});
        ASSERT_TRUE(cached) << cached.error().message();
        m_images = {{}, cached->digest, "archive"};
        ASSERT_TRUE(grading::emptyStudyCache()); // as on the reader's own computer
    }

    void assignWith(const grading::StudyImages& images)
    {
        auto opened = as(manager);
        const grading::ProjectStudy study{
            {studyUid(1), "Secret^Name1", "SECRET-1", "20260302", "Spine of Secret", "LSPINE"}, images};
        ASSERT_TRUE(grading::assignStudies(opened, "Narrowing", {study}, ""));
    }

    static void openFirst(MainWindow& window, Hand& hand)
    {
        hand.key(Qt::Key_L, Qt::ControlModifier);
        auto* list = window.findChild<WorklistDialog*>();
        ASSERT_TRUE(list != nullptr);
        ASSERT_TRUE(QTest::qWaitForWindowExposed(list));
        hand.click(*list->findChild<QPushButton*>("primary"));
    }

    std::unique_ptr<grading::test::TestPacs> m_pacs;
    grading::StudyImages m_images;
};

TEST_F(ACaseInAPacs, OpensWithoutNamingThePatientAndStaysInThePacs)
{
    ASSERT_NO_FATAL_FAILURE(assignWith(m_images));
    MainWindow window(Options{{}, store, readers[0], false});
    ASSERT_NO_FATAL_FAILURE(show(window));
    Hand hand(window);
    ASSERT_NO_FATAL_FAILURE(openFirst(window, hand));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 30000)) << window.message().toStdString();
    EXPECT_TRUE(window.windowTitle().startsWith("Case ")) << window.windowTitle().toStdString();
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.panes().panes()[0]->hasImage(); }, 30000));
    EXPECT_FALSE(window.findChild<Banner*>()->isVisible()) << window.message().toStdString();
    const auto said = saidBy(window);
    EXPECT_FALSE(said.contains("Secret", Qt::CaseInsensitive)) << said.toStdString();
    EXPECT_FALSE(said.contains(QString::fromStdString(studyUid(1).text()))) << said.toStdString();
    EXPECT_EQ(as(manager).studyImages(studyUid(1)), m_images);
    EXPECT_TRUE(QSettings().value("recent").toStringList().isEmpty());
}

TEST_F(ACaseInAPacs, IsShownWithAWarningWhenItsImagesHaveChanged)
{
    ASSERT_NO_FATAL_FAILURE(assignWith({{}, std::string(64, '0'), "archive"}));
    MainWindow window(Options{{}, store, readers[0], false});
    ASSERT_NO_FATAL_FAILURE(show(window));
    Hand hand(window);
    ASSERT_NO_FATAL_FAILURE(openFirst(window, hand));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 30000)) << window.message().toStdString();
    EXPECT_TRUE(window.message().contains("aren't the same")) << window.message().toStdString();
}

TEST_F(ACaseInAPacs, DoesNotTakeThePlaceOfAStudyThatWasOpenedMeanwhile)
{
    ASSERT_NO_FATAL_FAILURE(assignWith(m_images));
    writeImages(2);
    MainWindow window(Options{{}, store, readers[0], false});
    ASSERT_NO_FATAL_FAILURE(show(window));
    Hand hand(window);
    ASSERT_NO_FATAL_FAILURE(openFirst(window, hand));
    window.open({folder.filePath("images/2")});
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 30000)) << window.message().toStdString();
    QTest::qWait(300); // for what must not come
    ASSERT_TRUE(window.desk().isOpen());
    EXPECT_EQ(window.desk().reading().study.uid, studyUid(2));
}

TEST_F(ACaseInAPacs, IsSaidNotToOpenWhileThePacsIsAway)
{
    ASSERT_NO_FATAL_FAILURE(assignWith(m_images));
    m_pacs->kill();
    MainWindow window(Options{{}, store, readers[0], false});
    ASSERT_NO_FATAL_FAILURE(show(window));
    Hand hand(window);
    ASSERT_NO_FATAL_FAILURE(openFirst(window, hand));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window.message().isEmpty(); }, 30000));
    EXPECT_TRUE(window.message().contains("can't be reached")) << window.message().toStdString();
    EXPECT_FALSE(window.desk().isOpen());
}

} // namespace
} // namespace foragrade

int main(int argc, char** argv)
{
    foragrade::hasNetwork = grading::test::enterOwnNetwork();
    setenv("TCP_NODELAY", "1", 1); // quick
    QApplication application(argc, argv);
    QApplication::setApplicationName("foragrade-tests");
    const QTemporaryDir settings; // not those of who runs the tests
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    foragrade::applyTheme(application, foragrade::Theme::Dark);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
