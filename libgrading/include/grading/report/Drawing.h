#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace grading {

/// A figure as lines, areas and words, so that HTML, PDF and the screen show the very same one. Lengths in units of the
/// drawing, x to the right, y downwards.
struct Drawing {
    struct Colour {
        std::uint8_t red = 0;
        std::uint8_t green = 0;
        std::uint8_t blue = 0;
        double opacity = 1; ///< 0…1

        bool operator==(const Colour&) const = default;
        [[nodiscard]] Colour faded(double to) const { return {red, green, blue, to}; }
        [[nodiscard]] std::string hex() const; ///< "#e69f00", without opacity
    };
    struct Point {
        double x = 0;
        double y = 0;
    };
    struct Pen {
        Colour colour;
        double width = 1;
        std::vector<double> dashes; ///< Lengths on, off, …; empty: solid.
    };
    struct Shape {
        std::vector<std::vector<Point>> lines; ///< Filled together by the even-odd rule.
        bool isClosed = true;
        std::optional<Colour> fill;
        std::optional<Pen> pen;
    };
    enum class Align { Left, Middle, Right };
    struct Text {
        std::string text;
        Point at; ///< On the baseline.
        double size = 10;
        Colour colour;
        Align align = Align::Middle;
        bool isBold = false;
    };
    using Item = std::variant<Shape, Text>;

    double width = 0;
    double height = 0;
    std::string description; ///< For those who can't see it.
    std::vector<Item> items; ///< From the bottom up.
};

namespace drawing {
[[nodiscard]] std::vector<Drawing::Point> circle(Drawing::Point centre, double radius);
[[nodiscard]] std::vector<Drawing::Point> rectangle(double x, double y, double width, double height,
                                                    double cornerRadius = 0);
} // namespace drawing

/// The colours of workspace.md, on paper.
namespace palette {
inline constexpr Drawing::Colour ink{0x1c, 0x22, 0x2b};
inline constexpr Drawing::Colour muted{0x5b, 0x66, 0x75};
inline constexpr Drawing::Colour line{0xc9, 0xd0, 0xd9};
inline constexpr Drawing::Colour paper{0xff, 0xff, 0xff};
inline constexpr Drawing::Colour nerveRoot{0xe6, 0x9f, 0x00};
inline constexpr Drawing::Colour perineuralFat{0x56, 0xb4, 0xe9};
inline constexpr Drawing::Colour foramenOutline{0x00, 0x9e, 0x73};
inline constexpr std::array<Drawing::Colour, 4> grades{
    Drawing::Colour{0x4c, 0x9f, 0x70}, {0xe0, 0xc3, 0x41}, {0xe0, 0x7b, 0x39}, {0xd0, 0x43, 0x3f}};
/// Of a digit written on the grade's colour.
inline constexpr std::array<Drawing::Colour, 4> onGrades{
    Drawing::Colour{0xff, 0xff, 0xff}, {0x1c, 0x22, 0x2b}, {0x1c, 0x22, 0x2b}, {0xff, 0xff, 0xff}};
} // namespace palette

} // namespace grading
