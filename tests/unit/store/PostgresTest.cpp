#include "RandomReading.h"

#include "grading/store/StoredSession.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace grading {

/// Against the empty database that FORAGRADE_TEST_POSTGRES names (postgresql://…); it keeps what the test writes.
TEST(PostgresStore, DoesWhatAFileDoes)
{
    const char* url = std::getenv("FORAGRADE_TEST_POSTGRES");
    if (url == nullptr)
        GTEST_SKIP() << "FORAGRADE_TEST_POSTGRES names no database";
    auto store = Store::open(url);
    ASSERT_TRUE(store) << store.error().message();
    auto other = Store::open(url);
    ASSERT_TRUE(other) << other.error().message();
    for (unsigned seed = 0; seed < 20; ++seed) {
        auto reading = samples::RandomReading(seed).reading();
        reading.status = ReadingStatus::Draft;
        reading.signedAt.reset();
        reading.id = Uid::generate();
        reading.study.uid = Uid::generate();
        ASSERT_TRUE(store->add(reading, "/images"));
        EXPECT_EQ(other->load(reading.study.uid, reading.reader.name), reading);
        EXPECT_EQ(store->add(reading, "/images").error().code, ErrorCode::Exists);
        EXPECT_EQ(store->imagesOf(reading.study.uid), std::filesystem::path("/images"));

        auto mine = openSession(*store, reading.study.uid, reading.reader.name);
        auto theirs = openSession(*other, reading.study.uid, reading.reader.name);
        const auto comment = [](const std::string& text) {
            return commands::editStudy("Indication", [text](Reading& r) { r.indication += text; });
        };
        ASSERT_TRUE(mine->apply(comment("a")));
        EXPECT_EQ(theirs->apply(comment("b")).error().code, ErrorCode::Conflict);
        ASSERT_TRUE(mine->undo());
        EXPECT_EQ(other->load(reading.study.uid, reading.reader.name), reading);
        EXPECT_EQ(other->events(reading.id)->size(), 3U);
    }
    EXPECT_GE(store->list()->size(), 20U);
}

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
