#include "grading/dicom/ReadMarks.h"

#include "grading/dicom/Segmentation.h"
#include "grading/imaging/VolumeFile.h"

#include <array>
#include <fstream>

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

Result<LabelImage> fromSegmentation(const std::filesystem::path& path, const Stack& stack, const Foramen& foramen)
{
    const Stack* const stacks[]{&stack};
    auto segmentation = readSegmentation(path, stacks);
    if (!segmentation)
        return fail(segmentation.error());
    LabelImage image{labelMapOf(*segmentation, foramen), std::move(segmentation->issues)};
    if (image.marks.count(Structure::NerveRoot) == 0)
        return fail(ErrorCode::NotFound, path.string(), "holds no nerve root of " + foramen.key(),
                    "check the foramen, or mark the root");
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
    if (hasDicomPrefix(path) || hasDicomName(path))
        return fromSegmentation(path, stack, foramen);
    const auto labels = readVolumeFile(path);
    if (!labels)
        return fail(labels.error());
    auto image = labelMapFromVolume(*labels, *stack.geometry);
    if (!image) {
        Error problem = image.error();
        problem.subject = path.string();
        return fail(std::move(problem));
    }
    return image;
}

} // namespace grading
