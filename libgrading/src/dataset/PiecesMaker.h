#pragma once

#include "Parts.h"
#include "StudyImages.h"

#include "grading/base/Progress.h"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace grading {

/// Makes pieces of a data set. Several threads work on the studies of all of them, in the order of the plan; whoever is
/// done with the last one of a piece puts that piece together.
class PiecesMaker {
public:
    PiecesMaker(const DataSetRequest& request, const Plan& plan, const PartsFolder& folder, int jobs,
                const Progress& progress);

    /// Those pieces of `count`. After a failure the ones that were done stay in the folder.
    Result<std::map<int, Part>> make(const std::vector<int>& numbers, int count);

    Issues issues; ///< Of all pieces made.

private:
    struct Piece {
        Shard shard;
        std::filesystem::path folder;
        std::vector<std::optional<StudyPart>> studies;
        std::atomic<std::size_t> left{0}; ///< Studies that aren't done.
        Part part;                        ///< Once none is left.
        Issues issues;
    };
    struct Task {
        Piece& piece;
        std::size_t study; ///< In the plan.
        std::size_t place; ///< In the piece.
    };

    Result<void> begin(const Shard& shard);
    /// Takes one study after the other until none is left. A Store is for one thread.
    Result<void> work(const std::stop_token& failed);
    Result<void> finish(Piece& piece) const;
    void tell(std::size_t study);

    const DataSetRequest& m_request;
    const Plan& m_plan;
    const PartsFolder& m_folder;
    const Progress& m_progress;
    ImageFinder m_images;
    int m_jobs;
    std::deque<Piece> m_pieces;
    std::vector<Task> m_tasks;
    std::atomic<std::size_t> m_next{0};
    std::mutex m_mutex;
};

} // namespace grading
