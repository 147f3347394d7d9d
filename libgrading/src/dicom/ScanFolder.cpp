#include "grading/dicom/ScanFolder.h"

#include "DicomFile.h"
#include "FileListing.h"
#include "ImageHeader.h"
#include "StackSplitting.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <tuple>

#include <unistd.h>

namespace grading {

namespace fs = std::filesystem;

namespace {

/// What reading one file gave.
struct ScannedFile {
    bool isDicom = false;
    std::optional<ImageHeader> header;
    Issues issues;
};

ScannedFile scanFile(const fs::path& path)
{
    ScannedFile scanned;
    if (!looksLikeDicom(path)) {
        const bool isReadable = ::access(path.c_str(), R_OK) == 0;
        const auto extension = path.extension();
        if (!isReadable || extension == ".dcm" || extension == ".DCM")
            scanned.issues.push_back({Severity::Warning, "unreadable-file", path.string(),
                                      isReadable ? "The file isn't DICOM, although its name says so; left out"
                                                 : "The file can't be opened, check its permissions; left out"});
        return scanned;
    }
    auto header = readImageHeader(path);
    if (!header) {
        scanned.issues.push_back(
            {Severity::Warning, "unreadable-file", path.string(), "The file " + header.error().what + "; left out"});
        return scanned;
    }
    scanned.isDicom = true;
    scanned.issues = std::move(header->issues);
    if (header->isImage)
        scanned.header = std::move(*header);
    return scanned;
}

std::vector<ScannedFile> scanFiles(const std::vector<fs::path>& files, int jobs, const Progress& progress)
{
    std::vector<ScannedFile> scanned(files.size());
    std::atomic<std::size_t> next = 0;
    std::size_t done = 0;
    std::mutex reporting;
    const auto work = [&] {
        for (std::size_t i = next++; i < files.size() && !progress.isCancelled(); i = next++) {
            scanned[i] = scanFile(files[i]);
            const std::scoped_lock lock(reporting);
            ++done;
            progress.at(static_cast<double>(done) / static_cast<double>(files.size()), "reading headers");
        }
    };
    const auto wanted = jobs > 0 ? static_cast<std::size_t>(jobs) : std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < std::min(wanted, files.size()); ++i)
        workers.emplace_back(work);
    workers.clear(); // joins
    return scanned;
}

/// Images of one series, and its and its study's attributes as the first file tells them.
struct SeriesFiles {
    Study study;
    Series series;
    std::vector<FrameHeader> frames;
};

/// Study and series instance UIDs.
using SeriesKey = std::pair<Uid, Uid>;

bool isSamePlace(const FrameHeader& a, const FrameHeader& b)
{
    return length(a.frame.position - b.frame.position) < 1e-3 && a.instanceNumber == b.instanceNumber;
}

/// Drops a file whose instance is there already; keeps it when the two only share a (then wrong) UID.
bool isDuplicate(const ImageHeader& header, std::map<Uid, FrameHeader>& known, Issues& issues)
{
    const FrameHeader& first = header.frames.front();
    if (first.frame.sopInstance.isEmpty())
        return false;
    const auto [entry, isNew] = known.try_emplace(first.frame.sopInstance, first);
    if (isNew)
        return false;
    const bool isCopy = isSamePlace(first, entry->second);
    issues.push_back({Severity::Warning, isCopy ? "duplicate-instance" : "shared-instance-uid",
                      first.frame.file.string(),
                      isCopy ? "The same image as " + entry->second.frame.file.string() + "; left out"
                             : "Another image, but the SOP Instance UID of " + entry->second.frame.file.string()});
    return isCopy;
}

void addStudies(std::map<SeriesKey, SeriesFiles> files, SeriesCatalogue& catalogue)
{
    for (auto& [key, entry] : files) {
        auto study = std::ranges::find(catalogue.studies, entry.study.uid, &Study::uid);
        if (study == catalogue.studies.end())
            study = catalogue.studies.insert(catalogue.studies.end(), entry.study);
        entry.series.stacks = splitIntoStacks(std::move(entry.frames), catalogue.issues);
        int number = 0;
        for (auto& stack : entry.series.stacks) {
            stack.id = fmt::format("{}#{}", entry.series.uid.text(), ++number);
            stack.studyUid = entry.study.uid;
            stack.seriesUid = entry.series.uid;
        }
        study->series.push_back(std::move(entry.series));
    }
    for (auto& study : catalogue.studies)
        std::sort(study.series.begin(), study.series.end(), [](const Series& a, const Series& b) {
            return std::tie(a.number, a.uid) < std::tie(b.number, b.uid);
        });
    std::sort(catalogue.studies.begin(), catalogue.studies.end(),
              [](const Study& a, const Study& b) { return std::tie(a.date, a.uid) < std::tie(b.date, b.uid); });
}

} // namespace

Result<SeriesCatalogue> scanFolder(const std::vector<fs::path>& paths, const ScanOptions& options,
                                   const Progress& progress)
{
    auto listing = listFiles(paths, progress);
    if (!listing)
        return fail(listing.error());
    auto scanned = scanFiles(listing->files, options.jobs, progress);
    if (progress.isCancelled())
        return fail(ErrorCode::Cancelled, {}, "scanning was cancelled");
    SeriesCatalogue catalogue;
    catalogue.issues = std::move(listing->issues);
    std::map<SeriesKey, SeriesFiles> series;
    std::map<Uid, FrameHeader> known;
    for (auto& file : scanned) {
        ++(file.isDicom ? catalogue.filesRead : catalogue.filesSkipped);
        catalogue.issues.insert(catalogue.issues.end(), file.issues.begin(), file.issues.end());
        if (!file.header || file.header->frames.empty() || isDuplicate(*file.header, known, catalogue.issues))
            continue;
        auto& header = *file.header;
        auto [entry, isNew] = series.try_emplace({header.study.uid, header.series.uid});
        if (isNew) {
            entry->second.study = std::move(header.study);
            entry->second.series = std::move(header.series);
        }
        for (auto& frame : header.frames)
            entry->second.frames.push_back(std::move(frame));
    }
    addStudies(std::move(series), catalogue);
    return catalogue;
}

} // namespace grading
