#include "Log.h"
#include "MainWindow.h"
#include "Options.h"
#include "Screen.h"
#include "Screenshot.h"
#include "language/Language.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace {

int refuse(const QString& why)
{
    std::fprintf(stderr, "foragrade: %s\n", qPrintable(why));
    return 1;
}

void nameProgram()
{
    QCoreApplication::setApplicationName("foragrade");
    QCoreApplication::setApplicationVersion(FORAGRADE_VERSION);
}

bool isHelp(const char* argument)
{
    static constexpr std::array<std::string_view, 5> words{"-h", "--help", "--help-all", "-v", "--version"};
    return std::find(words.begin(), words.end(), argument) != words.end();
}

} // namespace

int main(int argc, char** argv)
{
    const qint64 start = foragrade::steadyMilliseconds();
    if (std::any_of(argv + 1, argv + argc, isHelp)) { // needs no screen
        QCoreApplication application(argc, argv);
        nameProgram();
        static_cast<void>(foragrade::Options::parse(QCoreApplication::arguments())); // prints and leaves
    }
    if (const auto why = foragrade::missingScreen(); !why.isEmpty())
        return refuse(why);
    qputenv("TCP_NODELAY", "1"); // DCMTK then waits for no more than the PACS itself does
    QApplication application(argc, argv);
    nameProgram();
    const QSettings settings; // while one is open, Qt doesn't read a long file anew for each of the others
    QApplication::setApplicationDisplayName("Foragrade");
    QGuiApplication::setDesktopFileName("org.foragrade.Foragrade");
    const auto options = foragrade::Options::parse(QApplication::arguments());
    foragrade::setLanguage(options.language.isEmpty() ? foragrade::preferredLanguage() : options.language);
    foragrade::openLog(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + "/log/foragrade.log");
    foragrade::log(grading::Severity::Info, "foragrade " FORAGRADE_VERSION " starts");
    foragrade::applyTheme(application, options.isLight ? foragrade::Theme::Light : foragrade::Theme::Dark);
    foragrade::MainWindow window(options);
    window.setGeometry(QApplication::primaryScreen()->availableGeometry()); // where no window manager maximises
    window.showMaximized();
    if (!options.paths.isEmpty())
        window.open(options.paths);
    if (!options.screenshot.isEmpty())
        foragrade::takeScreenshotAndLeave(window, options.screenshot, start);
    return QApplication::exec();
}
