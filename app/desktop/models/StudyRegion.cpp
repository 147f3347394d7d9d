#include "models/StudyRegion.h"

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

} // namespace foragrade
