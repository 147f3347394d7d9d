#include "SampleReading.h"
#include "grading/report/Writers.h"

#include <gmock/gmock.h>

#include <regex>

using namespace grading;
using namespace grading::test;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

/// Empty when every element is closed in the right order and no raw `<` stands in text; else what is wrong.
std::string wrongNesting(const std::string& html)
{
    std::vector<std::string> open;
    for (std::size_t at = html.find("<html"); at != std::string::npos; at = html.find('<', at + 1)) {
        const std::size_t end = html.find('>', at);
        const std::string tag = html.substr(at + 1, end - at - 1);
        const bool isClosing = tag.front() == '/';
        const std::string name = tag.substr(isClosing ? 1 : 0, tag.find_first_of(" \n") - (isClosing ? 1 : 0));
        if (!std::regex_match(name.substr(0, name.find('/')), std::regex("[a-z]+[0-9]?")) ||
            std::count(tag.begin(), tag.end(), '"') % 2 != 0)
            return "no tag: " + tag;
        if (!isClosing && tag.back() != '/') {
            open.push_back(name);
        } else if (isClosing) {
            if (open.empty() || open.back() != name)
                return "closed without being open: " + name;
            open.pop_back();
        }
    }
    return open.empty() ? "" : "left open: " + open.back();
}

std::string htmlOf(const Reading& reading)
{
    return report::toHtml(makeReport(reading, sagittalVolume));
}

} // namespace

TEST(ReportHtml, everyElementIsClosed)
{
    EXPECT_EQ(wrongNesting(htmlOf(readingWithMarks(1))), "");
    EXPECT_EQ(wrongNesting(htmlOf(emptyReading())), "");
    EXPECT_NE(wrongNesting("<html><b></html>"), "");
    EXPECT_NE(wrongNesting("<html>a < b</html>"), "");
}

TEST(ReportHtml, insertedTextNeverBecomesMarkup)
{
    const std::string hostile = "</title><script>alert(1)</script>\"'&<img src=x onerror=y>";
    Reading reading = readingWithMarks(0);
    reading.study.patientName = hostile;
    reading.study.patientId = hostile;
    reading.study.description = hostile;
    reading.reader = {hostile, hostile, ReaderRole::Reader};
    reading.indication = hostile;
    reading.symptoms = {hostile};
    auto& record = reading.foramina.begin()->second;
    record.comment = hostile;
    record.imageQuality = hostile;
    record.disagreementReason = hostile;
    reading.foramina[*Foramen::parse("L1-L2:R")].notGradable = hostile;
    const auto html = htmlOf(reading);
    EXPECT_EQ(wrongNesting(html), "");
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("<img")));
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;img"));
}

TEST(ReportHtml, nothingIsLoadedFromElsewhere)
{
    const auto html = htmlOf(readingWithMarks(1));
    int pictures = 0;
    for (std::size_t at = html.find("href="); at != std::string::npos; at = html.find("href=", at + 1), ++pictures)
        EXPECT_EQ(html.substr(at, 28), "href=\"data:image/png;base64,");
    EXPECT_EQ(pictures, 2) << "the marked foramen, plain and outlined";
    EXPECT_THAT(html, AllOf(Not(HasSubstr("src=")), Not(HasSubstr("url(")), Not(HasSubstr("@import"))));
}

TEST(ReportHtml, saysWhetherItIsSignedAndThatItIsNoDiagnosis)
{
    Reading reading = readingWithMarks(1);
    EXPECT_THAT(htmlOf(reading), HasSubstr("Draft, not signed (revision 1)"));
    reading.status = ReadingStatus::Signed;
    reading.revision = 2;
    reading.signedAt = fromIso8601("2026-03-02T14:22:10.000Z");
    EXPECT_THAT(htmlOf(reading), AllOf(HasSubstr("Signed 2026-03-02 14:22 UTC, revision 2"),
                                       HasSubstr("Research decision support, not a diagnosis")));
}

TEST(ReportHtml, namesInOtherScriptsAreKeptAndBrokenBytesReplaced)
{
    Reading reading = emptyReading("Yamada^Tarou=山田^太郎=やまだ^たろう");
    reading.indication = "M\xC3\xBCller \xFF end";
    EXPECT_THAT(htmlOf(reading), AllOf(HasSubstr("Yamada, Tarou (山田 太郎)"), HasSubstr("Müller \xEF\xBF\xBD end")));
}

TEST(ReportHtml, aHardDisagreementIsNamedOnThePage)
{
    EXPECT_THAT(htmlOf(readingWithMarks(0)), AllOf(HasSubstr("Grade and findings contradict each other"),
                                                   HasSubstr("L4-L5 left: recorded as Grade 0")));
}
