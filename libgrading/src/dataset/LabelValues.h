#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/marks/Structure.h"

#include <string>
#include <vector>

namespace grading {

/// The value of a structure of a foramen in a label image that holds a whole spine: 10 × the foramen's number + 1 root,
/// 2 fat, 3 what is left of the foramen. The number is twice the upper vertebra's place, counted C1 = 1 … S5 = 31 with
/// T13 and L6 in it, plus 1 on the left. It doesn't depend on the study: L4-L5 right is 48, its fat 482.
[[nodiscard]] int labelValue(const Foramen& foramen, Structure structure);

/// Every value there is, ascending.
struct LabelValue {
    int value = 0;
    Vertebra upper;
    Side side = Side::Right;
    Structure structure = Structure::NerveRoot;
};
[[nodiscard]] std::vector<LabelValue> allLabelValues();

} // namespace grading
