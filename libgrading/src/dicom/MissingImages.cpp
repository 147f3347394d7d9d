#include "MissingImages.h"

#include <fmt/format.h>

namespace grading {

LabelMap withoutMissingImages(LabelMap marks, const Stack& stack, const std::string& file, Issues& issues)
{
    for (const int slice : stack.missingSlices) {
        const auto pixels = marks.markedPixels(slice);
        if (pixels.isEmpty())
            continue;
        marks = marks.erased(slice, pixels);
        issues.push_back(
            {Severity::Warning, "marks-without-image", file,
             fmt::format("The series lacks the image of slice {}; the marks there are left out.", slice + 1)});
    }
    return marks;
}

} // namespace grading
