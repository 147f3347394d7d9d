#include "Merge.h"
#include "PiecesMaker.h"
#include "PrivateFolder.h"

#include "grading/dataset/DataSet.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace grading {

namespace fs = std::filesystem;

namespace {

constexpr int studiesAPart = 64; ///< Of one run: what a crash may cost.

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

Result<void> checkRequest(const DataSetRequest& request, const fs::path& out)
{
    const bool isDicom = request.format == DataSetFormat::Dicom;
    if (isDicom && request.images == DataSetImages::None)
        return fail(ErrorCode::InvalidArgument, "format dicom", "is images with their marks", "leave --no-images out");
    if (isDicom && request.keyFile.empty())
        return fail(ErrorCode::InvalidArgument, "format dicom", "needs the project's secret for new uids",
                    "name it with --key-file");
    const bool mayHaveImages = request.format == DataSetFormat::Rsna && request.images != DataSetImages::None;
    if (!isDicom && !mayHaveImages && !request.keyFile.empty())
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
    PrivateFolder::removeLeft();
    const auto plan = planOf(request);
    if (!plan)
        return fail(plan.error());
    const PartsFolder folder(out);
    if (auto claimed = folder.claim(partsInfoOf(request, *plan, shard.count)); !claimed)
        return fail(claimed.error());
    PiecesMaker maker(request, *plan, folder, jobs, progress);
    if (!folder.has(shard.number, shard.count)) {
        if (const auto made = maker.make({shard.number}, shard.count); !made)
            return fail(made.error());
    }
    return summaryOf(*plan, std::move(maker.issues));
}

Result<DataSetSummary> exportDataSet(const DataSetRequest& request, const fs::path& out, int jobs,
                                     const Progress& progress)
{
    if (auto allowed = checkRequest(request, out); !allowed)
        return fail(allowed.error());
    PrivateFolder::removeLeft();
    const auto plan = planOf(request);
    if (!plan)
        return fail(plan.error());
    const auto parts = std::max(1, (static_cast<int>(plan->studies.size()) + studiesAPart - 1) / studiesAPart);
    const PartsFolder folder(out);
    const auto info = partsInfoOf(request, *plan, parts);
    if (auto claimed = folder.claim(info); !claimed)
        return fail(claimed.error());
    std::map<int, Part> pieces;
    std::vector<int> missing;
    for (int number = 1; number <= parts; ++number) {
        auto known = folder.read(number, parts);
        if (known) {
            pieces.emplace(number, std::move(*known));
            continue;
        }
        folder.remove(number, parts); // where something of it got lost
        missing.push_back(number);
    }
    PiecesMaker maker(request, *plan, folder, jobs, progress);
    auto made = maker.make(missing, parts);
    if (!made) {
        removeUnused(folder);
        return fail(made.error());
    }
    pieces.merge(*made);
    auto merged = merge(folder, info, std::move(pieces), out, progress);
    if (!merged)
        return fail(merged.error());
    auto summary = summaryOf(*plan, std::move(maker.issues));
    summary.files = merged->files;
    return summary;
}

} // namespace grading
