#pragma once

#include <QString>

#include <vector>

namespace foragrade {

/// A language of the window's texts. What the library writes (reports, names of steps, reasons) stays English.
struct Language {
    QString code; ///< "en", "de"
    QString name; ///< In itself: "English", "Deutsch".
};

[[nodiscard]] const std::vector<Language>& languages();
[[nodiscard]] const QString& currentLanguage(); ///< Its code.

/// Switches the program at once: windows are sent LanguageChange. An unknown code is English.
void setLanguage(const QString& code);

/// What `rememberLanguage` kept, else the desktop's, else English.
[[nodiscard]] QString preferredLanguage();
void rememberLanguage(const QString& code);

} // namespace foragrade
