#include "StudyExport.h"

#include <algorithm>
#include <map>

namespace grading {

namespace {

/// "sag", "ax", "cor"
std::string shortPlane(const VolumeGeometry& geometry)
{
    const auto plane = planeOf(geometry.normal());
    return plane == ImagePlane::Sagittal ? "sag" : plane == ImagePlane::Axial ? "ax" : "cor";
}

/// By id, so that a stack has the same name whoever marked it.
Result<std::vector<MarkedStack>> markedStacks(const std::vector<Reading>& readings)
{
    std::map<std::string, VolumeGeometry> grids;
    for (const auto& reading : readings) {
        for (const auto& [foramen, record] : reading.foramina) {
            for (const auto& marks : record.marks) {
                const auto [known, isNew] = grids.emplace(marks.stackId, marks.geometry);
                if (!isNew && !known->second.matches(marks.geometry))
                    return fail(ErrorCode::Mismatch, marks.stackId, "was marked on two different grids",
                                "export one reader at a time");
            }
        }
    }
    std::vector<MarkedStack> stacks;
    std::map<std::string, int> numbers;
    for (const auto& [id, grid] : grids) {
        const auto plane = shortPlane(grid);
        stacks.push_back({id, plane + std::to_string(++numbers[plane]), grid, nullptr});
    }
    return stacks;
}

Result<void> findImages(StudyInput& input, const SeriesCatalogue& catalogue)
{
    input.images = catalogue.findStudy(input.study.uid);
    for (auto& stack : input.stacks) {
        stack.images = catalogue.findStack(stack.id);
        if (stack.images == nullptr)
            return fail(ErrorCode::NotFound, stack.id, "its images aren't among the study's",
                        "name the folder with the images that were read with --images");
    }
    return {};
}

} // namespace

Result<StudyPart> exportStudy(const Store& store, const PlannedStudy& study, const DataSetRequest& request,
                              ImageFinder& images, const std::filesystem::path& folder, const Progress& progress)
{
    StudyInput input{request, study, {}, {}, nullptr};
    for (const auto& planned : study.readings) {
        auto reading = store.load(planned.id, planned.revision);
        if (!reading)
            return fail(reading.error());
        input.readings.push_back(std::move(*reading));
    }
    auto stacks = markedStacks(input.readings);
    if (!stacks)
        return fail(stacks.error());
    input.stacks = std::move(*stacks);
    const auto& format = formatOf(request.format);
    std::shared_ptr<const SeriesCatalogue> catalogue; // outlives what points into it
    const bool isWanted = format.usesImages() && request.images != DataSetImages::None;
    if (isWanted && (!input.stacks.empty() || format.usesImagesOfUnmarkedStudies())) {
        auto found = images.find(store, study.uid, progress);
        if (!found)
            return fail(found.error());
        catalogue = std::move(*found);
        if (auto done = findImages(input, *catalogue); !done)
            return fail(done.error());
    }
    StudyPart part(folder);
    if (auto done = format.addStudy(input, part); !done)
        return fail(done.error());
    return part;
}

} // namespace grading
