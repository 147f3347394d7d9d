#include "phantom/Phantom.h"

#include "grading/base/Files.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/reading/ReadingJson.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

using namespace grading::phantom;
namespace fs = std::filesystem;

namespace {

fs::path scratch(const std::string& name)
{
    const fs::path path = fs::path(testing::TempDir()) / ("foragrade-phantom-" + name);
    fs::remove_all(path);
    return path;
}

std::vector<fs::path> filesBelow(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files.push_back(fs::relative(entry.path(), folder));
    std::ranges::sort(files);
    return files;
}

std::string outputOf(const std::string& command)
{
    std::string text;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    std::array<char, 4096> buffer{};
    while (fgets(buffer.data(), buffer.size(), pipe) != nullptr)
        text += buffer.data();
    pclose(pipe);
    return text;
}

/// One small study for all tests here.
class PhantomStudy : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder = scratch("study");
        Options options;
        options.small = true;
        ASSERT_TRUE(generate(s_folder, options));
    }
    static void TearDownTestSuite() { fs::remove_all(s_folder); }

    static nlohmann::json truth()
    {
        return nlohmann::json::parse(*grading::readFile(s_folder / "truth" / "truth.json"));
    }

    static inline fs::path s_folder;
};

/// Position and orientation of one file.
struct Placed {
    std::array<double, 3> position{};
    std::array<double, 6> orientation{};
    int instance = 0;

    [[nodiscard]] Vec3 row() const { return {orientation[0], orientation[1], orientation[2]}; }
    [[nodiscard]] Vec3 column() const { return {orientation[3], orientation[4], orientation[5]}; }
    [[nodiscard]] Vec3 at() const { return {position[0], position[1], position[2]}; }
    [[nodiscard]] Vec3 normal() const { return cross(row(), column()); }
};

std::vector<Placed> places(const fs::path& series)
{
    std::vector<Placed> all;
    for (const fs::path& name : filesBelow(series)) {
        DcmFileFormat file;
        EXPECT_TRUE(file.loadFile((series / name).c_str()).good());
        Placed placed;
        for (unsigned long i = 0; i < 3; ++i)
            file.getDataset()->findAndGetFloat64(DCM_ImagePositionPatient, placed.position[i], i);
        for (unsigned long i = 0; i < 6; ++i)
            file.getDataset()->findAndGetFloat64(DCM_ImageOrientationPatient, placed.orientation[i], i);
        Sint32 instance = 0;
        file.getDataset()->findAndGetSint32(DCM_InstanceNumber, instance);
        placed.instance = instance;
        all.push_back(placed);
    }
    return all;
}

} // namespace

TEST_F(PhantomStudy, EveryObjectIsValidByItsDefinition)
{
    if (std::string(DCIODVFY).empty())
        GTEST_SKIP() << "dciodvfy (dicom3tools) isn't installed";
    for (const fs::path& file : filesBelow(s_folder / "dicom")) {
        const std::string said = outputOf(std::string(DCIODVFY) + " " + (s_folder / "dicom" / file).string());
        EXPECT_THAT(said, testing::HasSubstr("MRImage")) << file;
        EXPECT_THAT(said, testing::Not(testing::HasSubstr("Error"))) << file;
    }
}

TEST_F(PhantomStudy, AllObjectsAgreeOnPatientStudyAndSeries)
{
    if (std::string(DCENTVFY).empty())
        GTEST_SKIP() << "dcentvfy (dicom3tools) isn't installed";
    std::string command = DCENTVFY;
    for (const fs::path& file : filesBelow(s_folder / "dicom"))
        command += " " + (s_folder / "dicom" / file).string();
    EXPECT_THAT(outputOf(command), testing::Not(testing::HasSubstr("Error")));
}

TEST_F(PhantomStudy, TheSameOptionsGiveTheSameBytes)
{
    const fs::path again = scratch("again");
    Options options;
    options.small = true;
    ASSERT_TRUE(generate(again, options));
    ASSERT_EQ(filesBelow(again), filesBelow(s_folder));
    for (const fs::path& file : filesBelow(again))
        EXPECT_EQ(*grading::readFile(again / file), *grading::readFile(s_folder / file)) << file;
    fs::remove_all(again);
}

TEST_F(PhantomStudy, AFolderThatHoldsAStudyIsNotOverwritten)
{
    const auto before = fs::last_write_time(s_folder / "truth" / "truth.json");
    const auto again = generate(s_folder, {});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, grading::ErrorCode::Exists);
    EXPECT_EQ(fs::last_write_time(s_folder / "truth" / "truth.json"), before);
}

TEST_F(PhantomStudy, SagittalSlicesRunFromThePatientsLeftInStepsOfSpacing)
{
    for (const char* series : {"t1-sagittal", "t2-sagittal"}) {
        const auto slices = places(s_folder / "dicom" / series);
        ASSERT_EQ(slices.size(), 17U);
        EXPECT_GT(slices.front().at().x, 0);
        for (std::size_t i = 1; i < slices.size(); ++i) {
            EXPECT_EQ(slices[i].instance, static_cast<int>(i) + 1);
            EXPECT_NEAR(dot(slices[i].at() - slices[i - 1].at(), slices[i].normal()), 4.4, 1e-6);
        }
    }
}

TEST_F(PhantomStudy, AxialSeriesHoldsFiveStacksOfFourWithDifferentTilt)
{
    const auto slices = places(s_folder / "dicom" / "t2-axial");
    ASSERT_EQ(slices.size(), 20U);
    for (std::size_t i = 1; i < slices.size(); ++i) {
        const double cosine = dot(slices[i].normal(), slices[i - 1].normal());
        if (i % 4 != 0) {
            EXPECT_NEAR(cosine, 1, 1e-7);
            EXPECT_NEAR(dot(slices[i].at() - slices[i - 1].at(), slices[i].normal()), 4.4, 1e-4);
        } else {
            EXPECT_LT(cosine, std::cos(2 * 3.14159265358979 / 180)) << "stacks " << i / 4 << " and before";
        }
    }
}

TEST_F(PhantomStudy, EveryForamenOfTheTruthHasItsLabelImagesAndTheReadingNamesThem)
{
    const auto known = truth();
    const auto reading = nlohmann::json::parse(*grading::readFile(s_folder / "truth" / "reading.json"));
    ASSERT_EQ(known["foramina"].size(), 10U);
    ASSERT_EQ(reading["foramina"].size(), 10U);
    for (std::size_t i = 0; i < 10; ++i) {
        const auto& foramen = known["foramina"][i];
        for (const char* weighting : {"t1", "t2"})
            EXPECT_TRUE(fs::exists(s_folder / "truth" / foramen["labels"][weighting].get<std::string>()));
        const auto& read = reading["foramina"][i];
        EXPECT_EQ(read["foramen"], foramen["foramen"]);
        EXPECT_EQ(read["grade"], foramen["grade"]);
        EXPECT_EQ(read["sides"], foramen["sides"]);
        EXPECT_EQ(read["root"], foramen["root"]);
        EXPECT_EQ(read["marks"]["file"], foramen["labels"]["t2"]);
        EXPECT_EQ(read["marks"]["stack"], known["series"]["t2-sagittal"].get<std::string>() + "#1");
    }
}

TEST_F(PhantomStudy, TheReadingIsOneThatTheLibraryReads)
{
    const auto text = grading::readFile(s_folder / "truth" / "reading.json");
    const auto reading =
        grading::readingFromJson(*text, [&](const grading::Foramen&, const std::string& file, const std::string&) {
            EXPECT_TRUE(fs::exists(s_folder / "truth" / file));
            grading::StackMarks marks;
            marks.geometry = *grading::VolumeGeometry::make({0, 0, 0}, {0, 1, 0}, {0, 0, -1}, {1}, {1}, {4}, 8, 8, 17);
            marks.labels = grading::LabelMap(8, 8, 17);
            return grading::Result<grading::StackMarks>(marks);
        });
    ASSERT_TRUE(reading) << reading.error().message();
    EXPECT_EQ(reading->foramina.size(), 10U);
    const auto* worst = reading->find(*grading::Foramen::parse("L5-S1:R"));
    ASSERT_NE(worst, nullptr);
    EXPECT_EQ(worst->grade, grading::Grade::from(3));
    EXPECT_EQ(worst->findings.root, grading::RootMorphology::Deformed);
    EXPECT_EQ(worst->marks.front().gradedSlice, 13);
}

TEST_F(PhantomStudy, TheLibraryFindsSevenCleanStacksInTheirRoles)
{
    const auto found = grading::scanFolder({s_folder / "dicom"});
    ASSERT_TRUE(found) << found.error().message();
    EXPECT_THAT(found->issues, testing::IsEmpty());
    std::vector<std::string> roles;
    for (const grading::Stack* stack : found->stacks()) {
        roles.push_back(stack->role.name());
        EXPECT_THAT(stack->issues, testing::IsEmpty()) << stack->id;
    }
    EXPECT_THAT(roles, testing::UnorderedElementsAre("sagittal-T1", "sagittal-T2", "axial-T2", "axial-T2", "axial-T2",
                                                     "axial-T2", "axial-T2"));
}

TEST_F(PhantomStudy, EachDiscLiesBetweenTheSecondAndThirdSliceOfItsOwnAxialStack)
{
    const auto slices = places(s_folder / "dicom" / "t2-axial");
    const auto known = truth();
    std::size_t first = 0;
    for (const auto& level : known["levels"]) {
        if (level["level"].get<std::string>().front() != 'L')
            continue;
        const auto& at = level["discCentre"];
        const Vec3 centre{at[0], at[1], at[2]};
        EXPECT_GT(dot(centre - slices[first + 1].at(), slices[first].normal()), 0) << level["level"];
        EXPECT_LT(dot(centre - slices[first + 2].at(), slices[first].normal()), 0) << level["level"];
        first += 4;
    }
    EXPECT_EQ(first, slices.size());
}

TEST_F(PhantomStudy, DiscCentresDescendAlongTheSpine)
{
    const auto known = truth();
    double last = 1e9;
    for (const auto& level : known["levels"]) {
        const double z = level["discCentre"][2];
        EXPECT_LT(z, last) << level["level"];
        EXPECT_NEAR(level["discCentre"][0].get<double>(), 0, 1e-9);
        last = z;
    }
}
