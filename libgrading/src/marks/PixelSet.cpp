#include "grading/marks/PixelSet.h"

#include <algorithm>
#include <numeric>

namespace grading {

namespace {

/// Walks both sets along every row and keeps the pixels for which `keep(inA, inB)` is true.
template <class Keep>
PixelSet combined(std::span<const PixelSpan> a, std::span<const PixelSpan> b, Keep keep)
{
    struct Edge {
        int row;
        int column;
        int deltaA;
        int deltaB;
    };
    std::vector<Edge> edges;
    edges.reserve(2 * (a.size() + b.size()));
    for (const auto& span : a) {
        edges.push_back({span.row, span.begin, 1, 0});
        edges.push_back({span.row, span.end, -1, 0});
    }
    for (const auto& span : b) {
        edges.push_back({span.row, span.begin, 0, 1});
        edges.push_back({span.row, span.end, 0, -1});
    }
    std::sort(edges.begin(), edges.end(),
              [](const Edge& x, const Edge& y) { return std::pair(x.row, x.column) < std::pair(y.row, y.column); });
    std::vector<PixelSpan> spans;
    int inA = 0;
    int inB = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        inA += edges[i].deltaA;
        inB += edges[i].deltaB;
        if (i + 1 < edges.size() && edges[i + 1].row == edges[i].row && keep(inA > 0, inB > 0))
            spans.push_back({edges[i].row, edges[i].column, edges[i + 1].column});
    }
    return PixelSet(std::move(spans));
}

} // namespace

PixelSet::PixelSet(std::vector<PixelSpan> spans)
{
    std::erase_if(spans, [](const PixelSpan& span) { return span.begin >= span.end; });
    std::sort(spans.begin(), spans.end());
    for (const auto& span : spans) {
        if (!m_spans.empty() && m_spans.back().row == span.row && m_spans.back().end >= span.begin)
            m_spans.back().end = std::max(m_spans.back().end, span.end);
        else
            m_spans.push_back(span);
    }
}

std::size_t PixelSet::count() const
{
    return std::accumulate(m_spans.begin(), m_spans.end(), std::size_t{0}, [](std::size_t sum, const PixelSpan& span) {
        return sum + static_cast<std::size_t>(span.end - span.begin);
    });
}

bool PixelSet::contains(int column, int row) const
{
    const auto after = std::upper_bound(m_spans.begin(), m_spans.end(), std::pair(row, column),
                                        [](const std::pair<int, int>& place, const PixelSpan& span) {
                                            return place < std::pair(span.row, span.begin);
                                        });
    if (after == m_spans.begin())
        return false;
    const auto& span = *std::prev(after);
    return span.row == row && column < span.end;
}

PixelSet PixelSet::unitedWith(const PixelSet& other) const
{
    std::vector<PixelSpan> spans = m_spans;
    spans.insert(spans.end(), other.m_spans.begin(), other.m_spans.end());
    return PixelSet(std::move(spans));
}

PixelSet PixelSet::intersectedWith(const PixelSet& other) const
{
    return combined(m_spans, other.m_spans, [](bool inA, bool inB) { return inA && inB; });
}

PixelSet PixelSet::without(const PixelSet& other) const
{
    return combined(m_spans, other.m_spans, [](bool inA, bool inB) { return inA && !inB; });
}

PixelSet PixelSet::clippedTo(int columns, int rows) const
{
    std::vector<PixelSpan> spans;
    for (const auto& span : m_spans) {
        if (span.row >= 0 && span.row < rows)
            spans.push_back({span.row, std::max(span.begin, 0), std::min(span.end, columns)});
    }
    return PixelSet(std::move(spans));
}

} // namespace grading
