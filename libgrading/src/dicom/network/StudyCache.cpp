#include "grading/dicom/StudyCache.h"

#include "PartFolder.h"
#include "UserFolders.h"

#include "grading/base/Sha256.h"
#include "grading/dicom/Pacs.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/dicom/StudyDigest.h"

namespace grading {

namespace fs = std::filesystem;

namespace {

/// Makes it, for its owner alone.
Result<fs::path> openCache()
{
    const auto cache = studyCacheFolder();
    if (cache.empty())
        return fail(ErrorCode::Io, "the cache of studies", "has no place", "set HOME or XDG_CACHE_HOME");
    std::error_code error;
    fs::create_directories(cache, error);
    if (!error)
        fs::permissions(cache, fs::perms::owner_all, error);
    if (error)
        return fail(ErrorCode::Io, cache.string(), "can't be made (" + error.message() + ")", "check its permissions");
    return cache;
}

/// Unreadable: holds no images of the study.
Result<std::string> digestOf(const fs::path& folder, const Uid& study, const Progress& progress)
{
    const Progress quiet{{}, progress.stop};
    const auto catalogue = scanFolder({folder}, {}, quiet);
    if (!catalogue)
        return fail(catalogue.error());
    const auto* found = catalogue->findStudy(study);
    if (found == nullptr)
        return fail(ErrorCode::Unreadable, folder.string(), "holds no images that can be read");
    return studyDigest(*found, progress);
}

} // namespace

fs::path studyCacheFolder()
{
    const auto folder = userFolder("XDG_CACHE_HOME", ".cache");
    return folder.empty() ? folder : folder / "studies";
}

Result<CachedStudy> cachedStudy(const std::string& peerName, const Uid& study, const std::string& digest,
                                const Progress& progress)
{
    const auto cache = openCache();
    if (!cache)
        return fail(cache.error());
    const auto target = *cache / sha256(peerName + '\n' + study.text()).substr(0, 32);
    std::error_code error;
    if (!digest.empty() && fs::exists(target, error)) {
        const auto known = digestOf(target, study, progress);
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, "PACS '" + peerName + "'", "stopped");
        if (known == digest)
            return CachedStudy{target, digest, {}};
    }
    const auto peer = findPacsPeer(peerName);
    if (!peer)
        return fail(peer.error());
    auto part = PartFolder::beside(*cache / "new");
    if (!part)
        return fail(part.error());
    const auto fetched = part->path() / "study";
    const auto transfer = getStudy(*peer, study, fetched, progress);
    if (!transfer)
        return fail(transfer.error());
    auto now = digestOf(fetched, study, progress);
    if (!now)
        return fail(now.error().code, "PACS '" + peerName + "'", "gave a study without images that can be read",
                    "ask who runs the PACS");
    CachedStudy result{target, std::move(*now), transfer->issues};
    if (!digest.empty() && result.digest != digest)
        result.issues.push_back({Severity::Warning, "altered-images", "PACS '" + peerName + "'",
                                 "The images aren't the same as those that the study was first read from."});
    fs::rename(target, part->path() / "old", error); // goes away with `part`
    fs::rename(fetched, target, error);
    if (error && digestOf(target, study, progress) != result.digest) // another program was first
        return fail(ErrorCode::Io, cache->string(), "can't be written to (" + error.message() + ")", "try again");
    return result;
}

StudyCacheSize studyCacheSize()
{
    StudyCacheSize size;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(studyCacheFolder(), error))
        size.studies += entry.path().filename().string().starts_with('.') ? 0 : 1;
    for (auto file = fs::recursive_directory_iterator(studyCacheFolder(), error);
         !error && file != fs::recursive_directory_iterator(); file.increment(error)) {
        std::error_code gone;
        const auto bytes = file->is_regular_file(gone) ? file->file_size(gone) : 0;
        size.bytes += gone ? 0 : bytes;
    }
    return size;
}

Result<void> emptyStudyCache()
{
    std::error_code error;
    if (const auto cache = studyCacheFolder(); !cache.empty())
        fs::remove_all(cache, error);
    if (error)
        return fail(ErrorCode::Io, studyCacheFolder().string(), "can't be emptied (" + error.message() + ")",
                    "check its permissions");
    return {};
}

} // namespace grading
