#include "grading/report/Figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace grading::report {

namespace {

constexpr double width = 320;
constexpr double middle = width / 2;
constexpr double headroom = 26; ///< For R and L.

using Point = Drawing::Point;

/// The vertebra below a level's foramina: a sacral foramen lies between two sacral vertebrae.
Vertebra below(const Level& level)
{
    return level.upper == level.lower ? Vertebra{level.upper.region, level.upper.number + 1} : level.lower;
}

class Painter {
public:
    explicit Painter(const Report& report) : m_report(report), m_step(report.levels.size() > 12 ? 34 : 46) {}

    Drawing drawing()
    {
        m_drawing.width = width;
        m_drawing.description = "Grades by level, the patient's right on the left";
        place();
        for (const auto& body : m_bodies)
            drawBody(body);
        for (std::size_t i = 0; i < m_report.levels.size(); ++i) {
            drawDisc(m_levelY[i]);
            drawForamen(m_report.levels[i].right, m_levelY[i]);
            drawForamen(m_report.levels[i].left, m_levelY[i]);
        }
        text("R", {foramenX(Side::Right), 15}, 15, palette::ink, Drawing::Align::Middle, true);
        text("L", {foramenX(Side::Left), 15}, 15, palette::ink, Drawing::Align::Middle, true);
        return std::move(m_drawing);
    }

private:
    struct Body {
        Vertebra vertebra;
        double y = 0; ///< of its middle
    };

    static double foramenX(Side side) { return side == Side::Right ? middle - 66 : middle + 66; }
    [[nodiscard]] double radius() const { return m_step * 0.31; }

    void place()
    {
        double y = headroom + m_step * 0.3;
        for (const auto& rows : m_report.levels) {
            const bool goesOn = !m_bodies.empty() && m_bodies.back().vertebra == rows.level.upper;
            if (!goesOn) {
                y += m_bodies.empty() ? 0 : m_step * 0.8;
                m_bodies.push_back({rows.level.upper, y});
            }
            m_levelY.push_back(y + m_step / 2);
            y += m_step;
            m_bodies.push_back({below(rows.level), y});
        }
        m_drawing.height = y + m_step * 0.36;
    }

    /// A vertebral body with a waist, a little wider than high.
    void drawBody(const Body& body)
    {
        const double halfWidth = m_step * 0.74;
        const double halfHeight = m_step * 0.31;
        std::vector<Point> outline;
        const auto addSide = [&](double sign) {
            for (int i = 0; i <= 12; ++i) {
                const double t = (i / 6.0 - 1) * sign; // -1 at the top of the right side
                const double waist = 0.86 + 0.14 * t * t;
                outline.push_back({middle + sign * halfWidth * waist, body.y + halfHeight * t});
            }
        };
        addSide(1);
        addSide(-1);
        shape(std::move(outline), Drawing::Colour{0xee, 0xf1, 0xf4}, Drawing::Pen{{0xa9, 0xb3, 0xbf}, 1, {}});
        text(body.vertebra.name(), {middle, body.y + 4}, 11, palette::muted, Drawing::Align::Middle, false);
    }

    void drawDisc(double y)
    {
        const double halfWidth = m_step * 0.68;
        const double halfHeight = m_step * 0.12;
        shape(drawing::rectangle(middle - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight, halfHeight),
              Drawing::Colour{0xd3, 0xdd, 0xe8}, {});
    }

    void drawForamen(const Report::Row& row, double y)
    {
        const bool isRight = row.foramen.side == Side::Right;
        const double x = foramenX(row.foramen.side);
        const double outwards = isRight ? -1 : 1;
        const auto circle = drawing::circle({x, y}, radius());
        if (row.state == Report::Row::State::Graded && row.grade) {
            const auto digit = static_cast<std::size_t>(row.grade->digit());
            shape(circle, palette::grades[digit], {});
            text(std::to_string(row.grade->digit()), {x, y + radius() * 0.38}, radius() * 1.1, palette::onGrades[digit],
                 Drawing::Align::Middle, true);
        } else if (row.state == Report::Row::State::NotGradable) {
            drawHatched({x, y});
        } else {
            shape(circle, {}, Drawing::Pen{palette::line, 1, {2, 2}});
        }
        const double besideX = x + outwards * (radius() + 6);
        const auto align = isRight ? Drawing::Align::Right : Drawing::Align::Left;
        text(wordOf(row), {besideX, y + 4}, 11,
             row.state == Report::Row::State::NotRead ? palette::muted : palette::ink, align, false);
        if (row.agreement == Agreement::Hard)
            drawContradiction({x + outwards * radius() * 0.8, y - radius() * 0.8});
    }

    void drawHatched(Point centre)
    {
        const double r = radius();
        for (double offset = -r + 3; offset < r; offset += 4) {
            const double half = std::sqrt(r * r - offset * offset);
            const double c = std::sqrt(0.5);
            const Point from{centre.x + c * (offset - half), centre.y + c * (offset + half)};
            const Point to{centre.x + c * (offset + half), centre.y + c * (offset - half)};
            m_drawing.items.emplace_back(
                Drawing::Shape{{{from, to}}, false, {}, Drawing::Pen{palette::muted, 0.8, {}}});
        }
        shape(drawing::circle(centre, r), {}, Drawing::Pen{palette::muted, 1, {}});
    }

    void drawContradiction(Point at)
    {
        shape(drawing::circle(at, radius() * 0.5), palette::ink, Drawing::Pen{palette::paper, 1.2, {}});
        text("!", {at.x, at.y + radius() * 0.28}, radius() * 0.8, palette::paper, Drawing::Align::Middle, true);
    }

    static std::string wordOf(const Report::Row& row)
    {
        if (row.state == Report::Row::State::Graded && row.grade)
            return row.grade->digit() == 0 ? "none" : std::string(row.grade->severity());
        return row.verdict;
    }

    void shape(std::vector<Point> line, std::optional<Drawing::Colour> fill, std::optional<Drawing::Pen> pen)
    {
        m_drawing.items.emplace_back(Drawing::Shape{{std::move(line)}, true, fill, std::move(pen)});
    }
    void text(std::string words, Point at, double size, Drawing::Colour colour, Drawing::Align align, bool isBold)
    {
        m_drawing.items.emplace_back(Drawing::Text{std::move(words), at, size, colour, align, isBold});
    }

    const Report& m_report;
    double m_step; ///< From one level to the next.
    std::vector<Body> m_bodies;
    std::vector<double> m_levelY;
    Drawing m_drawing;
};

} // namespace

Drawing drawSpine(const Report& report)
{
    return Painter(report).drawing();
}

} // namespace grading::report
