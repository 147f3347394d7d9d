#include "CommandLine.h"
#include "TemporaryFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace grading::test {

namespace {

constexpr auto header = "patient,item,reader,rating\n";

class AgreeCommand : public testing::Test {
protected:
    std::string csv(const std::string& text) const
    {
        const std::string path = m_folder.file("ratings.csv");
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

TEST_F(AgreeCommand, AScaleOfLessThanTwoFiniteNumbersIsWrongUsage)
{
    for (const char* scale : {"1", "1,1", "1,nan", "0,inf", "1,x"}) {
        const auto run = agree(publishedExample(), {"--scale", scale});
        EXPECT_EQ(run.status, 2) << scale;
        EXPECT_EQ(run.out, "");
    }
}

} // namespace grading::test
