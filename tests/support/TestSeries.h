#pragma once

#include "TemporaryFolder.h"
#include "grading/imaging/SeriesCatalogue.h"

#include <filesystem>
#include <string>

namespace grading::test {

/// A small MR series made for a test: valid headers, pixels that are all zero.
struct TestSeries {
    int columns = 64;
    int rows = 64;
    int slices = 15;
    Uid study = Uid("1.2.826.0.1.3680043.10.543.1");
    Uid series = Uid("1.2.826.0.1.3680043.10.543.1.1");
    Uid frameOfReference = Uid("1.2.826.0.1.3680043.10.543.1.9");
    std::string patientName = "Phantom^Lumbar"; ///< UTF-8
    std::string bodyPart = "LSPINE";
    PatientPoint origin{-28.5, -90.25, 110.125};
    PatientVector rowDirection{0, 1, 0};
    PatientVector columnDirection{0, 0, -1};
    double rowSpacing = 0.7;
    double columnSpacing = 0.7;
    double sliceSpacing = 4.4;
};

/// Writes one file a slice, named so that their order says nothing, and returns the stack as a scan would.
[[nodiscard]] Stack writeSeries(const std::filesystem::path& folder, const TestSeries& series);

using samples::TemporaryFolder;

/// The folder of test data, from FORAGRADE_TEST_DATA or ../shared/data beside the source; empty when there is none.
[[nodiscard]] std::filesystem::path testData();

/// What a program printed, standard output and error together; none when it isn't installed.
[[nodiscard]] std::optional<std::string> outputOf(const std::string& program, const std::string& arguments);

} // namespace grading::test
