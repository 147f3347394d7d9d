#include "grading/dicom/KeyObjects.h"

#include "ContentTreeFile.h"
#include "DocumentParts.h"
#include "ReadingObjects.h"
#include "ReportConcepts.h"
#include "ReportTree.h"

#include <fmt/format.h>

#include <algorithm>

namespace grading {

namespace {

using enum Relationship;

/// One file, with the frames of it that were graded on.
struct KeyInstance {
    const Stack* stack = nullptr;
    InstanceReference image;
};

struct KeyImages {
    std::vector<KeyInstance> instances;
    std::string description; ///< A line for each foramen.
};

int seriesNumber(const Study& study, const Uid& series)
{
    const auto found = std::ranges::find(study.series, series, &Series::uid);
    return found == study.series.end() ? 0 : found->number;
}

void addFrame(std::vector<KeyInstance>& instances, const Stack& stack, const StackFrame& frame)
{
    const auto isSame = [&](const KeyInstance& known) { return known.image.sopInstance == frame.sopInstance; };
    auto known = std::ranges::find_if(instances, isSame);
    if (known == instances.end())
        known = instances.insert(known, {&stack, {frame.sopClass.text(), frame.sopInstance, {}, {}}});
    auto& frames = known->image.frames;
    if (frame.isMultiFrame && std::ranges::find(frames, frame.frame + 1) == frames.end())
        frames.push_back(frame.frame + 1);
}

KeyImages keyImages(const ReportRequest& request)
{
    KeyImages found;
    for (const auto& [foramen, record] : request.reading.foramina) {
        const auto* frame = gradedImage(request, foramen);
        if (!frame)
            continue;
        const auto& stack = *stackOf(request, record.gradedMarks()->stackId);
        addFrame(found.instances, stack, *frame);
        const auto place = std::ranges::find(stack.frames, *frame) - stack.frames.begin();
        found.description += fmt::format("{}{}: series {}, image {} of {}", found.description.empty() ? "" : "\n",
                                         foramen.trackingIdentifier(), seriesNumber(*request.images, stack.seriesUid),
                                         place + 1, stack.slices());
    }
    // Instances of a series together, as the evidence lists them.
    std::ranges::stable_sort(found.instances, {}, [](const KeyInstance& key) { return key.stack->seriesUid; });
    return found;
}

ContentItem tree(const KeyImages& images, const Reader& reader)
{
    auto root = content::container(None, codes::ofInterest, "2010");
    root.add(content::code(HasConceptModifier, codes::language, codes::english));
    addObservers(root, reader);
    root.add(content::text(Contains, codes::keyObjectDescription, images.description));
    for (const auto& key : images.instances)
        root.add(content::image({}, key.image));
    return root;
}

std::vector<ObjectReference> evidenceOf(const KeyImages& images, const Uid& study)
{
    std::vector<ObjectReference> evidence;
    for (const auto& key : images.instances)
        evidence.push_back({key.image.sopClass, study, key.stack->seriesUid, key.image.sopInstance});
    return evidence;
}

} // namespace

bool hasKeyImages(const ReportRequest& request)
{
    return !keyImages(request).instances.empty();
}

Result<void> writeKeyObjects(const std::filesystem::path& path, const ReportRequest& request)
{
    const auto images = keyImages(request);
    if (images.instances.empty())
        return fail(ErrorCode::NotFound, path.string(), "there is no key image, since nothing is marked",
                    "mark a foramen, or leave the key objects out");
    const auto& reading = request.reading;
    const auto state = reportOf(reading).sopInstance.text();
    const auto when = reading.signedAt.value_or(reading.created);
    DcmFileFormat file;
    auto& dataset = *file.getDataset();
    if (const auto done = putPatientAndStudy(dataset, request); !done)
        return done;
    putIdentity(dataset, {UID_KeyObjectSelectionDocumentStorage, Uid::fromName(state + "|key objects"),
                          Uid::fromName(reading.id.text() + "|key objects series"), 902, reading.revision, "KO",
                          "Neural foramina, key images", reading.created, when});
    putEquipment(dataset);
    dataset.insertEmptyElement(DCM_ReferencedPerformedProcedureStepSequence);
    putReferences(dataset, DCM_CurrentRequestedProcedureEvidenceSequence, evidenceOf(images, reading.study.uid));
    writeContentTree(dataset, tree(images, reading.reader));
    return saveObject(path, file);
}

} // namespace grading
