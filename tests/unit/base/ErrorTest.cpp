#include "grading/base/Result.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return fail(ErrorCode::InvalidArgument, "number", "is odd", "give an even one");
    return number / 2;
}

TEST(Error, messageNamesSubjectWhatAndAdvice)
{
    EXPECT_EQ(half(3).error().message(), "number: is odd; give an even one");
    EXPECT_EQ(half(4).value(), 2);
}

TEST(Error, messageStaysOnOneLineWhateverAFileNameHolds)
{
    const Error error{ErrorCode::Unreadable, "a\nb\x1b[31m.dcm", "is cut off", {}};
    EXPECT_EQ(error.message(), "a b [31m.dcm: is cut off");
}

} // namespace
} // namespace grading
