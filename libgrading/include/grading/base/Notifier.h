#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace grading {

/// Calls every living subscriber in order of subscription. Not thread safe: subscribe, notify and drop on one thread.
/// A subscriber may unsubscribe (itself or others) or subscribe while being notified.
template <class... Args>
class Notifier {
public:
    /// Keeps the subscription alive; dropping it unsubscribes.
    using Subscription = std::shared_ptr<void>;

    [[nodiscard]] Subscription subscribe(std::function<void(Args...)> callback)
    {
        auto slot = std::make_shared<std::function<void(Args...)>>(std::move(callback));
        m_slots.push_back(slot);
        return slot;
    }

    void notify(Args... args)
    {
        std::erase_if(m_slots, [](const auto& slot) { return slot.expired(); });
        const auto subscribed = m_slots; // `slots` would be a Qt keyword
        for (const auto& weak : subscribed) {
            if (const auto slot = weak.lock())
                (*slot)(args...);
        }
    }

private:
    std::vector<std::weak_ptr<std::function<void(Args...)>>> m_slots;
};

} // namespace grading
