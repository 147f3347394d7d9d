#include "TestSeries.h"

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

} // namespace
} // namespace grading
