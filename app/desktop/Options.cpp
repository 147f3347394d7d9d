#include "Options.h"

#include <QCommandLineParser>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace foragrade {
namespace {

constexpr const char* storeKey = "store";
constexpr const char* readerKey = "reader";
constexpr const char* themeKey = "theme";

} // namespace

Options Options::parse(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("Grading of neural foraminal narrowing on spine MRI.");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("folder", "Folder, DICOMDIR or files of a study.", "[folder...]");
    const QCommandLineOption store("store", "Where readings are kept: a file or a postgresql:// URL.", "store");
    const QCommandLineOption reader("reader", "Who reads, as Family^Given.", "name");
    const QCommandLineOption theme("theme", "dark or light; unless given, the one chosen last.", "theme");
    const QCommandLineOption language("language", "en or de; unless given, the one chosen last.", "language");
    const QCommandLineOption screenshot("screenshot", "Write the window with its images to a PNG file and leave.",
                                        "file");
    parser.addOptions({store, reader, theme, language, screenshot});
    parser.process(arguments);

    Options options;
    options.paths = parser.positionalArguments();
    const QString chosen = parser.isSet(theme) ? parser.value(theme) : QSettings().value(themeKey).toString();
    options.isLight = chosen == "light";
    options.language = parser.value(language);
    options.screenshot = parser.value(screenshot);
    options.reader = parser.value(reader);
    if (options.reader.isEmpty())
        options.reader = QSettings().value(readerKey).toString();
    if (options.reader.isEmpty())
        options.reader = qEnvironmentVariable("USER", "Reader");
    options.store = parser.value(store);
    if (options.store.isEmpty())
        options.store = QSettings().value(storeKey).toString();
    if (options.store.isEmpty())
        options.store = QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath("readings.db");
    return options;
}

void Options::rememberStore(const QString& store)
{
    QSettings().setValue(storeKey, store);
}

void Options::rememberReader(const QString& reader)
{
    QSettings().setValue(readerKey, reader);
}

void Options::rememberTheme(bool isLight)
{
    QSettings().setValue(themeKey, isLight ? "light" : "dark");
}

} // namespace foragrade
