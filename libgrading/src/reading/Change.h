#pragma once

#include "grading/reading/Command.h"

#include <functional>
#include <string>

namespace grading {

using ReadingChange = std::function<Result<void>(Reading&)>;
using ForamenChange = std::function<Result<void>(ForamenReading&)>;

/// A command that edits a copy of a draft. What comes out is tidy (no empty marks, no untouched foramen) and
/// consistent, or the command fails.
[[nodiscard]] Command draftCommand(std::string name, ReadingChange change);

/// The same for one foramen; ", L4-L5 right" is appended to the name.
[[nodiscard]] Command foramenCommand(const Foramen& foramen, const std::string& name, ForamenChange change);

/// Removes marks without any pixel or line, a Meyerding grade without spondylolisthesis, and untouched foramina.
void tidy(Reading& reading);

/// InvalidArgument naming the first foramen or placed level that the numbering doesn't have, or the first record that
/// contradicts itself; Refused when the placed levels don't follow each other from head to feet.
[[nodiscard]] Result<void> checkConsistency(const Reading& reading);

/// InvalidArgument, Mismatch when marks don't fit their own grid.
[[nodiscard]] Result<void> checkMarks(const StackMarks& marks);

/// Replaces the marks of the same stack in place, else appends them.
void putMarks(ForamenReading& record, StackMarks marks);

} // namespace grading
