#pragma once

#include <functional>
#include <stop_token>
#include <string>

namespace grading {

/// How long work tells where it is and learns that it isn't wanted any more.
/// Both members may be left empty. `report` is called from the working thread(s), one call at a time.
struct Progress {
    std::function<void(double fraction, const std::string& what)> report; ///< fraction in 0…1
    std::stop_token stop;

    [[nodiscard]] bool isCancelled() const { return stop.stop_requested(); }
    void at(double fraction, const std::string& what) const
    {
        if (report)
            report(fraction, what);
    }
};

} // namespace grading
