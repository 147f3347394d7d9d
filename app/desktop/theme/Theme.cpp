#include "theme/Theme.h"

#include "theme/Palette.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

/// Resources of a static library are there once asked for; the macro needs the global namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(theme);
}

namespace foragrade {
namespace {

Theme theTheme = Theme::Dark;

QFont baseFont(int pixels)
{
    QFont font;
    font.setFamilies({"Inter", "Segoe UI", "SF Pro Text", "Cantarell", "Noto Sans", "Noto Sans CJK SC", "DejaVu Sans"});
    font.setPixelSize(pixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QPalette qtPalette(const Palette& set)
{
    QPalette result;
    result.setColor(QPalette::Window, set.window);
    result.setColor(QPalette::WindowText, set.text);
    result.setColor(QPalette::Base, set.panel);
    result.setColor(QPalette::AlternateBase, set.raised);
    result.setColor(QPalette::Text, set.text);
    result.setColor(QPalette::Button, set.raised);
    result.setColor(QPalette::ButtonText, set.text);
    result.setColor(QPalette::Highlight, set.accent);
    result.setColor(QPalette::HighlightedText, set.onAccent);
    result.setColor(QPalette::PlaceholderText, set.muted);
    result.setColor(QPalette::ToolTipBase, set.raised);
    result.setColor(QPalette::ToolTipText, set.text);
    result.setColor(QPalette::Link, set.accent);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, set.muted);
    return result;
}

/// The style sheet with @names replaced by the theme's set.
QString styleSheet(const Palette& set)
{
    QFile file(":/theme/style.qss");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QColor> names[] = {
        {"@window", set.window}, {"@panel", set.panel},   {"@raised", set.raised},   {"@hover", set.hover},
        {"@line", set.line},     {"@text", set.text},     {"@muted", set.muted},     {"@onAccent", set.onAccent},
        {"@accent", set.accent}, {"@danger", set.danger}, {"@warning", set.warning}, {"@success", set.success},
    };
    for (const auto& [name, colour] : names)
        sheet.replace(QLatin1String(name), colour.name());
    return sheet;
}

} // namespace

Theme currentTheme()
{
    return theTheme;
}

void applyTheme(QApplication& application, Theme theme)
{
    loadResources();
    theTheme = theme;
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    QApplication::setFont(baseFont(13));
    QApplication::setPalette(qtPalette(colours()));
    application.setStyleSheet(styleSheet(colours()));
}

QFont overlayFont()
{
    return baseFont(12);
}

QFont headingFont()
{
    QFont font = baseFont(15);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace foragrade
