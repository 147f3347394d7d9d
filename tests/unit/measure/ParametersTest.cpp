#include "grading/base/Files.h"
#include "grading/measure/MeasurementParameters.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <unistd.h>

namespace grading {
namespace {

class ParameterFile : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = std::filesystem::temp_directory_path() / ("foragrade-parameters-" + std::to_string(::getpid()));
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    Result<MeasurementParameters> read(const std::string& text)
    {
        EXPECT_TRUE(writeFile(m_folder / "p.json", text));
        return readParameters(m_folder / "p.json");
    }

    std::filesystem::path m_folder;
};

TEST_F(ParameterFile, whatIsLeftOutKeepsItsDefault)
{
    const auto parameters = read(R"({"id": "site-7", "maximumGapMm": 1.5, "minimumRootPixels": 12})");
    ASSERT_TRUE(parameters) << parameters.error().message();
    MeasurementParameters expected;
    expected.id = "site-7";
    expected.maximumGap = Millimetres{1.5};
    expected.minimumRootPixels = 12;
    EXPECT_EQ(*parameters, expected);
}

TEST_F(ParameterFile, changedValuesNeedAnIdOfTheirOwn)
{
    EXPECT_FALSE(read(R"({"lostCoverage": 0.2})"));
    EXPECT_FALSE(read(R"({"id": "foragrade-2026.1", "lostCoverage": 0.2})"));
    EXPECT_TRUE(read(R"({"id": "foragrade-2026.1", "lostCoverage": 0.25})"));
    EXPECT_TRUE(read("{}"));
}

TEST_F(ParameterFile, anythingDubiousIsRefused)
{
    for (const char* text :
         {"", "[]", "null", "{", R"({"id": 7})", R"({"id": ""})", R"({"id": "x", "maximumGap": 1})",
          R"({"id": "x", "maximumGapMm": "1"})", R"({"id": "x", "maximumGapMm": -1})",
          R"({"id": "x", "lostCoverage": 0.7})", R"({"id": "x", "minimumRootPixels": 12.5})",
          R"({"id": "x", "deformedFromSigns": 4})", R"({"id": "x", "outlineMaximumLeanDegrees": 91})"})
        EXPECT_FALSE(read(text)) << text;
}

TEST_F(ParameterFile, aMissingFileIsNotFound)
{
    const auto parameters = readParameters(m_folder / "none.json");
    ASSERT_FALSE(parameters);
    EXPECT_EQ(parameters.error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace grading
