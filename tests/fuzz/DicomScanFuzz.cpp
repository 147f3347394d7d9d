#include "grading/dicom/LoadVolume.h"
#include "grading/dicom/ScanFolder.h"

#include <cstdlib>
#include <fstream>

#include <unistd.h>

/// Any file is skipped, left out with an Issue, or gives stacks that load whole or not at all.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto path =
        std::filesystem::temp_directory_path() / ("foragrade-fuzz-" + std::to_string(::getpid()) + ".dcm");
    {
        std::ofstream file(path, std::ios::binary | std::ios::trunc);
        file.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    }
    const auto catalogue = grading::scanFolder({path}, {1});
    if (!catalogue)
        std::abort();
    for (const auto* stack : catalogue->stacks()) {
        const auto volume = grading::loadVolume(*stack);
        if (volume && volume->geometry() != *stack->geometry)
            std::abort();
    }
    std::filesystem::remove(path);
    return 0;
}
