#include "grading/dashboard/AgreementFigures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace grading {

namespace {

using Align = Drawing::Align;
using Point = Drawing::Point;

class Canvas {
public:
    Canvas(double width, double height, std::string description)
    {
        m_drawing.width = width;
        m_drawing.height = height;
        m_drawing.description = std::move(description);
    }

    void text(std::string words, Point at, double size, Drawing::Colour colour, Align align = Align::Middle,
              bool isBold = false)
    {
        m_drawing.items.emplace_back(Drawing::Text{std::move(words), at, size, colour, align, isBold});
    }
    void area(std::vector<Point> outline, Drawing::Colour fill) { add(std::move(outline), fill, {}, true); }
    void outline(std::vector<Point> points, Drawing::Colour colour)
    {
        add(std::move(points), {}, {{colour, 1, {}}}, true);
    }
    void line(Point from, Point to, Drawing::Colour colour, double width = 1, std::vector<double> dashes = {})
    {
        add({from, to}, {}, Drawing::Pen{colour, width, std::move(dashes)}, false);
    }

    [[nodiscard]] Drawing take() { return std::move(m_drawing); }

private:
    void add(std::vector<Point> points, std::optional<Drawing::Colour> fill, std::optional<Drawing::Pen> pen,
             bool isClosed)
    {
        Drawing::Shape shape;
        shape.lines = {std::move(points)};
        shape.fill = fill;
        shape.pen = std::move(pen);
        shape.isClosed = isClosed;
        m_drawing.items.emplace_back(std::move(shape));
    }

    Drawing m_drawing;
};

/// A reader's name as people write it.
std::string readable(const std::string& personName)
{
    std::string text = personName;
    std::replace(text.begin(), text.end(), '^', ' ');
    return text;
}

constexpr double forestRow = 22;
constexpr double forestTop = 34;
constexpr double forestAxis = 150; ///< x of 0
constexpr double forestUnit = 220; ///< from 0 to 1
constexpr double forestLowest = -0.2;

/// Where a coefficient lies; what is below the axis' end is drawn at it.
double forestX(double value)
{
    return forestAxis + (std::clamp(value, forestLowest, 1.0) - forestLowest) / (1 - forestLowest) * forestUnit;
}

void drawForestAxis(Canvas& canvas, double bottom, const FigureColours& colours)
{
    for (const double value : {forestLowest, 0.0, 0.2, 0.4, 0.6, 0.8, 1.0}) {
        canvas.line({forestX(value), forestTop - 10}, {forestX(value), bottom}, colours.line, 1,
                    value == 0 ? std::vector<double>{} : std::vector<double>{2, 3});
        canvas.text(fmt::format("{:g}", value), {forestX(value), bottom + 14}, 10, colours.muted);
    }
}

void drawForestRow(Canvas& canvas, const ForestRow& row, double y, const FigureColours& colours)
{
    canvas.text(row.title, {8, y + 4}, 11, colours.ink, Align::Left, row.isTotal);
    canvas.text(fmt::format("{}", row.items), {forestAxis - 12, y + 4}, 11, colours.muted, Align::Right);
    const double right = forestX(1) + 12;
    if (!row.coefficient.value) {
        canvas.text("undefined", {right, y + 4}, 11, colours.muted, Align::Left);
        return;
    }
    const double value = *row.coefficient.value;
    const double low = row.interval ? row.interval->low : value;
    const double high = row.interval ? row.interval->high : value;
    if (row.isTotal) {
        canvas.area({{forestX(low), y}, {forestX(value), y - 6}, {forestX(high), y}, {forestX(value), y + 6}},
                    colours.accent);
    } else {
        canvas.line({forestX(low), y}, {forestX(high), y}, colours.ink, 1.5);
    }
    if (!row.isTotal || !row.interval)
        canvas.area(drawing::rectangle(forestX(value) - 4, y - 4, 8, 8), colours.accent);
    canvas.text(row.interval ? fmt::format("{:.2f} [{:.2f}, {:.2f}]", value, low, high) : fmt::format("{:.2f}", value),
                {right, y + 4}, 11, colours.ink, Align::Left, row.isTotal);
}

} // namespace

Drawing drawConfusion(const PairAgreement& pair, const std::vector<double>& scale, const FigureColours& colours)
{
    constexpr double cell = 46;
    constexpr double left = 64;
    constexpr double top = 54;
    const double side = cell * static_cast<double>(scale.size());
    Canvas canvas(left + side + 16, top + side + 12,
                  "Grades by " + readable(pair.first) + " in rows and by " + readable(pair.second) + " in columns");
    canvas.text(readable(pair.second), {left + side / 2, 18}, 12, colours.ink, Align::Middle, true);
    canvas.text(readable(pair.first), {8, 40}, 12, colours.ink, Align::Left, true);
    for (std::size_t row = 0; row < scale.size(); ++row) {
        const double y = top + cell * static_cast<double>(row);
        canvas.text(fmt::format("{:g}", scale[row]), {left - 12, y + cell / 2 + 4}, 12, colours.muted);
        canvas.text(fmt::format("{:g}", scale[row]), {left + cell * (static_cast<double>(row) + 0.5), top - 8}, 12,
                    colours.muted);
        const int total = std::accumulate(pair.confusion[row].begin(), pair.confusion[row].end(), 0);
        for (std::size_t column = 0; column < scale.size(); ++column) {
            const double x = left + cell * static_cast<double>(column);
            const int count = pair.confusion[row][column];
            const auto square = drawing::rectangle(x + 1, y + 1, cell - 2, cell - 2, 3);
            if (count > 0)
                canvas.area(square, colours.accent.faded(0.12 + 0.5 * count / total));
            canvas.outline(square, row == column ? colours.ink : colours.line);
            canvas.text(std::to_string(count), {x + cell / 2, y + cell / 2 + 5}, 14,
                        count > 0 ? colours.ink : colours.muted, Align::Middle, row == column);
        }
    }
    return canvas.take();
}

Drawing drawForest(const std::vector<ForestRow>& rows, const FigureColours& colours)
{
    const double bottom = forestTop + forestRow * static_cast<double>(rows.size());
    Canvas canvas(forestX(1) + 150, bottom + 24, "Agreement of each level and side with its 95 % interval");
    canvas.text("items", {forestAxis - 12, 16}, 10, colours.muted, Align::Right);
    canvas.text("Gwet's coefficient [95 %]", {forestX(1) + 12, 16}, 10, colours.muted, Align::Left);
    drawForestAxis(canvas, bottom, colours);
    double y = forestTop + 6;
    for (const auto& row : rows) {
        drawForestRow(canvas, row, y, colours);
        y += forestRow;
    }
    return canvas.take();
}

Drawing drawDice(const std::vector<DiceDistribution>& distributions, const FigureColours& colours)
{
    constexpr double bar = 17;
    constexpr double tall = 120;
    constexpr double step = 10 * bar + 24;
    constexpr double base = tall + 58; ///< y of the axes, under two lines of text and the highest bar's count
    Canvas canvas(12 + step * static_cast<double>(distributions.size()), base + 24,
                  "How often the readers' marks overlap how well");
    double left = 12;
    for (const auto& each : distributions) {
        const int most = std::max(1, *std::max_element(each.tenths.begin(), each.tenths.end()));
        canvas.text(each.title, {left, 16}, 12, colours.ink, Align::Left, true);
        canvas.text(each.median ? fmt::format("n = {}, Dice {:.2f} (median)", each.count, *each.median)
                                : "not marked by two",
                    {left, 32}, 11, colours.muted, Align::Left);
        for (std::size_t i = 0; i < each.tenths.size(); ++i) {
            const double height = tall * each.tenths[i] / most;
            const double x = left + bar * static_cast<double>(i);
            if (height > 0)
                canvas.area(drawing::rectangle(x + 1, base - height, bar - 2, height), colours.accent);
            if (each.tenths[i] > 0)
                canvas.text(std::to_string(each.tenths[i]), {x + bar / 2, base - height - 3}, 9, colours.muted);
        }
        canvas.line({left, base}, {left + 10 * bar, base}, colours.ink);
        for (const double value : {0.0, 0.5, 1.0})
            canvas.text(fmt::format("{:g}", value), {left + 10 * bar * value, base + 13}, 10, colours.muted);
        left += step;
    }
    return canvas.take();
}

} // namespace grading
