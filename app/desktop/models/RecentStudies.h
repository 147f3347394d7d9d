#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace foragrade {

/// A study that was open, to open again. What a title says of a patient stays in the user's own settings.
struct RecentStudy {
    QStringList paths; ///< What was opened: folders, a DICOMDIR, files.
    QString title;     ///< "REAL^L01 · MRI lumbar · 2026-03-02"; the folder's name until the study was read.
    QDate opened;

    [[nodiscard]] bool isThere() const; ///< All paths exist.
    bool operator==(const RecentStudy&) const = default;
};

/// The last eight, the newest first; kept in the settings.
[[nodiscard]] std::vector<RecentStudy> recentStudies();
/// Puts it first; the same paths are kept once. An empty title leaves the one that is known.
void rememberStudy(const QStringList& paths, const QString& title = {});
void forgetRecentStudies();

} // namespace foragrade
