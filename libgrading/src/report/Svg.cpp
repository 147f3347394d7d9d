#include "Escape.h"
#include "grading/report/Writers.h"

#include <fmt/format.h>

namespace grading::report {

namespace {

/// Two decimals at most, no trailing zeros.
std::string length(double value)
{
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string opacity(const char* attribute, double value)
{
    return value < 1 ? fmt::format(" {}=\"{}\"", attribute, length(value)) : std::string{};
}

std::string pathOf(const Drawing::Shape& shape)
{
    std::string path;
    for (const auto& line : shape.lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            path += fmt::format("{}{} {}", i == 0 ? "M" : "L", length(line[i].x), length(line[i].y));
        if (shape.isClosed)
            path += "Z";
    }
    return path;
}

std::string element(const Drawing::Shape& shape)
{
    std::string text = fmt::format("<path d=\"{}\" fill-rule=\"evenodd\"", pathOf(shape));
    if (shape.fill)
        text += fmt::format(" fill=\"{}\"{}", shape.fill->hex(), opacity("fill-opacity", shape.fill->opacity));
    else
        text += " fill=\"none\"";
    if (shape.pen) {
        text +=
            fmt::format(" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"{}\" stroke-linejoin=\"round\"{}",
                        shape.pen->colour.hex(), length(shape.pen->width),
                        shape.pen->dashes.empty() || shape.pen->dashes.front() < shape.pen->width ? "round" : "butt",
                        opacity("stroke-opacity", shape.pen->colour.opacity));
        std::string dashes;
        for (const double dash : shape.pen->dashes)
            dashes += (dashes.empty() ? "" : " ") + length(dash);
        if (!dashes.empty())
            text += fmt::format(" stroke-dasharray=\"{}\"", dashes);
    }
    return text + "/>";
}

std::string element(const Drawing::Text& words)
{
    constexpr std::array<const char*, 3> anchors{"start", "middle", "end"};
    return fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{} text-anchor=\"{}\"{}>{}</text>",
                       length(words.at.x), length(words.at.y), length(words.size), words.colour.hex(),
                       opacity("fill-opacity", words.colour.opacity), anchors.at(static_cast<std::size_t>(words.align)),
                       words.isBold ? " font-weight=\"600\"" : "", escaped(words.text));
}

} // namespace

std::string toSvg(const Drawing& drawing, const std::string& insert)
{
    std::string text = fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" "
                                   "aria-label=\"{}\">",
                                   length(drawing.width), length(drawing.height), escaped(drawing.description));
    text += insert;
    for (const auto& item : drawing.items)
        text += std::visit([](const auto& shown) { return element(shown); }, item);
    return text + "</svg>";
}

} // namespace grading::report
