// A labelling project in a store of its own, for tests of the window.
#pragma once

#include "TestSeries.h"

#include "MainWindow.h"
#include "views/SliceOverlay.h"

#include "grading/marks/PixelSet.h"
#include "grading/store/StoredSession.h"
#include "grading/store/Worklist.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

namespace foragrade::test {

inline constexpr const char* manager = "Manager^One";
inline constexpr const char* adjudicator = "Chief^C";
inline constexpr const char* readers[] = {"Reader^A", "Reader^B"};
inline constexpr int studies = 12;

inline grading::Uid studyUid(int number)
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

    /// On the screen and with the keyboard.
    static void show(MainWindow& window)
    {
        window.resize(1600, 1000);
        window.show();
        window.activateWindow(); // there is no window manager on the virtual screen to do it
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    }

    void writeImages(int study = 1)
    {
        grading::test::TestSeries series;
        series.study = studyUid(study);
        series.patientName = "Secret^Name" + std::to_string(study);
        stack = grading::test::writeSeries(folder.filePath(QString("images/%1").arg(study)).toStdString(), series);
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

inline QStringList textsIn(const QTableView& table)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        for (int column = 0; column < table.model()->columnCount(); ++column)
            texts << table.model()->index(row, column).data().toString();
    return texts;
}

/// All that any widget says, its title, tip and name for screen readers among it.
inline QString saidBy(const QWidget& window)
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

} // namespace foragrade::test
