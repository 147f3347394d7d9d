#include "grading/base/Workers.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace grading {

Error errorOf(const std::exception_ptr& thrown)
{
    try {
        std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
        return {ErrorCode::Io, "memory", "ran out", "close other programs or do less at once"};
    } catch (const std::exception& problem) {
        return {ErrorCode::Io, {}, problem.what(), {}};
    } catch (...) {
        return {ErrorCode::Io, {}, "an unknown problem stopped the work", {}};
    }
}

Result<void> onThreads(int threads, const std::function<Result<void>(const std::stop_token& failed)>& work)
{
    std::mutex mutex;
    std::optional<Error> first;
    std::stop_source failed;
    const auto run = [&] {
        auto done = caught([&] { return work(failed.get_token()); });
        if (done)
            return;
        const std::lock_guard lock(mutex);
        if (!first)
            first = std::move(done.error());
        failed.request_stop();
    };
    if (threads <= 0)
        threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    {
        std::vector<std::jthread> helpers;
        helpers.reserve(static_cast<std::size_t>(threads) - 1);
        try {
            while (std::ssize(helpers) < threads - 1)
                helpers.emplace_back(run);
        } catch (const std::system_error&) {
            threads = static_cast<int>(helpers.size()) + 1; // the system gives no more: these do it all
        }
        run();
    }
    return first ? Result<void>(fail(std::move(*first))) : Result<void>();
}

} // namespace grading
