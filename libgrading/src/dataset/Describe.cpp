#include "Merge.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace grading {

namespace {

using Json = nlohmann::ordered_json;

std::string readersInWords(const SetInfo& info)
{
    if (info.readers == "consensus")
        return "The consensus of each study: what all its readers say, or the adjudicator's decision (`source`).";
    if (info.readers == "one")
        return "One reader's first signed reading of each study.";
    return fmt::format("The first signed reading of each study by each of {} readers.", info.readerNames.size());
}

} // namespace

std::string readmeOf(const SetInfo& info)
{
    std::string text = "# Foraminal narrowing: readings of spine MRI\n\n";
    text += fmt::format("{} patients, {} studies, {} readings. {}\n\n", info.patients, info.studies, info.readings,
                        readersInWords(info));
    text += "## Files\n\n" + formatOf(info.format).layout();
    text += "- `manifest.json`: what this data set is, size and SHA-256 of each file\n"
            "- `SHA256SUMS`: the same for `sha256sum -c SHA256SUMS`\n\n";
    text += "## How to read it\n\n"
            "- Patients, their studies and readers are numbered for this data set. Names, identifiers, dates and free "
            "text are left out.\n"
            "- Left and right are the patient's own.\n"
            "- Grades: 0 no narrowing; 1 (mild) partial loss of perineural fat in one direction; 2 (moderate) fat "
            "obliterated in both directions, nerve root not deformed; 3 (severe) nerve root collapsed or changed in "
            "shape.\n"
            "- A label `Normal/Mild` without a grade came from another table, which did not tell 0 from 1.\n"
            "- Slices are counted from 0, as array indices.\n";
    if (!info.split.empty())
        text += fmt::format("- Split {} (train/validation/test, percent of patients) with seed {}; no patient is in "
                            "two parts.\n",
                            info.split, info.seed);
    text += fmt::format("\nMade by {}. The same readings and options give the same bytes.\n"
                        "For research; the thresholds behind suggested grades are not validated for diagnosis.\n",
                        info.program);
    return text;
}

std::string manifestOf(const SetInfo& info, const std::vector<DataFile>& files)
{
    Json node{{"schema", "foragrade/dataset/1"},
              {"program", info.program},
              {"format", std::string(name(info.format))},
              {"readers", info.readers},
              {"readerNames", info.readerNames},
              {"split", info.split.empty() ? Json(nullptr) : Json(info.split)},
              {"seed", info.seed},
              {"images", info.hasImages},
              {"patients", info.patients},
              {"studies", info.studies},
              {"readings", info.readings},
              {"files", Json::array()}};
    for (const auto& file : files)
        node["files"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    return node.dump(2) + '\n';
}

std::string_view name(DataSetFormat format)
{
    constexpr std::array<std::string_view, allDataSetFormats.size()> names{"csv",  "nifti", "bids",
                                                                           "coco", "rsna",  "dicom"};
    return names.at(static_cast<std::size_t>(format));
}

std::optional<DataSetFormat> parseDataSetFormat(std::string_view text)
{
    for (const auto format : allDataSetFormats) {
        if (name(format) == text)
            return format;
    }
    return std::nullopt;
}

} // namespace grading
