#pragma once

#include "TestSeries.h"

#include "grading/dicom/StructuredReport.h"

#include <gmock/gmock.h>

namespace grading::test {

/// A study of two small sagittal series in a temporary folder, and what an export makes of readings of it.
class ExportedStudy {
public:
    explicit ExportedStudy(const TestSeries& first = {});

    [[nodiscard]] const SeriesCatalogue& catalogue() const { return m_catalogue; }
    [[nodiscard]] const Stack& stack(std::size_t index) const { return m_catalogue.studies[0].series[index].stacks[0]; }
    [[nodiscard]] StudyIdentity identity() const;
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path(); }

    /// An untouched draft of this study.
    [[nodiscard]] Reading newReading(const std::string& reader = "Reader^One") const;
    /// Root, fat and outline in the middle of two slices, shifted by `offset` columns.
    [[nodiscard]] StackMarks marksOn(std::size_t stack, int offset = 0) const;

    struct Objects {
        std::filesystem::path report;
        std::vector<std::filesystem::path> segmentations;
        std::filesystem::path keyObjects; ///< Empty when nothing is marked.

        [[nodiscard]] std::vector<std::filesystem::path> all() const;
    };
    /// Expects success.
    [[nodiscard]] Objects write(const Reading& reading, const std::string& name = "export") const;
    [[nodiscard]] std::vector<std::filesystem::path> images() const;

private:
    TemporaryFolder m_folder;
    SeriesCatalogue m_catalogue;
};

/// As it comes back out of DICOM text: without control characters and trailing spaces.
[[nodiscard]] std::string storedText(std::string text);

} // namespace grading::test
