#include "models/Hanging.h"

#include "models/Reformats.h"
#include "models/StudyRegion.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <functional>
#include <utility>

namespace foragrade {
namespace {

using grading::ImagePlane;
using grading::Stack;
using grading::Weighting;

using Wanted = std::function<bool(const Stack&)>;

const Stack* best(const std::vector<const Stack*>& stacks, const std::vector<const Stack*>& taken, const Wanted& wanted)
{
    const Stack* found = nullptr;
    for (const Stack* stack : stacks) {
        // Stacks of one series and plane take turns in one pane.
        const bool isFree = std::none_of(taken.begin(), taken.end(), [&](const Stack* other) {
            return other->seriesUid == stack->seriesUid && other->role.plane == stack->role.plane;
        });
        const auto worth = [](const Stack& s) { return std::pair(s.geometry.has_value(), s.slices()); };
        if (isFree && wanted(*stack) && (found == nullptr || worth(*stack) > worth(*found)))
            found = stack;
    }
    return found;
}

Wanted of(ImagePlane plane, std::vector<Weighting> weightings)
{
    return [plane, weightings = std::move(weightings)](const Stack& stack) {
        const auto& role = stack.role;
        return !role.isLocalizer && role.plane == plane &&
               (weightings.empty() ||
                std::find(weightings.begin(), weightings.end(), role.weighting) != weightings.end());
    };
}

const Stack* firstOf(const std::vector<const Stack*>& stacks, const std::vector<const Stack*>& taken,
                     const std::vector<Wanted>& choices)
{
    for (const auto& wanted : choices) {
        if (const Stack* found = best(stacks, taken, wanted))
            return found;
    }
    return nullptr;
}

using Choices = std::vector<Wanted>;

/// For each pane what is wanted, the best first.
std::vector<Choices> wishes(Layout layout)
{
    const Choices t1{of(ImagePlane::Sagittal, {Weighting::T1})};
    const Choices t2{of(ImagePlane::Sagittal, {Weighting::T2}),
                     of(ImagePlane::Sagittal, {Weighting::T2FatSaturated, Weighting::Stir}),
                     of(ImagePlane::Sagittal, {})};
    const Choices sagittal{of(ImagePlane::Sagittal, {Weighting::T1}), of(ImagePlane::Sagittal, {Weighting::T2}),
                           of(ImagePlane::Sagittal, {})};
    const Choices axial{of(ImagePlane::Axial, {Weighting::T2}), of(ImagePlane::Axial, {})};
    const Choices further{of(ImagePlane::Sagittal, {}), of(ImagePlane::Axial, {}), of(ImagePlane::Coronal, {})};
    switch (layout) {
    case Layout::One:
        return {sagittal};
    case Layout::Two:
        return {t2, axial};
    case Layout::Four:
        return {t1, t2, axial, further};
    case Layout::SagittalPair:
        return {t1, t2};
    case Layout::T1AndAxial:
        return {sagittal, axial};
    case Layout::ByRole:
        break;
    }
    return {t1, t2, axial};
}

Wanted ofRole(const QString& role)
{
    return [role = role.toStdString()](const Stack& stack) { return !role.empty() && stack.role.name() == role; };
}

QString keyOf(grading::Region region, const char* what)
{
    return QString("hanging/%1/%2").arg(nameOf(region), what);
}

constexpr std::array<const char*, 6> layoutKeys{"byRole", "one", "two", "four", "sagittalPair", "t1AndAxial"};

} // namespace

const char* sourceTitleOf(Layout layout)
{
    static constexpr std::array<const char*, 6> titles{QT_TRANSLATE_NOOP("Command", "Sagittal T1, sagittal T2, axial"),
                                                       QT_TRANSLATE_NOOP("Command", "One: sagittal"),
                                                       QT_TRANSLATE_NOOP("Command", "Two: sagittal T2, axial"),
                                                       QT_TRANSLATE_NOOP("Command", "Four"),
                                                       QT_TRANSLATE_NOOP("Command", "Sagittal pair: T1, T2"),
                                                       QT_TRANSLATE_NOOP("Command", "Sagittal T1, axial")};
    return titles.at(static_cast<std::size_t>(layout));
}

std::vector<std::string> hang(const grading::Study& study, Layout layout, const QStringList& roles)
{
    std::vector<const Stack*> stacks;
    for (const auto& series : study.series)
        for (const auto& stack : series.stacks)
            stacks.push_back(&stack);
    const auto reformats = reformatsOf(study);
    for (const auto& [id, reformat] : reformats)
        stacks.push_back(&reformat.stack);

    auto panes = wishes(layout);
    for (std::size_t i = 0; i < panes.size() && i < static_cast<std::size_t>(roles.size()); ++i)
        panes[i].insert(panes[i].begin(), ofRole(roles[static_cast<qsizetype>(i)]));
    std::vector<const Stack*> hung;
    for (const auto& choices : panes) {
        if (const Stack* found = firstOf(stacks, hung, choices))
            hung.push_back(found);
    }
    if (hung.empty()) {
        const Choices anything{[](const Stack& s) { return !s.role.isLocalizer; }, [](const Stack&) { return true; }};
        if (const Stack* found = firstOf(stacks, hung, anything))
            hung.push_back(found);
    }
    std::vector<std::string> ids;
    for (const Stack* stack : hung)
        ids.push_back(stack->id);
    return ids;
}

RememberedHanging RememberedHanging::of(grading::Region region)
{
    const QSettings settings;
    RememberedHanging result;
    const auto key = settings.value(keyOf(region, "layout")).toString();
    const auto found = std::find(layoutKeys.begin(), layoutKeys.end(), key);
    if (found != layoutKeys.end())
        result.layout = static_cast<Layout>(found - layoutKeys.begin());
    result.roles = settings.value(keyOf(region, "roles")).toStringList();
    return result;
}

void RememberedHanging::keep(grading::Region region) const
{
    QSettings settings;
    settings.setValue(keyOf(region, "layout"), layoutKeys.at(static_cast<std::size_t>(layout)));
    settings.setValue(keyOf(region, "roles"), roles);
}

} // namespace foragrade
