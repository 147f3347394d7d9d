#include "language/Language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <memory>

/// Resources of a static library are there once asked for; the macro needs the global namespace.
static void loadTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace foragrade {
namespace {

constexpr const char* key = "language";

QString& current()
{
    static QString code = "en";
    return code;
}

bool isKnown(const QString& code)
{
    return std::ranges::any_of(languages(), [&](const Language& language) { return language.code == code; });
}

} // namespace

const std::vector<Language>& languages()
{
    static const std::vector<Language> all{{"en", "English"}, {"de", "Deutsch"}};
    return all;
}

const QString& currentLanguage()
{
    return current();
}

void setLanguage(const QString& wanted)
{
    static std::array<std::unique_ptr<QTranslator>, 2> translators; // Qt's own dialogues, and ours
    loadTranslations();
    const QString code = isKnown(wanted) ? wanted : "en";
    if (code == current())
        return;
    current() = code;
    for (auto& translator : translators)
        translator.reset(); // takes itself out
    if (code != "en") {
        for (auto& translator : translators)
            translator = std::make_unique<QTranslator>();
        // Without Qt's (a package of its own) its few standard buttons stay English.
        if (translators[0]->load("qtbase_" + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(translators[0].get());
        if (translators[1]->load(":/translations/foragrade_" + code + ".qm"))
            QCoreApplication::installTranslator(translators[1].get());
    }
    QLocale::setDefault(code == "en" ? QLocale(QLocale::English) : QLocale(code));
}

QString preferredLanguage()
{
    const QString kept = QSettings().value(key).toString();
    return isKnown(kept) ? kept : QLocale::system().name().section('_', 0, 0);
}

void rememberLanguage(const QString& code)
{
    QSettings().setValue(key, code);
}

} // namespace foragrade
