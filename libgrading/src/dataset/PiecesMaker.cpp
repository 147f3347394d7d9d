#include "PiecesMaker.h"

#include "StudyExport.h"

#include "grading/base/Workers.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace grading {

namespace fs = std::filesystem;

PiecesMaker::PiecesMaker(const DataSetRequest& request, const Plan& plan, const PartsFolder& folder, int jobs,
                         const Progress& progress)
    : m_request(request), m_plan(plan), m_folder(folder), m_progress(progress), m_images(request),
      m_jobs(jobs > 0 ? jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())))
{}

Result<std::map<int, Part>> PiecesMaker::make(const std::vector<int>& numbers, int count)
{
    const auto done = caught([&]() -> Result<void> {
        for (const int number : numbers) {
            if (auto begun = begin({number, count}); !begun)
                return begun;
        }
        const auto threads = std::clamp(static_cast<int>(m_tasks.size()), 1, m_jobs);
        return onThreads(threads, [this](const std::stop_token& failed) { return work(failed); });
    });
    std::map<int, Part> made;
    std::error_code ignored;
    for (auto& piece : m_pieces) {
        fs::remove_all(piece.folder, ignored); // gone already when it was finished
        std::ranges::move(piece.issues, std::back_inserter(issues));
        made[piece.shard.number] = std::move(piece.part);
    }
    if (!done)
        return fail(done.error());
    return made;
}

Result<void> PiecesMaker::begin(const Shard& shard)
{
    auto folder = m_folder.begin(shard.number, shard.count);
    if (!folder)
        return fail(folder.error());
    auto& piece = m_pieces.emplace_back();
    piece.shard = shard;
    piece.folder = std::move(*folder);
    const auto total = m_plan.studies.size();
    const auto first = total * std::size_t(shard.number - 1) / std::size_t(shard.count);
    const auto end = total * std::size_t(shard.number) / std::size_t(shard.count);
    piece.studies.resize(end - first);
    piece.left = end - first;
    for (auto study = first; study < end; ++study)
        m_tasks.push_back({piece, study, study - first});
    return first == end ? finish(piece) : Result<void>();
}

Result<void> PiecesMaker::work(const std::stop_token& failed)
{
    const auto store = openStore(m_request);
    if (!store)
        return fail(store.error());
    for (auto i = m_next++; i < m_tasks.size() && !failed.stop_requested(); i = m_next++) {
        auto& [piece, study, place] = m_tasks[i];
        if (m_progress.isCancelled())
            return fail(ErrorCode::Cancelled, "export", "was cancelled", "run it again to go on");
        tell(study);
        auto part = exportStudy(*store, m_plan.studies[study], m_request, m_images, piece.folder / "data", m_progress);
        if (!part)
            return fail(part.error());
        piece.studies[place] = std::move(*part);
        if (--piece.left > 0)
            continue;
        if (auto finished = finish(piece); !finished)
            return finished;
    }
    return {};
}

Result<void> PiecesMaker::finish(Piece& piece) const
{
    for (auto& study : piece.studies) {
        std::ranges::move(study->files, std::back_inserter(piece.part.files));
        std::ranges::move(study->issues, std::back_inserter(piece.issues));
        for (auto& [table, rows] : study->rows)
            std::ranges::move(rows, std::back_inserter(piece.part.rows[table]));
    }
    piece.studies.clear();
    return m_folder.finish(piece.folder, piece.shard.number, piece.shard.count, piece.part);
}

void PiecesMaker::tell(std::size_t study)
{
    const std::lock_guard lock(m_mutex);
    const auto& planned = m_plan.studies[study];
    m_progress.at(double(study) / double(m_plan.studies.size()),
                  fmt::format("{} of {} studies: {} {}", study + 1, m_plan.studies.size(), planned.subjectName,
                              planned.sessionName));
}

} // namespace grading
