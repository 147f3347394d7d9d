#pragma once

#include "grading/dicom/Segmentation.h"
#include "grading/marks/Structure.h"

#include <optional>
#include <string>
#include <vector>

namespace grading {

/// Which foramen and structure each segment of others is, as a person says (foragrade/segment-map/1,
/// docs/schemas/segment-map-1.schema.json).
struct SegmentMap {
    struct Entry {
        std::optional<int> number;      ///< Segment Number, or a label image's value.
        std::string label;              ///< Of the segment; told apart by it when there is no number.
        std::optional<Foramen> foramen; ///< None: the segment is left out.
        Structure structure = Structure::NerveRoot;

        [[nodiscard]] bool means(const Segment& segment) const;
    };
    std::vector<Entry> entries;
};

/// Unreadable names the field that is wrong.
[[nodiscard]] Result<SegmentMap> segmentMapFromJson(const std::string& json);

/// What the segments say of themselves, by code or label, as a map to check and complete: a segment that doesn't say
/// both stands in it without foramen.
[[nodiscard]] SegmentMap mapSaidBy(const Segmentation& segmentation);
[[nodiscard]] std::string toJson(const SegmentMap& map);

} // namespace grading
