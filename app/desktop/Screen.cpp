#include "Screen.h"

#include <QCoreApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>

namespace foragrade {

QString missingScreen()
{
    const bool isChosen = qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (isChosen || qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"))
        return {};
    return QCoreApplication::translate(
        "Screen",
        "screen: there is none (neither DISPLAY nor WAYLAND_DISPLAY is set); start from a desktop session, or "
        "use foragrade-cli");
}

QString missingOpenGL()
{
    const QString advice = QCoreApplication::translate(
        "Screen", "install or update the graphics driver (Mesa's software drawing will do), or use foragrade-cli");
    QOpenGLContext context;
    QOffscreenSurface surface;
    surface.create();
    if (!context.create() || !surface.isValid() || !context.makeCurrent(&surface))
        return QCoreApplication::translate("Screen", "screen: has no OpenGL, which draws the images; %1").arg(advice);
    const auto version = context.format().version();
    context.doneCurrent();
    if (version < qMakePair(3, 2))
        return QCoreApplication::translate("Screen", "screen: has OpenGL %1.%2, the images need 3.2; %3")
            .arg(version.first)
            .arg(version.second)
            .arg(advice);
    return {};
}

} // namespace foragrade
