#include "InputFile.h"

#include "grading/dicom/ScanFolder.h"

using namespace grading;
using fuzz::require;

/// Any file is skipped, left out with an Issue, or gives stacks whose places and images agree.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto catalogue = scanFolder({fuzz::inputFile(data, size)}, {1});
    require(catalogue.has_value());
    for (const auto* stack : catalogue->stacks()) {
        require(stack->slices() > 0 && stack->rows > 0 && stack->columns > 0);
        if (!stack->geometry)
            continue;
        require(stack->geometry->rows() == stack->rows && stack->geometry->columns() == stack->columns);
        require(stack->geometry->slices() == stack->slices() + static_cast<int>(stack->missingSlices.size()));
        require(stack->imageAt(0) != nullptr && stack->imageAt(stack->geometry->slices()) == nullptr);
    }
    return 0;
}
