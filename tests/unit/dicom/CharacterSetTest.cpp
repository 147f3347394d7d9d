#include "CharacterSet.h"

#include <gtest/gtest.h>

namespace grading {

using namespace std::string_literals;

struct CharacterSetCase {
    const char* name;
    std::vector<std::string> terms;
    std::string bytes;
    std::string utf8;
};

class CharacterSetTest : public testing::TestWithParam<CharacterSetCase> {};

TEST_P(CharacterSetTest, GivesUtf8)
{
    EXPECT_EQ(toUtf8(GetParam().bytes, GetParam().terms), GetParam().utf8);
}

// The examples of PS3.5 annexes H (Japanese), I (Korean), J (Chinese), and PS3.3 C.12.1.1.2.
INSTANTIATE_TEST_SUITE_P(
    Examples, CharacterSetTest,
    testing::Values(
        CharacterSetCase{"Ascii", {}, "Phantom^Lumbar", "Phantom^Lumbar"},
        CharacterSetCase{"Latin1", {"ISO_IR 100"}, "Buc^J\xe9r\xf4me", "Buc^Jérôme"},
        CharacterSetCase{"Utf8", {"ISO_IR 192"}, "Wang^XiaoDong=王^小东", "Wang^XiaoDong=王^小东"},
        CharacterSetCase{"Undeclared", {}, "Äneas", "Äneas"},
        CharacterSetCase{"UndeclaredLatin1", {}, "\xc4neas", "Äneas"},
        CharacterSetCase{"Cyrillic", {"ISO_IR 144"}, "\xbb\xee\xda\x63\x65\xdc\xd1\xe3\xe0\xd3", "Люкceмбург"},
        CharacterSetCase{"Greek", {"ISO_IR 126"}, "\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2", "Διονυσιος"},
        CharacterSetCase{"Gb18030", {"GB18030"}, "Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab", "Wang^XiaoDong=王^小东"},
        CharacterSetCase{"JapaneseH31",
                         {"", "ISO 2022 IR 87"},
                         "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B",
                         "Yamada^Tarou=山田^太郎=やまだ^たろう"},
        CharacterSetCase{"JapaneseH32",
                         {"ISO 2022 IR 13", "ISO 2022 IR 87"},
                         "\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J=\x1b$B$d$^$@\x1b(J^"
                         "\x1b$B$?$m$&\x1b(J",
                         "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"},
        CharacterSetCase{"KoreanI2",
                         {"", "ISO 2022 IR 149"},
                         "Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf",
                         "Hong^Gildong=洪^吉洞=홍^길동"},
        CharacterSetCase{"ChineseK",
                         {"", "ISO 2022 IR 58"},
                         "Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab=",
                         "Zhang^XiaoDong=张^小东="},
        CharacterSetCase{"BrokenUtf8", {"ISO_IR 192"}, "a\xff"s + "b", "a\xEF\xBF\xBD"s + "b"},
        CharacterSetCase{"UnknownTerm", {"KLINGON"}, "J\xe9", "Jé"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(CharacterSet, NeverFailsOnBytesThatMeanNothing)
{
    std::string every;
    for (int byte = 255; byte >= 0; --byte)
        every += static_cast<char>(byte);
    for (const char* term : {"", "ISO_IR 6", "ISO 2022 IR 87", "ISO 2022 IR 149", "GB18030", "ISO_IR 13", "ISO_IR 192"})
        EXPECT_FALSE(toUtf8(every + "\033$B\033$)C\033", {term, "ISO 2022 IR 87"}).empty()) << term;
}

} // namespace grading
