// A labelling project in the window: worklist, what is hidden, how readers agree.
#include "Hand.h"
#include "InAProject.h"

#include "Log.h"
#include "MainWindow.h"
#include "language/Language.h"
#include "panels/AgreementDialog.h"
#include "panels/Banner.h"
#include "panels/DrawingView.h"
#include "panels/ForamenForm.h"
#include "panels/SignPanel.h"
#include "panels/WorklistDialog.h"
#include "theme/Theme.h"
#include "views/PaneGrid.h"
#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include "grading/base/Files.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <gtest/gtest.h>

namespace foragrade {
namespace {

using namespace test;

TEST_F(InAProject, TheWorklistShowsCasesInOrderWithStateAndNoPatient)
{
    ASSERT_NO_FATAL_FAILURE(assign(studies));
    ASSERT_NO_FATAL_FAILURE(readAll(readers[0], 3, [](int, std::size_t) { return 0; }));
    WorklistDialog list(store, readers[0]);
    list.show();
    auto* table = list.findChild<QTableView*>("worklistTable");
    EXPECT_EQ(table->model()->rowCount(), studies);
    const auto texts = textsIn(*table);
    EXPECT_EQ(texts.filter("Secret", Qt::CaseInsensitive), QStringList());
    EXPECT_EQ(texts.filter("Case ").size(), studies);
    EXPECT_EQ(texts.filter("signed").size(), 3);
    EXPECT_TRUE(list.findChild<QLabel*>("worklistProgress")->text().startsWith("3 of 12 signed, 9 overdue"));
    EXPECT_EQ(table->model()->index(table->currentIndex().row(), 2).data().toString(), "open") << "the next to read";
    picture(list, "worklist-dark");
    applyTheme(*qApp, Theme::Light);
    picture(list, "worklist-light");
    applyTheme(*qApp, Theme::Dark);
}

TEST_F(InAProject, WhoTakesPartInNothingIsToldSo)
{
    WorklistDialog list(store, "Stranger^X");
    EXPECT_TRUE(list.findChild<QLabel*>("worklistProgress")->text().contains("no project"));
}

TEST_F(InAProject, ACaseOpensFromTheWorklistWithoutNamingThePatientAnywhere)
{
    writeImages();
    ASSERT_NO_FATAL_FAILURE(assign(1));
    MainWindow window(Options{{}, store, readers[0], false});
    ASSERT_NO_FATAL_FAILURE(show(window));
    test::Hand hand(window);
    hand.key(Qt::Key_L, Qt::ControlModifier);
    auto* list = window.findChild<WorklistDialog*>();
    ASSERT_TRUE(list != nullptr);
    ASSERT_TRUE(QTest::qWaitForWindowExposed(list));
    hand.click(*list->findChild<QPushButton*>("primary"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 30000)) << window.message().toStdString();
    EXPECT_TRUE(window.windowTitle().startsWith("Case ")) << window.windowTitle().toStdString();
    EXPECT_EQ(window.findChild<QLabel*>("studyTitle")->text(), window.windowTitle());
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.panes().panes()[0]->hasImage(); }, 30000));
    EXPECT_FALSE(saidBy(window).contains("Secret", Qt::CaseInsensitive)) << saidBy(window).toStdString();
    EXPECT_FALSE(QSettings().value("recent").toStringList().join(' ').contains("images/1"));
    picture(window, "blinded");

    for (const auto& foramen : foramina)
        ASSERT_TRUE(window.desk().apply(grading::commands::setGrade(foramen, grading::Grade::from(1))));
    window.exportTo(folder.filePath("out"));
    EXPECT_TRUE(window.message().contains("hides suggestions")) << window.message().toStdString();
    ASSERT_TRUE(window.desk().apply(grading::commands::sign(grading::now())));
    QDir(folder.path()).mkdir("out");
    bool isExported = false;
    QObject::connect(&window, &MainWindow::exported, [&] { isExported = true; });
    window.exportTo(folder.filePath("out"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return isExported; }, 60000)) << window.message().toStdString();
    const auto files = QDir(folder.filePath("out")).entryList(QDir::Files);
    EXPECT_TRUE(files.filter(".dcm").isEmpty()) << "DICOM files name the patient";
    EXPECT_EQ(files.size(), 4);
    for (const auto& name : files) {
        const auto bytes = grading::readFile(folder.filePath("out/" + name).toStdString()).value();
        EXPECT_EQ(bytes.find("Secret"), std::string::npos) << name.toStdString();
        EXPECT_EQ(bytes.find("SECRET"), std::string::npos) << name.toStdString();
    }
}

TEST_F(InAProject, ControlNOpensCaseAfterCaseUntilNoneIsLeft)
{
    writeImages(1);
    writeImages(2);
    ASSERT_NO_FATAL_FAILURE(assign(2));
    MainWindow window(Options{{}, store, readers[0], false});
    ASSERT_NO_FATAL_FAILURE(show(window));
    Hand hand(window);
    hand.key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 30000)) << window.message().toStdString();
    const auto first = window.desk().reading().study.uid;
    for (const auto& foramen : foramina)
        ASSERT_TRUE(window.desk().apply(grading::commands::setGrade(foramen, grading::Grade::from(1))));
    auto* signing = window.findChild<SignPanel*>();
    signing->open();
    hand.click(*signing->findChild<QPushButton*>("primary"));
    ASSERT_TRUE(window.desk().isSigned());
    EXPECT_EQ(window.message(), "Signed. Narrowing: 1 of 2 signed, 1 overdue.");

    hand.key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return window.desk().isOpen() && window.desk().reading().study.uid != first; }, 30000))
        << window.message().toStdString();
    EXPECT_FALSE(window.desk().isSigned());
    hand.key(Qt::Key_N, Qt::ControlModifier);
    EXPECT_EQ(window.message(), "No other case of Narrowing is to be read now.");
    EXPECT_NE(window.desk().reading().study.uid, first);
}

TEST_F(InAProject, ADraftGoesOnAtTheFirstForamenThatIsNotGraded)
{
    writeImages();
    ASSERT_NO_FATAL_FAILURE(assign(1));
    for (const std::size_t graded : {0U, 3U}) {
        MainWindow window(Options{{}, store, readers[0], false});
        ASSERT_NO_FATAL_FAILURE(show(window));
        Hand(window).key(Qt::Key_N, Qt::ControlModifier);
        ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 30000)) << window.message().toStdString();
        EXPECT_EQ(window.desk().current(), foramina[graded]);
        for (std::size_t i = 0; i < 3; ++i)
            ASSERT_TRUE(window.desk().apply(grading::commands::setGrade(foramina[i], grading::Grade::from(2))));
    }
}

TEST_F(InAProject, TheStartPageOpensTheWorklist)
{
    ASSERT_NO_FATAL_FAILURE(assign(2));
    MainWindow window(Options{{}, store, readers[0], false});
    ASSERT_NO_FATAL_FAILURE(show(window));
    Hand(window).click(*window.findChild<QPushButton*>("openWorklist"));
    auto* list = window.findChild<WorklistDialog*>();
    ASSERT_TRUE(list != nullptr);
    EXPECT_EQ(list->findChild<QTableView*>("worklistTable")->model()->rowCount(), 2);
}

TEST_F(InAProject, NothingOfAReadingIsShownOnceItIsClosed)
{
    writeImages();
    ASSERT_NO_FATAL_FAILURE(assign(1));
    MainWindow window(Options{{}, store, readers[0], false});
    ASSERT_NO_FATAL_FAILURE(show(window));
    auto* form = window.findChild<ForamenForm*>();
    auto* comment = form->findChild<QLineEdit*>("comment");
    ASSERT_TRUE(comment != nullptr);
    EXPECT_FALSE(comment->isVisible());
    Hand(window).key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 30000)) << window.message().toStdString();
    EXPECT_TRUE(comment->isVisible());
    window.desk().close();
    EXPECT_FALSE(comment->isVisible());
}

TEST_F(InAProject, TheDashboardShowsAndExportsHowReadersAgree)
{
    ASSERT_NO_FATAL_FAILURE(assign(studies));
    ASSERT_NO_FATAL_FAILURE(
        readAll(readers[0], studies, [](int study, std::size_t i) { return (study + static_cast<int>(i)) % 4; }));
    ASSERT_NO_FATAL_FAILURE(readAll(readers[1], studies, [](int study, std::size_t i) {
        const int grade = (study + static_cast<int>(i)) % 4;
        return (study * 7 + static_cast<int>(i) * 3) % 5 == 0 ? std::min(3, grade + 1) : grade;
    }));
    AgreementDialog dialogue(store, manager, "Narrowing");
    dialogue.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return dialogue.isReady(); }, 60000)) << dialogue.message().toStdString();
    auto* table = dialogue.findChild<QTableWidget*>("agreementTable");
    ASSERT_EQ(table->rowCount(), 11);
    EXPECT_EQ(table->item(0, 0)->text(), "L1-L2 right");
    EXPECT_EQ(table->item(10, 1)->text(), "120");
    EXPECT_EQ(dialogue.findChild<QComboBox*>("pairs")->currentText(), "Reader A and Reader B");
    QTest::qWait(50);
    picture(dialogue, "agreement-dark");
    applyTheme(*qApp, Theme::Light);
    QTest::qWait(50);
    picture(dialogue, "agreement-light");
    applyTheme(*qApp, Theme::Dark);
    dialogue.exportTo(folder.filePath("tables"));
    EXPECT_TRUE(dialogue.message().startsWith("Exported")) << dialogue.message().toStdString();
    for (const auto* name : {"agreement.csv", "confusion.csv", "dice.csv", "forest.svg", "forest.png", "dice.svg",
                             "dice.png", "confusion-1.svg", "confusion-1.png"})
        EXPECT_GT(QFileInfo(folder.filePath(QString("tables/") + name)).size(), 50) << name;
    EXPECT_FALSE(QImage(folder.filePath("tables/forest.png")).isNull());
}

TEST_F(InAProject, TheDashboardsFiguresSpeakTheWindowsLanguage)
{
    ASSERT_NO_FATAL_FAILURE(assign(2));
    for (const auto* reader : readers)
        ASSERT_NO_FATAL_FAILURE(readAll(reader, 2, [](int, std::size_t) { return 1; })); // no variation: undefined
    const auto wordsIn = [&](const QString& language) {
        setLanguage(language);
        AgreementDialog dialogue(store, manager, "Narrowing");
        EXPECT_TRUE(QTest::qWaitFor([&] { return dialogue.isReady(); }, 60000)) << dialogue.message().toStdString();
        picture(dialogue, "agreement-" + language);
        QStringList words;
        for (const auto* view : dialogue.findChildren<DrawingView*>()) {
            words << view->accessibleName();
            for (const auto& item : view->drawing().items) {
                if (const auto* text = std::get_if<grading::Drawing::Text>(&item))
                    words << QString::fromStdString(text->text);
            }
        }
        return words;
    };
    const auto english = wordsIn("en");
    const auto german = wordsIn("de");
    setLanguage("en");
    EXPECT_TRUE(english.contains("not marked by two"));
    EXPECT_TRUE(english.contains("L4-L5 right"));
    ASSERT_EQ(german.size(), english.size());
    const QRegularExpression word("[a-z]{4}");
    for (const auto& text : english) {
        if (text.contains(word) && text != "Reader A" && text != "Reader B") {
            EXPECT_FALSE(german.contains(text)) << text.toStdString();
        }
    }
}

TEST_F(InAProject, NeitherLogNorNotesNameTheFilesOfAHiddenStudy)
{
    writeImages();
    ASSERT_NO_FATAL_FAILURE(assign(1));
    const QDir images(folder.filePath("images/1"));
    const auto name = images.entryList(QDir::Files).first();
    const auto whole = grading::readFile(images.filePath(name).toStdString()).value();
    ASSERT_TRUE(grading::writeFile(images.filePath("Secret.dcm").toStdString(), whole.substr(0, 400)));
    openLog(folder.filePath("log.txt"));
    MainWindow window(Options{{}, store, readers[0], false});
    window.resize(1600, 1000);
    window.show();
    window.open({images.path()}); // not from the worklist: the store tells
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 30000)) << window.message().toStdString();
    const auto log = grading::readFile(folder.filePath("log.txt").toStdString()).value();
    EXPECT_NE(log.find("scanned:"), std::string::npos);
    EXPECT_GT(std::count(log.begin(), log.end(), '\n'), 1) << "the cut file is an Issue: " << log;
    EXPECT_EQ(log.find("images/1"), std::string::npos) << log;
    EXPECT_EQ(log.find("Secret"), std::string::npos) << log;
    EXPECT_FALSE(saidBy(window).contains("Secret", Qt::CaseInsensitive)) << saidBy(window).toStdString();
}

TEST_F(InAProject, TheDashboardTellsAReaderWhyItStaysClosed)
{
    ASSERT_NO_FATAL_FAILURE(assign(1));
    AgreementDialog dialogue(store, readers[0], "Narrowing");
    bool isComputed = false;
    QObject::connect(&dialogue, &AgreementDialog::computed, [&] { isComputed = true; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return isComputed; }, 30000));
    EXPECT_FALSE(dialogue.isReady());
    EXPECT_FALSE(dialogue.message().isEmpty());
}

} // namespace
} // namespace foragrade
