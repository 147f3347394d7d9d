#include "grading/dicom/ScanFolder.h"

namespace grading {

Result<SeriesCatalogue> scanFolder(const std::vector<std::filesystem::path>&, const ScanOptions&, const Progress&)
{
    return fail(ErrorCode::Unsupported, {}, "reading folders isn't there yet");
}

} // namespace grading
