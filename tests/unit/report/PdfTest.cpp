#include "SampleReading.h"
#include "foragrade/print/PdfReport.h"
#include "grading/base/Files.h"

#include <gmock/gmock.h>

#include <QString>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

using namespace grading;
using namespace grading::test;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

/// Without a screen, whoever runs the test.
class PdfReport : public testing::Test {
protected:
    void SetUp() override
    {
        unsetenv("DISPLAY");
        unsetenv("WAYLAND_DISPLAY");
        unsetenv("QT_QPA_PLATFORM");
        m_folder = std::filesystem::temp_directory_path() / ("foragrade-pdf-" + std::to_string(getpid()));
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    /// What one of Poppler's programs, which may need `more` behind the file's name, says of the report.
    std::string told(const std::string& program, const Report& report, const std::string& more = {})
    {
        const auto path = m_folder / "report.pdf";
        const auto written = foragrade::writePdf(report, path);
        EXPECT_TRUE(written);
        FILE* pipe = popen((program + " '" + path.string() + "' " + more).c_str(), "r");
        std::string output;
        for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
            output += static_cast<char>(c);
        pclose(pipe);
        // Qt names a glyph that a character shares with a Kangxi radical after the radical (U+2F2D for U+5C71); both
        // are the same under compatibility normalization, which readers search by.
        return QString::fromStdString(output).normalized(QString::NormalizationForm_KC).toStdString();
    }

    std::filesystem::path m_folder;
};

bool hasPoppler()
{
    return std::system("pdftotext -v >/dev/null 2>&1") == 0;
}

} // namespace

TEST_F(PdfReport, isAPdfMadeWithoutAScreen)
{
    const auto bytes = foragrade::toPdf(makeReport(readingWithMarks(1), sagittalVolume));
    ASSERT_TRUE(bytes);
    EXPECT_THAT(*bytes, StartsWith("%PDF-"));
}

TEST_F(PdfReport, namesInThreeScriptsCanBeReadOutOfIt)
{
    if (!hasPoppler())
        GTEST_SKIP() << "pdftotext isn't installed";
    Reading reading = readingWithMarks(0);
    reading.study.patientName = "Yamada^Tarou=山田^太郎";
    reading.reader.name = "Müller^Jürgen";
    reading.foramina.begin()->second.comment = "王小明 has been told";
    const auto text = told("pdftotext", makeReport(reading, sagittalVolume), "-");
    EXPECT_THAT(text, HasSubstr("山田 太郎"));
    EXPECT_THAT(text, HasSubstr("Müller, Jürgen"));
    EXPECT_THAT(text, HasSubstr("王小明"));
    EXPECT_THAT(text, HasSubstr("Grade and findings contradict each other"));
    EXPECT_THAT(text, HasSubstr("Research decision support, not a diagnosis"));
}

TEST_F(PdfReport, eachPageSaysWhichOfHowManyItIs)
{
    if (!hasPoppler())
        GTEST_SKIP() << "pdftotext isn't installed";
    Reading reading = emptyReading();
    reading.study.bodyPart = "";
    for (const auto& level : reading.numbering.levels()) {
        for (const auto side : {Side::Right, Side::Left})
            reading.foramina[{level, side}].grade = Grade::from(1);
    }
    const auto report = makeReport(reading);
    const auto info = told("pdfinfo", report);
    const auto at = info.find("Pages:");
    ASSERT_NE(at, std::string::npos);
    const int pages = std::atoi(info.c_str() + at + 6);
    EXPECT_GT(pages, 1) << "a table of every foramen doesn't fit on one";
    const auto text = told("pdftotext", report, "-");
    const std::string last = std::to_string(pages);
    EXPECT_THAT(text, HasSubstr("Page 1 of " + last));
    EXPECT_THAT(text, HasSubstr("Page " + last + " of " + last));
}

TEST_F(PdfReport, textLongerThanAPageGoesOnOverleaf)
{
    if (!hasPoppler())
        GTEST_SKIP() << "pdftotext isn't installed";
    Reading reading = readingWithMarks(0);
    std::string longText;
    for (int i = 0; i < 2000; ++i)
        longText += "many words ";
    auto& record = reading.foramina.begin()->second;
    record.comment = longText + "COMMENTEND";
    record.disagreementReason = longText + "REASONEND";
    reading.foramina[*Foramen::parse("L1-L2:R")].notGradable = longText + "WHYEND";
    reading.indication = longText + "INDICATIONEND";
    const auto text = told("pdftotext", makeReport(reading), "-");
    for (const char* end : {"COMMENTEND", "REASONEND", "WHYEND", "INDICATIONEND"})
        EXPECT_THAT(text, HasSubstr(end));
}

TEST_F(PdfReport, aFolderThatIsNotThereIsAnError)
{
    const auto written = foragrade::writePdf(makeReport(emptyReading()), m_folder / "missing" / "report.pdf");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Io);
}
