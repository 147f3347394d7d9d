#include "study/ToolSettings.h"

#include <QSettings>

namespace foragrade {
namespace {

constexpr const char* brushKey = "marking/brushRadius"; ///< mm
constexpr const char* marginKey = "marking/margin";     ///< mm
constexpr const char* islandKey = "marking/island";     ///< mm²

double kept(const char* key, double delivered)
{
    const double value = QSettings().value(key, delivered).toDouble();
    return value > 0 ? value : delivered;
}

} // namespace

ToolSettings keptSizes()
{
    ToolSettings settings;
    settings.brushRadius.value = kept(brushKey, settings.brushRadius.value);
    settings.editMargin.value = kept(marginKey, settings.editMargin.value);
    settings.smallIsland.value = kept(islandKey, settings.smallIsland.value);
    return settings;
}

void keepSizes(const ToolSettings& settings)
{
    QSettings kept;
    kept.setValue(brushKey, settings.brushRadius.value);
    kept.setValue(marginKey, settings.editMargin.value);
    kept.setValue(islandKey, settings.smallIsland.value);
}

} // namespace foragrade
