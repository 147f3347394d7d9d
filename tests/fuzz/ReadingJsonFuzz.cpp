#include "grading/reading/ReadingJson.h"

#include <cstdlib>

/// Any text either is refused or gives a reading that writes and reads back the same.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string text(data, data + size);
    if (const auto edit = grading::readingEditFromJson(text)) {
        grading::Reading empty;
        (void)edit->command.apply(empty);
    }
    const auto reading = grading::readingFromJson(text);
    if (!reading)
        return 0;
    const auto again = grading::readingFromJson(grading::toJson(*reading));
    if (!again || !(*again == *reading))
        std::abort();
    return 0;
}
