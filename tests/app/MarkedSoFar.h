#pragma once

#include "grading/reading/Reading.h"

#include <string>

namespace foragrade::test {

inline constexpr const char* markingReader = "Test^Reader";

/// Pixels of the root and the grade of the first foramen, in words that a pipe can carry.
inline std::string markedSoFar(const grading::Reading& reading)
{
    const auto* record = reading.find(*grading::Foramen::parse("L1-L2:R"));
    if (record == nullptr)
        return "nothing";
    std::size_t pixels = 0;
    for (const auto& mark : record->marks)
        pixels += mark.labels.count(grading::Structure::NerveRoot);
    return std::to_string(pixels) + " pixels, grade " +
           (record->grade ? std::to_string(record->grade->digit()) : "none");
}

} // namespace foragrade::test
