#include "grading/measure/LabelImage.h"
#include "grading/measure/Measure.h"
#include "grading/scoring/Suggest.h"
#include "phantom/Phantom.h"
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

grading::VolumeGeometry geometryOf(const Stack& stack)
{
    const auto vector = [](Vec3 v) { return grading::PatientVector{v.x, v.y, v.z}; };
    return *grading::VolumeGeometry::make({stack.origin.x, stack.origin.y, stack.origin.z}, vector(stack.rowDirection),
                                          vector(stack.columnDirection), {stack.pixel}, {stack.pixel}, {stack.spacing},
                                          stack.columns, stack.rows, stack.slices);
}

/// Every foramen's marks, measured by the library with the other side's root as reference.
std::map<grading::Foramen, grading::Measurements> measured(const Anatomy& anatomy, const Stack& stack)
{
    const auto grid = geometryOf(stack);
    std::map<grading::Foramen, grading::LabelMap> marks;
    std::map<grading::Foramen, grading::Measurements> plain;
    for (const ForamenShape& foramen : anatomy.foramina()) {
        const auto image = labels(anatomy, foramen, stack);
        const grading::Volume volume(grid, std::vector<std::int16_t>(image.begin(), image.end()));
        marks.emplace(foramen.truth().foramen, grading::labelMapFromVolume(volume, grid)->marks);
        plain.emplace(foramen.truth().foramen, *grading::measure(marks.at(foramen.truth().foramen), grid));
    }
    std::map<grading::Foramen, grading::Measurements> referenced;
    for (const auto& [foramen, own] : plain) {
        const auto& other = plain.at({foramen.level, grading::opposite(foramen.side)});
        grading::MeasureRequest request;
        request.otherSide = other.slices[other.gradedIndex].root.asReference();
        referenced.emplace(foramen, *grading::measure(marks.at(foramen), grid, request));
    }
    return referenced;
}

class PhantomTruth : public testing::TestWithParam<Options> {};

Options varied(std::uint64_t seed)
{
    Options options = smallOptions();
    options.varied = true;
    options.seed = seed;
    return options;
}

RootShape shapeAt(const Anatomy& anatomy, const grading::Foramen& foramen)
{
    const auto found = std::ranges::find_if(anatomy.foramina(),
                                            [&](const ForamenShape& each) { return each.truth().foramen == foramen; });
    return found->truth().shape;
}

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

TEST(PhantomPlan, DrawnGradesAreEvenAndEachIsOneThatItsPatternAdmits)
{
    std::map<int, int> counts;
    for (std::uint64_t seed = 1; seed <= 200; ++seed)
        for (const ForamenTruth& truth : drawnTruth({}, seed)) {
            ++counts[truth.grade];
            EXPECT_THAT(truth.admissibleGrades(), testing::Contains(truth.grade)) << seed << truth.foramen.key();
        }
    // 2000 draws: five standard deviations of a share of a quarter are 97.
    for (int grade = 0; grade < 4; ++grade)
        EXPECT_NEAR(counts[grade], 500, 97) << grade;
}

TEST(PhantomPlan, EachSeedOfVariedPhantomsIsAPatientOfItsOwn)
{
    std::set<std::string> patients;
    std::set<double> heights;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Options options = varied(seed);
        const Anatomy anatomy(options);
        const auto study = plan(anatomy, options);
        EXPECT_TRUE(patients.insert(study.patientId).second);
        heights.insert(anatomy.spine().bones[anatomy.spine().indexOf("L3")].height);
    }
    EXPECT_EQ(heights.size(), 20U);
}

TEST_P(PhantomTruth, RootIsOneIslandLargeEnoughToMeasure)
{
    const auto options = GetParam();
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
    const auto options = GetParam();
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

TEST_P(PhantomTruth, MeasuringTheLabelsGivesTheChosenSidesRootsAndGrades)
{
    Options options = GetParam();
    options.small = false;
    const Anatomy anatomy(options);
    const Stack stack = sagittalStack(options);
    const auto all = measured(anatomy, stack);
    for (const ForamenShape& foramen : anatomy.foramina()) {
        const ForamenTruth& truth = foramen.truth();
        const grading::Measurements& found = all.at(truth.foramen);
        const auto& slice = found.slices[found.gradedIndex];
        EXPECT_EQ(slice.slice + 1, gradedSlice(anatomy, foramen, stack)) << truth.foramen.key();
        for (const auto direction : grading::allDirections) {
            const auto expected = truth.lost[grading::indexOf(direction)] ? grading::SideCoverageState::Lost
                                                                          : grading::SideCoverageState::Preserved;
            EXPECT_EQ(slice.side(direction).state, expected) << truth.foramen.key() << " " << grading::name(direction)
                                                             << " " << slice.side(direction).coverage.value_or(-1);
        }
        // Two deformed roots of one level hide each other: each is the other's reference.
        const grading::Foramen other{truth.foramen.level, grading::opposite(truth.foramen.side)};
        if (truth.shape != RootShape::Normal && shapeAt(anatomy, other) != RootShape::Normal)
            continue;
        const auto root =
            truth.shape == RootShape::Normal ? grading::RootShapeState::Normal : grading::RootShapeState::Deformed;
        EXPECT_EQ(slice.root.state, root) << truth.foramen.key();
        std::vector<std::string> grades;
        for (const int grade : truth.admissibleGrades())
            grades.push_back(std::to_string(grade));
        EXPECT_EQ(grading::suggest(found, grading::documentScheme()).grades, grades) << truth.foramen.key();
    }
}

TEST_P(PhantomTruth, LeftForaminaLieAtThePatientsLeft)
{
    const auto options = GetParam();
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

TEST_P(PhantomTruth, ForaminaLieWithinHalfAMillimetreOfASliceCentre)
{
    const auto options = GetParam();
    const Anatomy anatomy(options);
    const Stack stack = sagittalStack(options);
    for (const ForamenShape& foramen : anatomy.foramina()) {
        const double plane = stack.at(0, 0, gradedSlice(anatomy, foramen, stack) - 1).x;
        EXPECT_NEAR(anatomy.curve().toPatient(foramen.centre()).x, plane, 0.5) << foramen.truth().foramen.key();
    }
}

INSTANTIATE_TEST_SUITE_P(Variants, PhantomTruth,
                         testing::Values(smallOptions(), smallOptions(Variant::SixLumbar),
                                         smallOptions(Variant::Scoliosis), varied(1), varied(2), varied(3)));

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
