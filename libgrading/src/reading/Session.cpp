#include "grading/reading/Session.h"

#include <utility>

namespace grading {

namespace {

/// Undo and redo stay within one draft of one revision: what was signed stays signed.
bool isWithinOneDraft(const Reading& a, const Reading& b)
{
    return !a.isSigned() && !b.isSigned() && a.revision == b.revision;
}

} // namespace

Session::Session(Reading reading, Journal journal) : m_journal(std::move(journal))
{
    m_steps.push_back({{}, std::move(reading)});
}

Result<void> Session::apply(const Command& command)
{
    auto after = command.apply(reading());
    if (!after)
        return fail(after.error());
    if (*after == reading())
        return {};
    if (m_journal) {
        if (auto kept = m_journal(command.name, reading(), *after); !kept)
            return kept;
    }
    m_steps.resize(m_at + 1);
    m_steps.push_back({command.name, std::move(*after)});
    ++m_at;
    m_changed.notify();
    return {};
}

Result<void> Session::moveTo(std::size_t step, const std::string& name)
{
    if (m_journal) {
        if (auto kept = m_journal(name, reading(), m_steps[step].reading); !kept)
            return kept;
    }
    m_at = step;
    m_changed.notify();
    return {};
}

Result<void> Session::undo()
{
    if (!canUndo())
        return fail(ErrorCode::Refused, {}, m_at == 0 ? "there is nothing to undo" : "signing can't be undone",
                    m_at == 0 ? "" : "revise the reading instead");
    return moveTo(m_at - 1, "Undo: " + m_steps[m_at].name);
}

Result<void> Session::redo()
{
    if (!canRedo())
        return fail(ErrorCode::Refused, {}, "there is nothing to redo");
    return moveTo(m_at + 1, "Redo: " + m_steps[m_at + 1].name);
}

bool Session::canUndo() const
{
    return m_at > 0 && isWithinOneDraft(m_steps[m_at - 1].reading, reading());
}

bool Session::canRedo() const
{
    return m_at + 1 < m_steps.size() && isWithinOneDraft(reading(), m_steps[m_at + 1].reading);
}

std::string Session::undoName() const
{
    return canUndo() ? m_steps[m_at].name : std::string();
}

std::string Session::redoName() const
{
    return canRedo() ? m_steps[m_at + 1].name : std::string();
}

std::vector<std::string> Session::history() const
{
    std::vector<std::string> names;
    for (std::size_t i = 1; i < m_steps.size(); ++i)
        names.push_back(m_steps[i].name);
    return names;
}

} // namespace grading
