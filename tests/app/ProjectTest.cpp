// A labelling project in the window: worklist, what is hidden, how readers agree.
#include "Hand.h"
#include "TestSeries.h"

#include "MainWindow.h"
#include "panels/AgreementDialog.h"
#include "panels/Banner.h"
#include "panels/WorklistDialog.h"
#include "theme/Theme.h"
#include "views/PaneGrid.h"
#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include "grading/base/Files.h"
#include "grading/marks/PixelSet.h"
#include "grading/store/StoredSession.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

namespace foragrade {
namespace {

constexpr const char* manager = "Manager^One";
constexpr const char* adjudicator = "Chief^C";
constexpr const char* readers[] = {"Reader^A", "Reader^B"};
constexpr int studies = 12;

grading::Uid studyUid(int number)
{
    return grading::Uid("1.2.826.0.1.3680043.10.543." + std::to_string(number));
}

/// A store with the project "Narrowing", blind to everything; the first study has images, the others only names.
class InAProject : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto opened = as(manager, grading::Store::IfMissing::Create);
        grading::Project project;
        project.name = "Narrowing";
        project.protocol.foramina = foramina;
        project.members = {{manager, "Hospital", grading::MemberRole::Manager}};
        ASSERT_TRUE(grading::addProject(opened, project));
        for (const auto* reader : readers)
            ASSERT_TRUE(grading::addMember(opened, "Narrowing", {reader, "Hospital", grading::MemberRole::Reader}));
        ASSERT_TRUE(
            grading::addMember(opened, "Narrowing", {adjudicator, "Hospital", grading::MemberRole::Adjudicator}));
    }

    grading::Store as(const char* person, grading::Store::IfMissing ifMissing = grading::Store::IfMissing::Fail)
    {
        auto opened = grading::Store::open(store.toStdString(), ifMissing).value();
        opened.actAs(person);
        return opened;
    }

    void assign(int count)
    {
        std::vector<grading::ProjectStudy> given;
        for (int i = 1; i <= count; ++i) {
            const auto images = folder.filePath(QString("images/%1").arg(i)).toStdString();
            given.push_back({{studyUid(i), "Secret^Name" + std::to_string(i), "SECRET-" + std::to_string(i), "20260302",
                              "Spine of Secret", "LSPINE"},
                             {images, {}}});
        }
        auto opened = as(manager);
        ASSERT_TRUE(grading::assignStudies(opened, "Narrowing", given, "2026-02-28"));
    }

    void writeImages()
    {
        grading::test::TestSeries series;
        series.study = studyUid(1);
        series.patientName = "Secret^Name1";
        stack = grading::test::writeSeries(folder.filePath("images/1").toStdString(), series);
    }

    /// Reads the first study: a round root at that column, that grade at L4-L5 right and 0 elsewhere.
    void readWithMark(const char* reader, int column, int grade)
    {
        auto opened = as(reader);
        ASSERT_TRUE(opened.add(draftOf(1, reader), grading::StudyImages{}));
        auto session = grading::openSession(opened, studyUid(1), reader).value();
        const auto target = *grading::Foramen::parse("L4-L5:R");
        const std::array path{grading::SlicePoint{static_cast<double>(column), 30}};
        const auto root = grading::brushStroke(*stack.geometry, path, grading::Millimetres{3});
        for (const auto& foramen : foramina)
            ASSERT_TRUE(session.apply(
                grading::commands::setGrade(foramen, grading::Grade::from(foramen == target ? grade : 0))));
        ASSERT_TRUE(session.apply(
            grading::commands::mark("Brush", {target, stack.id, stack.frameOfReference, *stack.geometry, 4}, root,
                                    grading::Structure::NerveRoot, grading::PaintMode::Replace)));
        const auto done = session.apply(grading::commands::sign(grading::now()));
        ASSERT_TRUE(done) << done.error().message();
    }

    static grading::Reading draftOf(int study, const char* reader)
    {
        grading::Reading reading;
        reading.id = grading::Uid::generate();
        reading.study.uid = studyUid(study);
        reading.reader = {reader, "Hospital", grading::ReaderRole::Reader};
        reading.created = grading::now();
        return reading;
    }

    /// Grades as the function says and signs.
    void readAll(const char* reader, int count, int (*gradeOf)(int study, std::size_t foramen))
    {
        auto opened = as(reader);
        for (int study = 1; study <= count; ++study) {
            ASSERT_TRUE(opened.add(draftOf(study, reader), grading::StudyImages{}));
            auto session = grading::openSession(opened, studyUid(study), reader).value();
            for (std::size_t i = 0; i < foramina.size(); ++i)
                ASSERT_TRUE(
                    session.apply(grading::commands::setGrade(foramina[i], grading::Grade::from(gradeOf(study, i)))));
            ASSERT_TRUE(session.apply(grading::commands::sign(grading::now())));
        }
    }

    /// A picture to look at, where FORAGRADE_TEST_PICTURES names a folder.
    static void picture(QWidget& widget, const QString& name)
    {
        const QString where = qEnvironmentVariable("FORAGRADE_TEST_PICTURES");
        if (!where.isEmpty())
            widget.grab().save(QDir(where).filePath(name + ".png"));
    }

    QTemporaryDir folder;
    QString store = folder.filePath("project.db");
    grading::Stack stack; ///< Of the first study's images.
    std::vector<grading::Foramen> foramina = grading::SpineNumbering{}.foramina(grading::Region::Lumbar);
};

QStringList textsIn(const QTableView& table)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        for (int column = 0; column < table.model()->columnCount(); ++column)
            texts << table.model()->index(row, column).data().toString();
    return texts;
}

/// All that any widget says, its title, tip and name for screen readers among it.
QString saidBy(const QWidget& window)
{
    QStringList said{window.windowTitle()};
    for (const auto* widget : window.findChildren<QWidget*>()) {
        said << widget->toolTip() << widget->accessibleName() << widget->windowTitle();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            said << label->text();
        if (const auto* field = qobject_cast<const QLineEdit*>(widget))
            said << field->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            said << button->text();
        if (const auto* overlay = qobject_cast<const SliceOverlay*>(widget)) {
            const auto notes = overlay->annotations();
            said << notes.topLeft << notes.topRight << notes.bottomLeft << notes.bottomRight;
        }
    }
    return said.join('\n');
}

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
    window.resize(1600, 1000);
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
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

TEST_F(InAProject, AnAdjudicatorOpensWhatReadersDifferOnAndSeesWhatEachSaid)
{
    writeImages();
    ASSERT_NO_FATAL_FAILURE(assign(1));
    ASSERT_NO_FATAL_FAILURE(readWithMark(readers[0], 30, 1));
    ASSERT_NO_FATAL_FAILURE(readWithMark(readers[1], 34, 2));
    MainWindow window(Options{{}, store, adjudicator, false});
    window.resize(1600, 1000);
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    test::Hand hand(window);
    hand.key(Qt::Key_L, Qt::ControlModifier);
    auto* list = window.findChild<WorklistDialog*>();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(list));
    EXPECT_EQ(textsIn(*list->findChild<QTableView*>("worklistTable")).filter("differ on L4-L5 R").size(), 1);
    hand.click(*list->findChild<QPushButton*>("primary"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 30000)) << window.message().toStdString();
    EXPECT_EQ(window.desk().reading().reader.role, grading::ReaderRole::Adjudicator);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.panes().panes()[0]->hasImage(); }, 30000));
    window.desk().choose(*grading::Foramen::parse("L4-L5:R"));
    const auto said = window.findChild<QLabel*>("readersSay")->text().split('\n');
    ASSERT_EQ(said.size(), 2);
    EXPECT_TRUE(said[0].startsWith("A  Reader A: grade 1")) << said[0].toStdString();
    EXPECT_TRUE(said[1].startsWith("B  Reader B: grade 2")) << said[1].toStdString();
    auto& pane = *window.panes().panes()[0];
    pane.setSlice(4);
    QTest::qWait(100);
    picture(window, "adjudication");
    EXPECT_EQ(window.desk().predecessors().size(), 2U);
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
