#include "AtAReading.h"

#include "commands/CommandTable.h"
#include "panels/AboutBox.h"
#include "panels/SchemeButton.h"
#include "panels/SettingsPanel.h"
#include "theme/MarkLook.h"
#include "theme/Theme.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTreeWidget>

namespace foragrade {
namespace {

class Settings : public AtAReading {
protected:
    ~Settings() override
    {
        QSettings().clear();
        setMarkLook({});
        applyTheme(*qApp, Theme::Dark);
    }

    SettingsPanel* openSettings()
    {
        press(Qt::Key_Comma, Qt::ControlModifier);
        auto* panel = window->findChild<SettingsPanel*>();
        EXPECT_TRUE(panel->isVisible());
        return panel;
    }
    template <class T>
    T* field(const char* name)
    {
        return window->findChild<T*>(name);
    }
    QTreeWidgetItem* chooseCommand(const QString& words)
    {
        auto* list = field<QTreeWidget>("keyList");
        const auto found = list->findItems(words, Qt::MatchExactly);
        EXPECT_EQ(found.size(), 1) << words.toStdString();
        list->setCurrentItem(found.value(0));
        return found.value(0);
    }
    QTreeWidgetItem* openKeysAt(const QString& words)
    {
        openSettings();
        field<QTabWidget>("settingsPages")->setCurrentIndex(2);
        auto* chosen = chooseCommand(words);
        field<QLineEdit>("keyField")->setFocus();
        return chosen;
    }
};

TEST_F(Settings, EscPutsThemAwayAndTheWindowsKeysRestMeanwhile)
{
    auto* panel = openSettings();
    QTest::keyClick(panel, Qt::Key_3);
    EXPECT_FALSE(desk().record(upperRight).grade);
    field<QLineEdit>("readerField")->setFocus();
    QTest::keyClick(field<QLineEdit>("readerField"), Qt::Key_Escape);
    EXPECT_FALSE(panel->isVisible());
    EXPECT_TRUE(pane()->hasFocus());
}

TEST_F(Settings, ThemeAndReaderAreKeptForTheNextStart)
{
    openSettings();
    auto* theme = field<QComboBox>("themeChoice");
    theme->setFocus();
    QTest::keyClick(theme, Qt::Key_Down);
    EXPECT_EQ(currentTheme(), Theme::Light);
    auto* reader = field<QLineEdit>("readerField");
    reader->setFocus();
    reader->selectAll();
    QTest::keyClicks(reader, "Other^Reader");
    QTest::keyClick(reader, Qt::Key_Return);
    EXPECT_EQ(desk().reader(), "Other^Reader");
    ASSERT_TRUE(desk().isOpen()) << "the study's reading is now that reader's";
    EXPECT_EQ(desk().reading().reader.name, "Other^Reader");
    const auto options = Options::parse({"foragrade"});
    EXPECT_TRUE(options.isLight);
    EXPECT_EQ(options.reader, "Other^Reader");
}

TEST_F(Settings, ANameThatDicomCantHoldIsRefused)
{
    openSettings();
    auto* reader = field<QLineEdit>("readerField");
    reader->setFocus();
    reader->selectAll();
    QTest::keyClicks(reader, "a\\b");
    QTest::keyClick(reader, Qt::Key_Return);
    EXPECT_EQ(desk().reader(), "Test^Reader");
    EXPECT_EQ(reader->text(), "Test^Reader");
}

TEST_F(Settings, SizesHoldAtOnceAndForTheNextStart)
{
    openSettings();
    field<QDoubleSpinBox>("brushSetting")->setValue(5);
    field<QDoubleSpinBox>("marginSetting")->setValue(1.5);
    field<QDoubleSpinBox>("fillSetting")->setValue(50);
    EXPECT_DOUBLE_EQ(desk().tool().brushRadius.value, 2.5);
    EXPECT_DOUBLE_EQ(markLook().fill, 0.5);
    window.reset();
    open();
    EXPECT_DOUBLE_EQ(desk().tool().brushRadius.value, 2.5);
    EXPECT_DOUBLE_EQ(desk().tool().editMargin.value, 1.5);
}

TEST_F(Settings, TextsAndJudgingFirstAreBoxesToTick)
{
    openSettings();
    QTest::mouseClick(field<QCheckBox>("imageTexts"), Qt::LeftButton, Qt::NoModifier, {8, 8});
    EXPECT_TRUE(window->panes().isTextHidden());
    QTest::mouseClick(field<QCheckBox>("judgeFirst"), Qt::LeftButton, Qt::NoModifier, {8, 8});
    EXPECT_TRUE(desk().hidesEvidence(upperRight));
}

TEST_F(Settings, AFreeKeyIsTakenAtOnce)
{
    openKeysAt("Marking: Brush");
    QTest::keyClick(field<QLineEdit>("keyField"), Qt::Key_F7);
    EXPECT_EQ(window->commands().keysOf("tool.brush"), QList<QKeySequence>{QKeySequence(Qt::Key_F7)});
}

TEST_F(Settings, AKeyThatAnotherCommandHasIsSaidBeforeItIsTaken)
{
    openKeysAt("Marking: Brush");
    QTest::keyClick(field<QLineEdit>("keyField"), Qt::Key_P);
    EXPECT_EQ(field<QLabel>("keySays")->text(), "P is the key of “Polygon”.");
    EXPECT_EQ(window->commands().keyOf("tool.brush"), "B");
    QTest::mouseClick(field<QPushButton>("takeKey"), Qt::LeftButton);
    EXPECT_EQ(window->commands().keyOf("tool.brush"), "P");
    EXPECT_EQ(window->commands().keyOf("tool.polygon"), "");
    QTest::mouseClick(field<QPushButton>("resetKeys"), Qt::LeftButton);
    EXPECT_EQ(window->commands().keyOf("tool.polygon"), "P");
}

TEST_F(Settings, KeysOfTheImagesAreNotGivenAway)
{
    openKeysAt("Marking: Brush");
    QTest::keyClick(field<QLineEdit>("keyField"), Qt::Key_Space);
    EXPECT_TRUE(field<QLabel>("keySays")->text().contains("fixed"));
    EXPECT_EQ(window->commands().keyOf("tool.brush"), "B");
}

TEST_F(Settings, ACommandIsFoundByAFewLetters)
{
    openSettings();
    field<QTabWidget>("settingsPages")->setCurrentIndex(2);
    QTest::keyClicks(field<QLineEdit>("keyFilter"), "lvwr");
    auto* list = field<QTreeWidget>("keyList");
    int shown = 0;
    for (int row = 0; row < list->topLevelItemCount(); ++row)
        shown += list->topLevelItem(row)->isHidden() ? 0 : 1;
    EXPECT_EQ(shown, 1);
}

TEST_F(Settings, TheSchemeIsChosenAtTheReadingsHeadAsOneStep)
{
    auto* button = field<SchemeButton>("scheme");
    EXPECT_EQ(button->text(), "scheme document");
    QTimer::singleShot(0, button, [&] {
        for (auto* action : button->menu()->actions())
            if (action->data() == "sartoretti-2021")
                button->menu()->setActiveAction(action);
        QTest::keyClick(button->menu(), Qt::Key_Return);
    });
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(desk().reading().scheme, "sartoretti-2021");
    EXPECT_EQ(button->text(), "scheme sartoretti-2021");
    EXPECT_EQ(desk().session()->undoName(), "Grading scheme sartoretti-2021");
    press(Qt::Key_Z);
    EXPECT_EQ(desk().reading().scheme, "document");
}

TEST_F(Settings, ASchemeOfOnesOwnComesFromAFileAndAFaultyOneIsNamed)
{
    auto own = grading::documentScheme();
    own.id = "mine";
    own.title = "Mine";
    QFile file(folder.filePath("mine.json"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(grading::toJson(own)));
    file.close();
    field<SchemeButton>("scheme")->useFile(file.fileName().toStdString());
    EXPECT_EQ(desk().reading().scheme, "mine");
    EXPECT_EQ(*desk().reading().gradingScheme(), own);
    field<SchemeButton>("scheme")->useFile(folder.filePath("none.json").toStdString());
    EXPECT_TRUE(window->message().contains("none.json"));
    EXPECT_EQ(desk().reading().scheme, "mine");
}

TEST_F(Settings, TheAboutBoxNamesVersionsAndLicence)
{
    window->commands().action("window.about")->trigger();
    auto* about = window->findChild<AboutBox*>();
    ASSERT_TRUE(about->isVisible());
    const QString versions = field<QLabel>("versions")->text();
    for (const auto* part : {"Qt 6.", "VTK 9.", "ITK 5.", "DCMTK 3."})
        EXPECT_TRUE(versions.contains(part)) << part;
    QTest::keyClick(about, Qt::Key_Escape);
    EXPECT_FALSE(about->isVisible());
}

} // namespace
} // namespace foragrade
