#pragma once

#include "Plan.h"

#include "grading/store/Store.h"

#include <map>
#include <string>
#include <vector>

namespace grading {

/// A signed reading by whoever it is from.
struct ChosenReading {
    Uid study;
    Uid id;
    int revision = 1;
    std::string person;
    std::string_view source;
};

struct Choice {
    std::vector<ChosenReading> readings;   ///< By study, then person.
    std::map<Uid, StudyIdentity> identity; ///< Of the studies of `readings`.
    Issues issues;
};

/// The signed readings that a request asks for.
[[nodiscard]] Result<Choice> chosenReadings(const Store& store, const DataSetRequest& request);

} // namespace grading
