#include "grading/marks/LabelMap.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

namespace grading {

LabelMap::LabelMap(int columns, int rows, int slices) : m_columns(columns), m_rows(rows), m_slices(slices)
{
    GRADING_EXPECTS(columns > 0 && rows > 0 && slices > 0);
}

const LabelMap::SliceMarks* LabelMap::marksOf(int slice) const
{
    const auto found = m_marked.find(slice);
    return found == m_marked.end() ? nullptr : found->second.get();
}

void LabelMap::replace(int slice, SliceMarks marks)
{
    std::erase_if(marks, [](const auto& entry) { return entry.second.isEmpty(); });
    if (marks.empty())
        m_marked.erase(slice);
    else
        m_marked[slice] = std::make_shared<const SliceMarks>(std::move(marks));
}

std::optional<Structure> LabelMap::at(VoxelIndex index) const
{
    if (const auto* marks = marksOf(index.slice)) {
        for (const auto& [structure, pixels] : *marks) {
            if (pixels.contains(index.column, index.row))
                return structure;
        }
    }
    return std::nullopt;
}

PixelSet LabelMap::pixels(int slice, Structure structure) const
{
    const auto* marks = marksOf(slice);
    if (marks == nullptr)
        return {};
    const auto found = marks->find(structure);
    return found == marks->end() ? PixelSet() : found->second;
}

PixelSet LabelMap::markedPixels(int slice) const
{
    PixelSet all;
    for (const auto structure : allStructures)
        all = all.unitedWith(pixels(slice, structure));
    return all;
}

std::vector<int> LabelMap::markedSlices() const
{
    std::vector<int> slices;
    for (const auto& [slice, marks] : m_marked)
        slices.push_back(slice);
    return slices;
}

std::vector<int> LabelMap::markedSlices(Structure structure) const
{
    std::vector<int> slices;
    for (const auto& [slice, marks] : m_marked) {
        if (marks->contains(structure))
            slices.push_back(slice);
    }
    return slices;
}

std::size_t LabelMap::count(Structure structure) const
{
    std::size_t sum = 0;
    for (const auto& [slice, marks] : m_marked)
        sum += count(structure, slice);
    return sum;
}

std::size_t LabelMap::count(Structure structure, int slice) const
{
    const auto* marks = marksOf(slice);
    const auto found = marks == nullptr ? SliceMarks::const_iterator() : marks->find(structure);
    return marks == nullptr || found == marks->end() ? 0 : found->second.count();
}

LabelMap LabelMap::painted(int slice, const PixelSet& pixels, Structure structure) const
{
    LabelMap result = erased(slice, pixels);
    return result.filled(slice, pixels, structure);
}

LabelMap LabelMap::filled(int slice, const PixelSet& pixels, Structure structure) const
{
    GRADING_EXPECTS(slice >= 0 && slice < m_slices);
    LabelMap result = *this;
    const auto* before = marksOf(slice);
    SliceMarks marks = before == nullptr ? SliceMarks() : *before;
    PixelSet free = pixels.clippedTo(m_columns, m_rows);
    for (const auto& [other, marked] : marks)
        free = free.without(marked);
    marks[structure] = marks[structure].unitedWith(free);
    result.replace(slice, std::move(marks));
    return result;
}

LabelMap LabelMap::erased(int slice, const PixelSet& pixels, std::optional<Structure> only) const
{
    GRADING_EXPECTS(slice >= 0 && slice < m_slices);
    const auto* before = marksOf(slice);
    if (before == nullptr)
        return *this;
    LabelMap result = *this;
    SliceMarks marks = *before;
    for (auto& [structure, marked] : marks) {
        if (!only || *only == structure)
            marked = marked.without(pixels);
    }
    result.replace(slice, std::move(marks));
    return result;
}

bool LabelMap::operator==(const LabelMap& other) const
{
    return m_columns == other.m_columns && m_rows == other.m_rows && m_slices == other.m_slices &&
           std::equal(m_marked.begin(), m_marked.end(), other.m_marked.begin(), other.m_marked.end(),
                      [](const auto& a, const auto& b) {
                          return a.first == b.first && (a.second == b.second || *a.second == *b.second);
                      });
}

std::string LabelMap::toText() const
{
    std::string text;
    for (const auto& [slice, marks] : m_marked) {
        for (const auto& [structure, pixels] : *marks) {
            for (const auto& span : pixels.spans()) {
                text += std::to_string(slice) + ':' + std::to_string(span.row) + ',' + std::to_string(span.begin) +
                        ',' + std::to_string(span.end) + ',' + std::to_string(static_cast<int>(structure)) + ';';
            }
        }
    }
    return text;
}

namespace {

/// Slice, row, begin, end and label of "slice:row,begin,end,label;", and `at` behind it; none when it is malformed.
std::optional<std::array<int, 5>> nextSpan(const char*& at, const char* end)
{
    std::array<int, 5> numbers{};
    constexpr std::array<char, 5> separators{':', ',', ',', ',', ';'};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto parsed = std::from_chars(at, end, numbers[i]);
        if (parsed.ec != std::errc() || parsed.ptr == end || *parsed.ptr != separators[i])
            return std::nullopt;
        at = parsed.ptr + 1;
    }
    return numbers;
}

} // namespace

Result<LabelMap> LabelMap::fromText(const std::string& text, int columns, int rows, int slices)
{
    if (columns < 1 || rows < 1 || slices < 1)
        return fail(ErrorCode::Unreadable, "marks", "have no grid");
    using Place = std::pair<int, Structure>; // by slice
    std::map<Place, std::vector<PixelSpan>> spans;
    auto current = spans.end();
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at != end;) {
        const auto numbers = nextSpan(at, end);
        const auto [slice, row, begin, stop, label] = numbers.value_or(std::array{-1, 0, 0, 0, 0});
        if (slice < 0 || slice >= slices || row < 0 || row >= rows || begin < 0 || begin >= stop || stop > columns ||
            label < 1 || label > 3)
            return fail(ErrorCode::Unreadable, "marks", "are malformed or outside their grid");
        const Place place{slice, static_cast<Structure>(label)};
        if (current == spans.end() || current->first != place)
            current = spans.try_emplace(place).first;
        current->second.push_back({row, begin, stop});
    }
    std::map<int, SliceMarks> bySlice;
    for (auto& [place, list] : spans) {
        auto& marks = bySlice[place.first];
        PixelSet free(std::move(list));
        for (const auto& [other, marked] : marks)
            free = free.without(marked); // the first one keeps what two structures share
        marks.emplace(place.second, std::move(free));
    }
    LabelMap map(columns, rows, slices);
    for (auto& [slice, marks] : bySlice)
        map.replace(slice, std::move(marks));
    return map;
}

} // namespace grading
