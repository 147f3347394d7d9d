#include "Screen.h"

#include <QCoreApplication>

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

} // namespace foragrade
