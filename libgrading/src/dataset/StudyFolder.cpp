#include "grading/dataset/StudyFolder.h"

#include "grading/dicom/StudyCache.h"

namespace grading {

Result<StudyFolder> studyFolder(const StudyImages& images, const Uid& study, const Progress& progress)
{
    if (images.peer.empty())
        return StudyFolder{images.folder, {}};
    auto cached = cachedStudy(images.peer, study, images.digest, progress);
    if (!cached)
        return fail(cached.error());
    return StudyFolder{std::move(cached->folder), std::move(cached->issues)};
}

} // namespace grading
