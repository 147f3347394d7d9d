#include "models/WindowPreset.h"

#include "grading/imaging/TissueWindow.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>

namespace foragrade {
namespace {

constexpr std::array<const char*, 6> keys{"scanner", "tissue", "fullRange", "contrast", "bright", "dark"};

QString keyOf(const grading::Stack& stack)
{
    return "window/" + QString::fromStdString(stack.role.name());
}

/// From that share of the range to that.
grading::DisplayWindow part(const grading::DisplayWindow& range, double from, double to)
{
    return {range.lower() + range.width * (from + to) / 2, std::max(1e-6, range.width * (to - from))};
}

} // namespace

QString titleOf(WindowPreset preset)
{
    static constexpr std::array<const char*, 6> titles{QT_TRANSLATE_NOOP("Window", "As the scanner set it"),
                                                       QT_TRANSLATE_NOOP("Window", "Fitted to the tissue"),
                                                       QT_TRANSLATE_NOOP("Window", "The image's full range"),
                                                       QT_TRANSLATE_NOOP("Window", "More contrast"),
                                                       QT_TRANSLATE_NOOP("Window", "Bright tissue: fat on T1"),
                                                       QT_TRANSLATE_NOOP("Window", "Dark tissue: root, ligament")};
    return QCoreApplication::translate("Window", titles.at(static_cast<std::size_t>(preset)));
}

grading::DisplayWindow windowOf(WindowPreset preset, const grading::Stack& stack, const grading::Volume& volume)
{
    if (preset == WindowPreset::Scanner && stack.window)
        return *stack.window;
    if (preset == WindowPreset::Scanner || preset == WindowPreset::Tissue)
        return grading::tissueWindow(volume);
    const auto range = volume.automaticWindow();
    switch (preset) {
    case WindowPreset::Contrast:
        return part(range, 0.1, 0.65);
    case WindowPreset::Bright:
        return part(range, 0.35, 1.1);
    case WindowPreset::Dark:
        return part(range, 0, 0.45);
    case WindowPreset::Scanner:
    case WindowPreset::Tissue:
    case WindowPreset::FullRange:
        break;
    }
    return range;
}

WindowPreset openingPreset(const grading::Stack& stack, const grading::Volume& volume)
{
    const auto found = std::find(keys.begin(), keys.end(), QSettings().value(keyOf(stack)).toString());
    if (found != keys.end())
        return static_cast<WindowPreset>(found - keys.begin());
    const bool isUsable = stack.window && grading::showsTissue(*stack.window, volume);
    return isUsable ? WindowPreset::Scanner : WindowPreset::Tissue;
}

void keepAsDefault(WindowPreset preset, const grading::Stack& stack)
{
    QSettings().setValue(keyOf(stack), keys.at(static_cast<std::size_t>(preset)));
}

} // namespace foragrade
