#include "grading/marks/Contour.h"

#include <algorithm>

namespace grading {

namespace {

/// A corner of the pixel lattice: corner (c, r) is the upper left one of pixel (c, r).
struct Corner {
    int row = 0;
    int column = 0;

    auto operator<=>(const Corner&) const = default;
};

/// A pixel edge, walked with the marked pixels to the right.
struct Edge {
    Corner from;
    Corner to;
    bool isUsed = false;
};

int sign(int value)
{
    return (value > 0) - (value < 0);
}

/// Positive when `next` turns right of `before` (rows run downwards).
int turn(const Edge& before, const Edge& next)
{
    const int dc = sign(before.to.column - before.from.column);
    const int dr = sign(before.to.row - before.from.row);
    return dc * sign(next.to.row - next.from.row) - dr * sign(next.to.column - next.from.column);
}

std::vector<Edge> edgesOf(const PixelSet& pixels)
{
    std::vector<Edge> edges;
    std::vector<PixelSpan> below;
    edges.reserve(4 * pixels.spans().size());
    below.reserve(pixels.spans().size());
    for (const auto& span : pixels.spans()) {
        edges.push_back({{span.row + 1, span.begin}, {span.row, span.begin}});
        edges.push_back({{span.row, span.end}, {span.row + 1, span.end}});
        below.push_back({span.row + 1, span.begin, span.end});
    }
    const PixelSet oneLower{std::move(below)};
    const PixelSet tops = pixels.without(oneLower);
    for (const auto& top : tops.spans())
        edges.push_back({{top.row, top.begin}, {top.row, top.end}});
    const PixelSet bottoms = oneLower.without(pixels);
    for (const auto& bottom : bottoms.spans())
        edges.push_back({{bottom.row, bottom.end}, {bottom.row, bottom.begin}});
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.from < b.from; });
    return edges;
}

/// The unused edge that starts where `edge` ends; of two the one that turns right, which stays at the same pixel.
Edge* following(std::vector<Edge>& edges, const Edge& edge)
{
    Edge* best = nullptr;
    auto next = std::lower_bound(edges.begin(), edges.end(), edge.to,
                                 [](const Edge& candidate, const Corner& corner) { return candidate.from < corner; });
    for (; next != edges.end() && next->from == edge.to; ++next) {
        if (!next->isUsed && (best == nullptr || turn(edge, *next) > turn(edge, *best)))
            best = &*next;
    }
    return best;
}

Contour lineFrom(std::vector<Edge>& edges, Edge& start)
{
    Contour contour;
    double twiceArea = 0; // positive: clockwise on screen
    const Edge* before = nullptr;
    for (Edge* edge = &start; edge != nullptr; edge = following(edges, *edge)) {
        edge->isUsed = true;
        if (before == nullptr || turn(*before, *edge) != 0)
            contour.points.push_back({edge->from.column - 0.5, edge->from.row - 0.5});
        twiceArea += static_cast<double>(edge->from.column) * edge->to.row -
                     static_cast<double>(edge->to.column) * edge->from.row;
        before = edge;
    }
    if (turn(*before, start) == 0)
        contour.points.erase(contour.points.begin());
    contour.isHole = twiceArea < 0;
    return contour;
}

} // namespace

std::vector<Contour> outlines(const PixelSet& pixels)
{
    std::vector<Edge> edges = edgesOf(pixels);
    std::vector<Contour> contours;
    for (auto& edge : edges) {
        if (!edge.isUsed)
            contours.push_back(lineFrom(edges, edge));
    }
    return contours;
}

} // namespace grading
