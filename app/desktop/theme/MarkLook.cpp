#include "theme/MarkLook.h"

#include <QSettings>

#include <algorithm>

namespace foragrade {
namespace {

constexpr const char* fillKey = "marks/fill";
constexpr const char* lineOnlyKey = "marks/lineOnly";

MarkLook bounded(MarkLook look)
{
    look.fill = std::clamp(look.fill, 0.0, 1.0);
    return look;
}

MarkLook& look()
{
    static MarkLook kept = bounded(
        {QSettings().value(fillKey, MarkLook{}.fill).toDouble(), QSettings().value(lineOnlyKey, false).toBool()});
    return kept;
}

} // namespace

const MarkLook& markLook()
{
    return look();
}

void setMarkLook(MarkLook wanted)
{
    look() = bounded(wanted);
    QSettings().setValue(fillKey, look().fill);
    QSettings().setValue(lineOnlyKey, look().isLineOnly);
}

} // namespace foragrade
