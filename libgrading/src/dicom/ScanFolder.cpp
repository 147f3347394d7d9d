#include "grading/dicom/ScanFolder.h"

#include "BodyRegion.h"
#include "FileListing.h"
#include "ImageHeader.h"
#include "ScanCache.h"
#include "StackSplitting.h"
#include "UserFolders.h"

#include "grading/base/Workers.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

namespace grading {

namespace fs = std::filesystem;

namespace {

/// Reads what the cache doesn't know yet.
class HeaderScan {
public:
    HeaderScan(const std::vector<fs::path>& files, const ScanCache& cache)
        : m_files(files), m_cache(cache), m_scanned(files.size()), m_stamps(files.size())
    {}

    Result<void> run(int jobs, const Progress& progress)
    {
        return onThreads(jobs, [&](const std::stop_token& failed) { return work(progress, failed); });
    }
    [[nodiscard]] std::vector<ScannedFile>& scanned() { return m_scanned; }
    [[nodiscard]] const std::vector<std::optional<FileStamp>>& stamps() const { return m_stamps; }
    [[nodiscard]] int remembered() const { return m_remembered; }

private:
    Result<void> work(const Progress& progress, const std::stop_token& failed)
    {
        const auto isWanted = [&] { return !progress.isCancelled() && !failed.stop_requested(); };
        for (std::size_t i = m_next++; i < m_files.size() && isWanted(); i = m_next++) {
            m_stamps[i] = FileStamp::of(m_files[i]);
            auto known = m_stamps[i] ? m_cache.find(m_files[i], *m_stamps[i]) : std::nullopt;
            m_remembered += known ? 1 : 0;
            m_scanned[i] = known ? std::move(*known) : scanFile(m_files[i]);
            tell(progress);
        }
        return {};
    }
    /// At most a hundred times, however many files there are.
    void tell(const Progress& progress)
    {
        const std::scoped_lock lock(m_reporting);
        ++m_done;
        if (m_done * 100 / m_files.size() != (m_done - 1) * 100 / m_files.size())
            progress.at(static_cast<double>(m_done) / static_cast<double>(m_files.size()), "reading headers");
    }

    const std::vector<fs::path>& m_files;
    const ScanCache& m_cache;
    std::vector<ScannedFile> m_scanned;
    std::vector<std::optional<FileStamp>> m_stamps; ///< Taken before the file was read.
    std::atomic<std::size_t> m_next = 0;
    std::atomic<int> m_remembered = 0;
    std::size_t m_done = 0;
    std::mutex m_reporting;
};

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
        describeBody(entry.series, entry.study);
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

fs::path scanCacheFolder()
{
    const auto folder = userFolder("XDG_CACHE_HOME", ".cache");
    return folder.empty() ? folder : folder / "scans";
}

Result<SeriesCatalogue> scanFolder(const std::vector<fs::path>& paths, const ScanOptions& options,
                                   const Progress& progress)
{
    auto listing = listFiles(paths, progress);
    if (!listing)
        return fail(listing.error());
    ScanCache cache(options.cache, paths);
    HeaderScan scan(listing->files, cache);
    if (auto scanned = scan.run(options.jobs, progress); !scanned)
        return fail(scanned.error());
    if (progress.isCancelled())
        return fail(ErrorCode::Cancelled, {}, "scanning was cancelled");
    SeriesCatalogue catalogue;
    catalogue.filesRemembered = scan.remembered();
    if (catalogue.filesRemembered < std::ssize(listing->files))
        cache.save(listing->files, scan.stamps(), scan.scanned(), options.settling);
    catalogue.issues = std::move(listing->issues);
    std::map<SeriesKey, SeriesFiles> series;
    std::map<Uid, FrameHeader> known;
    for (auto& file : scan.scanned()) {
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
