#pragma once

#include "grading/store/Project.h"

#include <string>
#include <vector>

namespace grading {

/// A row of the table `assignments`.
struct Assignment {
    Uid study;
    std::string reader;
    int round = 1;
    int place = 1;     ///< In the reader's list, from 1.
    std::string alias; ///< "Case 0417"
    std::string due;
};

/// What the lists of a project hold so far, and which studies are new.
struct AssignmentInput {
    Protocol protocol;
    std::vector<std::string> readers; ///< In a fixed order.
    std::vector<Assignment> present;
    std::vector<Uid> newStudies; ///< In a fixed order.
    std::string due;
};

/// The new rows; the same input gives the same rows on every computer. Expects enough readers.
[[nodiscard]] std::vector<Assignment> newAssignments(const AssignmentInput& input);

/// "Case 0417"
[[nodiscard]] std::string caseName(int number);

} // namespace grading
