#pragma once

#include "grading/base/Result.h"

#include <exception>
#include <functional>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace grading {

/// What an exception says, for the user: memory that ran out, a file system's surprise (both Io).
[[nodiscard]] Error errorOf(const std::exception_ptr& thrown);

/// The `Result` of `work`, also where it throws: an exception that leaves a thread would end the program.
template <class Work>
[[nodiscard]] std::invoke_result_t<Work> caught(Work&& work)
{
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        return fail(errorOf(std::current_exception()));
    }
}

/// Calls `work` on that many threads at once, this one among them (0: one a core; fewer where the system gives no
/// more), and waits for all. The first failure, exceptions included, is the answer; the others see it by `failed`.
Result<void> onThreads(int threads, const std::function<Result<void>(const std::stop_token& failed)>& work);

} // namespace grading
