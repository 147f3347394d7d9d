#pragma once

#include "Output.h"

#include "grading/imaging/SeriesCatalogue.h"

#include <filesystem>
#include <string>
#include <variant>

namespace foragrade {

/// A stack as it is written on the command line: DIR, DIR#n, or DIR#<SeriesInstanceUID>#n.
struct StackArgument {
    std::filesystem::path folder;
    std::string which; ///< "" = the only one, "n", or an id as `scan` prints it.
};

/// A '#' belongs to the folder's name as long as such a folder exists.
[[nodiscard]] StackArgument parseStackArgument(const std::string& text);

/// The stack, or the exit status after one line on stderr: 2 listing the ids where more than one fits, 1 for none.
[[nodiscard]] std::variant<const grading::Stack*, ExitStatus> chooseStack(const grading::SeriesCatalogue& catalogue,
                                                                          const StackArgument& argument);

} // namespace foragrade
