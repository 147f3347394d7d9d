#include "CommandLine.h"
#include "TestSeries.h"

#include "grading/base/Files.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/reading/ReadingJson.h"

#include <gmock/gmock.h>

namespace grading::test {
namespace {

using testing::HasSubstr;

/// The series as a scan finds it, so that its grid is the program's own.
Stack scanned(const std::filesystem::path& folder, const TestSeries& series)
{
    static_cast<void>(writeSeries(folder, series));
    return *scanFolder({folder}).value().stacks().at(0);
}

/// A stored reading of a study: L4-L5 right marked and graded, L5-S1 left graded.
class ExportObjects : public testing::Test {
protected:
    void SetUp() override
    {
        Reading reading;
        reading.id = Uid("2.25.4711");
        reading.study = {m_series.study, m_series.patientName, "PHANTOM-1", "20260302", "MR lumbar spine", "LSPINE"};
        reading.reader = {"Reader^One", "Radiology", ReaderRole::Reader};
        reading.created = fromIso8601("2026-03-02T09:15:04.250Z");
        StackMarks marks{m_stack.id, m_stack.frameOfReference, *m_stack.geometry, {}, {}, {}, {}};
        marks.labels = LabelMap(m_stack.columns, m_stack.rows, m_stack.slices())
                           .painted(4, PixelSet({{30, 28, 36}, {31, 28, 36}}), Structure::NerveRoot)
                           .painted(4, PixelSet({{29, 28, 36}, {32, 28, 36}}), Structure::PerineuralFat);
        auto& marked = reading.foramina[*Foramen::parse("L4-L5:R")];
        marked.grade = Grade::from(2);
        marked.disagreementReason = "Thin fat";
        marked.marks.push_back(std::move(marks));
        reading.foramina[*Foramen::parse("L5-S1:L")].grade = Grade::from(0);
        ASSERT_TRUE(writeFile(file("reading.json"), toJson(reading)));
        const auto run = import(file("one.db"), {file("reading.json")});
        ASSERT_EQ(run.status, 0) << run.err;
    }

    CliRun import(const std::string& store, const std::vector<std::string>& files) const
    {
        std::vector<std::string> arguments{"import", "--store", store, "--images", (m_folder / "images").string()};
        arguments.insert(arguments.end(), files.begin(), files.end());
        return runCli(arguments);
    }
    CliRun exportFrom(const std::string& store, std::vector<std::string> targets) const
    {
        targets.insert(targets.begin(),
                       {"export", "--store", store, "--study", m_series.study.text(), "--reader", "Reader^One"});
        return runCli(targets);
    }
    std::string file(const std::string& name) const { return (m_folder / name).string(); }

    TemporaryFolder m_folder;
    TestSeries m_series;
    Stack m_stack = scanned(m_folder / "images", m_series);
};

TEST_F(ExportObjects, ImportedElsewhereAndExportedAgainAreTheSameByteForByte)
{
    ASSERT_EQ(exportFrom(file("one.db"), {"--sr", file("a.dcm"), "--seg", file("a"), "--json", file("a.json")}).status,
              0);
    const auto imported = import(file("two.db"), {file("a.dcm"), file("a")});
    ASSERT_EQ(imported.status, 0) << imported.err;
    ASSERT_EQ(exportFrom(file("two.db"), {"--sr", file("b.dcm"), "--seg", file("b"), "--json", file("b.json")}).status,
              0);
    EXPECT_EQ(readFile(file("a.json")).value(), readFile(file("b.json")).value());
    EXPECT_EQ(readFile(file("a.dcm")).value(), readFile(file("b.dcm")).value());
    EXPECT_EQ(readFile(file("a/seg-1.dcm")).value(), readFile(file("b/seg-1.dcm")).value());
}

TEST_F(ExportObjects, OneExistingTargetStopsAll)
{
    ASSERT_TRUE(writeFile(file("a.dcm"), "mine"));
    EXPECT_EQ(exportFrom(file("one.db"), {"--sr", file("a.dcm"), "--seg", file("a"), "--json", file("a.json")}).status,
              3);
    EXPECT_EQ(readFile(file("a.dcm")).value(), "mine");
    EXPECT_FALSE(std::filesystem::exists(file("a")));
    EXPECT_FALSE(std::filesystem::exists(file("a.json")));
    EXPECT_EQ(exportFrom(file("one.db"), {"--sr", file("a.dcm"), "--force"}).status, 0);
}

TEST_F(ExportObjects, ForceLeavesNoSegmentationOfAnEarlierExport)
{
    std::filesystem::create_directory(file("a"));
    for (const char* name : {"a/seg-2.dcm", "a/seg-11.dcm", "a/seg-x.dcm", "a/other-2.dcm"})
        ASSERT_TRUE(writeFile(file(name), "old"));
    EXPECT_EQ(exportFrom(file("one.db"), {"--seg", file("a")}).status, 3);
    EXPECT_TRUE(std::filesystem::exists(file("a/seg-2.dcm")));
    EXPECT_FALSE(std::filesystem::exists(file("a/seg-1.dcm")));

    ASSERT_EQ(exportFrom(file("one.db"), {"--seg", file("a"), "--force"}).status, 0);

    EXPECT_TRUE(std::filesystem::exists(file("a/seg-1.dcm")));
    EXPECT_FALSE(std::filesystem::exists(file("a/seg-2.dcm")));
    EXPECT_FALSE(std::filesystem::exists(file("a/seg-11.dcm")));
    EXPECT_TRUE(std::filesystem::exists(file("a/seg-x.dcm")));
    EXPECT_TRUE(std::filesystem::exists(file("a/other-2.dcm")));
}

TEST_F(ExportObjects, AFolderIsImportedWhateverElseLiesInIt)
{
    std::filesystem::create_directory(file("out"));
    ASSERT_EQ(exportFrom(file("one.db"), {"--seg", file("out/seg"), "--csv", file("out/a.csv"), "--html",
                                          file("out/a.html"), "--sr", file("out/a.dcm")})
                  .status,
              0);
    const auto imported = import(file("two.db"), {file("out")});
    EXPECT_EQ(imported.status, 0) << imported.err;
    const auto named = import(file("three.db"), {file("out/a.csv")});
    EXPECT_EQ(named.status, 1);
    EXPECT_THAT(named.err, HasSubstr("a.csv"));
    const auto none = import(file("three.db"), {file("images")});
    EXPECT_EQ(none.status, 1);
    EXPECT_THAT(none.err, HasSubstr("images: holds no report"));
    EXPECT_FALSE(std::filesystem::exists(file("three.db")));
}

TEST_F(ExportObjects, ValidateNamesWhatItWasGivenInAnyOrder)
{
    ASSERT_EQ(exportFrom(file("one.db"), {"--sr", file("a.dcm"), "--seg", file("a")}).status, 0);
    ASSERT_TRUE(writeFile(file("notes.txt"), "no DICOM"));
    const auto unreadable = runCli({"validate", file("notes.txt"), file("a.dcm"), file("a"), file("images")});
    EXPECT_EQ(unreadable.status, 1);
    EXPECT_THAT(unreadable.err, HasSubstr("notes.txt"));

    std::filesystem::create_directory(file("empty"));
    const auto empty = runCli({"validate", file("empty")});
    EXPECT_EQ(empty.status, 1);
    EXPECT_THAT(empty.err, HasSubstr(file("empty") + ": holds no"));
}

TEST_F(ExportObjects, AnUnknownStudyWritesNothing)
{
    EXPECT_EQ(runCli({"export", "--store", file("one.db"), "--study", "1.2.3", "--reader", "Reader^One", "--sr",
                      file("a.dcm")})
                  .status,
              1);
    EXPECT_FALSE(std::filesystem::exists(file("a.dcm")));
}

TEST_F(ExportObjects, ValidateEndsWithOneWhenTheSegmentationIsMissing)
{
    ASSERT_EQ(exportFrom(file("one.db"), {"--sr", file("a.dcm"), "--seg", file("a")}).status, 0);
    EXPECT_EQ(runCli({"validate", file("a.dcm"), file("a"), file("images")}).status, 0);

    const auto alone = runCli({"validate", file("a.dcm"), "--json"});

    EXPECT_EQ(alone.status, 1);
    EXPECT_THAT(alone.out, HasSubstr("missing-segmentation"));
    EXPECT_EQ(schemaErrors("validate-1", alone.out).value_or(""), "");
    EXPECT_EQ(import(file("two.db"), {file("a.dcm")}).status, 1);
    EXPECT_FALSE(std::filesystem::exists(file("two.db")));
}

} // namespace
} // namespace grading::test
