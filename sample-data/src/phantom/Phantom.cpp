#include "phantom/Phantom.h"

#include "grading/base/Uid.h"
#include "phantom/DicomImage.h"
#include "phantom/Truth.h"

#include <fmt/format.h>

#include <mutex>
#include <optional>

namespace grading::phantom {

namespace {

std::string key(const Options& options)
{
    return fmt::format("foragrade-phantom/1/{}/{}/{}/{}/{}{}", name(options.variant), options.seed,
                       options.chemicalShift, options.noise, options.small, options.varied ? "/varied" : "");
}

/// One slice to be made: sagittal T1 and T2 share their sampling.
struct Job {
    std::vector<std::size_t> series;
    std::size_t stack = 0;
    int slice = 0;
    int instance = 0;
};

std::vector<Job> jobs(const StudyPlan& study)
{
    std::vector<Job> all;
    for (int slice = 0; slice < study.series[0].stacks[0].slices; ++slice)
        all.push_back({{0, 1}, 0, slice, slice + 1});
    int instance = 0;
    for (std::size_t stack = 0; stack < study.series[2].stacks.size(); ++stack)
        for (int slice = 0; slice < study.series[2].stacks[stack].slices; ++slice)
            all.push_back({{2}, stack, slice, ++instance});
    return all;
}

Result<void> run(const Job& job, const Anatomy& anatomy, const StudyPlan& study, const Options& options,
                 const std::filesystem::path& folder)
{
    const bool both = job.series.size() > 1;
    const Stack& stack = study.series[job.series.front()].stacks[job.stack];
    const auto images = scanSlice(anatomy, stack, job.slice, options, 10 * job.series.front() + job.stack, both);
    for (const std::size_t index : job.series) {
        const SeriesPlan& series = study.series[index];
        const auto& pixels = series.weighting == Weighting::T1 ? images.t1 : images.t2;
        const auto path = folder / series.folder / fmt::format("IM{:04}.dcm", job.instance);
        if (auto done = writeMrImage(path, study, series, {stack, job.slice, job.instance}, pixels); !done)
            return done;
    }
    return {};
}

} // namespace

std::string_view name(Variant variant)
{
    switch (variant) {
    case Variant::SixLumbar:
        return "six-lumbar";
    case Variant::Scoliosis:
        return "scoliosis";
    case Variant::Noisy:
        return "noisy";
    default:
        return "default";
    }
}

StudyPlan plan(const Anatomy& anatomy, const Options& options)
{
    const std::string base = key(options);
    const auto uid = [&](const char* what) { return Uid::fromName(base + "/" + what).text(); };
    const Stack sagittal = sagittalStack(options);
    return {uid("study"),
            uid("frame"),
            options.varied ? fmt::format("PHANTOM-V{}", options.seed) : "PHANTOM-01",
            options.varied ? fmt::format("Phantom^Varied{}", options.seed) : "Phantom^Lumbar",
            {{"t1-sagittal", uid("t1-sagittal"), 2, "T1 TSE SAG", Weighting::T1, {sagittal}},
             {"t2-sagittal", uid("t2-sagittal"), 3, "T2 TSE SAG", Weighting::T2, {sagittal}},
             {"t2-axial", uid("t2-axial"), 4, "T2 TSE TRA DISC", Weighting::T2, axialStacks(anatomy, options)}}};
}

Result<Written> generate(const std::filesystem::path& folder, const Options& options)
{
    std::error_code failure;
    for (const char* part : {"dicom", "truth"})
        if (std::filesystem::exists(folder / part, failure))
            return fail(ErrorCode::Exists, (folder / part).string(), "is there already", "name another folder");
    const Anatomy anatomy(options);
    const StudyPlan study = plan(anatomy, options);
    for (const SeriesPlan& series : study.series)
        std::filesystem::create_directories(folder / "dicom" / series.folder, failure);
    if (failure)
        return fail(ErrorCode::Io, folder.string(), "cannot be made: " + failure.message(), "check the permissions");
    const auto all = jobs(study);
    std::optional<Error> error;
    std::mutex guard;
    inParallel(static_cast<int>(all.size()), [&](int i) {
        const auto done = run(all[static_cast<std::size_t>(i)], anatomy, study, options, folder / "dicom");
        if (!done) {
            const std::scoped_lock lock(guard);
            error = done.error();
        }
    });
    if (error)
        return fail(*error);
    std::size_t dicomFiles = 0;
    for (const Job& job : all)
        dicomFiles += job.series.size();
    auto truth = writeTruth(folder / "truth", anatomy, study, options);
    if (!truth)
        return fail(truth.error());
    return Written{dicomFiles, *truth};
}

} // namespace grading::phantom
