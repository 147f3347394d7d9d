#include "study/FetchStudy.h"

#include "Log.h"

#include <QCoreApplication>

namespace foragrade {

void fetchStudy(Background& background, const grading::WorklistEntry& entry,
                std::function<void(const grading::CachedStudy&)> done, std::function<void(const QString&)> failed)
{
    background.run<grading::CachedStudy>(
        QCoreApplication::translate("FetchStudy", "Fetching the study"),
        [images = entry.images, uid = entry.study.uid](const grading::Progress& progress) {
            return grading::cachedStudy(images.peer, uid, images.digest, progress);
        },
        [done = std::move(done), failed = std::move(failed)](grading::Result<grading::CachedStudy> place) {
            if (place) {
                done(*place);
                return;
            }
            if (place.error().code == grading::ErrorCode::Cancelled)
                return;
            const auto message = QString::fromStdString(place.error().message()); // which names no study
            log(grading::Severity::Error, message);
            failed(message);
        });
}

std::filesystem::path placeToRemember(const std::vector<std::filesystem::path>& paths)
{
    if (paths.empty() || paths.front().parent_path() == grading::studyCacheFolder())
        return {};
    return paths.front();
}

} // namespace foragrade
