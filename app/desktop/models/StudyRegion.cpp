#include "models/StudyRegion.h"

#include "models/ForamenPlaces.h"

#include <array>

namespace foragrade {

grading::Region regionOf(const grading::Study& study)
{
    int cervical = 0;
    int others = 0;
    for (const auto& series : study.series) {
        for (const auto& stack : series.stacks) {
            if (stack.role.region && !stack.role.isLocalizer)
                (stack.role.region == grading::Region::Cervical ? cervical : others) += stack.slices();
        }
    }
    if (cervical + others > 0)
        return cervical > others ? grading::Region::Cervical : grading::Region::Lumbar;
    for (const auto& series : study.series) {
        const QString words =
            QString::fromStdString(study.description + " " + series.bodyPart + " " + series.description);
        if (words.contains("cervical", Qt::CaseInsensitive) || words.contains("cspine", Qt::CaseInsensitive) ||
            words.contains("hws", Qt::CaseInsensitive))
            return grading::Region::Cervical;
    }
    return grading::Region::Lumbar;
}

QString nameOf(grading::Region region)
{
    static constexpr std::array<const char*, 5> names{"cervical", "thoracic", "lumbar", "sacral", "coccygeal"};
    return names[static_cast<std::size_t>(region)];
}

std::map<grading::Uid, double> midlinesOf(const grading::Study& study)
{
    std::map<grading::Uid, double> midlines;
    std::map<grading::Uid, int> slices;
    for (const auto& series : study.series) {
        for (const auto& stack : series.stacks) {
            const bool isUsable = stack.geometry && !stack.frameOfReference.isEmpty() && !stack.role.isLocalizer &&
                                  stack.role.plane == grading::ImagePlane::Sagittal;
            if (!isUsable || slices[stack.frameOfReference] >= stack.slices())
                continue;
            slices[stack.frameOfReference] = stack.slices();
            midlines[stack.frameOfReference] = midlineOf(*stack.geometry);
        }
    }
    return midlines;
}

} // namespace foragrade
