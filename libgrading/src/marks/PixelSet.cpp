#include "grading/marks/PixelSet.h"

#include <algorithm>
#include <numeric>

namespace grading {

namespace {

/// Adds a span after all others of its row and earlier rows; one that touches the last is joined to it.
void append(std::vector<PixelSpan>& spans, const PixelSpan& span)
{
    if (!spans.empty() && spans.back().row == span.row && spans.back().end >= span.begin)
        spans.back().end = std::max(spans.back().end, span.end);
    else
        spans.push_back(span);
}

bool endsBefore(const PixelSpan& a, const PixelSpan& b)
{
    return a.row < b.row || (a.row == b.row && a.end <= b.begin);
}

} // namespace

PixelSet::PixelSet(std::vector<PixelSpan> spans)
{
    std::erase_if(spans, [](const PixelSpan& span) { return span.begin >= span.end; });
    if (!std::is_sorted(spans.begin(), spans.end()))
        std::sort(spans.begin(), spans.end());
    m_spans.reserve(spans.size());
    for (const auto& span : spans)
        append(m_spans, span);
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
    std::vector<PixelSpan> spans(m_spans.size() + other.m_spans.size());
    std::merge(m_spans.begin(), m_spans.end(), other.m_spans.begin(), other.m_spans.end(), spans.begin());
    return PixelSet(std::move(spans));
}

PixelSet PixelSet::intersectedWith(const PixelSet& other) const
{
    PixelSet common;
    auto a = m_spans.begin();
    auto b = other.m_spans.begin();
    while (a != m_spans.end() && b != other.m_spans.end()) {
        if (endsBefore(*a, *b)) {
            ++a;
        } else if (endsBefore(*b, *a)) {
            ++b;
        } else {
            append(common.m_spans, {a->row, std::max(a->begin, b->begin), std::min(a->end, b->end)});
            a->end < b->end ? ++a : ++b;
        }
    }
    return common;
}

PixelSet PixelSet::without(const PixelSet& other) const
{
    PixelSet rest;
    auto hole = other.m_spans.begin();
    for (PixelSpan span : m_spans) {
        while (hole != other.m_spans.end() && endsBefore(*hole, span))
            ++hole;
        for (auto cut = hole; cut != other.m_spans.end() && !endsBefore(span, *cut); ++cut) {
            if (cut->begin > span.begin)
                append(rest.m_spans, {span.row, span.begin, cut->begin});
            span.begin = cut->end;
        }
        if (span.begin < span.end)
            append(rest.m_spans, span);
    }
    return rest;
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
