#pragma once

#include "ContentTree.h"

#include "grading/base/Result.h"

class DcmItem;

namespace grading {

/// Writes the root item's attributes into the dataset itself, everything below as nested Content Sequences.
void writeContentTree(DcmItem& dataset, const ContentItem& root);

/// Reads any SR tree, ours or others'; types that we don't write become `Other` with their children.
/// Unreadable: no content, or deeper than any report is (200 levels).
[[nodiscard]] Result<ContentItem> readContentTree(DcmItem& dataset, const std::string& file);

} // namespace grading
