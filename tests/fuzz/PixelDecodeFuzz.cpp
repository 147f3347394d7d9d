#include "InputFile.h"

#include "grading/dicom/LoadVolume.h"
#include "grading/dicom/ScanFolder.h"

using namespace grading;
using fuzz::require;

/// Every stack that a scan finds in any file loads whole, on its grid, or says why not.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto catalogue = scanFolder({fuzz::inputFile(data, size)}, {1});
    for (const auto* stack : catalogue->stacks()) {
        const auto volume = stack->geometry ? loadVolume(*stack) : loadFrame(*stack, 0);
        if (!volume) {
            require(!volume.error().what.empty());
            continue;
        }
        require(!stack->geometry || volume->geometry() == *stack->geometry);
        std::visit([&](const auto& values) { require(values.size() == volume->geometry().voxelCount()); },
                   volume->pixels());
    }
    return 0;
}
