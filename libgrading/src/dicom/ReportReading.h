#pragma once

#include "ContentTree.h"

#include "grading/dicom/StructuredReport.h"

namespace grading {

/// The container FR010: what the reading holds beyond its foramina. Unreadable names what is missing.
Result<void> readRecord(const ContentItem& record, Reading& reading, const std::string& file);

/// One measurement group: what was said of its foramen, and the segment it names.
Result<void> readGroup(const ContentItem& group, StructuredReport& report, const std::string& file);

/// Whether a group tells of a disc that the reader pointed at.
[[nodiscard]] bool isDiscGroup(const ContentItem& group);

/// The disc of such a group; none when it names no level or no point.
[[nodiscard]] std::optional<LevelPlace> discOf(const ContentItem& group);

/// Finding site of a group; none when it isn't a foramen.
[[nodiscard]] std::optional<Foramen> foramenOf(const ContentItem& group);

} // namespace grading
