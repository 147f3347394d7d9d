#include "AtAReading.h"

#include "models/RecentStudies.h"
#include "panels/StartPage.h"
#include "panels/StatusLine.h"
#include "views/SliceOverlay.h"

#include "grading/imaging/TissueWindow.h"

#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>

#include <cstdlib>

namespace foragrade {
namespace {

class Opening : public AtAReading {
protected:
    Opening()
    {
        forgetRecentStudies();
        QSettings().remove("window"); // what a test before chose
    }

    /// A folder of the test data; empty when that isn't there.
    static QString testData(const char* what)
    {
        const char* root = std::getenv("FORAGRADE_TEST_DATA");
        const QString path = root == nullptr ? QString() : QString(root) + '/' + what;
        return QDir(path).exists() ? path : QString();
    }
    bool isOpenSoon()
    {
        return QTest::qWaitFor([this] { return window->study().state() == OpenStudy::State::Ready; }, 20000);
    }
    void drop(const QList<QUrl>& urls)
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &enter);
        EXPECT_TRUE(enter.isAccepted());
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &event);
    }
    QPushButton* recentButton()
    {
        for (auto* button : window->findChild<StartPage*>()->findChildren<QPushButton*>()) {
            if (button->property("recent").toBool() && !button->isHidden())
                return button;
        }
        return nullptr;
    }
};

TEST_F(Opening, AFolderByDropAndThenAmongTheRecentStudies)
{
    const QString path = testData("spine/lumbar-t2-clinical");
    if (path.isEmpty())
        GTEST_SKIP() << "FORAGRADE_TEST_DATA has no spine/lumbar-t2-clinical";
    drop({QUrl::fromLocalFile(path)});
    ASSERT_TRUE(isOpenSoon());
    ASSERT_EQ(recentStudies().size(), 1U);
    EXPECT_EQ(recentStudies()[0].paths, QStringList{path});
    EXPECT_NE(recentStudies()[0].title, "lumbar-t2-clinical") << "the study's own title";
    window->study().close();
    QTest::qWait(50); // the page is laid out anew
    ASSERT_NE(recentButton(), nullptr);
    ASSERT_TRUE(recentButton()->isVisible() && recentButton()->isEnabled());
    QTest::mouseClick(recentButton(), Qt::LeftButton);
    EXPECT_TRUE(isOpenSoon()) << window->message().toStdString();
}

TEST_F(Opening, FilesAlone)
{
    const QString path = testData("spine/lumbar-t2-clinical/T2_SAG");
    if (path.isEmpty())
        GTEST_SKIP() << "FORAGRADE_TEST_DATA has no spine/lumbar-t2-clinical";
    QList<QUrl> urls;
    for (const auto& file : QDir(path).entryInfoList({"*.dcm"}, QDir::Files).mid(0, 3))
        urls << QUrl::fromLocalFile(file.filePath());
    drop(urls);
    ASSERT_TRUE(isOpenSoon());
    EXPECT_EQ(window->study().catalogue().filesRead, 3);
}

TEST_F(Opening, ADicomdirWithTheSeveralStudiesItNames)
{
    const QString path = testData("series/pydicom");
    if (path.isEmpty())
        GTEST_SKIP() << "FORAGRADE_TEST_DATA has no series/pydicom";
    QString dicomdir;
    for (QDirIterator found(path, {"DICOMDIR"}, QDir::Files, QDirIterator::Subdirectories); found.hasNext();) {
        const QString file = found.next();
        if (dicomdir.isEmpty() || file.size() < dicomdir.size())
            dicomdir = file;
    }
    ASSERT_FALSE(dicomdir.isEmpty());
    window->open({dicomdir});
    ASSERT_TRUE(isOpenSoon());
    EXPECT_GT(window->study().catalogue().studies.size(), 1U);
}

TEST_F(Opening, AFolderThatIsGoneCannotBeChosenAgain)
{
    {
        const QTemporaryDir gone;
        rememberStudy({gone.path()}, "Gone^Patient");
    }
    EXPECT_FALSE(recentStudies()[0].isThere());
    window = std::make_unique<MainWindow>(Options{{}, store, "Test^Reader", false});
    window->show();
    ASSERT_NE(recentButton(), nullptr);
    EXPECT_FALSE(recentButton()->isEnabled());
}

TEST_F(Opening, RecentStudiesAreKeptOnceTheNewestFirstAndCanBeForgotten)
{
    rememberStudy({"/a"}, "A");
    rememberStudy({"/b"}, "B");
    rememberStudy({"/a"});
    ASSERT_EQ(recentStudies().size(), 2U);
    EXPECT_EQ(recentStudies()[0].title, "A");
    for (int i = 0; i < 20; ++i)
        rememberStudy({QString("/%1").arg(i)});
    EXPECT_EQ(recentStudies().size(), 8U);
    forgetRecentStudies();
    EXPECT_TRUE(recentStudies().empty());
}

TEST_F(Opening, SeveralStudiesOfAFolderAreOfferedAndTheOtherCanBeChosen)
{
    auto* studies = window->findChild<QComboBox*>("studies");
    EXPECT_FALSE(studies->isVisible()) << "there is one study";
    auto study = test::SyntheticStudy::make();
    auto other = study.catalogue.studies[0];
    other.uid = grading::Uid("1.2.4");
    other.patientName = "Other^Patient";
    other.series.resize(1);
    study.catalogue.studies.push_back(other);
    window->study().show(std::move(study.catalogue), std::move(study.volumes));
    ASSERT_TRUE(studies->isVisible());
    EXPECT_EQ(studies->currentIndex(), 0);
    studies->setCurrentIndex(1);
    emit studies->activated(studies->currentIndex());
    EXPECT_EQ(window->study().study()->patientName, "Other^Patient");
    EXPECT_EQ(window->panes().panes().size(), 1U);
}

TEST_F(Opening, CancelledLoadsSayHowToLoadAndADoubleClickDoes)
{
    const QString path = testData("spine/lumbar-t1-t2-same-patient");
    if (path.isEmpty())
        GTEST_SKIP() << "FORAGRADE_TEST_DATA has no spine/lumbar-t1-t2-same-patient";
    // As soon as the study is there: no load has arrived yet.
    QObject::connect(&window->study(), &OpenStudy::opened, window.get(),
                     [this] { emit window->findChild<StatusLine*>()->cancelRequested(); });
    window->open({path});
    ASSERT_TRUE(isOpenSoon());
    ASSERT_FALSE(pane()->hasImage());
    const auto* overlay = pane()->findChild<SliceOverlay*>();
    EXPECT_TRUE(overlay->annotations().message.contains("double click"));
    QTest::mouseDClick(pane(), Qt::LeftButton, {}, {100, 100});
    EXPECT_TRUE(QTest::qWaitFor([this] { return pane()->hasImage(); }, 20000));
}

TEST_F(Opening, RealT2OpensWithItsTissueVisible)
{
    const QString path = testData("spine/lumbar-t2-clinical");
    if (path.isEmpty())
        GTEST_SKIP() << "FORAGRADE_TEST_DATA has no spine/lumbar-t2-clinical";
    window->open({path});
    ASSERT_TRUE(isOpenSoon());
    ASSERT_TRUE(QTest::qWaitFor([this] { return pane()->hasImage(); }, 20000));
    EXPECT_EQ(pane()->window(), grading::tissueWindow(pane()->volume()));
    EXPECT_LT(pane()->window().upper(), 0.8 * pane()->stack()->window->upper()) << "the file's shows it too dark";
}

} // namespace
} // namespace foragrade
