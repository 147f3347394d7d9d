#include "RsnaImages.h"

#include "PrivateFolder.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace grading {

namespace fs = std::filesystem;

namespace {

/// Images and gaps between them.
int placesOf(const Stack& stack)
{
    return stack.slices() + static_cast<int>(stack.missingSlices.size());
}

using Images = std::map<std::string, const StackFrame*>; ///< By what the files are called in the data set.

/// A file of many frames stays whole, so another table says where each slice is.
void addWholeFiles(const StudyInput& input, const RsnaSeries& series, const std::string& folder, StudyPart& part,
                   Images& images)
{
    std::map<Uid, int> numbers;
    const auto& stack = *series.stack;
    for (int slice = 0; slice < placesOf(stack); ++slice) {
        const auto* image = stack.imageAt(slice);
        if (image == nullptr)
            continue;
        const auto number = numbers.try_emplace(image->sopInstance, static_cast<int>(numbers.size()) + 1).first->second;
        const auto file = std::to_string(number) + ".dcm";
        images[folder + file] = image;
        part.addRow(rsnaFramesTable(), {std::to_string(input.study.number), series.id, std::to_string(slice + 1), file,
                                        std::to_string(image->frame + 1)});
    }
    part.issues.push_back({Severity::Warning, "many-frames", folder,
                           "Its files hold many frames each: instance_number isn't the name of a file there, see "
                           "train_image_frames.csv."});
}

Images imagesOf(const StudyInput& input, const std::vector<RsnaSeries>& all, StudyPart& part)
{
    Images images;
    for (const auto& series : all) {
        const auto& stack = *series.stack;
        const auto folder = fmt::format("train_images/{}/{}/", input.study.number, series.id);
        if (std::ranges::any_of(stack.frames, &StackFrame::isMultiFrame)) {
            addWholeFiles(input, series, folder, part, images);
            continue;
        }
        for (int slice = 0; slice < placesOf(stack); ++slice) {
            if (const auto* image = stack.imageAt(slice))
                images[folder + std::to_string(slice + 1) + ".dcm"] = image;
        }
    }
    return images;
}

} // namespace

const Table& rsnaFramesTable()
{
    static const Table table{"train_image_frames",
                             {{"study_id", "integer", "", "", "As in train.csv"},
                              {"series_id", "integer", "", "", "As in train_label_coordinates.csv"},
                              {"instance_number", "integer", "", "", "As in train_label_coordinates.csv"},
                              {"file", "string", "", "", "In the series' folder of train_images"},
                              {"frame", "integer", "", "", "In that file, from 1"}}};
    return table;
}

Result<void> addTrainImages(const StudyInput& input, const std::vector<RsnaSeries>& series, StudyPart& part)
{
    const auto images = imagesOf(input, series, part);
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
