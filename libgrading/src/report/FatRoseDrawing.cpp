#include "grading/report/Figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace grading::report {

namespace {

constexpr double size = 200;
constexpr double middle = size / 2;
constexpr double fieldRadius = 68; ///< Of the disc that the rays are drawn in.
constexpr double ringInner = 71;
constexpr double ringOuter = 77;
constexpr double lettersAt = 89;

using Point = Drawing::Point;

Drawing::Colour colourOf(SideCoverageState state, const RoseColours& colours)
{
    switch (state) {
    case SideCoverageState::Preserved:
        return palette::grades[0];
    case SideCoverageState::Equivocal:
        return palette::grades[1];
    case SideCoverageState::Lost:
        return palette::grades[3];
    case SideCoverageState::NotAssessable:
        return colours.muted;
    }
    return colours.muted;
}

Drawing::Colour colourOf(Ray::Outcome outcome, const RoseColours& colours)
{
    switch (outcome) {
    case Ray::Outcome::MeetsFat:
        return palette::perineuralFat;
    case Ray::Outcome::NoFat:
        return palette::grades[3];
    case Ray::Outcome::LeavesImage:
        return colours.muted;
    }
    return colours.muted;
}

/// Where fat begins and ends on a ray, in mm from its start.
double fatBegins(const Ray& ray)
{
    return ray.rootEdge.value + (ray.gap ? ray.gap->value : 0.0);
}

double fatEnds(const Ray& ray)
{
    return fatBegins(ray) + ray.thickness.value;
}

bool hasFat(const Ray& ray)
{
    return ray.gap.has_value() && ray.thickness.value > 0;
}

class Painter {
public:
    Painter(const FatRose& rose, const RoseColours& colours) : m_rose(rose), m_colours(colours)
    {
        double reach = 5; // mm; nothing smaller fills the field
        for (const auto& ray : rose.rays)
            reach = std::max(reach, std::min(hasFat(ray) ? fatEnds(ray) : ray.rootEdge.value, 15.0));
        m_unitsPerMm = fieldRadius / (reach * 1.06);
    }

    Drawing drawing()
    {
        m_drawing.width = size;
        m_drawing.height = size;
        drawSides();
        drawScale();
        drawFat();
        drawRoot();
        drawRing();
        drawLetters();
        return std::move(m_drawing);
    }

private:
    [[nodiscard]] Point at(Degrees angle, double radius) const
    {
        const auto direction = m_rose.towards(angle);
        return {middle + radius * direction.x, middle + radius * direction.y};
    }
    [[nodiscard]] Point atMm(Degrees angle, double mm) const
    {
        return at(angle, std::min(mm * m_unitsPerMm, fieldRadius));
    }
    void add(std::vector<Point> line, std::optional<Drawing::Colour> fill, std::optional<Drawing::Pen> pen = {})
    {
        m_drawing.items.emplace_back(Drawing::Shape{{std::move(line)}, true, fill, std::move(pen)});
    }

    void drawSides()
    {
        for (const auto direction : allDirections) {
            const double centre = 90.0 * angleSteps(direction);
            std::vector<Point> sector{{middle, middle}};
            for (int step = -45; step <= 45; step += 3)
                sector.push_back(at({centre + step}, fieldRadius));
            const auto state = m_rose.sides[indexOf(direction)].state;
            add(std::move(sector), colourOf(state, m_colours).faded(0.16), Drawing::Pen{m_colours.ground, 1.2, {}});
        }
    }

    /// Circles every 5 mm around the root's middle.
    void drawScale()
    {
        for (double mm = 5; mm * m_unitsPerMm < fieldRadius; mm += 5)
            add(drawing::circle({middle, middle}, mm * m_unitsPerMm), {},
                Drawing::Pen{m_colours.muted.faded(0.45), 0.5, {1.5, 2}});
    }

    /// Runs of neighbouring rays that met the same, as areas; fat out of reach of the root is paler.
    void drawFat()
    {
        const auto& rays = m_rose.rays;
        for (std::size_t begin = 0; begin < rays.size();) {
            std::size_t end = begin + 1;
            while (end < rays.size() && rays[end].outcome == rays[begin].outcome &&
                   hasFat(rays[end]) == hasFat(rays[begin]))
                ++end;
            if (hasFat(rays[begin]))
                drawFatRun(begin, end);
            begin = end;
        }
    }

    void drawFatRun(std::size_t begin, std::size_t end)
    {
        const auto& rays = m_rose.rays;
        std::vector<Point> area;
        for (std::size_t i = begin; i < end; ++i) {
            area.push_back(atMm({rays[i].angle.value - 0.5}, fatEnds(rays[i])));
            area.push_back(atMm({rays[i].angle.value + 0.5}, fatEnds(rays[i])));
        }
        for (std::size_t i = end; i-- > begin;) {
            area.push_back(atMm({rays[i].angle.value + 0.5}, fatBegins(rays[i])));
            area.push_back(atMm({rays[i].angle.value - 0.5}, fatBegins(rays[i])));
        }
        const bool meets = rays[begin].outcome == Ray::Outcome::MeetsFat;
        add(std::move(area), palette::perineuralFat.faded(meets ? 0.85 : 0.3));
    }

    void drawRoot()
    {
        std::vector<Point> edge;
        for (const auto& ray : m_rose.rays)
            edge.push_back(atMm(ray.angle, ray.rootEdge.value));
        if (!edge.empty())
            add(std::move(edge), palette::nerveRoot, Drawing::Pen{m_colours.ink.faded(0.7), 0.6, {}});
    }

    void drawRing()
    {
        const auto& rays = m_rose.rays;
        for (std::size_t begin = 0; begin < rays.size();) {
            std::size_t end = begin + 1;
            while (end < rays.size() && rays[end].outcome == rays[begin].outcome)
                ++end;
            std::vector<Point> arc;
            for (std::size_t i = begin; i < end; ++i) {
                arc.push_back(at({rays[i].angle.value - 0.5}, ringOuter));
                arc.push_back(at({rays[i].angle.value + 0.5}, ringOuter));
            }
            for (std::size_t i = end; i-- > begin;) {
                arc.push_back(at({rays[i].angle.value + 0.5}, ringInner));
                arc.push_back(at({rays[i].angle.value - 0.5}, ringInner));
            }
            add(std::move(arc), colourOf(rays[begin].outcome, m_colours));
            begin = end;
        }
    }

    void drawLetters()
    {
        constexpr std::array<const char*, 4> letters{"S", "I", "A", "P"};
        for (const auto direction : allDirections) {
            const auto& side = m_rose.sides[indexOf(direction)];
            const auto where = m_rose.towards(direction);
            const Point place{middle + lettersAt * where.x, middle + lettersAt * where.y};
            const std::string share = side.coverage ? fmt::format("{:.0f} %", *side.coverage * 100) : "n/a";
            const bool isBeside = std::abs(where.x) > std::abs(where.y);
            const double down = isBeside ? 0 : 3.5;
            m_drawing.items.emplace_back(Drawing::Text{letters[indexOf(direction)],
                                                       {place.x - (isBeside ? 0 : 11), place.y + down},
                                                       12,
                                                       m_colours.ink,
                                                       Drawing::Align::Middle,
                                                       true});
            m_drawing.items.emplace_back(
                Drawing::Text{share,
                              {place.x + (isBeside ? 0 : 10), place.y + down + (isBeside ? 9.5 : 0)},
                              8,
                              m_colours.muted,
                              Drawing::Align::Middle,
                              false});
        }
    }

    /// Quarter turns from superior by way of anterior.
    static int angleSteps(AnatomicalDirection direction)
    {
        switch (direction) {
        case AnatomicalDirection::Superior:
            return 0;
        case AnatomicalDirection::Anterior:
            return 1;
        case AnatomicalDirection::Inferior:
            return 2;
        case AnatomicalDirection::Posterior:
            return 3;
        }
        return 0;
    }

    const FatRose& m_rose;
    const RoseColours& m_colours;
    double m_unitsPerMm = 1;
    Drawing m_drawing;
};

std::string describe(const FatRose& rose)
{
    std::string text = "Fat around the root";
    for (const auto direction : allDirections) {
        const auto& side = rose.sides[indexOf(direction)];
        text += fmt::format("; {} {}", name(direction), name(side.state));
        if (side.coverage)
            text += fmt::format(" ({:.0f} %)", *side.coverage * 100);
    }
    return text;
}

} // namespace

Drawing drawFatRose(const FatRose& rose, const RoseColours& colours)
{
    Drawing drawing = Painter(rose, colours).drawing();
    drawing.description = describe(rose);
    return drawing;
}

} // namespace grading::report
