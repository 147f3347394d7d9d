#include "grading/marks/LabelMap.h"

#include <cstdlib>

/// Any text either is refused or gives marks inside the grid that write and read back the same.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string text(data, data + size);
    const auto marks = grading::LabelMap::fromText(text, 64, 48, 9);
    if (!marks)
        return 0;
    for (const int slice : marks->markedSlices()) {
        const auto pixels = marks->markedPixels(slice);
        if (slice < 0 || slice >= 9 || !(pixels.clippedTo(64, 48) == pixels))
            std::abort();
    }
    const auto again = grading::LabelMap::fromText(marks->toText(), 64, 48, 9);
    if (!again || !(*again == *marks))
        std::abort();
    return 0;
}
