#include "SchemeArgument.h"

namespace foragrade {

std::string schemeIds()
{
    std::string ids;
    for (const auto& scheme : grading::gradingSchemes())
        ids += (ids.empty() ? "" : ", ") + scheme.id;
    return ids;
}

std::variant<grading::GradingScheme, ExitStatus> chooseScheme(const std::string& text)
{
    if (const auto* scheme = grading::findScheme(text))
        return *scheme;
    if (!text.ends_with(".json"))
        return failUsage("--scheme " + text + ": isn't a grading scheme; choose one of " + schemeIds() +
                         ", or give FILE.json");
    auto own = grading::readScheme(text);
    if (!own)
        return failWith(own.error());
    return std::move(*own);
}

} // namespace foragrade
