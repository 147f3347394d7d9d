#include "grading/dataset/Split.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

std::array<int, 3> counts(std::size_t patients, const Split& split)
{
    std::array<int, 3> counts{};
    for (const auto part : splitOf(patients, split))
        ++counts.at(static_cast<std::size_t>(part));
    return counts;
}

} // namespace

TEST(Split, IsWrittenAsPercentThatAddUpToAHundred)
{
    EXPECT_EQ(Split::parse("70/15/15").value(), (Split{70, 15, 15}));
    EXPECT_EQ(Split::parse("80/20").value(), (Split{80, 0, 20}));
    EXPECT_EQ(Split::parse("70/15/15")->text(), "70/15/15");
    for (const char* wrong :
         {"", "100", "70/15", "70/15/15/0", "70-15-15", "70/15/16", "-10/60/50", "a/b/c", "70/15/15 "})
        EXPECT_FALSE(Split::parse(wrong)) << wrong;
}

TEST(Split, EachPartIsOffByLessThanOnePatient)
{
    for (std::size_t patients = 20; patients < 300; patients += 7) {
        for (const Split split : {Split{70, 15, 15}, Split{80, 0, 20}, Split{34, 33, 33}, Split{60, 35, 5}}) {
            const auto found = counts(patients, split);
            const std::array<int, 3> shares{split.train, split.validation, split.test};
            for (std::size_t i = 0; i < 3; ++i) {
                const double exact = double(patients) * shares.at(i) / 100;
                EXPECT_LT(std::abs(found.at(i) - exact), 1.0) << patients << ' ' << split.text();
            }
            EXPECT_EQ(found[0] + found[1] + found[2], static_cast<int>(patients));
        }
    }
}

TEST(Split, EveryPartThatIsAskedForGetsAPatientWhenThereAreEnough)
{
    EXPECT_EQ(counts(3, {98, 1, 1}), (std::array<int, 3>{1, 1, 1}));
    EXPECT_EQ(counts(1, {70, 15, 15}), (std::array<int, 3>{1, 0, 0}));
    EXPECT_EQ(counts(10, {100, 0, 0}), (std::array<int, 3>{10, 0, 0}));
}

TEST(Split, TheOrderDependsOnSeedAndPatientsAlone)
{
    std::vector<std::string> patients;
    for (int i = 0; i < 50; ++i)
        patients.push_back("id " + std::to_string(i));
    auto turned = patients;
    std::ranges::reverse(turned);
    EXPECT_EQ(shuffled(patients, 7), shuffled(turned, 7));
    EXPECT_NE(shuffled(patients, 7), shuffled(patients, 8));
    EXPECT_NE(shuffled(patients, 7), patients);
    EXPECT_TRUE(std::ranges::is_permutation(shuffled(patients, 7), patients));
}

} // namespace grading
