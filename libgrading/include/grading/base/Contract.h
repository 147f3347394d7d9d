#pragma once

namespace grading {

/// Prints what was violated to stderr and aborts.
[[noreturn]] void contractViolated(const char* condition, const char* file, int line);

} // namespace grading

/// A programmer's mistake, never a user's: aborts in every build.
#define GRADING_EXPECTS(condition)                                                                                     \
    (static_cast<bool>(condition) ? void(0) : ::grading::contractViolated(#condition, __FILE__, __LINE__))
