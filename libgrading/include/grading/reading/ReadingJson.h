#pragma once

#include "grading/base/Result.h"
#include "grading/reading/Reading.h"

#include <filesystem>
#include <functional>
#include <string>

namespace grading {

/// The reading as `foragrade/reading/1` JSON, lossless: marks stand in it as runs (`"labels"`), so no second file is
/// needed.
[[nodiscard]] std::string toJson(const Reading& reading);

/// The other way. Marks by `"file"` are turned into labels by `readMarks`, given the path as written and the stack id;
/// without it such marks are Unsupported. Unknown fields are ignored, a wrong type or value is Unreadable and names the
/// field.
using ReadMarks = std::function<Result<StackMarks>(const std::string& file, const std::string& stackId)>;
[[nodiscard]] Result<Reading> readingFromJson(const std::string& json, const ReadMarks& readMarks = {});

/// One foramen's record alone, in the same form: what the store keeps for each.
[[nodiscard]] std::string toJson(const ForamenReading& foramen);
[[nodiscard]] Result<ForamenReading> foramenReadingFromJson(const std::string& json);

} // namespace grading
