#pragma once

#include "grading/agreement/Agreement.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace foragrade {

struct AgreementReport {
    grading::AgreementOptions options;
    std::vector<double> scale;
    grading::AgreementStatistics all;
    std::vector<grading::AgreementGroup> groups;
};

/// The document `foragrade/agreement/1`; a value that is undefined is null, its reason under `reasons` by its path.
[[nodiscard]] nlohmann::ordered_json toJson(const AgreementReport& report);

/// For people: one block for all, then one line a group.
void printTable(const AgreementReport& report);

} // namespace foragrade
