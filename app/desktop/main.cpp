#include "MainWindow.h"
#include "Options.h"
#include "Screen.h"
#include "theme/Theme.h"
#include "views/ImageCanvas.h"

#include <QApplication>
#include <QMessageBox>
#include <QScreen>
#include <QSurfaceFormat>

#include <cstdio>

namespace {

int refuse(const QString& why)
{
    std::fprintf(stderr, "foragrade: %s\n", qPrintable(why));
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    if (const auto why = foragrade::missingScreen(); !why.isEmpty())
        return refuse(why);
    QSurfaceFormat::setDefaultFormat(foragrade::ImageCanvas::defaultFormat());
    QApplication application(argc, argv);
    QApplication::setApplicationName("foragrade");
    QApplication::setApplicationDisplayName("Foragrade");
    QApplication::setApplicationVersion(FORAGRADE_VERSION);
    const auto options = foragrade::Options::parse(QApplication::arguments());
    if (const auto why = foragrade::missingOpenGL(); !why.isEmpty()) {
        refuse(why);
        if (QGuiApplication::platformName() != "offscreen" && QGuiApplication::platformName() != "minimal")
            QMessageBox::critical(nullptr, QApplication::applicationDisplayName(), why);
        return 1;
    }
    foragrade::applyTheme(application, options.isLight ? foragrade::Theme::Light : foragrade::Theme::Dark);
    foragrade::MainWindow window(options);
    window.setGeometry(QApplication::primaryScreen()->availableGeometry()); // where no window manager maximises
    window.showMaximized();
    if (!options.paths.isEmpty())
        window.open(options.paths);
    return QApplication::exec();
}
