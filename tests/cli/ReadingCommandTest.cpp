#include "CommandLine.h"
#include "TestSeries.h"

#include "grading/base/Files.h"
#include "grading/imaging/VolumeFile.h"
#include "grading/measure/LabelImage.h"
#include "grading/store/Store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace grading::test {

using testing::HasSubstr;
using testing::StartsWith;
using Json = nlohmann::json;

namespace {

const Foramen l4r = *Foramen::parse("L4-L5:R");

/// A study on disk, a store, and what a script would type.
class ReadingCommand : public testing::Test {
protected:
    CliRun reading(std::vector<std::string> arguments, bool withKey = true) const
    {
        arguments.insert(arguments.begin(), "reading");
        arguments.insert(arguments.end(), {"--store", m_store});
        if (withKey)
            arguments.insert(arguments.end(), {"--study", m_series.study.text(), "--reader", "Reader^One"});
        return runCli(arguments);
    }

    CliRun begin() const
    {
        return reading({"new", "--organization", "Phantom Hospital", "--images", m_images.string(), "--json"});
    }

    /// Applies a document about the given foramina.
    CliRun apply(const Json& foramina) const
    {
        const Json document{{"study", m_series.study.text()}, {"reader", "Reader^One"}, {"foramina", foramina}};
        EXPECT_TRUE(writeFile(m_folder / "edits.json", document.dump()));
        return reading({"apply", (m_folder / "edits.json").string(), "--json"}, false);
    }

    Json show() const { return reading({"show", "--json"}).json(); }

    /// A round root with fat all around it, as the file "marks.nrrd" beside the documents.
    LabelMap writeMarks(const VolumeGeometry& grid) const
    {
        std::vector<PixelSpan> root;
        std::vector<PixelSpan> around;
        for (int row = 0; row < grid.rows(); ++row) {
            for (int column = 0; column < grid.columns(); ++column) {
                const double distance = std::hypot(column - 30, row - 30);
                if (distance < 8)
                    (distance < 5 ? root : around).push_back({row, column, column + 1});
            }
        }
        const auto marks = LabelMap(grid.columns(), grid.rows(), grid.slices())
                               .painted(4, PixelSet(root), Structure::NerveRoot)
                               .painted(4, PixelSet(around), Structure::PerineuralFat);
        EXPECT_TRUE(writeVolumeFile(m_folder / "marks.nrrd", volumeFromLabelMap(marks, grid)));
        return marks;
    }

    Json marksEntry() const { return {{"stack", m_stack.id}, {"file", "marks.nrrd"}}; }

    TemporaryFolder m_folder;
    TestSeries m_series;
    std::filesystem::path m_images = m_folder / "images";
    Stack m_stack = writeSeries(m_images, m_series);
    std::string m_store = (m_folder / "readings.db").string();
};

} // namespace

TEST_F(ReadingCommand, NewTakesTheStudysIdentityFromTheImages)
{
    const auto made = begin();
    ASSERT_EQ(made.status, 0) << made.err;
    const auto document = made.json();
    EXPECT_EQ(document["schema"], "foragrade/reading/1");
    EXPECT_EQ(document["study"], m_series.study.text());
    EXPECT_EQ(document["patient"]["name"], "Phantom^Lumbar");
    EXPECT_EQ(document["bodyPart"], "LSPINE");
    EXPECT_EQ(document["reader"], "Reader^One");
    EXPECT_EQ(document["organization"], "Phantom Hospital");
    EXPECT_EQ(document["status"], "draft");
    EXPECT_EQ(show(), document);
}

TEST_F(ReadingCommand, NewRefusesASecondReadingAndAStudyThatIsNotThere)
{
    ASSERT_EQ(begin().status, 0);
    EXPECT_EQ(begin().status, 3);
    const auto other = runCli({"reading", "new", "--store", m_store, "--study", "1.2.3", "--reader", "A^B",
                               "--organization", "X", "--images", m_images.string()});
    EXPECT_EQ(other.status, 1);
    EXPECT_THAT(other.err, HasSubstr("doesn't hold study 1.2.3"));
}

TEST_F(ReadingCommand, WrongUsageEndsWithTwoAndMakesNoStore)
{
    const std::vector<std::string> images{"--organization", "X", "--images", m_images.string()};
    const auto with = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"reading", "new", "--store", m_store});
        arguments.insert(arguments.end(), images.begin(), images.end());
        return runCli(arguments).status;
    };
    EXPECT_EQ(with({"--study", "not a uid", "--reader", "A^B"}), 2);
    EXPECT_EQ(with({"--study", m_series.study.text(), "--reader", "A\\B"}), 2);
    EXPECT_EQ(with({"--study", m_series.study.text()}), 2);
    EXPECT_EQ(with({"--study", m_series.study.text(), "--reader", "A^B", "--scheme", "none"}), 2);
    EXPECT_EQ(runCli({"reading"}).status, 2);
    EXPECT_EQ(runCli({"reading", "burn"}).status, 2);
    EXPECT_FALSE(std::filesystem::exists(m_store));
}

TEST_F(ReadingCommand, OnAMissingStoreOrReadingFailsWithOneLine)
{
    for (const std::string command : {"show", "sign", "revise"}) {
        const auto run = reading({command});
        EXPECT_EQ(run.status, 1) << command;
        EXPECT_THAT(run.err, HasSubstr("there is no such store"));
        EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1);
    }
    EXPECT_FALSE(std::filesystem::exists(m_store));
    ASSERT_EQ(reading({"list"}, false).status, 0);
    EXPECT_EQ(reading({"show"}).status, 1);
}

TEST_F(ReadingCommand, ApplyTakesMarksFromAFileBesideTheDocument)
{
    ASSERT_EQ(begin().status, 0);
    const auto marks = writeMarks(*m_stack.geometry);
    const auto applied = apply({{{"foramen", "L4-L5:R"}, {"grade", 0}, {"marks", marksEntry()}}});
    ASSERT_EQ(applied.status, 0) << applied.err;
    const auto stored = Store::open(m_store)->load(m_series.study, "Reader^One");
    ASSERT_TRUE(stored);
    const auto& record = *stored->find(l4r);
    EXPECT_EQ(record.grade, Grade::from(0));
    ASSERT_TRUE(record.gradedMarks());
    EXPECT_EQ(record.gradedMarks()->labels, marks);
    EXPECT_EQ(record.gradedMarks()->frameOfReference, m_series.frameOfReference);
    EXPECT_TRUE(record.gradedMarks()->geometry.matches(*m_stack.geometry));
    EXPECT_EQ(applied.json(), show());
}

TEST_F(ReadingCommand, ApplyOfWhatShowPrintedChangesNothing)
{
    ASSERT_EQ(begin().status, 0);
    writeMarks(*m_stack.geometry);
    ASSERT_EQ(apply({{{"foramen", "L4-L5:R"}, {"grade", 0}, {"marks", marksEntry()}}}).status, 0);
    const auto before = reading({"show", "--json"}).out;
    ASSERT_TRUE(writeFile(m_folder / "shown.json", before));
    EXPECT_EQ(reading({"apply", (m_folder / "shown.json").string(), "--json"}, false).out, before);
}

TEST_F(ReadingCommand, ApplyRefusesTheWholeFileForOneImpossibleEdit)
{
    ASSERT_EQ(begin().status, 0);
    writeMarks(*m_stack.geometry);
    auto elsewhere = *VolumeGeometry::make({0, 0, 0}, m_series.rowDirection, m_series.columnDirection, {0.7}, {0.7},
                                           {4.4}, 64, 64, 15);
    ASSERT_TRUE(writeVolumeFile(m_folder / "elsewhere.nrrd", volumeFromLabelMap(writeMarks(elsewhere), elsewhere)));
    writeMarks(*m_stack.geometry);
    const auto before = show();
    const Json good{{"foramen", "L5-S1:L"}, {"grade", 1}};
    const auto at = [](Json fields) {
        fields["foramen"] = "L4-L5:R";
        return fields;
    };
    const std::vector<std::pair<Json, std::string>> rows{
        {at({{"grade", 7}}), "grade: must be a whole number from 0 to 3, not 7"},
        {{{"foramen", "L7-S1:R"}}, "must be a foramen like L4-L5:R, not \"L7-S1:R\""},
        {{{"foramen", "L5-L6:R"}, {"grade", 1}}, "isn't a foramen of a spine"},
        {at({{"comment", 3}}), "comment: must be a text, not 3"},
        {at({{"marks", {{"stack", m_stack.id}, {"file", "none.nrrd"}}}}), "none.nrrd: doesn't exist"},
        {at({{"marks", {{"stack", m_stack.id}, {"file", "elsewhere.nrrd"}}}}), "elsewhere.nrrd"},
        {at({{"marks", {{"stack", "1.2.3#1"}, {"file", "marks.nrrd"}}}}), "holds no stack 1.2.3#1"},
        {at({{"marks", {{"stack", m_stack.id}, {"file", "marks.nrrd"}, {"slice", 16}}}}), "slice: must be"},
    };
    for (const auto& [bad, message] : rows) {
        const auto run = apply({good, bad});
        EXPECT_EQ(run.status, 1) << bad;
        EXPECT_THAT(run.err, StartsWith("foragrade-cli: " + (m_folder / "edits.json").string() + ": "));
        EXPECT_THAT(run.err, HasSubstr(message));
        EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
        EXPECT_EQ(run.out, "");
        EXPECT_EQ(show(), before) << bad;
    }
}

TEST_F(ReadingCommand, ApplyWarnsOfFieldsThatDoNotExist)
{
    ASSERT_EQ(begin().status, 0);
    const auto run = apply({{{"foramen", "L4-L5:R"}, {"grade", 1}, {"coment", "x"}}});
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.err, HasSubstr("coment"));
}

TEST_F(ReadingCommand, SignRefusesAHardDisagreementWithoutAReason)
{
    ASSERT_EQ(begin().status, 0);
    EXPECT_EQ(reading({"sign"}).status, 1) << "nothing is graded";
    writeMarks(*m_stack.geometry);
    ASSERT_EQ(apply({{{"foramen", "L4-L5:R"}, {"grade", 3}, {"marks", marksEntry()}}}).status, 0);
    const auto refused = reading({"sign"});
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr("L4-L5 right: grade 3 lies outside what the marks admit (0)"));
    EXPECT_EQ(show()["status"], "draft");
    ASSERT_EQ(apply({{{"foramen", "L4-L5:R"}, {"disagreementReason", "collapse on the axial series"}}}).status, 0);
    const auto done = reading({"sign", "--json"});
    ASSERT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(done.json()["status"], "signed");
    EXPECT_EQ(reading({"sign"}).status, 3);
    EXPECT_EQ(apply({{{"foramen", "L4-L5:R"}, {"grade", 0}}}).status, 3);
}

TEST_F(ReadingCommand, ReviseMakesADraftBesideTheSignedRevision)
{
    ASSERT_EQ(begin().status, 0);
    EXPECT_EQ(reading({"revise"}).status, 3) << "a draft";
    ASSERT_EQ(apply({{{"foramen", "L4-L5:R"}, {"grade", 2}}}).status, 0);
    ASSERT_EQ(reading({"sign"}).status, 0);
    const auto first = show();
    ASSERT_EQ(reading({"revise"}).status, 0);
    ASSERT_EQ(apply({{{"foramen", "L4-L5:R"}, {"grade", 1}}}).status, 0);
    EXPECT_EQ(show()["revision"], 2);
    EXPECT_EQ(show()["status"], "draft");
    EXPECT_EQ(reading({"show", "--json", "--revision", "1"}).json(), first);
    EXPECT_EQ(reading({"show", "--json", "--revision", "3"}).status, 1);
    const auto list = reading({"list", "--json"}, false).json();
    ASSERT_EQ(list["readings"].size(), 1U);
    EXPECT_EQ(list["readings"][0]["revision"], 2);
    EXPECT_EQ(list["readings"][0]["foraminaGraded"], 1);
}

TEST_F(ReadingCommand, PrintsWhatItsSchemasSay)
{
    ASSERT_EQ(begin().status, 0);
    writeMarks(*m_stack.geometry);
    const Json entry{{"foramen", "L4-L5:R"},
                     {"grade", 0},
                     {"sides", {{"superior", "lost"}}},
                     {"findings", "discBulge"},
                     {"marks", marksEntry()}};
    ASSERT_EQ(apply({entry, {{"foramen", "C7-T1:L"}, {"notGradable", "not in the images"}}}).status, 0);
    const auto shown = schemaErrors("reading-1", reading({"show", "--json"}).out);
    if (!shown)
        GTEST_SKIP() << "Python's jsonschema isn't installed";
    EXPECT_EQ(*shown, "");
    EXPECT_EQ(schemaErrors("reading-1", readFile(m_folder / "edits.json").value()), "");
    EXPECT_EQ(schemaErrors("reading-list-1", reading({"list", "--json"}, false).out), "");
    EXPECT_NE(schemaErrors("reading-1",
                           R"({"study": "1.2", "reader": "A", "foramina": [{"foramen": "L4-L5:R", "grade": 7}]})"),
              "");
}

TEST_F(ReadingCommand, AReaderHasAnOrganization)
{
    const auto run = reading({"new", "--organization", " ", "--images", m_images.string()});
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("--organization"));
    EXPECT_FALSE(std::filesystem::exists(m_store));
}

TEST_F(ReadingCommand, EveryRefusedDocumentSaysWhatToDo)
{
    ASSERT_EQ(begin().status, 0);
    for (const char* document : {"{", "[]", "{}"}) {
        ASSERT_TRUE(writeFile(m_folder / "edits.json", document));
        const auto run = reading({"apply", (m_folder / "edits.json").string()}, false);
        EXPECT_EQ(run.status, 1);
        EXPECT_THAT(run.err, HasSubstr("; correct it and apply it again"));
        EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1);
    }
    EXPECT_THAT(apply({{{"foramen", "L4-L5:R"}, {"grade", 7}}}).err, HasSubstr("; correct it and apply it again"));
}

TEST_F(ReadingCommand, AWrongCommandIsNamed)
{
    const auto run = runCli({"raeding", "list"});
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("'raeding'"));
}

TEST_F(ReadingCommand, ShowsEachSubcommandsHelpWithAnExample)
{
    for (const std::string command : {"new", "show", "list", "apply", "sign", "revise"}) {
        const auto help = runCli({"reading", command, "--help"});
        EXPECT_EQ(help.status, 0);
        EXPECT_THAT(help.out, HasSubstr("Example:\n  foragrade-cli reading " + command));
    }
}

} // namespace grading::test
