#include "theme/Palette.h"

#include "theme/Theme.h"

#include <array>

namespace foragrade {

const Palette& darkPalette()
{
    static const Palette set{
        .window = QColor(0x16191d),
        .panel = QColor(0x1e2228),
        .raised = QColor(0x272d35),
        .hover = QColor(0x303843),
        .line = QColor(0x2b3139),
        .text = QColor(0xd7dde5),
        .muted = QColor(0x9ca6b4),
        .accent = QColor(0x4da3ff),
        .onAccent = QColor(0x0b1016),
        .warning = QColor(0xe6b450),
        .danger = QColor(0xf4837e),
        .success = QColor(0x62b884),
        .isDark = true,
    };
    return set;
}

const Palette& lightPalette()
{
    static const Palette set{
        .window = QColor(0xe6e9ed),
        .panel = QColor(0xf6f7f9),
        .raised = QColor(0xffffff),
        .hover = QColor(0xdfe5ec),
        .line = QColor(0xc9d0d8),
        .text = QColor(0x1c2229),
        .muted = QColor(0x56616e),
        .accent = QColor(0x0a64c2),
        .onAccent = QColor(0xffffff),
        .warning = QColor(0x8a5a00),
        .danger = QColor(0xb3261e),
        .success = QColor(0x19683a),
        .isDark = false,
    };
    return set;
}

const Palette& colours()
{
    return currentTheme() == Theme::Dark ? darkPalette() : lightPalette();
}

QColor gradeColour(int grade)
{
    static constexpr std::array<QRgb, 4> colours{0xff4c9f70, 0xffe0c341, 0xffe07b39, 0xffd0433f};
    return QColor::fromRgb(colours.at(static_cast<std::size_t>(grade)));
}

QColor gradeInk(int grade)
{
    return grade == 3 ? QColor(0xffffff) : QColor(0x10151b);
}

QColor structureColour(grading::Structure structure)
{
    switch (structure) {
    case grading::Structure::NerveRoot:
        return QColor(0xe69f00);
    case grading::Structure::PerineuralFat:
        return QColor(0x56b4e9);
    case grading::Structure::ForamenOutline:
        return QColor(0x009e73);
    }
    return {};
}

QPen structurePen(grading::Structure structure, double width)
{
    QPen pen(structureColour(structure), width);
    pen.setCapStyle(Qt::FlatCap);
    if (structure == grading::Structure::PerineuralFat)
        pen.setDashPattern({4, 2});
    else if (structure == grading::Structure::ForamenOutline)
        pen.setDashPattern({1.2, 1.8});
    return pen;
}

} // namespace foragrade
