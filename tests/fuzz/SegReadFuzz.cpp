#include "InputFile.h"
#include "SeedStudy.h"

#include "grading/dicom/Segmentation.h"
#include "grading/dicom/Validate.h"

using namespace grading;
using fuzz::require;

namespace {

/// All that is marked lies on the grid, and gives marks.
void check(const Segmentation& segmentation)
{
    const auto& grid = segmentation.geometry;
    for (const auto& segment : segmentation.segments) {
        for (const auto& [slice, pixels] : segment.slices) {
            require(slice >= 0 && slice < grid.slices() && !pixels.isEmpty());
            require(pixels.clippedTo(grid.columns(), grid.rows()) == pixels);
        }
        if (segment.foramen)
            require(labelMapOf(segmentation, *segment.foramen).slices() == grid.slices());
    }
}

} // namespace

/// Any file is refused or gives a segmentation on the stack's grid, on that of its own planes, or both.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const auto catalogue = fuzz::seedCatalogue();
    static const auto stacks = catalogue.stacks();
    const auto path = fuzz::inputFile(data, size);
    if (const auto onItsPlanes = readSegmentation(path))
        check(*onItsPlanes);
    if (const auto onTheStack = readSegmentation(path, stacks)) {
        require(onTheStack->geometry == *stacks.front()->geometry);
        check(*onTheStack);
    }
    (void)validateObjects({path});
    return 0;
}
