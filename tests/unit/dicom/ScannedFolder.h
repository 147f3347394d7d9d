#pragma once

#include "AnalyticSlices.h"
#include "TestSeries.h"

#include "grading/dicom/ScanFolder.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace grading::test {

/// What a scan of slices in a folder of their own gives; the folder lives as long.
struct ScannedFolder {
    TemporaryFolder folder;
    SeriesCatalogue catalogue;

    explicit ScannedFolder(const std::vector<AnalyticSlice>& slices)
    {
        writeAll(folder.path(), slices);
        scan();
    }
    void scan() { catalogue = scanFolder({folder.path()}).value(); }
    [[nodiscard]] std::vector<const Stack*> stacks() const { return catalogue.stacks(); }
    [[nodiscard]] const Stack& only() const { return *stacks().at(0); }
};

inline std::vector<AnalyticSlice> joined(std::vector<AnalyticSlice> a, const std::vector<AnalyticSlice>& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// The codes of Issues above info.
inline std::vector<std::string> complaints(const Issues& issues)
{
    std::vector<std::string> codes;
    for (const auto& issue : issues) {
        if (issue.severity != Severity::Info)
            codes.push_back(issue.code);
    }
    return codes;
}

/// How many slices each stack has.
inline std::vector<int> sliceCounts(const SeriesCatalogue& catalogue)
{
    std::vector<int> counts;
    for (const auto* stack : catalogue.stacks())
        counts.push_back(stack->slices());
    return counts;
}

} // namespace grading::test
