#include "StackChoice.h"

#include <fmt/format.h>

#include <charconv>
#include <iostream>

namespace foragrade {

namespace {

using Stacks = std::vector<const grading::Stack*>;

void listStacks(const Stacks& stacks)
{
    for (const auto* stack : stacks)
        std::cerr << fmt::format("  {}  {}, {} slices\n", printable(stack->id), stack->role.name(), stack->slices());
}

/// "#3" or "3": the third stack of the folder.
const grading::Stack* byNumber(const Stacks& stacks, std::string_view text)
{
    if (text.starts_with('#'))
        text.remove_prefix(1);
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = problem == std::errc() && end == text.data() + text.size();
    return isNumber && number >= 1 && number <= stacks.size() ? stacks[number - 1] : nullptr;
}

} // namespace

StackChoice chooseStack(const grading::SeriesCatalogue& catalogue, const std::filesystem::path& folder,
                        const std::string& id)
{
    const auto stacks = catalogue.stacks();
    if (stacks.empty())
        return {nullptr, failWith({grading::ErrorCode::NotFound, folder.string(), "holds no usable DICOM images",
                                   "name the folder of the study"})};
    if (id.empty() && stacks.size() == 1)
        return {stacks.front(), ExitStatus::Done};
    if (id.empty()) {
        const auto status =
            failUsage(fmt::format("{}: holds {} stacks; choose one by its id:", folder.string(), stacks.size()));
        listStacks(stacks);
        return {nullptr, status};
    }
    if (const auto* stack = catalogue.findStack(id))
        return {stack, ExitStatus::Done};
    if (const auto* stack = byNumber(stacks, id))
        return {stack, ExitStatus::Done};
    return {nullptr, failWith({grading::ErrorCode::NotFound, id, "is no stack of " + folder.string(),
                               "see `foragrade-cli scan` for the ids"})};
}

} // namespace foragrade
