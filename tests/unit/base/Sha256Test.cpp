#include "TemporaryFolder.h"

#include "grading/base/Files.h"
#include "grading/base/Sha256.h"

#include <gtest/gtest.h>

namespace grading {

// FIPS 180-4's own examples (NIST, "SHA256.pdf") and the empty message.
TEST(Sha256, GivesThePublishedValues)
{
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, OfAFileIsThatOfItsBytes)
{
    const samples::TemporaryFolder folder;
    const std::string bytes(700'000, 'a');
    ASSERT_TRUE(writeFile(folder.file("a"), bytes));
    EXPECT_EQ(sha256OfFile(folder.file("a")), sha256(bytes));
    ASSERT_TRUE(writeFile(folder.file("empty"), ""));
    EXPECT_EQ(sha256OfFile(folder.file("empty")), sha256(""));
    EXPECT_EQ(sha256OfFile(folder.file("none")).error().code, ErrorCode::NotFound);
    EXPECT_EQ(sha256OfFile(folder.path()).error().code, ErrorCode::Unreadable);
}

} // namespace grading
