#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/anatomy/SpineNumbering.h"
#include "grading/base/Uid.h"
#include "grading/geometry/Patient.h"
#include "grading/geometry/Units.h"

#include <optional>
#include <vector>

namespace grading {

/// The middle of a level's disc, as a reader pointed at it.
struct LevelPlace {
    Level level;
    PatientPoint point; ///< In `frameOfReference`.
    Uid frameOfReference;

    bool operator==(const LevelPlace&) const = default;
};

/// A level on the spine of one frame of reference.
struct PlacedLevel {
    Level level;
    PatientPoint point;        ///< Middle of the disc.
    bool isPointedAt = false;  ///< By the reader; else it follows from those that were.
    PatientVector towardsHead; ///< The spine's run here, a unit vector.
    Millimetres fromPointedAt; ///< Along the spine to the nearest level that was pointed at.
};

/// The levels of the presacral spine from the head, and sacral ones that were pointed at. Between two that were pointed
/// at the others share the way as vertebrae usually do; beyond them the spine goes on at its size there, its slant
/// halving at each level, as curves of the spine turn back. Empty when none was pointed at in this frame.
[[nodiscard]] std::vector<PlacedLevel> levelsAlongSpine(const std::vector<LevelPlace>& places,
                                                        const SpineNumbering& numbering, const Uid& frameOfReference);

/// Where the foramen lies, seen from its disc: 20 mm behind and 8 mm above in the lumbar spine, 17 mm beside `midline`
/// (patient x; 21 mm above the sacrum), less further up. Adults' usual distances, for finding the slice, not for
/// measuring.
[[nodiscard]] PatientPoint foramenBeside(const PlacedLevel& level, Side side, double midline);
/// Distance of a level's foramina from the midline, as above.
[[nodiscard]] Millimetres foramenFromMidline(const Level& level);

/// The level whose disc lies nearest along the spine, none for an empty list.
[[nodiscard]] const PlacedLevel* nearestLevel(const std::vector<PlacedLevel>& levels, const PatientPoint& point);

} // namespace grading
