#include "RsnaImages.h"

#include "PrivateFolder.h"

#include <fmt/format.h>

#include <set>

namespace grading {

namespace fs = std::filesystem;

namespace {

/// Files by what they are called in the data set.
std::map<std::string, const StackFrame*> imagesOf(const StudyInput& input, const std::vector<RsnaSeries>& all,
                                                  Issues& issues)
{
    std::map<std::string, const StackFrame*> images;
    for (const auto& series : all) {
        const auto& stack = *series.stack;
        const auto folder = fmt::format("train_images/{}/{}/", input.study.number, series.id);
        if (!stack.frames.empty() && stack.frames.front().isMultiFrame) {
            images[folder + "1.dcm"] = &stack.frames.front();
            issues.push_back({Severity::Warning, "many-frames", folder + "1.dcm",
                              "Holds all frames of its series: instance_number isn't the name of a file there."});
            continue;
        }
        const int places = stack.slices() + static_cast<int>(stack.missingSlices.size());
        for (int slice = 0; slice < places; ++slice) {
            if (const auto* image = stack.imageAt(slice))
                images[folder + std::to_string(slice + 1) + ".dcm"] = image;
        }
    }
    return images;
}

} // namespace

Result<void> addTrainImages(const StudyInput& input, const std::vector<RsnaSeries>& series, StudyPart& part)
{
    const auto images = imagesOf(input, series, part.issues);
    if (images.empty())
        return {};
    std::set<fs::path> files;
    for (const auto& [path, image] : images)
        files.insert(image->file);
    const auto pseudonyms = Pseudonyms::fromKeyFile(input.request.keyFile);
    if (!pseudonyms)
        return fail(pseudonyms.error());
    const auto folder = PrivateFolder::make();
    if (!folder)
        return fail(folder.error());
    const auto copies = deidentified({files.begin(), files.end()}, *pseudonyms, *folder, part.issues);
    if (!copies)
        return fail(copies.error());
    for (const auto& [path, image] : images) {
        const auto copy = copies->find(pseudonyms->uid(image->sopInstance).text());
        if (copy == copies->end())
            return fail(ErrorCode::Mismatch, image->file.string(), "was replaced meanwhile", "export again");
        if (auto added = part.addCopy(path, copy->second); !added)
            return added;
    }
    return {};
}

} // namespace grading
