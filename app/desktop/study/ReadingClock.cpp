#include "study/ReadingClock.h"

#include <algorithm>

namespace foragrade {

void ReadingClock::reset()
{
    *this = {};
}

void ReadingClock::turnTo(const grading::Foramen& foramen, Milliseconds before, Clock::time_point now)
{
    noteActivity(now);
    m_current = foramen;
    auto& spent = m_spent[foramen];
    spent = std::max(spent, before);
}

void ReadingClock::noteActivity(Clock::time_point now)
{
    if (m_current)
        m_spent[*m_current] += running(now);
    m_last = now;
}

void ReadingClock::stop(Clock::time_point now)
{
    noteActivity(now);
    m_last.reset();
}

ReadingClock::Milliseconds ReadingClock::spentOn(const grading::Foramen& foramen, Clock::time_point now) const
{
    const auto found = m_spent.find(foramen);
    const auto spent = found == m_spent.end() ? Milliseconds(0) : found->second;
    return foramen == m_current ? spent + running(now) : spent;
}

ReadingClock::Milliseconds ReadingClock::running(Clock::time_point now) const
{
    if (!m_last)
        return Milliseconds(0);
    return std::clamp(std::chrono::duration_cast<Milliseconds>(now - *m_last), Milliseconds(0), longestPause);
}

} // namespace foragrade
