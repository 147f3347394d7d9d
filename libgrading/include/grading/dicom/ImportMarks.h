#pragma once

#include "grading/dicom/SegmentMap.h"
#include "grading/imaging/SeriesCatalogue.h"
#include "grading/reading/Command.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace grading {

/// By its name: .nii, .nii.gz, .nrrd, .mha.
[[nodiscard]] bool isLabelImage(const std::filesystem::path& path);

/// Marks of others, from a BINARY SEG or a label image (.nii, .nii.gz, .nrrd, .seg.nrrd, .mha): one segment for each
/// Segment Number, name or label value, on the file's own grid. A label image has no frame of reference.
/// As `readSegmentation` and `readLabelFile`; Unsupported also: more labels than a label image has.
[[nodiscard]] Result<Segmentation> readForeignMarks(const std::filesystem::path& path);

/// How marks of others are taken.
struct MarksRequest {
    std::optional<SegmentMap> map;  ///< Else each segment must say its foramen and structure itself.
    std::optional<Foramen> foramen; ///< All marks are of this one; a label image then is as for `grade --marks`.
    std::string stackId;            ///< The stack that they belong to; empty: the only one that fits.
    bool resample = false;          ///< Take another grid's marks by nearest neighbour.
};

/// Marks of others on stacks of the images.
struct MarksImport {
    std::map<Foramen, StackMarks> marks;
    Issues issues; ///< Left out, joined, resampled, taken by its label, on a slice without image.
};

/// Places the marks of a file on the images. Mismatch: another frame of reference; a grid that is no stack's (unless
/// `resample`). Unsupported: a segment doesn't say what it is and no map does. NotFound: `stackId` or a segment that
/// the map names isn't there, or nothing is marked. InvalidArgument: several stacks fit and none was named.
[[nodiscard]] Result<MarksImport> importMarks(const std::filesystem::path& path, const SeriesCatalogue& images,
                                              const MarksRequest& request);

/// Puts imported marks into a reading, all or none. Exists: a foramen has marks on that stack already, unless
/// `replace`. Refused: the reading is signed.
[[nodiscard]] Command takeMarks(const MarksImport& import, bool replace);

} // namespace grading
