#include "BodyRegion.h"

#include "Words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace grading {

namespace {

struct RegionWords {
    Region region;
    std::array<std::string_view, 7> stems; ///< Anywhere in a word.
    std::initializer_list<std::string_view> words;
};

bool namesRegion(const std::string& lower, const RegionWords& entry)
{
    return hasAnyWord(lower, entry.words) || std::ranges::any_of(entry.stems, [&](std::string_view stem) {
               return !stem.empty() && lower.find(stem) != std::string::npos;
           });
}

std::string_view name(Region region)
{
    return region == Region::Cervical ? "cervical" : region == Region::Thoracic ? "thoracic" : "lumbar";
}

struct Finding {
    std::optional<Region> region;
    std::string evidence;
};

Finding inWords(const char* source, const std::string& words)
{
    return {regionInWords(words), fmt::format("{} {}", source, words)};
}

PatientPoint middleOf(const Stack& stack)
{
    const auto along = (stack.frames.back().position - stack.frames.front().position) * 0.5;
    return stack.frames.front().position + along +
           stack.rowDirection * (stack.columnSpacing.value * (stack.columns - 1) / 2) +
           stack.columnDirection * (stack.rowSpacing.value * (stack.rows - 1) / 2);
}

std::optional<ImagePlane> planeInWords(const std::string& description)
{
    const std::string lower = lowerCase(description);
    std::optional<ImagePlane> found;
    int count = 0;
    const auto look = [&](ImagePlane plane, std::initializer_list<std::string_view> words) {
        if (!hasAnyWord(lower, words))
            return;
        found = plane;
        ++count;
    };
    look(ImagePlane::Sagittal, {"sag", "sagittal", "sagital", "sagt"});
    look(ImagePlane::Axial, {"ax", "axial", "axi", "tra", "trans", "transverse", "transversal"});
    look(ImagePlane::Coronal, {"cor", "coronal", "coro"});
    return count == 1 ? found : std::nullopt;
}

void comparePlanes(Stack& stack, const std::string& description)
{
    const auto named = planeInWords(description);
    if (!named || stack.role.isLocalizer || *named == stack.role.plane)
        return;
    stack.issues.push_back({Severity::Warning,
                            "contradictory-plane",
                            {},
                            fmt::format("The description \"{}\" says {}, the images lie {}; their position counts.",
                                        description, grading::name(*named), grading::name(stack.role.plane))});
}

} // namespace

std::optional<Region> regionInWords(std::string_view words)
{
    static const std::array<RegionWords, 3> regions{{
        {Region::Cervical,
         {"cervic", "zervik", "halswirbel", "頸椎", "颈椎", "", ""},
         {"cspine", "c-spine", "c spine", "c_spine", "csp", "hws", "c-sp"}},
        {Region::Thoracic,
         {"thorac", "thorak", "torac", "brustwirbel", "胸椎", "dorsal spine", "rachis dorsal"},
         {"tspine", "t-spine", "t spine", "t_spine", "tsp", "bws", "dspine"}},
        {Region::Lumbar,
         {"lumb", "lomb", "lendenwirbel", "腰椎", "", "", ""},
         {"lspine", "l-spine", "l spine", "l_spine", "lsp", "lsspine", "ls spine", "ls-spine", "lws"}},
    }};
    const std::string lower = lowerCase(words);
    std::optional<Region> found;
    for (const auto& entry : regions) {
        if (!namesRegion(lower, entry))
            continue;
        if (found)
            return std::nullopt;
        found = entry.region;
    }
    return found;
}

std::optional<Region> regionByDiscs(const std::vector<Stack>& stacks)
{
    std::vector<PatientPoint> middles;
    for (const auto& stack : stacks) {
        if (stack.role.plane == ImagePlane::Axial && !stack.role.isLocalizer && stack.slices() <= 8)
            middles.push_back(middleOf(stack));
    }
    std::ranges::sort(middles, {}, &PatientPoint::z);
    std::vector<double> steps;
    for (std::size_t i = 1; i < middles.size(); ++i)
        steps.push_back(length(middles[i] - middles[i - 1]));
    if (steps.size() < 2)
        return std::nullopt;
    const auto [least, most] = std::ranges::minmax(steps);
    if (least >= 13 && most <= 22)
        return Region::Cervical;
    if (least >= 28 && most <= 48)
        return Region::Lumbar;
    return std::nullopt;
}

void describeBody(Series& series, const Study& study)
{
    const std::array found{inWords("Body Part Examined", series.bodyPart),
                           inWords("series description", series.description),
                           inWords("study description", study.description),
                           Finding{regionByDiscs(series.stacks), "distance of the discs"}};
    const auto first = std::ranges::find_if(found, [](const Finding& finding) { return finding.region.has_value(); });
    std::string contradiction;
    for (auto other = first; other != found.end(); ++other) {
        // A study of two parts is described by one often enough: only what is of this series contradicts.
        if (other->region && *other->region != *first->region && other != found.begin() + 2)
            contradiction = fmt::format("{} says {}, {} {}", first->evidence, name(*first->region), other->evidence,
                                        name(*other->region));
    }
    for (auto& stack : series.stacks) {
        comparePlanes(stack, series.description);
        if (first == found.end())
            continue;
        stack.role.region = first->region;
        stack.role.regionEvidence = first->evidence;
        if (!contradiction.empty())
            stack.issues.push_back({Severity::Warning, "contradictory-region", {}, contradiction + "."});
    }
}

} // namespace grading
