#include "CommandLine.h"
#include "ExportedStudy.h"
#include "ReadingSamples.h"
#include "TemporaryFolder.h"

#include "grading/agreement/ReadingAgreement.h"
#include "grading/imaging/VolumeFile.h"
#include "grading/measure/LabelImage.h"
#include "grading/reading/ReadingJson.h"
#include "grading/store/StoredSession.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace grading::test {

namespace {

constexpr auto header = "patient,item,reader,rating\n";

class AgreeCommand : public testing::Test {
protected:
    std::string csv(const std::string& text, const std::string& name = "ratings.csv") const
    {
        const std::string path = m_folder.file(name);
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

    CliRun agree(const std::string& text, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> arguments{"agree", csv(text), "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(arguments);
    }

    /// Expects the JSON schema's approval too, where it can be asked.
    nlohmann::json statistics(const std::string& text, const std::vector<std::string>& more = {}) const
    {
        const auto run = agree(text, more);
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_EQ(schemaErrors("agreement-1", run.out).value_or(""), "");
        return run.json();
    }

private:
    samples::TemporaryFolder m_folder;
};

/// Two readers' ratings as a table of counts, each item a patient of its own.
std::string fromCounts(const std::vector<std::vector<int>>& counts)
{
    std::string text = header;
    int patient = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        for (std::size_t j = 0; j < counts[i].size(); ++j) {
            for (int n = 0; n < counts[i][j]; ++n, ++patient) {
                const auto who = "P" + std::to_string(patient) + ",L4-L5:R,";
                text += who + "first," + std::to_string(i) + "\n" + who + "second," + std::to_string(j) + "\n";
            }
        }
    }
    return text;
}

/// SAS FREQ's example of κ.
std::string publishedExample()
{
    return fromCounts({{0, 4, 1}, {0, 8, 0}, {0, 1, 5}});
}

} // namespace

TEST_F(AgreeCommand, AnswersAPublishedExampleToItsPrintedDigits)
{
    const auto linear = statistics(publishedExample(), {"--scale", "0,1,2", "--weights", "linear"});
    EXPECT_NEAR(linear["cohen"][0]["kappa"].get<double>(), 0.4841629, 5e-8);
    EXPECT_NEAR(linear["cohen"][0]["weighted"].get<double>(), 0.47011952, 5e-9);
    EXPECT_EQ(linear["confusion"][0]["matrix"], nlohmann::json({{0, 4, 1}, {0, 8, 0}, {0, 1, 5}}));
    const auto quadratic = statistics(publishedExample(), {"--scale", "0,1,2"});
    EXPECT_NEAR(quadratic["cohen"][0]["weighted"].get<double>(), 0.45016077, 5e-9);
    const auto plain = statistics(publishedExample(), {"--scale", "0,1,2", "--weights", "none"});
    EXPECT_TRUE(plain["cohen"][0]["weighted"].is_null());
    EXPECT_EQ(plain["light"], plain["cohen"][0]["kappa"]);
}

TEST_F(AgreeCommand, EveryNullHasItsReasonUnderItsPath)
{
    const std::string oneCategory = std::string(header) + "A,1,x,1\nA,1,y,1\nB,1,x,1\nB,1,y,1\n";
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{}, {"--bootstrap", "20"}, {"--weights", "none"}}) {
        const auto document = statistics(oneCategory, more);
        EXPECT_EQ(document["gwet"]["ac"], 1);
        const auto flat = nlohmann::json(document).flatten();
        int nulls = 0;
        for (const auto& [pointer, value] : flat.items()) {
            if (!value.is_null())
                continue;
            std::string path = pointer.substr(1);
            std::replace(path.begin(), path.end(), '/', '.');
            EXPECT_TRUE(document["reasons"].contains(path)) << path;
            ++nulls;
        }
        EXPECT_GT(nulls, 8);
    }
}

TEST_F(AgreeCommand, TheSameSeedGivesTheSameIntervalWhateverTheThreads)
{
    const auto with = [&](const char* seed, const char* jobs) {
        return statistics(publishedExample(),
                          {"--scale", "0,1,2", "--bootstrap", "200", "--seed", seed, "--jobs", jobs})["cohen"][0]["ci"];
    };
    const auto interval = with("7", "1");
    ASSERT_TRUE(interval.is_array());
    EXPECT_LT(interval[0], interval[1]);
    EXPECT_EQ(with("7", "3"), interval);
    EXPECT_NE(with("8", "1"), interval);
}

TEST_F(AgreeCommand, ReadsAByteOrderMarkCarriageReturnsAndQuotedFieldsInAnyOrder)
{
    const auto document = statistics("\xEF\xBB\xBFrating,\"reader\",item,note,patient\r\n"
                                     "1,\"B, \"\"b\"\"\",L4-L5:R,\"two\r\nlines\",P\r\n"
                                     "2,Zoë,L4-L5:R,,P\r\n,Zoë,L4-L5:L,,P\r\n",
                                     {"--by", "level,side"});
    EXPECT_EQ(document["readers"], nlohmann::json({"B, \"b\"", "Zoë"}));
    EXPECT_EQ(document["items"], 2);
    ASSERT_EQ(document["by"].size(), 2u);
    EXPECT_EQ(document["by"][0]["level"], "L4-L5");
    EXPECT_EQ(document["by"][0]["side"], "right");
}

TEST_F(AgreeCommand, BadRatingsEndWithOneNamingLineAndValue)
{
    const std::string good = std::string(header) + "A,1,x,1\n";
    for (const auto& [line, value] :
         {std::pair{"A,1,y,7\n", "'7'"}, {"A,1,y,one\n", "'one'"}, {"A,1,x,2\n", "'2'"}, {"A,1,y,nan\n", "'nan'"}}) {
        const auto run = agree(good + line);
        EXPECT_EQ(run.status, 1);
        EXPECT_EQ(run.out, "");
        EXPECT_NE(run.err.find("line 3"), std::string::npos) << run.err;
        EXPECT_NE(run.err.find(value), std::string::npos) << run.err;
    }
    EXPECT_EQ(agree(good + "B,1,x,1\n").status, 1) << "one reader only";
}

TEST_F(AgreeCommand, TwoRatingColumnsAreRefused)
{
    const auto run = agree("patient,item,reader,rating,rating\nA,1,x,1,2\nA,1,y,1,2\n");
    EXPECT_EQ(run.status, 1);
    EXPECT_NE(run.err.find("more than one column 'rating'"), std::string::npos) << run.err;
}

/// Fleiss, Cohen & Everitt 1969: their own weights, and standard errors.
TEST_F(AgreeCommand, TakesWeightsOfOnesOwn)
{
    const auto file = csv("", "weights.csv");
    std::ofstream(file) << "1,0,0.4444\n0,1,0.6667\n0.4444,0.6667,1\n";
    const auto document = statistics(fromCounts({{106, 10, 4}, {22, 28, 10}, {2, 12, 6}}),
                                     {"--scale", "0,1,2", "--weights", file})["cohen"][0];
    EXPECT_NEAR(document["weighted"].get<double>(), 0.50706996, 5e-9);
    EXPECT_NEAR(document["se"]["weighted"].get<double>(), 0.056993885, 5e-10);
    for (const char* table : {"1,0\n0,1\n", "1,0,0\n0,1,0\n0,1,1\n", "1,0,0\n0,1,x\n0,0,1\n"}) {
        std::ofstream(file) << table;
        const auto run = agree(publishedExample(), {"--scale", "0,1,2", "--weights", file});
        EXPECT_EQ(run.status, 1);
        EXPECT_NE(run.err.find("weights.csv: "), std::string::npos) << run.err;
    }
    EXPECT_EQ(agree(publishedExample(), {"--weights", "cubic"}).status, 2);
}

TEST_F(AgreeCommand, WantsOneThingToCompare)
{
    EXPECT_EQ(runCli({"agree"}).status, 2);
    EXPECT_EQ(runCli({"agree", csv(publishedExample()), "--store", "x.db"}).status, 2);
    EXPECT_EQ(runCli({"agree", "--masks", "one.nii"}).status, 2);
}

/// Discs of 5 and 4 pixels of 0.7 mm about one middle; fat of the first alone.
class AgreeOnMarks : public AgreeCommand {
protected:
    Reading reading(const std::string& name, double radius, bool hasFat, int grade) const
    {
        const auto foramen = samples::foramen("L4-L5:R");
        auto made = samples::withRoot(samples::emptyReading(), foramen, hasFat);
        auto& record = made.foramina[foramen];
        auto& labels = record.marks.front().labels;
        labels = labels.erased(2, samples::ring(radius, 5), Structure::NerveRoot);
        record.grade = Grade::from(grade);
        made.id = Uid("2.25." + std::to_string(1000 + static_cast<int>(radius)));
        made.reader.name = name;
        made.status = ReadingStatus::Signed;
        made.signedAt = made.created;
        return made;
    }

    static void expectDiscs(const nlohmann::json& document)
    {
        ASSERT_EQ(document["masks"].size(), 1u);
        const auto& marks = document["masks"][0];
        const double dice = 2.0 * 52 / (52 + 80); // pixels whose centre is in the disc
        EXPECT_NEAR(marks["nerveRoot"]["dice"].get<double>(), dice, 1e-12);
        EXPECT_NEAR(marks["nerveRoot"]["surface"]["hausdorffMm"].get<double>(), 0.7 * std::sqrt(2), 0.3);
        EXPECT_EQ(marks["perineuralFat"]["dice"], 0);
        EXPECT_TRUE(marks["perineuralFat"]["surface"].is_null());
        EXPECT_TRUE(marks["reasons"].contains("perineuralFat.surface"));
        EXPECT_TRUE(marks["reasons"].contains("wholeForamen"));
        EXPECT_EQ(document["maskSummary"].size(), 1u) << "only the root was marked by both";
        EXPECT_EQ(document["maskSummary"][0]["structure"], "nerveRoot");
    }
};

TEST_F(AgreeOnMarks, ofTwoLabelImagesAndOfTwoReadings)
{
    const auto one = reading("Reader^One", 5, true, 1);
    const auto two = reading("Reader^Two", 4, false, 2);
    std::vector<std::string> images;
    std::vector<std::string> documents;
    for (const auto* made : {&one, &two}) {
        const auto& marks = made->foramina.begin()->second.marks.front();
        images.push_back(csv("", made->reader.name + ".nrrd"));
        ASSERT_TRUE(writeVolumeFile(images.back(), volumeFromLabelMap(marks.labels, marks.geometry)));
        documents.push_back(csv(toJson(*made), made->reader.name + ".json"));
    }
    for (const auto& files : {images, documents}) {
        const auto run = runCli({"agree", "--masks", files[0], files[1], "--json"});
        ASSERT_EQ(run.status, 0) << run.err;
        EXPECT_EQ(schemaErrors("mask-agreement-1", run.out).value_or(""), "");
        expectDiscs(run.json());
    }
    EXPECT_EQ(runCli({"agree", "--masks", documents[0], documents[1], "--json"}).json()["masks"][0]["foramen"],
              "L4-L5:R");
    const auto text = runCli({"agree", "--masks", images[0], images[1]});
    EXPECT_NE(text.out.find("nerve root"), std::string::npos) << text.out;
    const auto none = runCli({"agree", "--masks", images[0], csv("x", "broken.nrrd")});
    EXPECT_EQ(none.status, 1);
    EXPECT_NE(none.err.find("broken.nrrd"), std::string::npos) << none.err;
}

TEST_F(AgreeOnMarks, ofTwoSegmentationsForamenByForamenWithTheImagesOrByTheirPlanes)
{
    const ExportedStudy study;
    const auto l4Right = samples::foramen("L4-L5:R");
    const auto l5Left = samples::foramen("L5-S1:L");
    const auto write = [&](const std::string& name, const std::vector<std::pair<Foramen, StackMarks>>& marked) {
        auto drawn = study.newReading();
        for (const auto& [foramen, marks] : marked)
            drawn.foramina[foramen].marks.push_back(marks);
        return study.write(drawn, name).segmentations.at(0).string();
    };
    const auto first = study.marksOn(0);
    auto second = study.marksOn(0, 2);
    second.labels = second.labels.painted(0, PixelSet({{30, 20, 29}}), Structure::NerveRoot); // far above all others
    const auto one = write("one", {{l4Right, first}, {l5Left, study.marksOn(0)}});
    const auto two = write("two", {{l4Right, second}});
    const auto truth = overlapOf(first.labels, second.labels, first.geometry);

    const std::vector<std::string> command{"agree", "--masks", one, two, "--json"};
    auto withImages = command;
    withImages.insert(withImages.end(), {"--series", study.folder().string()});
    for (const auto& arguments : {command, withImages}) {
        const auto run = runCli(arguments);
        ASSERT_EQ(run.status, 0) << run.err;
        EXPECT_EQ(schemaErrors("mask-agreement-1", run.out).value_or(""), "");
        const auto document = run.json();
        ASSERT_EQ(document["masks"].size(), 1U);
        const auto& marks = document["masks"][0];
        EXPECT_EQ(marks["foramen"], "L4-L5:R");
        EXPECT_NEAR(marks["nerveRoot"]["dice"].get<double>(), truth.nerveRoot->dice, 1e-12);
        EXPECT_NEAR(marks["nerveRoot"]["surface"]["hausdorffMm"].get<double>(),
                    truth.nerveRoot->surface->hausdorff.value, 1e-3);
        EXPECT_NEAR(marks["perineuralFat"]["dice"].get<double>(), truth.perineuralFat->dice, 1e-12);
        EXPECT_NEAR(marks["wholeForamen"]["dice"].get<double>(), truth.foramen->dice, 1e-12);
        EXPECT_EQ(document["issues"][0]["code"], "marked-by-one");
    }
    const auto elsewhere = write("elsewhere", {{l4Right, study.marksOn(1)}});
    EXPECT_EQ(runCli({"agree", "--masks", one, elsewhere, "--json"}).status, 1) << "planes of another series";
    EXPECT_EQ(runCli({"agree", "--series", "x"}).status, 2);
}

TEST_F(AgreeOnMarks, andGradesOfTheReadingsInAStore)
{
    const auto where = csv("", "none") + ".db";
    auto draft = reading("Reader^Three", 4, false, 3);
    draft.status = ReadingStatus::Draft;
    draft.signedAt.reset();
    draft.id = Uid("2.25.1003");
    {
        auto store = Store::open(where);
        ASSERT_TRUE(store) << store.error().message();
        for (const auto& made : {reading("Reader^One", 5, true, 1), reading("Reader^Two", 4, false, 2), draft}) {
            const auto added = store->add(made, "images");
            ASSERT_TRUE(added) << added.error().message();
        }
    }
    const auto run = runCli({"agree", "--store", where, "--json"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(schemaErrors("agreement-1", run.out).value_or(""), "");
    EXPECT_EQ(run.json()["readers"], nlohmann::json({"Reader^One", "Reader^Two"}));
    EXPECT_EQ(run.json()["confusion"][0]["matrix"][1][2], 1);
    expectDiscs(run.json());
    const auto all = runCli({"agree", "--store", where, "--drafts", "--json"}).json();
    EXPECT_EQ(all["readers"].size(), 3u);
    EXPECT_EQ(all["masks"].size(), 3u);
    EXPECT_EQ(runCli({"agree", "--store", where, "--study", "1.2.3"}).status, 1);
    EXPECT_EQ(runCli({"agree", "--store", where + "x"}).status, 1);
}

TEST_F(AgreeOnMarks, areThoseOfTheFirstSignedRevisionWhateverIsRevisedLater)
{
    const auto where = csv("", "revised") + ".db";
    const auto one = reading("Reader^One", 5, true, 1);
    auto store = Store::open(where).value();
    ASSERT_TRUE(store.add(one, "images"));
    ASSERT_TRUE(store.add(reading("Reader^Two", 4, false, 2), "images"));
    const auto agreed = [&] {
        const auto run = runCli({"agree", "--store", where, "--json"});
        EXPECT_EQ(run.status, 0) << run.err;
        return run.out;
    };
    const auto before = agreed();
    auto session = openSession(store, one.study.uid, "Reader^One").value();
    ASSERT_TRUE(session.apply(commands::revise()));
    ASSERT_TRUE(session.apply(commands::edit(samples::foramen("L4-L5:R"), "Grade", [](ForamenReading& record) {
        record.grade = Grade::from(2);
        record.disagreementReason = "Seen again";
    })));
    EXPECT_EQ(agreed(), before) << "with the revision as a draft";
    const auto signedAgain = session.apply(commands::sign(now()));
    ASSERT_TRUE(signedAgain) << signedAgain.error().message();
    EXPECT_EQ(agreed(), before) << "with the revision signed";
    ASSERT_EQ(store.load(one.study.uid, "Reader^One")->revision, 2);
}

TEST_F(AgreeCommand, AScaleOfLessThanTwoFiniteNumbersIsWrongUsage)
{
    for (const char* scale : {"1", "1,1", "1,nan", "0,inf", "1,x"}) {
        const auto run = agree(publishedExample(), {"--scale", scale});
        EXPECT_EQ(run.status, 2) << scale;
        EXPECT_EQ(run.out, "");
    }
}

} // namespace grading::test
