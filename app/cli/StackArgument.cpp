#include "StackArgument.h"

#include <algorithm>

namespace foragrade {

namespace {

bool fits(const grading::Stack& stack, const std::string& which)
{
    return which.empty() || stack.id == which || stack.seriesUid.text() == which ||
           (which.find('#') == std::string::npos && stack.id.ends_with("#" + which));
}

std::string listed(const std::vector<const grading::Stack*>& stacks)
{
    std::string list;
    for (const auto* stack : stacks)
        list += (list.empty() ? "" : ", ") + stack->id + " (" + stack->role.name() + ")";
    return list;
}

} // namespace

StackArgument parseStackArgument(const std::string& text)
{
    std::error_code error;
    for (auto end = text.size(); end != std::string::npos && end > 0; end = text.rfind('#', end - 1)) {
        if (std::filesystem::exists(text.substr(0, end), error))
            return {text.substr(0, end), end < text.size() ? text.substr(end + 1) : std::string()};
    }
    return {text.substr(0, text.find('#')), {}};
}

std::variant<const grading::Stack*, ExitStatus> chooseStack(const grading::SeriesCatalogue& catalogue,
                                                            const StackArgument& argument)
{
    const auto all = catalogue.stacks();
    const std::string folder = argument.folder.string();
    if (all.empty())
        return failWith(
            {grading::ErrorCode::NotFound, folder, "holds no stack of images", "give a folder with a DICOM series"});
    std::vector<const grading::Stack*> fitting;
    std::copy_if(all.begin(), all.end(), std::back_inserter(fitting),
                 [&](const grading::Stack* stack) { return fits(*stack, argument.which); });
    if (fitting.empty())
        return failWith({grading::ErrorCode::NotFound, folder, "holds no stack #" + argument.which,
                         "choose one of " + listed(all)});
    if (fitting.size() > 1)
        return failUsage(folder + ": holds " + std::to_string(fitting.size()) +
                         " stacks that fit; write the folder, '#' and one of these ids: " + listed(fitting));
    return fitting.front();
}

} // namespace foragrade
