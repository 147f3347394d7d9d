#include "Measured.h"

#include "grading/scoring/Suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {
namespace {

using testing::Contains;
using testing::HasSubstr;

std::vector<std::string> reasonsFor(std::array<std::optional<SideState>, 4> sides,
                                    std::optional<RootMorphology> root = RootMorphology::Normal)
{
    return suggest({sides, root, {}}, documentScheme()).reasons;
}

constexpr auto kept = SideState::Preserved;
constexpr auto lost = SideState::Lost;
constexpr auto open = SideState::NotAssessable;

TEST(Reasons, sayWhereFatIsInAReadersWords)
{
    EXPECT_THAT(reasonsFor({lost, lost, kept, kept}),
                Contains("fat lost above and below, kept in front and behind: the whole vertical direction"));
    EXPECT_THAT(reasonsFor({kept, kept, lost, lost}),
                Contains("fat lost in front and behind, kept above and below: the whole transverse direction"));
    EXPECT_THAT(reasonsFor({kept, kept, kept, kept}), Contains("fat kept on all four sides: no direction affected"));
    EXPECT_THAT(reasonsFor({lost, lost, lost, lost}), Contains("fat lost on all four sides: both directions"));
    EXPECT_THAT(reasonsFor({lost, kept, lost, kept}),
                Contains("fat lost above and in front, kept below and behind: part of both directions"));
}

TEST(Reasons, sayWhatIsOpen)
{
    EXPECT_THAT(reasonsFor({lost, open, kept, std::nullopt}),
                Contains("fat lost above, kept in front, not assessable below, not recorded behind"));
}

TEST(Reasons, sayWhatTheRootIsAndWhatTheSchemeAdmits)
{
    EXPECT_THAT(reasonsFor({kept, kept, kept, kept}, RootMorphology::Collapsed), Contains("root collapsed"));
    EXPECT_THAT(reasonsFor({lost, kept, lost, kept}), Contains(HasSubstr("admits 1 or 2")));
}

TEST(Reasons, nameTheSignsOfADeformedRoot)
{
    SliceMeasurements slice = truth::sliceWith({1, 1, 1, 1});
    slice.root.signs = {RootMeasurement::Sign::Flattened};
    EXPECT_THAT(suggest(truth::measurementsOf({slice}), documentScheme()).reasons,
                Contains("root flattened: too few signs to suggest deformed"));
    slice.root.signs.push_back(RootMeasurement::Sign::Swollen);
    slice.root.state = RootShapeState::Deformed;
    EXPECT_THAT(suggest(truth::measurementsOf({slice}), documentScheme()).reasons,
                Contains("root flattened and larger than its reference: deformed is suggested"));
}

TEST(Reasons, sayThatNoFatWasConfirmed)
{
    Measurements measured = truth::measurementsOf({truth::sliceWith({0, 0, 0, 0})});
    measured.fatRecord = Measurements::FatRecord::NoFatSeen;
    EXPECT_THAT(suggest(measured, documentScheme()).reasons, Contains("the reader confirmed that no fat was seen"));
}

} // namespace
} // namespace grading
