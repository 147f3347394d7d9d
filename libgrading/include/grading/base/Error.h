#pragma once

#include <string>

namespace grading {

/// What kind of expected failure happened. The command line maps these to its exit status.
enum class ErrorCode {
    InvalidArgument, ///< A value outside its documented range; the caller's input is wrong.
    NotFound,        ///< A named file, stack, study, slice or foramen isn't there.
    Unreadable,      ///< A file exists but isn't what it should be, or is cut off.
    Unsupported,     ///< Well-formed, but of a kind that this version can't handle.
    Mismatch,        ///< Two inputs don't belong together (grid, frame of reference, patient).
    Exists,          ///< A target would be overwritten.
    Refused,         ///< Stopped for safety: contradiction without a reason, identity would leak.
    Conflict,        ///< Another writer changed the same record first.
    Io,              ///< The disk, database or network failed.
    Cancelled,       ///< The user cancelled.
};

/// An expected failure, in words a reader understands.
/// `message()` is one line: what happened, to which file or foramen, and what to do.
struct Error {
    ErrorCode code = ErrorCode::InvalidArgument;
    std::string subject; ///< File, stack, study or foramen concerned; may be empty.
    std::string what;    ///< What is wrong, without the subject, e.g. "is cut off in its pixel data".
    std::string advice;  ///< What to do, as a sentence without a full stop; may be empty.

    /// "subject: what; advice" without line breaks or control characters.
    [[nodiscard]] std::string message() const;

    bool operator==(const Error&) const = default;
};

} // namespace grading
