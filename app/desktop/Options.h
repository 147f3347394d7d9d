#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace foragrade {

/// What was asked for on the command line: `foragrade [FOLDER] [--store FILE] [--reader NAME]`.
struct Options {
    QStringList paths;
    QString store;  ///< A path or a postgresql:// URL; unless given, the one chosen last.
    QString reader; ///< DICOM person name, `Family^Given`.
    bool isLight = false;
    QString language = {};   ///< "de"; empty: the one chosen last, else the desktop's.
    QString screenshot = {}; ///< A file to write the window's picture to before leaving; empty: none.

    /// Prints usage or version and leaves the program where asked to, as QCommandLineParser does.
    [[nodiscard]] static Options parse(const QStringList& arguments);
    // For the next start.
    static void rememberStore(const QString& store);
    static void rememberReader(const QString& reader);
    static void rememberTheme(bool isLight);
};

} // namespace foragrade
