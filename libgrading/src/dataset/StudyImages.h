#pragma once

#include "Plan.h"

#include "grading/imaging/SeriesCatalogue.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

namespace grading {

/// Finds studies' images by scanning each folder once, since many studies often lie in one. From any thread.
class ImageFinder {
public:
    explicit ImageFinder(const DataSetRequest& request) : m_request(request) {}

    /// The catalogue holds the study. NotFound, with what to do; Cancelled.
    [[nodiscard]] Result<std::shared_ptr<const SeriesCatalogue>> find(const Store& store, const Uid& study,
                                                                      const Progress& progress);

private:
    const DataSetRequest& m_request;
    std::mutex m_mutex;
    std::map<std::filesystem::path, std::shared_ptr<const SeriesCatalogue>> m_scanned;
};

} // namespace grading
