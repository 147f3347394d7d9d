#pragma once

#include "grading/base/Result.h"
#include "grading/reading/Reading.h"

#include <functional>
#include <string>

namespace grading {

/// One named change of a reading, not yet done. `apply` gives the changed reading, or says why it can't be; the reading
/// it is given is never touched, so undo is the old value (marks share what didn't change). All commands refuse a
/// signed reading (Refused) except `sign` (InvalidArgument if nothing is graded) and `revise` (draft: Refused).
struct Command {
    std::string name; ///< Shown in history and undo: "Brush nerve root, L4-L5 right"
    std::function<Result<Reading>(const Reading&)> apply;
};

/// How a mark command treats what was there.
enum class PaintMode { Replace, KeepOthers, Erase };

/// The place of a mark edit: the stack and its grid, the foramen the marks belong to, the slice (from 0).
struct MarkTarget {
    Foramen foramen;
    std::string stackId;
    Uid frameOfReference;
    VolumeGeometry geometry;
    int slice = 0;
};

namespace commands {

/// `tool` names the gesture: "Brush", "Polygon". The first marks of a foramen make their stack the graded one.
[[nodiscard]] Command mark(std::string tool, MarkTarget target, PixelSet pixels, Structure structure, PaintMode mode);
[[nodiscard]] Command setMarks(const Foramen& foramen, StackMarks marks,
                               std::string name); ///< Replaces those of its stack.
[[nodiscard]] Command clearMarks(const Foramen& foramen);
[[nodiscard]] Command gradeOnStack(const Foramen& foramen, std::string stackId, std::optional<int> slice);

[[nodiscard]] Command setGrade(const Foramen& foramen, std::optional<Grade> grade); ///< Clears `notGradable`.
[[nodiscard]] Command setNotGradable(const Foramen& foramen, std::optional<std::string> reason); ///< Clears the grade.
[[nodiscard]] Command setSide(const Foramen& foramen, AnatomicalDirection side, std::optional<SideState> state);
[[nodiscard]] Command setRoot(const Foramen& foramen, std::optional<RootMorphology> root);
/// Makes what `measured` could tell the reader's own: its kept and lost sides and the root's shape. What wasn't
/// assessable leaves the reader's word as it is.
[[nodiscard]] Command takeFindings(const Foramen& foramen, FindingSet measured);
[[nodiscard]] Command setNoFatSeen(const Foramen& foramen, bool noFatSeen);

/// Any other field of one foramen; `change` edits a copy.
[[nodiscard]] Command edit(const Foramen& foramen, std::string name, std::function<void(ForamenReading&)> change);
[[nodiscard]] Command editStudy(std::string name, std::function<void(Reading&)> change); ///< numbering-free fields

/// Points at the middle of that level's disc, or moves it. InvalidArgument when the numbering hasn't the level; Refused
/// when the discs of the frame would no longer follow each other from head to feet.
[[nodiscard]] Command placeLevel(const LevelPlace& place);
[[nodiscard]] Command unplaceLevel(const Level& level, const Uid& frameOfReference);

/// Changes how vertebrae are counted; `shift` moves every foramen's record and every level's place by that many levels,
/// towards the feet when positive, marks, findings and grades together. Refused when one would leave the spine.
[[nodiscard]] Command renumber(SpineNumbering numbering, int shift);

/// `check` tells for each graded foramen whether its grade is outside the admissible set of the reading's scheme:
/// Refused naming the first foramen that is and has no reason.
[[nodiscard]] Command sign(Timestamp when);
[[nodiscard]] Command revise();

} // namespace commands
} // namespace grading
