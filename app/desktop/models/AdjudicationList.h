#pragma once

#include "grading/store/Worklist.h"

#include <string>
#include <vector>

namespace foragrade {

/// The studies of a project on which its readers differ, as a worklist for its adjudicator: what differs is the case's
/// name, decided ones are signed.
[[nodiscard]] grading::Result<std::vector<grading::WorklistEntry>> adjudicationList(const grading::Store& store,
                                                                                    const std::string& project);

} // namespace foragrade
