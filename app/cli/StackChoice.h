#pragma once

#include "Output.h"

#include "grading/imaging/SeriesCatalogue.h"

#include <filesystem>
#include <string>

namespace foragrade {

/// The stack a command works on, or how the command ends without one (the error is printed).
struct StackChoice {
    const grading::Stack* stack = nullptr; ///< Lives in the catalogue.
    ExitStatus status = ExitStatus::Done;
};

/// `id` is a whole stack id, only "#n" or "n" (counted over the folder's stacks), or empty: then the folder must hold
/// exactly one stack, else the ids are listed and it is wrong usage. An id that isn't there fails.
[[nodiscard]] StackChoice chooseStack(const grading::SeriesCatalogue& catalogue, const std::filesystem::path& folder,
                                      const std::string& id);

} // namespace foragrade
