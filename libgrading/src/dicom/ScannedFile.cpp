#include "ScannedFile.h"

#include "DicomFile.h"

#include <unistd.h>

namespace grading {

ScannedFile scanFile(const std::filesystem::path& path)
{
    ScannedFile scanned;
    const auto leaveOut = [&](std::string why) {
        scanned.issues.push_back({Severity::Warning, "unreadable-file", path.string(), std::move(why)});
        return std::move(scanned);
    };
    auto header = readImageHeader(path);
    if (header) {
        scanned.isDicom = true;
        scanned.issues = std::move(header->issues);
        if (header->isImage)
            scanned.header = std::move(*header);
        return scanned;
    }
    if (::access(path.c_str(), R_OK) != 0) {
        scanned.isLasting = false;
        return leaveOut("The file can't be opened, check its permissions; left out");
    }
    if (looksLikeDicom(path))
        return leaveOut("The file " + header.error().what + "; left out");
    const auto extension = path.extension();
    if (extension == ".dcm" || extension == ".DCM")
        return leaveOut("The file isn't DICOM, although its name says so; left out");
    return scanned;
}

} // namespace grading
