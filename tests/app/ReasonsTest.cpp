#include "models/Reasons.h"
#include "language/Language.h"

#include <gtest/gtest.h>

#include <array>

namespace foragrade {
namespace {

using grading::RootMeasurement;
using grading::SideCoverageState;
using grading::SideState;

class Reasons : public testing::Test {
protected:
    void TearDown() override { setLanguage("en"); }

    /// Without the last, which the panel shows at the top.
    static QStringList english(const grading::Suggestion& suggestion)
    {
        QStringList lines;
        for (const auto& reason : suggestion.reasons)
            lines << QString::fromStdString(reason);
        lines.removeLast();
        return lines;
    }

    /// In English the library's words, in German others throughout.
    static void expectSaid(const grading::Assessment& assessment, const grading::FindingSet& findings)
    {
        const auto words = english(*assessment.basis());
        setLanguage("en");
        ASSERT_EQ(reasonsOf(assessment, findings), words);
        setLanguage("de");
        const auto german = reasonsOf(assessment, findings);
        ASSERT_EQ(german.size(), words.size());
        for (const auto& line : german)
            ASSERT_FALSE(words.contains(line)) << line.toStdString();
    }

    grading::GradingScheme scheme = grading::documentScheme();
};

TEST_F(Reasons, OfAReadersFindingsAreTheLibrarysInEnglishAndNoneOfTheseInGerman)
{
    using State = std::optional<SideState>;
    const std::array<State, 4> states{std::nullopt, SideState::Preserved, SideState::Lost, SideState::NotAssessable};
    const std::array<std::optional<grading::RootMorphology>, 5> roots{
        std::nullopt, grading::RootMorphology::Normal, grading::RootMorphology::Deformed,
        grading::RootMorphology::Collapsed, grading::RootMorphology::NotAssessable};
    for (std::size_t number = 0; number < 4 * 4 * 4 * 4; ++number) {
        grading::FindingSet findings;
        findings.sides = {states[number % 4], states[number / 4 % 4], states[number / 16 % 4], states[number / 64]};
        findings.root = roots[number % roots.size()];
        grading::Assessment assessment;
        assessment.stated = suggest(findings, scheme);
        expectSaid(assessment, findings);
    }
}

TEST_F(Reasons, OfMarksAreTheLibrarysInEnglishAndNoneOfTheseInGerman)
{
    using Sign = RootMeasurement::Sign;
    const std::array states{SideCoverageState::Preserved, SideCoverageState::Equivocal, SideCoverageState::Lost,
                            SideCoverageState::NotAssessable};
    const std::array roots{grading::RootShapeState::Normal, grading::RootShapeState::Deformed,
                           grading::RootShapeState::NotAssessable};
    const std::array causes{grading::SideMeasurement::Cause::LeavesImage,
                            grading::SideMeasurement::Cause::FatNotAnnotated};
    const std::array signs{Sign::Flattened, Sign::Indented, Sign::Shrunken, Sign::Swollen};
    for (std::size_t number = 0; number < 4 * 4 * 4 * 4; ++number) {
        grading::SliceMeasurements slice;
        for (std::size_t side = 0; side < 4; ++side) {
            slice.sides[side].state = states[number >> (2 * side) & 3U];
            slice.sides[side].coverage = 0.4;
            if (slice.sides[side].state == SideCoverageState::NotAssessable)
                slice.sides[side].cause = causes[number / 3 % 2];
        }
        slice.root.state = roots[number % 3];
        slice.root.pixels = 5;
        for (std::size_t sign = 0; sign < 4; ++sign) {
            if ((number >> sign & 1U) != 0)
                slice.root.signs.push_back(signs[sign]);
        }
        grading::Assessment assessment;
        assessment.measurements.emplace();
        assessment.measurements->slices = {slice};
        assessment.measurements->fatRecord =
            number % 2 == 0 ? grading::Measurements::FatRecord::NoFatSeen : grading::Measurements::FatRecord::Annotated;
        assessment.measured = suggest(*assessment.measurements, scheme);
        expectSaid(assessment, {});
    }
}

TEST_F(Reasons, WhatSomebodyNotedStaysAsItIs)
{
    grading::FindingSet findings;
    findings.root = grading::RootMorphology::Normal;
    findings.notes = {"left out by the scanner"};
    grading::Assessment assessment;
    assessment.stated = suggest(findings, scheme);
    setLanguage("de");
    EXPECT_EQ(reasonsOf(assessment, findings).back(), "left out by the scanner");
    EXPECT_TRUE(reasonsOf({}, findings).isEmpty());
}

} // namespace
} // namespace foragrade
