#include "MainWindow.h"
#include "Options.h"
#include "theme/Theme.h"
#include "views/ImageCanvas.h"

#include <QApplication>
#include <QScreen>
#include <QSurfaceFormat>

int main(int argc, char** argv)
{
    QSurfaceFormat::setDefaultFormat(foragrade::ImageCanvas::defaultFormat());
    QApplication application(argc, argv);
    QApplication::setApplicationName("foragrade");
    QApplication::setApplicationDisplayName("Foragrade");
    QApplication::setApplicationVersion(FORAGRADE_VERSION);
    const auto options = foragrade::Options::parse(QApplication::arguments());
    foragrade::applyTheme(application, options.isLight ? foragrade::Theme::Light : foragrade::Theme::Dark);
    foragrade::MainWindow window(options);
    window.setGeometry(QApplication::primaryScreen()->availableGeometry()); // where no window manager maximises
    window.showMaximized();
    if (!options.paths.isEmpty())
        window.open(options.paths);
    return QApplication::exec();
}
