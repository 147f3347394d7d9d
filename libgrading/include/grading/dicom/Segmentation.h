#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/base/Issue.h"
#include "grading/base/Result.h"
#include "grading/base/Timestamp.h"
#include "grading/imaging/SeriesCatalogue.h"
#include "grading/marks/LabelMap.h"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace grading {

/// What one segment of ours holds. The foramen is the union of root, fat and, where marked, what is left of its
/// outline.
enum class SegmentContent { Foramen, Fat, NerveRoot };

/// One segment: a region by slices of a grid. Segments may overlap.
struct Segment {
    int number = 0; ///< Segment Number, from 1 without gaps.
    std::string label;
    std::string trackingId; ///< "L4-L5 R neural foramen" (dicom.md)
    Uid trackingUid;
    std::string algorithm;                 ///< What drew some of it; empty = by hand alone.
    std::optional<Foramen> foramen;        ///< None where a segment of others doesn't say.
    std::optional<SegmentContent> content; ///< From the coded property type; none when it is another.
    std::map<int, PixelSet> slices;        ///< By slice from 0; no empty ones.

    bool operator==(const Segment&) const = default;
    [[nodiscard]] std::size_t voxels() const;
};

/// A DICOM Segmentation (PS3.3 A.51) of type BINARY on one stack's grid. A series with one stack of marks gives one
/// object; where several stacks of a series are marked (disc-angled axial slices), each has its own, since one object
/// has one orientation and one grid.
struct Segmentation {
    Uid sopInstance;
    Uid series;
    int seriesNumber = 1;
    int instanceNumber = 1;
    Uid study;
    Uid frameOfReference;
    Uid sourceSeries;
    std::string stackId;     ///< The stack that it marks; empty when read without any.
    std::string creator;     ///< Person name, UTF-8.
    Timestamp created{};     ///< Content date and time, UTC.
    VolumeGeometry geometry; ///< The stack's whole grid; without a stack, that of the stored planes.
    std::vector<Segment> segments;
    Issues issues; ///< What is odd in a file that was read.
};

/// Writes it with `stack`'s headers (patient, study, frame of reference), in one step. Frames only for slices that hold
/// something; bits packed one after the other.
/// InvalidArgument: no segment, one without a voxel, or one outside the grid. Mismatch: another stack. NotFound or
/// Unreadable: a source image is gone. Io.
Result<void> writeSegmentation(const std::filesystem::path& path, const Segmentation& segmentation, const Stack& stack);

/// Reads a BINARY SEG of ours or of others. With `stacks`, it is placed on the one that has its frame of reference and
/// grid (whole grid, also where no frame is stored), and Mismatch says in words why none fits; nothing is resampled.
/// Without, the grid is that of the stored planes.
/// NotFound, Unreadable (no DICOM, cut off, contradicts itself), Unsupported (FRACTIONAL, LABELMAP, compressed, slides,
/// planes that form no even grid).
Result<Segmentation> readSegmentation(const std::filesystem::path& path, std::span<const Stack* const> stacks = {});

/// One foramen's marks out of its segments: root, fat, and what is left of the foramen around them.
/// Where root and fat overlap, the root wins.
[[nodiscard]] LabelMap labelMapOf(const Segmentation& segmentation, const Foramen& foramen);

/// Always the same for the same marks of the same reading: `trackingRoot` is the reading's id.
[[nodiscard]] Uid trackingUidOf(const std::string& trackingRoot, const std::string& trackingId);

/// The way there: the segments of one foramen's marks in the order foramen, fat, root; none for a structure without a
/// voxel. `trackingRoot` names what tracking uids are derived from; `ordinal` tells further stacks' marks of the same
/// foramen apart (1 = the graded ones). Numbers go up from `firstNumber`.
[[nodiscard]] std::vector<Segment> segmentsOf(const Foramen& foramen, const LabelMap& marks,
                                              const std::string& trackingRoot, int ordinal, int firstNumber);

} // namespace grading
