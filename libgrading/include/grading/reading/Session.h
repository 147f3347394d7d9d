#pragma once

#include "grading/base/Notifier.h"
#include "grading/reading/Command.h"

#include <functional>
#include <string>
#include <vector>

namespace grading {

/// One reader at one study: the current reading, its history, and where changes are kept. Use from one thread.
class Session {
public:
    /// Makes a change durable before anybody sees it. Its error stops the change.
    using Journal = std::function<Result<void>(const std::string& name, const Reading& before, const Reading& after)>;

    explicit Session(Reading reading, Journal journal = {});

    [[nodiscard]] const Reading& reading() const { return m_steps[m_at].reading; }

    /// Applies, journals, then tells the subscribers. On failure nothing changed. A command that changes nothing is no
    /// step.
    Result<void> apply(const Command& command);
    Result<void> undo(); ///< Refused at the beginning, and across signing.
    Result<void> redo();

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] std::string undoName() const; ///< What `undo` would take back; empty when nothing.
    [[nodiscard]] std::string redoName() const;
    [[nodiscard]] std::vector<std::string> history() const;            ///< Names from the oldest; undone ones included.
    [[nodiscard]] std::size_t historyPosition() const { return m_at; } ///< How many of `history` are in effect.

    Notifier<>& changed() { return m_changed; }

private:
    struct Step {
        std::string name;
        Reading reading; ///< after the step
    };

    Result<void> moveTo(std::size_t step, const std::string& name);

    std::vector<Step> m_steps; ///< The first is the reading as opened.
    std::size_t m_at = 0;
    Journal m_journal;
    Notifier<> m_changed;
};

} // namespace grading
