#include "grading/geometry/Patient.h"

#include <algorithm>
#include <array>
#include <utility>

namespace grading {

std::string orientationLetters(PatientVector direction)
{
    const PatientVector unit = normalized(direction);
    std::array<std::pair<double, char>, 3> parts{{{std::abs(unit.x), unit.x < 0 ? 'R' : 'L'},
                                                  {std::abs(unit.y), unit.y < 0 ? 'A' : 'P'},
                                                  {std::abs(unit.z), unit.z < 0 ? 'F' : 'H'}}};
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string letters;
    for (const auto& [size, letter] : parts) {
        if (size >= 0.25)
            letters += letter;
    }
    return letters;
}

} // namespace grading
