#pragma once

#include "grading/base/Result.h"
#include "grading/dashboard/AgreementDashboard.h"

#include <filesystem>

namespace foragrade {

/// Writes the tables as CSV and the figures as SVG and PNG, on paper's colours, into the folder: all of them or none;
/// those of an earlier export are replaced.
[[nodiscard]] grading::Result<void> exportAgreement(const grading::AgreementDashboard& dashboard,
                                                    const std::filesystem::path& folder);

} // namespace foragrade
