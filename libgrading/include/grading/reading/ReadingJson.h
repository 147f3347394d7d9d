#pragma once

#include "grading/base/Issue.h"
#include "grading/base/Result.h"
#include "grading/reading/Command.h"
#include "grading/reading/Reading.h"

#include <functional>
#include <string>

namespace grading {

/// The reading as `foragrade/reading/1` JSON, lossless: marks stand in it as runs (`"labels"`), so no second file is
/// needed.
[[nodiscard]] std::string toJson(const Reading& reading);

/// The other way. Marks by `"file"` are turned into labels by `readMarks`, given the path as written; without it such
/// marks are Unsupported. Only `study` and `reader` must be there. Unknown fields are ignored, a wrong type or value is
/// Unreadable and names the field and the value.
using ReadMarks =
    std::function<Result<StackMarks>(const Foramen& foramen, const std::string& file, const std::string& stackId)>;
[[nodiscard]] Result<Reading> readingFromJson(const std::string& json, const ReadMarks& readMarks = {});

/// Whose reading of what a document is about. Unreadable.
struct ReadingKey {
    Uid study;
    std::string reader;
};
[[nodiscard]] Result<ReadingKey> readingKeyFromJson(const std::string& json);

/// What a document of the same form changes in the reading of that study by that reader: only the fields that it has,
/// so one written by hand may hold a foramen and a grade alone. Status, revision and times are left to `sign` and
/// `revise`.
struct ReadingEdit {
    Uid study;
    std::string reader;
    Command command; ///< All of it or nothing; Mismatch when the document names another reading's id or patient.
    Issues issues;   ///< Fields that don't exist and were ignored.
};
[[nodiscard]] Result<ReadingEdit> readingEditFromJson(const std::string& json, const ReadMarks& readMarks = {});

/// One foramen's record alone, in the same form: what the store keeps for each.
[[nodiscard]] std::string toJson(const ForamenReading& foramen);
[[nodiscard]] Result<ForamenReading> foramenReadingFromJson(const std::string& json);

} // namespace grading
