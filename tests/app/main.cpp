#include "theme/Theme.h"

#include <QApplication>
#include <QSettings>
#include <QSurfaceFormat>
#include <QTemporaryDir>

#include <QVTKOpenGLNativeWidget.h>
#include <gtest/gtest.h>

#ifdef __SANITIZE_ADDRESS__
/// Keeps the OpenGL driver loaded to the end, so that a leak of its own carries its name and not "<unknown module>".
extern "C" int dlclose(void* /*library*/)
{
    return 0;
}
#endif

int main(int argc, char** argv)
{
    QSurfaceFormat::setDefaultFormat(QVTKOpenGLNativeWidget::defaultFormat());
    QApplication application(argc, argv);
    QApplication::setApplicationName("foragrade-tests");
    const QTemporaryDir settings; // not those of who runs the tests
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    foragrade::applyTheme(application, foragrade::Theme::Dark);
    const QTemporaryDir cache; // none of the tests' scans is to stay in the user's
    qputenv("XDG_CACHE_HOME", cache.path().toUtf8());
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
