#include "grading/measure/LabelImage.h"

#include "grading/geometry/GridMatch.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace grading {

namespace {

/// Pixels of each slice of the grid by label.
using Found = std::map<int, std::map<int, std::vector<PixelSpan>>>;

struct Sorted {
    Found found;
    std::set<long long> otherLabels;
    bool allWhole = true;
};

Sorted sortVoxels(const Volume& labels, const GridMatch& map)
{
    Sorted sorted;
    const auto& geometry = labels.geometry();
    std::visit(
        [&](const auto& pixels) {
            std::size_t at = 0;
            for (int slice = 0; slice < geometry.slices(); ++slice) {
                for (int row = 0; row < geometry.rows(); ++row) {
                    for (int column = 0; column < geometry.columns(); ++column) {
                        const double value = static_cast<double>(pixels[at++]);
                        if (value == 0)
                            continue;
                        if (!(std::abs(value - std::nearbyint(value)) < 1e-3) || std::abs(value) > 1e9) {
                            sorted.allWhole = false;
                            return;
                        }
                        const auto label = std::llround(value);
                        if (label < 1 || label > 3) {
                            if (label != 0)
                                sorted.otherLabels.insert(label);
                            continue;
                        }
                        const VoxelIndex to = map(column, row, slice);
                        sorted.found[to.slice][static_cast<int>(label)].push_back({to.row, to.column, to.column + 1});
                    }
                }
            }
        },
        labels.pixels());
    return sorted;
}

struct PlacedSpan {
    int slice;
    PixelSpan span;
};

double gapBetween(const PlacedSpan& a, const PlacedSpan& b, const VolumeGeometry& grid)
{
    const int columns = std::max({0, a.span.begin - (b.span.end - 1), b.span.begin - (a.span.end - 1)});
    const double dx = columns * grid.columnSpacing().value;
    const double dy = (a.span.row - b.span.row) * grid.rowSpacing().value;
    const double dz = (a.slice - b.slice) * grid.sliceSpacing().value;
    return std::sqrt(dx * dx + dy * dy + dz * dz);
}

/// Groups of marks that lie more than `distance` mm apart from each other.
int clustersOf(const LabelMap& marks, const VolumeGeometry& grid, double distance)
{
    std::vector<PlacedSpan> spans;
    for (const int slice : marks.markedSlices()) {
        const PixelSet all = marks.markedPixels(slice);
        for (const auto& span : all.spans()) {
            // Neighbours of one row that are near enough go together at once: a scattered image stays quick to judge.
            const bool joins = !spans.empty() && spans.back().slice == slice && spans.back().span.row == span.row &&
                               gapBetween(spans.back(), {slice, span}, grid) <= distance;
            if (joins)
                spans.back().span.end = span.end;
            else
                spans.push_back({slice, span});
        }
    }
    std::vector<std::size_t> parent(spans.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto top = [&parent](std::size_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    // Spans are sorted by slice and row, so the way back ends where slices get too far.
    for (std::size_t i = 0; i < spans.size(); ++i) {
        for (std::size_t j = i; j-- > 0;) {
            if ((spans[i].slice - spans[j].slice) * grid.sliceSpacing().value > distance)
                break;
            if (top(i) != top(j) && gapBetween(spans[i], spans[j], grid) <= distance)
                parent[top(i)] = top(j);
        }
    }
    int clusters = 0;
    for (std::size_t i = 0; i < spans.size(); ++i)
        clusters += top(i) == i ? 1 : 0;
    return clusters;
}

Issue otherLabelsIssue(const std::set<long long>& labels)
{
    std::string list;
    for (const auto label : labels) {
        list += (list.empty() ? "" : ", ") + std::to_string(label);
        if (list.size() > 60) {
            list += ", …";
            break;
        }
    }
    return {Severity::Warning,
            "unknown-label",
            {},
            "Labels other than 1 (nerve root), 2 (perineural fat), 3 (foramen) are ignored: " + list + "."};
}

} // namespace

Result<LabelImage> labelMapFromVolume(const Volume& labels, const VolumeGeometry& grid)
{
    const auto map = GridMatch::between(labels.geometry(), grid);
    if (!map)
        return fail(ErrorCode::Mismatch, "label image", "its voxels aren't the stack's",
                    "save it on the grid of the stack that it belongs to");
    Sorted sorted = sortVoxels(labels, *map);
    if (!sorted.allWhole)
        return fail(ErrorCode::Unreadable, "label image", "holds values that aren't whole numbers",
                    "give a label image: 1 nerve root, 2 perineural fat, 3 foramen outline");
    LabelImage image{LabelMap(grid.columns(), grid.rows(), grid.slices()), {}};
    for (auto& [slice, byLabel] : sorted.found) {
        for (auto& [label, spans] : byLabel)
            image.marks = image.marks.filled(slice, PixelSet(std::move(spans)), static_cast<Structure>(label));
    }
    if (!sorted.otherLabels.empty())
        image.issues.push_back(otherLabelsIssue(sorted.otherLabels));
    constexpr double farApart = 15; // mm, cli.md "Marks and slices"
    if (clustersOf(image.marks, grid, farApart) > 1)
        image.issues.push_back({Severity::Warning,
                                "marks-far-apart",
                                {},
                                "The marks form clusters more than 15 mm apart; a label image holds one foramen."});
    return image;
}

Volume volumeFromLabelMap(const LabelMap& marks, const VolumeGeometry& grid)
{
    std::vector<std::int16_t> pixels(grid.voxelCount(), 0);
    for (const int slice : marks.markedSlices()) {
        for (const auto structure : allStructures) {
            const PixelSet set = marks.pixels(slice, structure);
            for (const auto& span : set.spans()) {
                const auto line = static_cast<std::size_t>(slice) * static_cast<std::size_t>(grid.rows()) +
                                  static_cast<std::size_t>(span.row);
                const auto begin = pixels.begin() + static_cast<std::ptrdiff_t>(line) * grid.columns();
                std::fill(begin + span.begin, begin + span.end, static_cast<std::int16_t>(structure));
            }
        }
    }
    return Volume(grid, std::move(pixels));
}

} // namespace grading
