#include "grading/report/Figures.h"

namespace grading::report {

namespace {

constexpr Drawing::Colour white{0xff, 0xff, 0xff};
constexpr Drawing::Colour black{0, 0, 0};

struct Look {
    Drawing::Colour colour;
    std::vector<double> dashes; ///< in pen widths
};

/// Told apart without colour by their line (workspace.md).
Look lookOf(Structure structure)
{
    switch (structure) {
    case Structure::NerveRoot:
        return {palette::nerveRoot, {}};
    case Structure::PerineuralFat:
        return {palette::perineuralFat, {3.5, 2.5}};
    case Structure::ForamenOutline:
        return {palette::foramenOutline, {0.1, 2.6}};
    }
    return {white, {}};
}

void addOutline(Drawing& drawing, const KeyImageOutline& outline, double penWidth)
{
    const Look look = lookOf(outline.structure);
    Drawing::Shape shape;
    for (const auto& line : outline.lines) {
        std::vector<Drawing::Point> points;
        for (const auto& point : line)
            points.push_back({point.column, point.row});
        shape.lines.push_back(std::move(points));
    }
    std::vector<double> dashes;
    for (const double dash : look.dashes)
        dashes.push_back(dash * penWidth);
    const double width = outline.structure == Structure::ForamenOutline ? penWidth * 1.25 : penWidth;
    shape.pen = Drawing::Pen{look.colour, width, dashes};
    drawing.items.emplace_back(std::move(shape));
}

/// White words that stay readable on fat: a dark plate behind them.
void addLabel(Drawing& drawing, const std::string& text, Drawing::Point centre, double size)
{
    if (text.empty())
        return;
    const double halfWidth = size * (0.2 + 0.34 * static_cast<double>(text.size()));
    drawing.items.emplace_back(Drawing::Shape{
        {drawing::rectangle(centre.x - halfWidth, centre.y - size * 0.6, 2 * halfWidth, size * 1.2, size * 0.2)},
        true,
        black.faded(0.5),
        {}});
    drawing.items.emplace_back(
        Drawing::Text{text, {centre.x, centre.y + size * 0.36}, size, white, Drawing::Align::Middle, true});
}

void addScale(Drawing& drawing, const KeyImage& image, double unit)
{
    const double length = 10 / image.pixelSize.value;
    const double left = unit * 4;
    const double y = image.height - unit * 4.5;
    Drawing::Shape bar;
    bar.isClosed = false;
    bar.lines = {{{left, y - unit * 1.4}, {left, y}, {left + length, y}, {left + length, y - unit * 1.4}}};
    bar.pen = Drawing::Pen{black.faded(0.6), unit * 1.5, {}};
    drawing.items.emplace_back(bar);
    bar.pen = Drawing::Pen{white, unit * 0.7, {}};
    drawing.items.emplace_back(bar);
    addLabel(drawing, "10 mm", {left + length / 2, y - unit * 5}, unit * 5);
}

} // namespace

Drawing drawOverKeyImage(const KeyImage& image, bool withMarks)
{
    Drawing drawing;
    drawing.width = image.width;
    drawing.height = image.height;
    drawing.description = image.foramen.title() + ", " + image.caption + (withMarks ? ", marks outlined" : "");
    const double unit = image.width / 100.0;
    if (withMarks) {
        for (const auto& outline : image.outlines)
            addOutline(drawing, outline, unit * 0.8);
    }
    const double size = unit * 6.5;
    const double inset = unit * 6;
    addLabel(drawing, image.topLetters, {image.width / 2.0, inset}, size);
    addLabel(drawing, image.bottomLetters, {image.width / 2.0, image.height - inset}, size);
    addLabel(drawing, image.leftLetters, {inset, image.height / 2.0}, size);
    addLabel(drawing, image.rightLetters, {image.width - inset, image.height / 2.0}, size);
    if (!withMarks)
        addScale(drawing, image, unit);
    return drawing;
}

} // namespace grading::report
