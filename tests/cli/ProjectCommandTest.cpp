#include "CommandLine.h"
#include "TestSeries.h"

#include "grading/base/Files.h"
#include "grading/dicom/StructuredReport.h"
#include "grading/imaging/VolumeFile.h"
#include "grading/measure/LabelImage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading::test {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using Json = nlohmann::json;

namespace {

/// One study on disk, and a project whose two readers both have it.
class ProjectCommand : public testing::Test {
protected:
    CliRun project(const std::string& action, std::vector<std::string> more,
                   const std::string& actor = "Manager^One") const
    {
        std::vector<std::string> arguments{"project",   action,      "--store", m_store,
                                           "--project", "Narrowing", "--as",    actor};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(arguments);
    }

    CliRun reading(const std::string& action, const std::string& reader, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> arguments{"reading", action,  "--store",  m_store,
                                           "--study", m_study, "--reader", reader};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(arguments);
    }

    CliRun apply(const std::string& reader, int grade, const std::string& decisionReason = {}) const
    {
        const Json document{
            {"study", m_study},
            {"reader", reader},
            {"foramina", {{{"foramen", "L4-L5:R"}, {"grade", grade}, {"decisionReason", decisionReason}}}}};
        EXPECT_TRUE(writeFile(m_folder / "edits.json", document.dump()));
        return runCli({"reading", "apply", "--store", m_store, (m_folder / "edits.json").string()});
    }

    void begin() const
    {
        const auto made = project("new", {"--organization", "Hospital", "--foramina", "L4-L5:R", "--json"});
        ASSERT_EQ(made.status, 0) << made.err;
        EXPECT_EQ(schemaErrors("project-1", made.out).value_or(""), "");
        for (const std::string reader : {"Reader^A", "Reader^B"})
            ASSERT_EQ(project("add", {"--reader", reader, "--organization", "Hospital"}).status, 0);
        ASSERT_EQ(project("add", {"--reader", "Chief^C", "--organization", "Hospital", "--role", "adjudicator"}).status,
                  0);
        const auto assigned = project("assign", {"--images", m_images.string(), "--due", "2026-05-31", "--json"});
        ASSERT_EQ(assigned.status, 0) << assigned.err;
        EXPECT_EQ(assigned.json()["progress"][0]["assigned"], 1);
    }

    void read(const std::string& reader, int grade) const
    {
        ASSERT_EQ(reading("new", reader, {"--organization", "Hospital", "--images", m_images.string()}).status, 0);
        ASSERT_EQ(apply(reader, grade).status, 0);
        const auto done = reading("sign", reader);
        ASSERT_EQ(done.status, 0) << done.err;
    }

    TemporaryFolder m_folder;
    TestSeries m_series;
    std::string m_study = m_series.study.text();
    std::filesystem::path m_images = m_folder / "images";
    Stack m_stack = writeSeries(m_images, m_series);
    std::string m_store = (m_folder / "study.db").string();
};

} // namespace

TEST_F(ProjectCommand, AReaderWorksFromTheWorklistWithoutLearningWhoseStudyItIs)
{
    begin();
    const std::vector<std::string> list{"reading",   "list",     "--store",  m_store, "--project",
                                        "Narrowing", "--reader", "Reader^A", "--json"};
    const auto before = runCli(list);
    ASSERT_EQ(before.status, 0) << before.err;
    EXPECT_EQ(schemaErrors("worklist-1", before.out).value_or(""), "");
    ASSERT_THAT(before.json()["entries"], SizeIs(1));
    EXPECT_EQ(before.json()["entries"][0]["study"], m_study);
    EXPECT_EQ(before.json()["entries"][0]["state"], "open");
    read("Reader^A", 1);
    EXPECT_EQ(runCli(list).json()["entries"][0]["state"], "signed");

    const auto file = [&](const std::string& name) { return (m_folder / name).string(); };
    const std::vector<std::string> key{"--store", m_store, "--study", m_study, "--reader", "Reader^A"};
    const auto exported = [&](std::vector<std::string> more) {
        more.insert(more.begin(), key.begin(), key.end());
        more.insert(more.begin(), "export");
        return runCli(more);
    };
    const auto people = exported({"--json", file("r.json"), "--csv", file("r.csv"), "--html", file("r.html")});
    ASSERT_EQ(people.status, 0) << people.err;
    const std::vector<std::string> texts{before.out,
                                         runCli(list).out,
                                         reading("show", "Reader^A").out,
                                         reading("show", "Reader^A", {"--json"}).out,
                                         people.out,
                                         people.err,
                                         readFile(file("r.json")).value(),
                                         readFile(file("r.csv")).value(),
                                         readFile(file("r.html")).value()};
    for (const auto& text : texts) {
        EXPECT_THAT(text, Not(HasSubstr("Phantom^Lumbar")));
        EXPECT_THAT(text, Not(HasSubstr("Lumbar, Phantom")));
        EXPECT_THAT(text, Not(HasSubstr("PH-1")));
    }
    const auto refused = exported({"--sr", file("r.dcm")});
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr("hides whose study it is"));
    EXPECT_FALSE(std::filesystem::exists(file("r.dcm")));
    const auto manager = exported({"--sr", file("r.dcm"), "--as", "Manager^One"});
    EXPECT_EQ(manager.status, 0) << manager.err;
}

TEST_F(ProjectCommand, ABlindReaderNeedsNoFolderAndIsToldNone)
{
    const auto named = m_folder / "Phantom_Lumbar"; // as folders often are
    std::filesystem::rename(m_images, named);
    m_images = named;
    begin();
    const auto file = [&](const std::string& name) { return (m_folder / name).string(); };
    const auto list = [&](const std::string& viewer) {
        return runCli({"reading", "list", "--store", m_store, "--project", "Narrowing", "--reader", "Reader^A", "--as",
                       viewer, "--json"});
    };
    EXPECT_EQ(list("Manager^One").json()["entries"][0]["images"], m_images.string());
    const auto listed = list("Reader^A");
    EXPECT_EQ(schemaErrors("worklist-1", listed.out).value_or(""), "");
    EXPECT_EQ(listed.json()["entries"][0]["images"], "");

    const auto stacks = reading("stacks", "Reader^A", {"--json"});
    ASSERT_EQ(stacks.status, 0) << stacks.err;
    EXPECT_EQ(schemaErrors("scan-1", stacks.out).value_or(""), "");
    const auto stack = stacks.json()["studies"][0]["series"][0]["stacks"][0]["id"];
    EXPECT_EQ(stack, m_stack.id);
    const auto volume = reading("volume", "Reader^A", {"--stack", stack, "-o", file("t2.nrrd")});
    ASSERT_EQ(volume.status, 0) << volume.err;
    EXPECT_TRUE(readVolumeFile(file("t2.nrrd")).value().geometry().matches(*m_stack.geometry));

    const auto begun = reading("new", "Reader^A", {"--organization", "Hospital"});
    ASSERT_EQ(begun.status, 0) << begun.err;
    const auto& grid = *m_stack.geometry;
    const auto labels =
        LabelMap(grid.columns(), grid.rows(), grid.slices()).painted(4, PixelSet({{20, 20, 30}}), Structure::NerveRoot);
    ASSERT_TRUE(writeVolumeFile(file("marks.nrrd"), volumeFromLabelMap(labels, grid)));
    const auto taken = runCli({"import", "--store", m_store, "--study", m_study, "--reader", "Reader^A", "--foramen",
                               "L4-L5:R", "--stack", stack, file("marks.nrrd")});
    ASSERT_EQ(taken.status, 0) << taken.err;
    ASSERT_EQ(apply("Reader^A", 1).status, 0);
    const auto done = reading("sign", "Reader^A");
    ASSERT_EQ(done.status, 0) << done.err;

    std::filesystem::rename(m_images, m_folder / "moved");
    const auto gone = reading("stacks", "Reader^A");
    EXPECT_EQ(gone.status, 1);
    const auto moved = reading("stacks", "Reader^A", {"--images", (m_folder / "moved").string(), "--json"});
    EXPECT_EQ(moved.status, 0) << moved.err;
    EXPECT_EQ(moved.json()["studies"][0]["patientId"], "");
    for (const auto& run : {listed, moved, stacks, reading("stacks", "Reader^B"), volume, begun, taken, done, gone}) {
        for (const auto& text : {run.out, run.err}) {
            EXPECT_THAT(text, Not(HasSubstr("Phantom_Lumbar")));
            EXPECT_THAT(text, Not(HasSubstr("PH-1")));
        }
    }
}

TEST_F(ProjectCommand, NoErrorNamesTheFolderThatTheStoreRemembers)
{
    begin();
    ASSERT_EQ(reading("new", "Reader^A", {"--organization", "Hospital", "--images", m_images.string()}).status, 0);
    const auto moved = m_folder / "moved";
    std::filesystem::rename(m_images, moved);
    const Json marks{{"stack", m_stack.id}, {"file", "root.nrrd"}};
    const Json document{{"study", m_study},
                        {"reader", "Reader^A"},
                        {"foramina", {{{"foramen", "L4-L5:R"}, {"grade", 1}, {"marks", marks}}}}};
    ASSERT_TRUE(writeFile(m_folder / "edits.json", document.dump()));
    const auto applied = [&](const std::string& viewer) {
        return runCli({"reading", "apply", "--store", m_store, "--as", viewer, (m_folder / "edits.json").string()});
    };
    for (const bool isThere : {false, true}) { // no folder, then one without the study
        if (isThere)
            std::filesystem::create_directory(m_images);
        const auto blind = applied("Reader^A");
        EXPECT_EQ(blind.status, 1);
        EXPECT_THAT(blind.err, HasSubstr("the study's images"));
        EXPECT_THAT(blind.err, Not(HasSubstr(m_images.string())));
    }
}

TEST_F(ProjectCommand, ForbiddenLooksEndWithThreeAndPrintNothing)
{
    begin();
    read("Reader^A", 1);
    const std::vector<std::vector<std::string>> looks{
        {"reading", "show", "--store", m_store, "--study", m_study, "--reader", "Reader^A", "--as", "Reader^B"},
        {"reading", "list", "--store", m_store, "--project", "Narrowing", "--reader", "Reader^A", "--as", "Reader^B"},
        {"store", "log", "--store", m_store, "--study", m_study, "--reader", "Reader^A", "--as", "Reader^B"},
        {"store", "log", "--store", m_store, "--study", m_study, "--reader", "Reader^A"},
        {"export", "--store", m_store, "--study", m_study, "--reader", "Reader^A", "--as", "Reader^B", "--json",
         (m_folder / "x.json").string()},
        {"agree", "--store", m_store, "--project", "Narrowing", "--as", "Reader^B"},
        {"project", "differences", "--store", m_store, "--project", "Narrowing", "--as", "Reader^B"},
        {"project", "assign", "--store", m_store, "--project", "Narrowing", "--as", "Reader^B", "--images",
         m_images.string()}};
    for (const auto& look : looks) {
        const auto run = runCli(look);
        EXPECT_EQ(run.status, 3) << look[0] << " " << look[1];
        EXPECT_EQ(run.out, "");
        EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
    }
    EXPECT_FALSE(std::filesystem::exists(m_folder / "x.json"));
    EXPECT_THAT(runCli({"reading", "list", "--store", m_store, "--as", "Reader^B", "--json"}).json()["readings"],
                SizeIs(0));
}

TEST_F(ProjectCommand, AdjudicationEndsInAReportThatNamesTheReadersReports)
{
    begin();
    read("Reader^A", 1);
    read("Reader^B", 2);
    const auto found = project("differences", {"--json"}, "Chief^C");
    ASSERT_EQ(found.status, 0) << found.err;
    EXPECT_EQ(schemaErrors("differences-1", found.out).value_or(""), "");
    ASSERT_THAT(found.json()["differences"], SizeIs(1));
    EXPECT_EQ(found.json()["differences"][0]["readings"][1]["grade"], 2);
    ASSERT_EQ(project("adjudicate", {"--study", m_study}, "Chief^C").status, 0);
    ASSERT_EQ(apply("Chief^C", 2).status, 0);
    const auto refused = reading("sign", "Chief^C");
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr("the decision lacks its reason"));
    const auto decided = reading("sign", "Chief^C", {"--decision-reason", "fat lost on two slices"});
    ASSERT_EQ(decided.status, 0) << decided.err;
    EXPECT_THAT(decided.out, HasSubstr("decided: fat lost on two slices"));

    const auto report = [&](const std::string& reader) {
        const auto file = (m_folder / (reader + ".dcm")).string();
        const auto run = runCli({"export", "--store", m_store, "--study", m_study, "--reader", reader, "--as",
                                 "Manager^One", "--sr", file});
        EXPECT_EQ(run.status, 0) << run.err;
        return readStructuredReport(file).value();
    };
    const auto decision = report("Chief^C");
    EXPECT_EQ(decision.reading.reader.role, ReaderRole::Adjudicator);
    EXPECT_EQ(decision.reading.find(*Foramen::parse("L4-L5:R"))->decisionReason, "fat lost on two slices");
    EXPECT_THAT(decision.predecessors,
                testing::UnorderedElementsAre(report("Reader^A").object, report("Reader^B").object));
}

TEST_F(ProjectCommand, AgreementComesFromTheFirstReadings)
{
    begin();
    read("Reader^A", 1);
    read("Reader^B", 2);
    const auto run = runCli({"agree", "--store", m_store, "--project", "Narrowing", "--as", "Manager^One", "--json"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.json()["readers"], (Json{"Reader^A", "Reader^B"}));
    EXPECT_EQ(run.json()["items"], 1);
    EXPECT_EQ(run.json()["confusion"][0]["matrix"][1][2], 1);
    EXPECT_EQ(runCli({"agree"}).status, 2);
    EXPECT_EQ(runCli({"agree", "ratings.csv", "--store", m_store}).status, 2);
}

TEST_F(ProjectCommand, WrongUsageEndsWithTwo)
{
    EXPECT_EQ(project("new", {"--organization", "H", "--foramina", "L9-L10"}).status, 2);
    EXPECT_EQ(project("new", {"--organization", "H", "--blind", "none,identity"}).status, 2);
    EXPECT_EQ(project("new", {"--organization", "H", "--repeat", "101"}).status, 2);
    EXPECT_EQ(project("assign", {"--images", m_images.string(), "--due", "2026-02-31"}).status, 2);
    EXPECT_FALSE(std::filesystem::exists(m_store));
    begin();
    EXPECT_EQ(project("new", {"--organization", "H"}).status, 3);
    EXPECT_EQ(project("show", {"--project", "Other"}).status, 2) << "named twice";
}

} // namespace grading::test
