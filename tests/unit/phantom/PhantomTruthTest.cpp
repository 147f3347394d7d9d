#include "phantom/Truth.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

using namespace grading::phantom;
using grading::Side;

namespace {

Options smallOptions(Variant variant = Variant::Default)
{
    Options options;
    options.variant = variant;
    options.small = true;
    return options;
}

/// Pixels of each label on one slice, from 1.
std::map<int, int> countLabels(const std::vector<std::uint8_t>& image, const Stack& stack, int slice)
{
    std::map<int, int> counts;
    const auto begin = image.begin() + static_cast<std::ptrdiff_t>(stack.slicePixels()) * (slice - 1);
    std::for_each(begin, begin + static_cast<std::ptrdiff_t>(stack.slicePixels()),
                  [&](std::uint8_t label) { ++counts[label]; });
    return counts;
}

/// How many 4-connected islands the label forms on that slice.
int islands(const std::vector<std::uint8_t>& image, const Stack& stack, int slice, std::uint8_t label)
{
    const auto start = static_cast<std::size_t>(slice - 1) * stack.slicePixels();
    std::vector<std::uint8_t> left(image.begin() + static_cast<std::ptrdiff_t>(start),
                                   image.begin() + static_cast<std::ptrdiff_t>(start + stack.slicePixels()));
    int found = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (left[i] != label)
            continue;
        ++found;
        std::vector<std::size_t> open{i};
        left[i] = 0;
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            const auto width = static_cast<std::size_t>(stack.columns);
            for (const std::size_t next : {at - 1, at + 1, at - width, at + width})
                if (next < left.size() && left[next] == label) {
                    left[next] = 0;
                    open.push_back(next);
                }
        }
    }
    return found;
}

/// The share of rays within 45 degrees of a patient direction (right angles on a sagittal slice) that meet at least
/// 1 mm of fat within 1 mm of the root's edge.
double fatShare(const std::vector<std::uint8_t>& image, const Stack& stack, int slice, Vec3 centre, Vec3 direction)
{
    const auto label = [&](Vec3 p) {
        const Vec3 d = p - stack.origin;
        const auto c = std::lround(dot(d, stack.rowDirection) / stack.pixel);
        const auto r = std::lround(dot(d, stack.columnDirection) / stack.pixel);
        return image[static_cast<std::size_t>(slice - 1) * stack.slicePixels() +
                     static_cast<std::size_t>(r * stack.columns + c)];
    };
    const Vec3 across = cross(stack.normal(), direction);
    int met = 0;
    int rays = 0;
    for (double degrees = -44; degrees <= 44; degrees += 2, ++rays) {
        const double angle = degrees * 3.14159265358979 / 180;
        const Vec3 ray = std::cos(angle) * direction + std::sin(angle) * across;
        double edge = 0;
        double fat = 0;
        double gap = 0;
        for (double t = 0; t < 12; t += 0.1) {
            const auto here = label(centre + t * ray);
            if (here == 1)
                edge = t;
        }
        for (double t = edge + 0.05; t < edge + 6; t += 0.1) {
            if (label(centre + t * ray) == 2)
                fat += 0.1;
            else if (fat > 0)
                break;
            else
                gap += 0.1;
        }
        met += gap <= 1.0 && fat >= 1.0 ? 1 : 0;
    }
    return static_cast<double>(met) / rays;
}

class PhantomTruth : public testing::TestWithParam<Variant> {};

} // namespace

TEST(PhantomPlan, GradesZeroToThreeOccurOnBothSides)
{
    std::map<Side, std::set<int>> grades;
    for (const ForamenTruth& truth : chosenTruth({}))
        grades[truth.foramen.side].insert(truth.grade);
    EXPECT_THAT(grades[Side::Right], testing::ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(grades[Side::Left], testing::ElementsAre(0, 1, 2, 3));
}

TEST(PhantomPlan, EveryGradeIsOneThatTheDocumentSchemeAdmits)
{
    for (const ForamenTruth& truth : chosenTruth({}))
        EXPECT_THAT(truth.admissibleGrades(), testing::Contains(truth.grade)) << truth.foramen.key();
}

TEST(PhantomPlan, FiveLumbarVertebraeHaveTenForaminaAndSixHaveTwelve)
{
    EXPECT_EQ(chosenTruth({}).size(), 10U);
    grading::SpineNumbering six;
    six.lumbar = 6;
    const auto truths = chosenTruth(six);
    ASSERT_EQ(truths.size(), 12U);
    EXPECT_EQ(truths.back().foramen.key(), "L6-S1:L");
}

TEST_P(PhantomTruth, RootIsOneIslandLargeEnoughToMeasure)
{
    const auto options = smallOptions(GetParam());
    const Anatomy anatomy(options);
    Options full = options;
    full.small = false;
    const Stack stack = sagittalStack(full);
    for (const ForamenShape& foramen : anatomy.foramina()) {
        const auto image = labels(anatomy, foramen, stack);
        const int slice = gradedSlice(anatomy, foramen, stack);
        EXPECT_EQ(islands(image, stack, slice, 1), 1) << foramen.truth().foramen.key();
        EXPECT_GE(countLabels(image, stack, slice)[1], 36) << foramen.truth().foramen.key();
    }
}

TEST_P(PhantomTruth, GradedSliceHasTheLargestRoot)
{
    const auto options = smallOptions(GetParam());
    const Anatomy anatomy(options);
    const Stack stack = sagittalStack(options);
    for (const ForamenShape& foramen : anatomy.foramina()) {
        const auto image = labels(anatomy, foramen, stack);
        const int slice = gradedSlice(anatomy, foramen, stack);
        for (int other = 1; other <= stack.slices; ++other)
            if (other != slice) {
                EXPECT_LT(countLabels(image, stack, other)[1], countLabels(image, stack, slice)[1])
                    << foramen.truth().foramen.key() << " slice " << other;
            }
    }
}

TEST_P(PhantomTruth, FatLiesAtEverySideThatKeptItAndAtNoneThatLostIt)
{
    Options options = smallOptions(GetParam());
    options.small = false;
    const Anatomy anatomy(options);
    const Stack stack = sagittalStack(options);
    for (const ForamenShape& foramen : anatomy.foramina()) {
        const auto image = labels(anatomy, foramen, stack);
        const int slice = gradedSlice(anatomy, foramen, stack);
        const Vec3 centre = anatomy.curve().toPatient(foramen.centre());
        const auto margins = foramen.pedicleMargins();
        Vec3 up = anatomy.curve().toPatient(margins[0]) - anatomy.curve().toPatient(margins[1]);
        up.x = 0;
        up = (1 / length(up)) * up;
        const Vec3 back = cross(up, {1, 0, 0});
        const Vec3 ways[] = {up, -1 * up, -1 * back, back};
        for (std::size_t side = 0; side < 4; ++side) {
            const double share = fatShare(image, stack, slice, centre, ways[side]);
            if (foramen.truth().lost[side])
                EXPECT_LT(share, 0.25) << foramen.truth().foramen.key() << " " << sideNames[side];
            else
                EXPECT_GE(share, 0.6) << foramen.truth().foramen.key() << " " << sideNames[side];
        }
    }
}

TEST_P(PhantomTruth, LeftForaminaLieAtThePatientsLeft)
{
    const auto options = smallOptions(GetParam());
    const Anatomy anatomy(options);
    const Stack stack = sagittalStack(options);
    for (const ForamenShape& foramen : anatomy.foramina()) {
        const bool isLeft = foramen.truth().foramen.side == Side::Left;
        const double x = stack.at(0, 0, gradedSlice(anatomy, foramen, stack) - 1).x;
        const double middle = anatomy.curve().at(foramen.centre().z);
        EXPECT_EQ(x - middle > 0, isLeft) << foramen.truth().foramen.key();
        EXPECT_GT(std::abs(x - middle), 10) << foramen.truth().foramen.key();
    }
}

INSTANTIATE_TEST_SUITE_P(Variants, PhantomTruth,
                         testing::Values(Variant::Default, Variant::SixLumbar, Variant::Scoliosis));

TEST(PhantomTruthDefault, ForaminaLieWithinHalfAMillimetreOfASliceCentre)
{
    const Anatomy anatomy{Options{}};
    const Stack stack = sagittalStack({});
    for (const ForamenShape& foramen : anatomy.foramina()) {
        const double plane = stack.at(0, 0, gradedSlice(anatomy, foramen, stack) - 1).x;
        EXPECT_NEAR(foramen.centre().x, plane, 0.5) << foramen.truth().foramen.key();
    }
}

TEST(PhantomTruthDefault, AxialStacksFollowTheDiscsAndEachHasItsOwnTilt)
{
    const Options options;
    const Anatomy anatomy(options);
    const auto stacks = axialStacks(anatomy, options);
    ASSERT_EQ(stacks.size(), 5U);
    for (std::size_t i = 0; i < stacks.size(); ++i) {
        EXPECT_EQ(stacks[i].slices, 4);
        const Vec3 disc = anatomy.spine().discs[anatomy.spine().indexOf("L1") + i].frame.origin;
        const double fromFirst = dot(disc - stacks[i].origin, stacks[i].normal());
        EXPECT_NEAR(fromFirst, 1.5 * stacks[i].spacing, 1e-6) << "the disc is in the middle of its four slices";
        if (i > 0) {
            const double degrees = std::acos(dot(stacks[i].normal(), stacks[i - 1].normal())) * 180 / 3.14159265358979;
            EXPECT_GT(degrees, 2.0);
        }
    }
    EXPECT_GT(std::acos(dot(stacks[0].normal(), stacks[4].normal())) * 180 / 3.14159265358979, 25);
}
