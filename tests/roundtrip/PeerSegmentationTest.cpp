#include "TestSeries.h"

#include "grading/dicom/ReadableReport.h"
#include "grading/dicom/Segmentation.h"

#include <gmock/gmock.h>

#include <iostream>

namespace grading {
namespace {

TEST(PeerSegmentation, IsReadOrRefusedWithAReason)
{
    const auto peers = test::testData() / "peers";
    if (!std::filesystem::is_directory(peers))
        GTEST_SKIP() << "no peers in the test data";
    int read = 0;
    int refused = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(peers)) {
        const auto extension = entry.path().extension();
        if (extension != ".dcm" && extension != ".seg")
            continue;
        const auto segmentation = readSegmentation(entry.path());
        if (segmentation) {
            ++read;
            EXPECT_GT(segmentation->segments.size(), 0U);
            continue;
        }
        ++refused;
        EXPECT_FALSE(segmentation.error().what.empty());
        if (segmentation.error().what != "isn't a DICOM segmentation")
            std::cout << segmentation.error().message() << '\n';
    }
    std::cout << read << " segmentations read, " << refused << " files refused\n";
    EXPECT_GT(read, 0);
}

/// Shown as text or refused with a reason, as segmentations are.
TEST(PeerReport, IsShownOrRefusedWithAReason)
{
    const auto peers = test::testData() / "peers";
    if (!std::filesystem::is_directory(peers))
        GTEST_SKIP() << "no peers in the test data";
    int shown = 0;
    int measured = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(peers)) {
        if (entry.path().extension() != ".dcm")
            continue;
        const auto report = readableReport(entry.path());
        if (!report) {
            EXPECT_FALSE(report.error().what.empty());
            if (report.error().what != "has no report content")
                std::cout << report.error().message() << '\n';
            continue;
        }
        ++shown;
        measured += report->rows.empty() ? 0 : 1;
        EXPECT_FALSE(report->lines.empty()) << entry.path();
        EXPECT_FALSE(report->title.empty()) << entry.path();
    }
    std::cout << shown << " reports shown, " << measured << " with measurement groups\n";
    EXPECT_GT(shown, 20);
    EXPECT_GT(measured, 10);
}

} // namespace
} // namespace grading
