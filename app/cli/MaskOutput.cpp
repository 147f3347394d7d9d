#include "MaskOutput.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace foragrade {

namespace {

using Json = nlohmann::ordered_json;
using Part = std::optional<grading::MaskOverlap> grading::MarksOverlap::*;

struct Structure {
    const char* name;
    const char* title;
    Part part;
    const char* whyNone;
};

constexpr std::array<Structure, 3> structures{
    Structure{"nerveRoot", "nerve root", &grading::MarksOverlap::nerveRoot, "neither marked the nerve root"},
    Structure{"perineuralFat", "fat", &grading::MarksOverlap::perineuralFat, "neither marked perineural fat"},
    Structure{"wholeForamen", "foramen", &grading::MarksOverlap::foramen, "the foramen wasn't outlined by both"}};

Json surfaceToJson(const grading::SurfaceDistance& surface)
{
    return {{"meanMm", surface.mean.value},
            {"percentile95Mm", surface.percentile95.value},
            {"hausdorffMm", surface.hausdorff.value}};
}

Json toJson(const grading::ForamenOverlap& overlap)
{
    const auto orNull = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    Json entry{{"study", orNull(overlap.study.text())},
               {"foramen", overlap.foramen ? Json(overlap.foramen->key()) : Json(nullptr)},
               {"stack", orNull(overlap.stackId)},
               {"readers", {overlap.first, overlap.second}}};
    Json reasons = Json::object();
    for (const auto& structure : structures) {
        const auto& part = overlap.marks.*structure.part;
        if (!part) {
            entry[structure.name] = nullptr;
            reasons[structure.name] = structure.whyNone;
            continue;
        }
        entry[structure.name] = {{"dice", part->dice},
                                 {"surface", part->surface ? surfaceToJson(*part->surface) : Json(nullptr)}};
        if (!part->surface)
            reasons[std::string(structure.name) + ".surface"] = "one of the two marked nothing";
    }
    entry["reasons"] = std::move(reasons);
    return entry;
}

/// Over the foramina of one pair of readers where both marked the structure.
struct Summary {
    const grading::ForamenOverlap* of = nullptr; ///< Any of them, for the readers' names.
    const Structure* structure = nullptr;
    int foramina = 0;
    double dice = 0;
    double mean = 0;
    double percentile95 = 0;
    double hausdorff = 0;
};

std::vector<Summary> summaries(const std::vector<grading::ForamenOverlap>& overlaps)
{
    std::vector<Summary> all;
    for (const auto& overlap : overlaps) {
        for (const auto& structure : structures) {
            const auto& part = overlap.marks.*structure.part;
            if (!part || !part->surface)
                continue;
            auto found = std::find_if(all.begin(), all.end(), [&](const Summary& s) {
                return s.structure == &structure && s.of->first == overlap.first && s.of->second == overlap.second;
            });
            if (found == all.end())
                found = all.insert(all.end(), Summary{&overlap, &structure, 0, 0, 0, 0, 0});
            ++found->foramina;
            found->dice += part->dice;
            found->mean += part->surface->mean.value;
            found->percentile95 += part->surface->percentile95.value;
            found->hausdorff = std::max(found->hausdorff, part->surface->hausdorff.value);
        }
    }
    for (auto& summary : all) {
        for (double* sum : {&summary.dice, &summary.mean, &summary.percentile95})
            *sum /= summary.foramina;
    }
    return all;
}

} // namespace

Json masksToJson(const std::vector<grading::ForamenOverlap>& overlaps)
{
    Json list = Json::array();
    for (const auto& overlap : overlaps)
        list.push_back(toJson(overlap));
    return list;
}

Json maskSummaryToJson(const std::vector<grading::ForamenOverlap>& overlaps)
{
    Json list = Json::array();
    for (const auto& summary : summaries(overlaps))
        list.push_back({{"readers", {summary.of->first, summary.of->second}},
                        {"structure", summary.structure->name},
                        {"foramina", summary.foramina},
                        {"dice", summary.dice},
                        {"meanMm", summary.mean},
                        {"percentile95Mm", summary.percentile95},
                        {"hausdorffMm", summary.hausdorff}});
    return list;
}

void printMasks(const std::vector<grading::ForamenOverlap>& overlaps)
{
    const auto all = summaries(overlaps);
    if (all.empty())
        fmt::print("No structure was marked by both.\n");
    for (const auto& summary : all)
        fmt::print("{:<11} {} – {}: Dice {:.3f}, surfaces {:.2f} mm apart (95 % {:.2f}, Hausdorff {:.2f}), {} {}\n",
                   summary.structure->title, summary.of->first, summary.of->second, summary.dice, summary.mean,
                   summary.percentile95, summary.hausdorff, summary.foramina,
                   summary.foramina == 1 ? "foramen" : "foramina");
    std::fflush(stdout);
}

} // namespace foragrade
