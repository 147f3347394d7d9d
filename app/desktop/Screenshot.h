#pragma once

#include <QString>

namespace foragrade {

class MainWindow;

/// Once the window shows all images that hang (at once when nothing opens), writes its picture to `file`, prints how
/// long after `since` (ms of the steady clock) the window and the first image showed, and leaves the program: status 1
/// when the file can't be written or nothing shows within a minute.
void takeScreenshotAndLeave(MainWindow& window, const QString& file, qint64 since);

[[nodiscard]] qint64 steadyMilliseconds();

} // namespace foragrade
