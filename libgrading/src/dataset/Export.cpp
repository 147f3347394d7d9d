#include "Merge.h"
#include "Parts.h"
#include "StudyExport.h"

#include "grading/dataset/DataSet.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace grading {

namespace fs = std::filesystem;

namespace {

constexpr int studiesAPart = 64; ///< Of one run: what a crash may cost.

/// The studies of one piece, worked on by several threads.
class PartMaker {
public:
    PartMaker(const DataSetRequest& request, const Plan& plan, int jobs, const Progress& progress)
        : m_request(request), m_plan(plan), m_progress(progress), m_images(request),
          m_jobs(jobs > 0 ? jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())))
    {}

    Result<Part> make(const Shard& shard, const fs::path& folder)
    {
        const auto total = m_plan.studies.size();
        m_next = total * std::size_t(shard.number - 1) / std::size_t(shard.count);
        m_end = total * std::size_t(shard.number) / std::size_t(shard.count);
        const auto first = m_next.load();
        m_done.assign(m_end - first, std::nullopt);
        m_folder = folder;
        {
            std::vector<std::jthread> workers;
            for (int i = 1; i < m_jobs && std::size_t(i) < m_done.size(); ++i)
                workers.emplace_back([this, first] { work(first); });
            work(first);
        }
        if (m_problem)
            return fail(*m_problem);
        Part part;
        for (auto& study : m_done) {
            part.files.insert(part.files.end(), study->files.begin(), study->files.end());
            issues.insert(issues.end(), study->issues.begin(), study->issues.end());
            for (auto& [table, rows] : study->rows)
                std::ranges::move(rows, std::back_inserter(part.rows[table]));
        }
        return part;
    }

    Issues issues; ///< Of all pieces made.

private:
    /// Takes one study after the other until none is left. A Store is for one thread.
    void work(std::size_t first)
    {
        const auto store = openStore(m_request);
        if (!store)
            return stopWith(store.error());
        for (auto i = m_next++; i < m_end && !m_isStopped; i = m_next++) {
            const auto& study = m_plan.studies[i];
            if (m_progress.isCancelled())
                return stopWith({ErrorCode::Cancelled, "export", "was cancelled", "run it again to go on"});
            tell(i, study);
            auto part = exportStudy(*store, study, m_request, m_images, m_folder / "data", m_progress);
            if (!part)
                return stopWith(part.error());
            m_done[i - first] = std::move(*part);
        }
    }

    void tell(std::size_t study, const PlannedStudy& planned)
    {
        const std::lock_guard lock(m_mutex);
        m_progress.at(double(study) / double(m_plan.studies.size()),
                      fmt::format("{} of {} studies: {} {}", study + 1, m_plan.studies.size(), planned.subjectName,
                                  planned.sessionName));
    }

    void stopWith(const Error& problem)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_problem)
            m_problem = problem;
        m_isStopped = true;
    }

    const DataSetRequest& m_request;
    const Plan& m_plan;
    const Progress& m_progress;
    ImageFinder m_images;
    int m_jobs;
    fs::path m_folder;
    std::atomic<std::size_t> m_next{0};
    std::size_t m_end = 0;
    std::vector<std::optional<StudyPart>> m_done;
    std::mutex m_mutex;
    std::optional<Error> m_problem;
    std::atomic<bool> m_isStopped{false};
};

PartsInfo partsInfoOf(const DataSetRequest& request, const Plan& plan, int parts)
{
    const bool isGroup = request.readers == "all" || request.readers == "consensus";
    const bool hasImages = formatOf(request.format).usesImages() && request.images != DataSetImages::None;
    return {{"Foragrade " FORAGRADE_VERSION, request.format, isGroup ? request.readers : "one", plan.readers,
             request.split ? request.split->text() : "", request.seed, hasImages, request.measures, plan.patients,
             static_cast<int>(plan.studies.size()), plan.readings},
            fmt::format("{}-{}", plan.fingerprint, parts),
            parts};
}

Result<void> makePart(PartMaker& maker, const PartsFolder& folder, const Shard& shard)
{
    if (folder.has(shard.number, shard.count))
        return {};
    const auto begun = folder.begin(shard.number, shard.count);
    if (!begun)
        return fail(begun.error());
    const auto part = maker.make(shard, *begun);
    auto done = part ? folder.finish(*begun, shard.number, shard.count, *part) : fail(part.error());
    std::error_code ignored;
    fs::remove_all(*begun, ignored); // gone already when it was finished
    return done;
}

Result<void> checkRequest(const DataSetRequest& request, const fs::path& out)
{
    const bool isDicom = request.format == DataSetFormat::Dicom;
    if (isDicom && request.images == DataSetImages::None)
        return fail(ErrorCode::InvalidArgument, "format dicom", "is images with their marks", "leave --no-images out");
    if (isDicom && request.keyFile.empty())
        return fail(ErrorCode::InvalidArgument, "format dicom", "needs the project's secret for new uids",
                    "name it with --key-file");
    if (!isDicom && request.format != DataSetFormat::Rsna && !request.keyFile.empty())
        return fail(ErrorCode::InvalidArgument, "format " + std::string(name(request.format)), "has no DICOM files",
                    "leave --key-file out");
    std::error_code error;
    if (fs::exists(out, error) && !(fs::is_directory(out, error) && fs::is_empty(out, error)))
        return fail(ErrorCode::Exists, out.string(), "is there already", "name a new folder");
    return {};
}

DataSetSummary summaryOf(const Plan& plan, Issues issues)
{
    issues.insert(issues.begin(), plan.issues.begin(), plan.issues.end());
    return {plan.patients, static_cast<int>(plan.studies.size()), plan.readings, 0, std::move(issues)};
}

} // namespace

Result<DataSetSummary> exportShard(const DataSetRequest& request, const fs::path& out, const Shard& shard, int jobs,
                                   const Progress& progress)
{
    if (auto allowed = checkRequest(request, out); !allowed)
        return fail(allowed.error());
    const auto plan = planOf(request);
    if (!plan)
        return fail(plan.error());
    const PartsFolder folder(out);
    if (auto claimed = folder.claim(partsInfoOf(request, *plan, shard.count)); !claimed)
        return fail(claimed.error());
    PartMaker maker(request, *plan, jobs, progress);
    if (auto made = makePart(maker, folder, shard); !made)
        return fail(made.error());
    return summaryOf(*plan, std::move(maker.issues));
}

Result<DataSetSummary> exportDataSet(const DataSetRequest& request, const fs::path& out, int jobs,
                                     const Progress& progress)
{
    if (auto allowed = checkRequest(request, out); !allowed)
        return fail(allowed.error());
    const auto plan = planOf(request);
    if (!plan)
        return fail(plan.error());
    const auto parts = std::max(1, (static_cast<int>(plan->studies.size()) + studiesAPart - 1) / studiesAPart);
    const PartsFolder folder(out);
    if (auto claimed = folder.claim(partsInfoOf(request, *plan, parts)); !claimed)
        return fail(claimed.error());
    PartMaker maker(request, *plan, jobs, progress);
    for (int part = 1; part <= parts; ++part) {
        if (auto made = makePart(maker, folder, {part, parts}); !made) {
            if (part == 1)
                removeUnused(folder);
            return fail(made.error());
        }
    }
    auto merged = mergeShards(out, progress);
    if (!merged)
        return fail(merged.error());
    auto summary = summaryOf(*plan, std::move(maker.issues));
    summary.files = merged->files;
    return summary;
}

} // namespace grading
