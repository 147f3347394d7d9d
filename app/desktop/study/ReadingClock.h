#pragma once

#include "grading/anatomy/Foramen.h"

#include <chrono>
#include <map>
#include <optional>

namespace foragrade {

/// How long each foramen has been read: the time between one thing that the reader does and the next while it is the
/// current one. A pause counts for at most half a minute, as who looks at images needn't move.
class ReadingClock {
public:
    using Clock = std::chrono::steady_clock;
    using Milliseconds = std::chrono::milliseconds;

    static constexpr Milliseconds longestPause{30'000};

    void reset(); ///< Forgets everything and stands still.
    /// Goes on at that foramen; `before` was spent on it in earlier sittings.
    void turnTo(const grading::Foramen& foramen, Milliseconds before, Clock::time_point now = Clock::now());
    void noteActivity(Clock::time_point now = Clock::now());
    void stop(Clock::time_point now = Clock::now()); ///< The window is left; `noteActivity` starts again.

    [[nodiscard]] Milliseconds spentOn(const grading::Foramen& foramen, Clock::time_point now = Clock::now()) const;

private:
    [[nodiscard]] Milliseconds running(Clock::time_point now) const;

    std::map<grading::Foramen, Milliseconds> m_spent;
    std::optional<grading::Foramen> m_current;
    std::optional<Clock::time_point> m_last;
};

} // namespace foragrade
