#include "MainWindow.h"
#include "panels/Banner.h"
#include "panels/ReportPreview.h"
#include "panels/SignPanel.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include "grading/dicom/Validate.h"
#include "phantom/Options.h"
#include "phantom/Phantom.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPrintPreviewWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

namespace foragrade {
namespace {

using grading::Foramen;
using grading::Structure;

/// The window at a phantom's DICOM files, opened as a reader opens them.
class AtAPhantom : public ::testing::Test {
protected:
    void SetUp() override
    {
        grading::phantom::Options options;
        options.small = true;
        ASSERT_TRUE(grading::phantom::generate(folder.filePath("study").toStdString(), options));
        open();
    }

    void open()
    {
        window = std::make_unique<MainWindow>(Options{{}, folder.filePath("readings.db"), "Test^Reader", false});
        window->resize(1600, 1000);
        window->show();
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        window->open({folder.filePath("study")});
        ASSERT_TRUE(QTest::qWaitFor([&] { return desk().isOpen() && pane()->hasImage(); }, 60000));
        QTest::qWait(50);
        pane()->setFocus();
    }

    SliceView* pane() { return window->panes().panes()[0]; }
    ReadingDesk& desk() { return window->desk(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        pane()->setFocus();
        QTest::keyClick(pane(), key, modifiers);
    }
    void brushAcrossMiddle(int below)
    {
        const QPoint from(pane()->width() / 2 - 15, pane()->height() / 2 + below);
        QTest::mousePress(pane(), Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(pane(), from + QPoint(30, 0));
        QTest::mouseRelease(pane(), Qt::LeftButton, Qt::NoModifier, from + QPoint(30, 0));
    }
    SignPanel* summary() { return window->findChild<SignPanel*>(); }
    QPushButton* signNow() { return summary()->findChild<QPushButton*>("primary"); }
    void clickSign() { window->findChild<QPushButton*>("sign")->click(); }

    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;
};

TEST_F(AtAPhantom, IsMarkedGradedSignedExportedRevisedAndReopened)
{
    const Foramen first = desk().current();
    press(Qt::Key_B);
    brushAcrossMiddle(0);
    press(Qt::Key_W);
    brushAcrossMiddle(20);
    const auto labels = desk().record(first).marks.at(0).labels;
    EXPECT_GT(labels.count(Structure::NerveRoot), 0U);
    EXPECT_GT(labels.count(Structure::PerineuralFat), 0U);

    // Fat kept on no side, and yet called normal: the window asks why, and doesn't sign without an answer.
    for (const auto key : {Qt::Key_I, Qt::Key_K, Qt::Key_J, Qt::Key_L}) {
        press(key);
        press(key);
    }
    press(Qt::Key_0);
    EXPECT_EQ(desk().current(), first) << "stays where the reason is asked for";
    auto* reason = window->findChild<QLineEdit*>("reason");
    ASSERT_TRUE(reason->isVisible());
    clickSign();
    ASSERT_TRUE(summary()->isVisible());
    EXPECT_FALSE(signNow()->isEnabled()) << "a contradiction needs its reason";
    auto* asked = summary()->findChild<QLineEdit*>("signReason");
    asked->setFocus();
    QTest::keyClicks(asked, "partial volume");
    QTest::keyClick(asked, Qt::Key_Return);
    EXPECT_EQ(desk().record(first).disagreementReason, "partial volume");
    ASSERT_TRUE(QTest::qWaitFor([&] { return signNow()->isEnabled(); }));
    EXPECT_FALSE(desk().isSigned()) << "asked first";
    QTest::mouseClick(signNow(), Qt::LeftButton);
    ASSERT_TRUE(desk().isSigned());
    EXPECT_FALSE(summary()->isVisible());
    const auto asSigned = desk().reading();
    press(Qt::Key_B);
    brushAcrossMiddle(40);
    press(Qt::Key_2, Qt::ShiftModifier);
    EXPECT_EQ(desk().reading(), asSigned);

    const QDir out(folder.filePath("out"));
    ASSERT_TRUE(out.mkpath("."));
    bool isExported = false;
    QObject::connect(window.get(), &MainWindow::exported, [&] { isExported = true; });
    window->exportTo(out.path());
    ASSERT_TRUE(QTest::qWaitFor([&] { return isExported; }, 60000)) << window->message().toStdString();
    for (const auto* name :
         {"report.dcm", "key-images.dcm", "reading.json", "foramina.csv", "report.html", "report.pdf"})
        EXPECT_GT(QFileInfo(out.filePath(name)).size(), 100) << name;
    std::vector<QString> offered;
    for (const auto* button : window->findChild<Banner*>()->findChildren<QPushButton*>())
        offered.push_back(button->text());
    EXPECT_EQ(offered, (std::vector<QString>{"Put away", "Open the report", "Show the folder"}));
    const auto checked = grading::validateObjects({out.path().toStdString(), folder.filePath("study").toStdString()});
    ASSERT_TRUE(checked) << checked.error().message();
    EXPECT_EQ(checked->reports, 2); // SR and key images
    EXPECT_EQ(checked->segmentations, 1);
    for (const auto& issue : checked->issues)
        EXPECT_NE(issue.severity, grading::Severity::Error) << issue.where << ": " << issue.text;

    clickSign(); // says "Revise" now
    EXPECT_FALSE(desk().isSigned());
    EXPECT_EQ(desk().reading().revision, asSigned.revision + 1);
    press(Qt::Key_1, Qt::ShiftModifier);
    EXPECT_EQ(desk().record(first).grade, grading::Grade::from(1));

    const auto before = desk().reading();
    window.reset();
    open();
    EXPECT_EQ(desk().reading(), before);
}

/// Pages of a PDF file as it lists them.
int pagesOf(const QString& pdf)
{
    QFile file(pdf);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return static_cast<int>(file.readAll().count("/Type /Page\n"));
}

TEST_F(AtAPhantom, ThePreviewShowsThePagesThatAreExported)
{
    press(Qt::Key_B);
    brushAcrossMiddle(0);
    press(Qt::Key_2, Qt::ShiftModifier);
    press(Qt::Key_P, Qt::ControlModifier);
    ReportPreview* preview = nullptr;
    const auto isThere = [&] { return (preview = window->findChild<ReportPreview*>()) != nullptr; };
    ASSERT_TRUE(QTest::qWaitFor(isThere, 60000));
    auto* pages = preview->findChild<QPrintPreviewWidget*>("reportPages");
    ASSERT_TRUE(QTest::qWaitFor([&] { return preview->isVisible() && pages->pageCount() > 1; }, 60000));
    EXPECT_EQ(preview->accessibleName(), "Report of a draft");
    const QImage seen = pages->grab().toImage();
    int ink = 0;
    for (int y = 0; y < seen.height(); y += 2) {
        for (int x = 0; x < seen.width(); x += 2)
            ink += qGray(seen.pixel(x, y)) < 60 ? 1 : 0;
    }
    EXPECT_GT(ink, 200) << "words on paper";

    const QDir out(folder.filePath("out"));
    ASSERT_TRUE(out.mkpath("."));
    bool isExported = false;
    QObject::connect(window.get(), &MainWindow::exported, [&] { isExported = true; });
    window->exportTo(out.path());
    ASSERT_TRUE(QTest::qWaitFor([&] { return isExported; }, 60000)) << window->message().toStdString();
    EXPECT_EQ(pages->pageCount(), pagesOf(out.filePath("report.pdf")));
    QTest::keyClick(preview, Qt::Key_Escape);
    EXPECT_FALSE(preview->isVisible());
}

} // namespace
} // namespace foragrade
