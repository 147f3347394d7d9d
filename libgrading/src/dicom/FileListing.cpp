#include "FileListing.h"

#include "Attributes.h"
#include "DicomFile.h"

#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <cctype>
#include <unistd.h>

namespace grading {

namespace fs = std::filesystem;

namespace {

bool isDicomDirName(const fs::path& path)
{
    std::string name = path.filename().string();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char character) { return static_cast<char>(std::toupper(character)); });
    return name == "DICOMDIR";
}

bool listFolder(const fs::path& folder, FileListing& listing, const Progress& progress)
{
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (progress.isCancelled())
            return false;
        std::error_code statError;
        if (entry->is_directory(statError) && ::access(entry->path().c_str(), R_OK | X_OK) != 0)
            listing.issues.push_back({Severity::Warning, "unreadable-folder", entry->path().string(),
                                      "The folder can't be opened; what is in it is left out"});
        else if (entry->is_regular_file(statError) && !isDicomDirName(entry->path()))
            listing.files.push_back(entry->path());
    }
    if (error)
        listing.issues.push_back({Severity::Warning, "unreadable-folder", folder.string(),
                                  "Listing the folder ended early: " + error.message()});
    return true;
}

/// Media are often copied to lower case, or their names get a version: try those as well.
fs::path findOnMedium(const fs::path& folder, const std::vector<std::string>& components)
{
    fs::path place = folder;
    for (const auto& component : components) {
        if (component.empty() || component == "." || component == ".." || component.find('/') != std::string::npos)
            return {};
        std::error_code error;
        std::string lower = component;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char character) { return static_cast<char>(std::tolower(character)); });
        for (const auto& candidate : {component, lower, component + ";1", component + ".dcm"}) {
            if (fs::exists(place / candidate, error)) {
                place /= candidate;
                error.clear();
                break;
            }
            error = std::make_error_code(std::errc::no_such_file_or_directory);
        }
        if (error)
            return {};
    }
    return place;
}

/// False when `path` isn't a DICOMDIR.
bool listDicomDir(const fs::path& path, FileListing& listing)
{
    if (!looksLikeDicom(path))
        return false;
    const auto file = readDicomFile(path);
    if (!file)
        return false;
    DcmSequenceOfItems* records = nullptr;
    if (file->dataset().findAndGetSequence(DCM_DirectoryRecordSequence, records).bad() || records == nullptr)
        return false;
    DcmObject* record = nullptr;
    while ((record = records->nextInContainer(record)) != nullptr) {
        auto& item = static_cast<DcmItem&>(*record);
        const auto components = textValues(item, DCM_ReferencedFileID);
        if (components.empty())
            continue;
        const fs::path found = findOnMedium(path.parent_path(), components);
        if (!found.empty()) {
            listing.files.push_back(found);
            continue;
        }
        fs::path named;
        for (const auto& component : components)
            named /= fs::path(component).filename();
        listing.issues.push_back({Severity::Warning, "file-missing", (path.parent_path() / named).string(),
                                  "The DICOMDIR names this file, but it isn't there"});
    }
    return true;
}

} // namespace

Result<FileListing> listFiles(const std::vector<fs::path>& paths, const Progress& progress)
{
    FileListing listing;
    for (const auto& path : paths) {
        std::error_code error;
        const auto kind = fs::status(path, error).type();
        if (kind == fs::file_type::not_found)
            return fail(ErrorCode::NotFound, path.string(), "doesn't exist", "check the name");
        if (kind == fs::file_type::directory) {
            if (::access(path.c_str(), R_OK | X_OK) != 0)
                return fail(ErrorCode::Io, path.string(), "can't be opened", "check its permissions");
            if (!listFolder(path, listing, progress))
                return fail(ErrorCode::Cancelled, path.string(), "scanning was cancelled");
        } else if (kind != fs::file_type::regular) {
            return fail(ErrorCode::Unreadable, path.string(), "is neither a folder nor a file");
        } else if (!listDicomDir(path, listing)) {
            listing.files.push_back(path);
        }
    }
    std::sort(listing.files.begin(), listing.files.end());
    listing.files.erase(std::unique(listing.files.begin(), listing.files.end()), listing.files.end());
    return listing;
}

} // namespace grading
