#include "grading/store/Store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {

TEST(PostgresStore, SaysSoWhenThereIsNoServerWithoutTellingThePassword)
{
    const auto store = Store::open("postgresql://reader:secret@127.0.0.1:1/none?connect_timeout=2");
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, ErrorCode::Io);
    EXPECT_THAT(store.error().message(), testing::Not(testing::HasSubstr("secret")));
    EXPECT_THAT(store.error().message(), testing::HasSubstr("check the URL and the server"));
    EXPECT_EQ(Store::open("postgresql://[::1/db").error().code, ErrorCode::InvalidArgument);
}

} // namespace grading
