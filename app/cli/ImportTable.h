#pragma once

#include "ImportForeign.h"

namespace foragrade {

/// Takes the ratings of a spreadsheet into the drafts of its readers, begun where there are none. Everything is read
/// and tried before anything is stored.
ExitStatus importTable(const ImportArguments& arguments, const grading::SeriesCatalogue& images);

} // namespace foragrade
