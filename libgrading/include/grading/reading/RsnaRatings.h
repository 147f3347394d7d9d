#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/base/Issue.h"
#include "grading/base/Result.h"
#include "grading/reading/Command.h"
#include "grading/reading/ForamenReading.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// What one row of an RSNA-style table says of one study's foramina.
struct RsnaRatings {
    std::string study;                     ///< As written in `study_id`.
    int line = 0;                          ///< Where it stands, from 1.
    std::map<Foramen, std::string> labels; ///< "Normal/Mild", "Moderate", "Severe"; only foramina that have one.
};

/// A table in the form of the RSNA 2024 lumbar challenge: `study_id` and columns such as
/// `left_neural_foraminal_narrowing_l4_l5`; others are left alone. Unreadable: no CSV, no such column, or another label
/// (names line and value).
[[nodiscard]] Result<std::vector<RsnaRatings>> readRsnaRatings(std::string_view csv, const std::string& subject);

/// Takes the labels into a reading: Moderate becomes grade 2, Severe 3; every label is kept as a line of the
/// foramen's comment, and Normal/Mild stays that class alone, never 0 or 1. What is graded or said to be not gradable
/// already keeps its grade. Refused: the reading is signed.
[[nodiscard]] Command takeRsnaRatings(const RsnaRatings& ratings);

/// The class of a foramen: that of its grade, else the label that was imported; none when it has neither.
[[nodiscard]] std::optional<std::string> rsnaLabelOf(const ForamenReading& record);

} // namespace grading
