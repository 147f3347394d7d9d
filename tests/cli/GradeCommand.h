#pragma once

#include "CommandLine.h"
#include "TemporaryFolder.h"
#include "phantom/Phantom.h"

#include "grading/base/Files.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/dicom/Segmentation.h"
#include "grading/imaging/VolumeFile.h"
#include "grading/measure/LabelImage.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace grading {

using nlohmann::json;
using testing::HasSubstr;

/// An error is one line that names the subject and says what is wrong.
inline bool isOneLine(const std::string& text)
{
    return text.find(": ") != std::string::npos && text.find('\n') == text.size() - 1;
}

/// The small phantom, made once; every case asks the program about it.
class GradeCommand : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder = std::make_unique<samples::TemporaryFolder>();
        phantom::Options options;
        options.small = true;
        ASSERT_TRUE(phantom::generate(study(), options));
        s_truth = json::parse(readFile(study() / "truth" / "truth.json").value());
    }
    static void TearDownTestSuite() { s_folder.reset(); }

    static std::filesystem::path study() { return s_folder->path() / "phantom"; }
    static std::string stack(const std::string& series = "t2-sagittal")
    {
        return (study() / "dicom" / series).string();
    }
    static std::string label(const std::string& name) { return (study() / "truth" / name).string(); }
    static std::string own(const std::string& name) { return s_folder->file(name); }

    static test::CliRun grade(const std::string& stack, const std::string& marks, const std::string& foramen,
                              std::vector<std::string> more = {})
    {
        more.insert(more.begin(), {"grade", "--stack", stack, "--marks", marks, "--foramen", foramen});
        return test::runCli(more);
    }
    static json graded(const std::string& marks, std::vector<std::string> more = {})
    {
        more.emplace_back("--json");
        const auto ended = grade(stack(), marks, "L4-L5:R", std::move(more));
        EXPECT_EQ(ended.status, 0) << ended.err;
        return json::parse(ended.out, nullptr, false);
    }
    /// The T2 stack as the library sees it.
    static Stack scannedStack()
    {
        const auto catalogue = scanFolder({stack()});
        return *catalogue->stacks().front();
    }
    static LabelMap marksOf(const std::string& name)
    {
        const auto image = labelMapFromVolume(*readVolumeFile(label(name)), *scannedStack().geometry);
        return image->marks;
    }
    static std::string written(const std::string& name, const LabelMap& marks)
    {
        EXPECT_TRUE(writeVolumeFile(own(name), volumeFromLabelMap(marks, *scannedStack().geometry)));
        return own(name);
    }

    static inline std::unique_ptr<samples::TemporaryFolder> s_folder;
    static inline json s_truth;
};

} // namespace grading
