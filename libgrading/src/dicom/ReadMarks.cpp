#include "grading/dicom/ReadMarks.h"

#include "MissingImages.h"
#include "SegmentNames.h"

#include "grading/dicom/Segmentation.h"
#include "grading/imaging/VolumeFile.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace grading {

namespace {

/// `DICM` behind the preamble (PS3.10 section 7.1).
bool hasDicomPrefix(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::array<char, 132> head{};
    return in.read(head.data(), head.size()) && std::string_view(head.data() + 128, 4) == "DICM";
}

bool hasDicomName(const std::filesystem::path& path)
{
    const std::string extension = path.extension().string();
    return extension.empty() || extension == ".dcm" || extension == ".DCM";
}

/// Where no segment names its foramen, one root and at most one fat can only be those of the foramen that is asked for.
void takeForAsked(Segmentation& segmentation, const Foramen& foramen, const std::string& file)
{
    const auto isNamed = [](const Segment& segment) { return segment.foramen.has_value(); };
    const auto number = [&](SegmentContent content) {
        return std::ranges::count_if(segmentation.segments,
                                     [&](const Segment& segment) { return contentSaid(segment) == content; });
    };
    if (std::ranges::any_of(segmentation.segments, isNamed) || number(SegmentContent::NerveRoot) != 1 ||
        number(SegmentContent::Fat) > 1 || number(SegmentContent::Foramen) > 1)
        return;
    for (auto& segment : segmentation.segments) {
        segment.content = contentSaid(segment);
        segment.foramen = foramen;
    }
    segmentation.issues.push_back({Severity::Info, "foramen-not-named", file,
                                   "No segment names its foramen; taken as the marks of " + foramen.key() + "."});
}

Result<LabelImage> fromSegmentation(const std::filesystem::path& path, const Stack& stack, const Foramen& foramen)
{
    const Stack* const stacks[]{&stack};
    auto segmentation = readSegmentation(path, stacks);
    if (!segmentation)
        return fail(segmentation.error());
    takeForAsked(*segmentation, foramen, path.string());
    std::ranges::move(joinedSegments(*segmentation, path.string(), foramen), std::back_inserter(segmentation->issues));
    LabelImage image{labelMapOf(*segmentation, foramen), std::move(segmentation->issues)};
    if (image.marks.count(Structure::NerveRoot) == 0)
        return fail(ErrorCode::NotFound, path.string(), "holds no nerve root of " + foramen.key(),
                    "check the foramen, or mark the root");
    return image;
}

Result<LabelImage> fromLabelImage(const std::filesystem::path& path, const Stack& stack)
{
    const auto labels = readVolumeFile(path);
    if (!labels)
        return fail(labels.error());
    auto image = labelMapFromVolume(*labels, *stack.geometry);
    if (!image) {
        Error problem = image.error();
        problem.subject = path.string();
        return fail(std::move(problem));
    }
    if (image->marks.count(Structure::NerveRoot) == 0)
        return fail(ErrorCode::NotFound, path.string(), "holds no nerve root (label 1)", "mark the root");
    return image;
}

Result<LabelImage> withoutMissingSlices(LabelImage image, const Stack& stack, const std::filesystem::path& path)
{
    image.marks = withoutMissingImages(std::move(image.marks), stack, path.string(), image.issues);
    if (image.marks.count(Structure::NerveRoot) == 0)
        return fail(ErrorCode::NotFound, path.string(), "holds a nerve root only where the series lacks the images",
                    "mark the root on a slice that has its image");
    return image;
}

} // namespace

Result<LabelImage> readMarks(const std::filesystem::path& path, const Stack& stack, const Foramen& foramen)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::NotFound, path.string(), "doesn't exist", "check the name");
    if (!stack.geometry)
        return fail(ErrorCode::Unsupported, stack.id,
                    "its slices don't form an even grid, so marks have no place on it", "choose another stack");
    const bool isDicom = hasDicomPrefix(path) || hasDicomName(path);
    auto image = isDicom ? fromSegmentation(path, stack, foramen) : fromLabelImage(path, stack);
    if (!image || stack.missingSlices.empty() || image->marks.count(Structure::NerveRoot) == 0)
        return image;
    return withoutMissingSlices(std::move(*image), stack, path);
}

} // namespace grading
