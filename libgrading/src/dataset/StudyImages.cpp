#include "StudyImages.h"

#include "grading/dataset/StudyFolder.h"
#include "grading/dicom/ScanFolder.h"

namespace grading {

namespace {

constexpr std::size_t mostKept = 4; ///< Catalogues of many studies are large.

} // namespace

Result<std::shared_ptr<const SeriesCatalogue>> ImageFinder::find(const Store& store, const Uid& study,
                                                                 const Progress& progress)
{
    const auto known = store.studyImages(study).value_or(StudyImages());
    const std::string advice = "name their folder with --images, or do without with --no-images";
    if (m_request.imageFolder.empty() && known.isNowhere())
        return fail(ErrorCode::NotFound, "study " + study.text(), "has no images in the store", advice);
    const std::lock_guard lock(m_mutex);
    const Progress quiet{{}, progress.stop};
    auto folder = m_request.imageFolder;
    if (folder.empty()) {
        const auto found = studyFolder(known, study, quiet);
        if (!found)
            return fail(found.error());
        folder = found->folder;
    }
    auto catalogue = m_scanned[folder];
    if (!catalogue) {
        auto scanned = scanFolder({folder}, {.cache = m_request.scanCache}, quiet);
        if (!scanned && scanned.error().code == ErrorCode::NotFound)
            return fail(ErrorCode::NotFound, folder.string(), "doesn't exist", advice);
        if (!scanned)
            return fail(scanned.error());
        catalogue = std::make_shared<const SeriesCatalogue>(std::move(*scanned));
        if (m_scanned.size() > mostKept)
            m_scanned.clear();
        m_scanned[folder] = catalogue;
    }
    if (catalogue->findStudy(study) == nullptr)
        return fail(ErrorCode::NotFound, folder.string(), "doesn't hold the images of study " + study.text(), advice);
    return catalogue;
}

} // namespace grading
