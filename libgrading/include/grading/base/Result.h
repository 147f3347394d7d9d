#pragma once

#include "grading/base/Error.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace grading {

/// Either a value or the `Error` that says why there is none. Must be looked at.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
};

/// The unhappy branch of a `Result`: `return fail(ErrorCode::NotFound, path, "doesn't exist", "check the name");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string subject, std::string what,
                                                std::string advice = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(what), std::move(advice)});
}

/// Hands an error that a callee returned on to the caller.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace grading
