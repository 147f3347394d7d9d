#include "CommandLine.h"
#include "ReadingSamples.h"
#include "TestSeries.h"

#include "grading/base/Files.h"
#include "grading/imaging/VolumeFile.h"
#include "grading/measure/LabelImage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading::test {

using testing::HasSubstr;
using Json = nlohmann::json;

namespace {

/// A reading begun with a scheme of one's own, in which each lost side admits a letter.
class ReadingScheme : public testing::Test {
protected:
    static constexpr auto reader = "Reader^One";

    CliRun on(const std::string& store, std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.end(),
                         {"--store", file(store), "--study", m_series.study.text(), "--reader", reader});
        return runCli(arguments);
    }

    CliRun begin(const std::string& scheme) const
    {
        return on("a.db", {"reading", "new", "--organization", "Phantom Hospital", "--images", m_images.string(),
                           "--scheme", scheme, "--json"});
    }

    CliRun apply(const Json& more) const
    {
        Json document{{"study", m_series.study.text()}, {"reader", reader}};
        document.update(more);
        EXPECT_TRUE(writeFile(file("edits.json"), document.dump()));
        return runCli({"reading", "apply", "--store", file("a.db"), file("edits.json"), "--json"});
    }

    Json show(const std::string& store) const { return on(store, {"reading", "show", "--json"}).json(); }
    std::string file(const std::string& name) const { return (m_folder / name).string(); }

    TemporaryFolder m_folder;
    TestSeries m_series;
    std::filesystem::path m_images = m_folder / "images";
    Stack m_stack = writeSeries(m_images, m_series);
};

const Json lostAbove{
    {{"foramen", "L4-L5:R"},
     {"grade", 2},
     {"sides",
      {{"superior", "lost"}, {"inferior", "preserved"}, {"anterior", "preserved"}, {"posterior", "preserved"}}},
     {"root", "normal"}}};

} // namespace

TEST_F(ReadingScheme, OnesOwnTravelsWithTheReadingThroughEveryExportAndBack)
{
    ASSERT_TRUE(writeFile(file("ward.json"), toJson(samples::ownScheme())));
    EXPECT_EQ(schemaErrors("scheme-1", toJson(samples::ownScheme())).value_or(""), "");
    ASSERT_EQ(begin(file("ward.json")).status, 0);
    std::filesystem::remove(file("ward.json")); // the reading has it
    const auto applied = apply({{"foramina", lostAbove}});
    ASSERT_EQ(applied.status, 0) << applied.err;
    EXPECT_EQ(schemaErrors("reading-1", applied.out).value_or(""), "");
    EXPECT_EQ(show("a.db")["scheme"], Json::parse(toJson(samples::ownScheme())));
    EXPECT_THAT(on("a.db", {"reading", "show"}).out, HasSubstr("A4 or B4")) << "its own grades are suggested";
    ASSERT_EQ(on("a.db", {"reading", "sign"}).status, 0) << "letters can't contradict a digit";

    const auto exported = on("a.db", {"export", "--json", file("r.json"), "--sr", file("r.dcm"), "--html",
                                      file("r.html"), "--csv", file("r.csv")});
    ASSERT_EQ(exported.status, 0) << exported.err;
    for (const char* name : {"r.html", "r.csv"})
        EXPECT_THAT(readFile(file(name)).value_or(""), HasSubstr("two opposing: B; two adjacent: B; three: C"));
    const std::vector<std::pair<std::string, std::string>> ways{{"r.json", "json.db"}, {"r.dcm", "sr.db"}};
    for (const auto& [from, store] : ways) {
        const auto imported = runCli({"import", "--store", file(store), "--images", m_images.string(), file(from)});
        ASSERT_EQ(imported.status, 0) << from << ": " << imported.err;
        EXPECT_EQ(show(store)["scheme"], show("a.db")["scheme"]) << from;
        EXPECT_THAT(on(store, {"reading", "show"}).out, HasSubstr("A4 or B4")) << from;
    }
}

TEST_F(ReadingScheme, OnTheReadersScaleItContradictsAGrade)
{
    auto scheme = samples::ownScheme();
    scheme.byLoss = {{{"0"}, {"0"}, {"1"}, {"1"}, {"2"}, {"2"}}};
    scheme.byDeformity = std::vector<std::string>{"3"};
    scheme.sideSuffixes.reset();
    scheme.isReadersScale = true;
    ASSERT_TRUE(writeFile(file("ward.json"), toJson(scheme)));
    ASSERT_EQ(begin(file("ward.json")).status, 0);
    ASSERT_EQ(apply({{"foramina", lostAbove}}).status, 0);
    const auto run = on("a.db", {"reading", "sign"});
    EXPECT_EQ(run.status, 3);
    EXPECT_THAT(run.err, HasSubstr("admit (0)"));
}

TEST_F(ReadingScheme, CanBeChangedInADraftByItsIdOrDefinition)
{
    ASSERT_EQ(begin("lee-2010").status, 0);
    ASSERT_EQ(apply({{"scheme", Json::parse(toJson(samples::ownScheme()))}}).status, 0);
    ASSERT_EQ(apply({{"scheme", "ward-7"}}).status, 0) << "the one that it has";
    EXPECT_EQ(show("a.db")["scheme"]["id"], "ward-7");
    ASSERT_EQ(apply({{"scheme", "document"}}).status, 0);
    EXPECT_EQ(show("a.db")["scheme"], "document");
    for (const Json& bad : {Json("ward-7"), Json("no-such"), Json{{"schema", "foragrade/scheme/1"}}, Json(7)}) {
        const auto run = apply({{"scheme", bad}});
        EXPECT_EQ(run.status, 1) << bad;
        EXPECT_THAT(run.err, HasSubstr("scheme"));
        EXPECT_EQ(show("a.db")["scheme"], "document");
    }
}

TEST_F(ReadingScheme, ThatIsNoneMakesNoReading)
{
    EXPECT_EQ(begin("rsna-2024").status, 2);
    EXPECT_EQ(begin(file("none.json")).status, 1);
    ASSERT_TRUE(writeFile(file("bad.json"), R"({"schema": "foragrade/scheme/1", "id": "document"})"));
    EXPECT_EQ(begin(file("bad.json")).status, 1);
    EXPECT_FALSE(std::filesystem::exists(file("a.db")));
}

TEST_F(ReadingScheme, RenumberingMovesMarksFindingsAndGradesTogether)
{
    ASSERT_EQ(begin("document").status, 0);
    auto entry = lostAbove;
    entry[0]["comment"] = "moved";
    entry[0]["grade"] = 1;
    const auto& grid = *m_stack.geometry;
    const LabelMap marks = LabelMap(grid.columns(), grid.rows(), grid.slices())
                               .painted(2, PixelSet({{20, 20, 30}, {21, 20, 30}, {22, 20, 30}}), Structure::NerveRoot);
    ASSERT_TRUE(writeVolumeFile(file("marks.nrrd"), volumeFromLabelMap(marks, grid)));
    entry[0]["marks"] = {{"stack", m_stack.id}, {"file", "marks.nrrd"}};
    ASSERT_EQ(apply({{"foramina", entry}}).status, 0);
    const auto before = show("a.db");
    const auto run = on("a.db", {"reading", "renumber", "--lumbar", "6", "--shift", "1", "--transition", "lumbarisedS1",
                                 "--counted-from", "sacrum", "--unsure", "--json"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto after = run.json();
    EXPECT_EQ(after["numbering"]["lumbar"], 6);
    EXPECT_EQ(after["numbering"]["transition"], "lumbarisedS1");
    EXPECT_EQ(after["numbering"]["countedFrom"], "sacrum");
    EXPECT_EQ(after["numbering"]["certain"], false);
    ASSERT_EQ(after["foramina"].size(), 1U);
    EXPECT_EQ(after["foramina"][0]["foramen"], "L5-L6:R");
    for (const char* field : {"grade", "sides", "root", "comment", "marks"})
        EXPECT_EQ(after["foramina"][0][field], before["foramina"][0][field]) << field;
    ASSERT_EQ(on("a.db", {"reading", "renumber", "--lumbar", "5", "--shift", "-1", "--transition", "none",
                          "--counted-from", "unknown", "--certain"})
                  .status,
              0);
    EXPECT_EQ(show("a.db"), before);
    EXPECT_EQ(on("a.db", {"reading", "renumber", "--shift", "29"}).status, 3) << "would leave the spine";
    EXPECT_EQ(on("a.db", {"reading", "renumber", "--lumbar", "7"}).status, 2);
    EXPECT_EQ(show("a.db"), before);
}

} // namespace grading::test
