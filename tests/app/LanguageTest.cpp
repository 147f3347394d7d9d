#include "AtAReading.h"

#include "language/Language.h"
#include "models/Words.h"

#include "grading/reading/Words.h"
#include "grading/scoring/Grade.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSettings>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>

namespace foragrade {
namespace {

/// The German file's texts by their source, without menus' letters.
std::map<QString, QString> germanTexts()
{
    QFile file(APP_TRANSLATION);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    std::map<QString, QString> texts;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QString("source"))
            source = xml.readElementText().remove('&');
        else if (xml.name() == QString("translation"))
            texts[source] = xml.readElementText().remove('&');
    }
    return texts;
}

class InGerman : public AtAReading {
protected:
    ~InGerman() override
    {
        setLanguage("en");
        QSettings().remove("language");
    }

    bool isShown(const QString& text)
    {
        return QTest::qWaitFor([&] { return texts().contains(text); }, 20000);
    }
    void switchTo(const QString& code)
    {
        setLanguage(code);
        EXPECT_TRUE(isShown(code == "de" ? "Datei" : "File"));
    }

    /// Of all controls, seen or not; without menus' letters.
    QStringList texts()
    {
        QStringList found{window->windowTitle()};
        for (const auto* widget : window->findChildren<QWidget*>()) {
            found << widget->toolTip() << widget->accessibleName();
            if (const auto* label = qobject_cast<const QLabel*>(widget))
                found << label->text();
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
                found << button->text();
            if (const auto* field = qobject_cast<const QLineEdit*>(widget))
                found << field->placeholderText();
            if (const auto* menu = qobject_cast<const QMenu*>(widget))
                found << menu->title();
            for (const auto* action : widget->actions())
                found << action->text();
        }
        for (auto& text : found)
            text.remove('&');
        found.removeAll(QString());
        found.removeDuplicates();
        return found;
    }
};

TEST_F(InGerman, NoTextOfTheWindowStaysEnglish)
{
    const QStringList before = texts();
    EXPECT_TRUE(before.contains("No fat seen"));
    switchTo("de");
    const QStringList after = texts();
    EXPECT_TRUE(after.contains("Kein Fett zu sehen"));
    for (const auto& [source, german] : germanTexts()) {
        if (german != source && !after.contains(german))
            continue; // not in this window now
        EXPECT_TRUE(german == source || !after.contains(source)) << source.toStdString();
    }
    const auto all = germanTexts();
    for (const auto& text : before) {
        const auto found = all.find(text);
        const bool isTranslated = found != all.end() && found->second != text;
        EXPECT_FALSE(isTranslated && after.contains(text)) << text.toStdString();
    }
}

TEST_F(InGerman, TheReadingAndItsPlaceStayAsTheyAre)
{
    press(Qt::Key_2, Qt::ShiftModifier);
    press(Qt::Key_Down);
    pane()->setSlice(3);
    const auto foramen = desk().current();
    const auto stack = pane()->stack()->id;
    switchTo("de");
    EXPECT_EQ(desk().current(), foramen);
    EXPECT_EQ(desk().record(upperRight).grade, grading::Grade::from(2));
    ASSERT_EQ(window->panes().panes().size(), 3U);
    EXPECT_EQ(pane()->stack()->id, stack);
    EXPECT_EQ(pane()->slice(), 3);
    // Keys work in the new window as in the old, and each once.
    pane()->setFocus();
    press(Qt::Key_Z);
    EXPECT_FALSE(desk().record(upperRight).grade);
    press(Qt::Key_3, Qt::ShiftModifier);
    EXPECT_EQ(desk().record(foramen).grade, grading::Grade::from(3));
}

TEST_F(InGerman, BackInEnglishTheWindowReadsAsBefore)
{
    const QRegularExpression timer("^\\d+:\\d\\d$"); // runs on meanwhile
    auto before = texts();
    switchTo("de");
    switchTo("en");
    auto after = texts();
    for (auto* each : {&before, &after})
        each->removeIf([&](const QString& text) { return timer.match(text).hasMatch(); });
    before.sort();
    after.sort();
    EXPECT_EQ(after, before);
}

TEST_F(InGerman, IsChosenInTheSettingsAndRemembered)
{
    auto* choice = window->findChild<QComboBox*>("languageChoice");
    ASSERT_NE(choice, nullptr);
    choice->setCurrentIndex(choice->findData("de"));
    emit choice->activated(choice->currentIndex());
    EXPECT_TRUE(isShown("Datei"));
    EXPECT_EQ(currentLanguage(), "de");
    EXPECT_EQ(preferredLanguage(), "de");
}

template <class Values>
void expectTranslated(const Values& values)
{
    const auto& known = translatedWords();
    for (const auto value : values) {
        const std::string word(grading::title(value));
        EXPECT_NE(std::find(known.begin(), known.end(), word), known.end()) << word;
    }
}

TEST(Words, OfTheLibraryAreAllTranslated)
{
    expectTranslated(grading::allContributoryFindings);
    expectTranslated(grading::allEtiologies);
    expectTranslated(grading::allRootContacts);
    const auto texts = germanTexts();
    for (const auto& grade : grading::allGrades()) {
        EXPECT_TRUE(texts.contains(QString::fromStdString(std::string(grade.definition()))));
        EXPECT_TRUE(texts.contains(QString::fromStdString(std::string(grade.severity()))));
    }
}

TEST(Words, AreSaidAsGermanRadiologistsSayThem)
{
    setLanguage("de");
    EXPECT_EQ(said("perineural fat"), "perineurales Fett");
    EXPECT_EQ(said("facet hypertrophy"), "Facettenhypertrophie");
    EXPECT_EQ(said(*grading::Foramen::parse("L4-L5:R")), "L4-L5 rechts");
    EXPECT_EQ(said(*grading::Grade::from(3)), "Grad 3 (hochgradig)");
    setLanguage("en");
    EXPECT_EQ(said("perineural fat"), "perineural fat");
}

} // namespace
} // namespace foragrade
