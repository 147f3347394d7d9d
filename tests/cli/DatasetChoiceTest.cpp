#include "DatasetRuns.h"

#include <gmock/gmock.h>

#include <set>

namespace grading::test {

using testing::HasSubstr;

namespace {

/// Grades of L4-L5 right by study's place in the set.
template <class Rows>
std::multiset<std::string> gradesOf(const Rows& rows)
{
    std::multiset<std::string> grades;
    for (const auto& row : rows) {
        if (row.at("foramen") == "L4-L5:R")
            grades.insert(row.at("reader") + " " + row.at("source") + " " + row.at("grade"));
    }
    return grades;
}

} // namespace

TEST_F(Datasets, AllTakesEachReadersFirstReadingAndLeavesTheDecisionOut)
{
    EXPECT_EQ(gradesOf(table(exported({"--format", "csv"}), "readings.csv")),
              (std::multiset<std::string>{"reader-01 reading 0", "reader-01 reading 1", "reader-01 reading 2",
                                          "reader-01 reading 3", "reader-02 reading 0", "reader-02 reading 1",
                                          "reader-02 reading 1", "reader-02 reading 3"}));
}

TEST_F(Datasets, ConsensusIsWhatReadersAgreeOnAndElseTheDecision)
{
    EXPECT_EQ(gradesOf(table(exported({"--format", "csv", "--readers", "consensus"}), "readings.csv")),
              (std::multiset<std::string>{"consensus agreement 0", "consensus agreement 1", "consensus adjudication 2",
                                          "consensus agreement 3"}));
}

TEST_F(Datasets, OneReadersReadingsAloneCanBeTaken)
{
    EXPECT_EQ(gradesOf(table(exported({"--format", "csv", "--readers", "Reader^B"}), "readings.csv")),
              (std::multiset<std::string>{"reader-01 reading 0", "reader-01 reading 1", "reader-01 reading 1",
                                          "reader-01 reading 3"}));
    EXPECT_EQ(run(project().file("nobody"), {"--format", "csv", "--readers", "Reader^Z"}).status, 1);
}

TEST_F(Datasets, AllStudiesOfAPatientAreInOnePartAndPartsHaveTheirShares)
{
    std::set<std::string> orders;
    for (const char* seed : {"1", "2", "3", "4", "5", "6"}) {
        const auto rows = table(exported({"--format", "csv", "--split", "34/33/33", "--seed", seed}), "studies.csv");
        ASSERT_EQ(rows.size(), 4U);
        std::map<std::string, std::set<std::string>> partsOf;
        std::set<std::string> parts;
        std::string order;
        for (const auto& row : rows) {
            partsOf[row.at("subject")].insert(row.at("split"));
            parts.insert(row.at("split"));
            order += row.at("subject");
        }
        EXPECT_EQ(partsOf.size(), 3U);
        EXPECT_EQ(parts, (std::set<std::string>{"train", "val", "test"}));
        for (const auto& [subject, each] : partsOf)
            EXPECT_EQ(each.size(), 1U) << subject;
        orders.insert(order); // the patient with two studies stands at another place
    }
    EXPECT_GT(orders.size(), 1U) << "the seed changes nothing";
}

TEST_F(Datasets, ReadersOfAnOpenProjectCannotExportIt)
{
    for (const char* actor : {"Reader^A", "Chief^C", "Somebody^Else"}) {
        const auto out = project().file("blind");
        for (const char* format : {"csv", "dicom"}) {
            std::vector<std::string> arguments{"dataset",   "export",    "--store",  project().store(),
                                               "--project", "Narrowing", "--as",     actor,
                                               "--out",     out,         "--format", format};
            if (format == std::string("dicom"))
                arguments.insert(arguments.end(), {"--key-file", key()});
            const auto refused = runCli(arguments);
            EXPECT_EQ(refused.status, 3) << actor;
            EXPECT_THAT(refused.err, HasSubstr("isn't a manager"));
            EXPECT_FALSE(std::filesystem::exists(out));
            EXPECT_FALSE(std::filesystem::exists(out + ".parts"));
        }
    }
}

} // namespace grading::test
