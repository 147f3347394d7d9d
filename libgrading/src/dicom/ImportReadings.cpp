#include "grading/dicom/ImportReading.h"

#include "DatasetParts.h"
#include "GivenFiles.h"

#include "grading/base/Files.h"
#include "grading/reading/ReadingJson.h"

#include <algorithm>
#include <fstream>
#include <set>

namespace grading {

namespace fs = std::filesystem;

namespace {

struct Sorted {
    std::vector<fs::path> reports;
    std::vector<fs::path> jsons;
    std::map<Uid, fs::path> segmentations;
};

bool beginsLikeJson(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    char first = 0;
    in >> first;
    return first == '{';
}

/// What isn't ours is wrong where it was named itself, and left alone where it only lies in a named folder.
Result<Sorted> sortFiles(const std::vector<fs::path>& files, const std::vector<fs::path>& given)
{
    Sorted sorted;
    for (const auto& path : files) {
        const bool isNamed = std::ranges::find(given, path) != given.end();
        if (beginsLikeJson(path)) {
            sorted.jsons.push_back(path);
            continue;
        }
        const auto header = loadSourceHeader(path);
        if (!header && !isNamed)
            continue;
        if (!header)
            return fail(header.error());
        const auto sopClass = text(header->dataset(), DCM_SOPClassUID);
        if (sopClass == UID_SegmentationStorage)
            sorted.segmentations.emplace(text(header->dataset(), DCM_SOPInstanceUID), path);
        else if (isReport(sopClass))
            sorted.reports.push_back(path);
        else if (isNamed)
            return fail(ErrorCode::Unsupported, path.string(), "is neither report, segmentation nor reading",
                        "leave it out; images are named by their folder");
    }
    return sorted;
}

Result<void> checkStudy(const Reading& reading, const SeriesCatalogue& images, const fs::path& file)
{
    if (images.findStudy(reading.study.uid))
        return {};
    return fail(ErrorCode::Mismatch, file.string(), "belongs to another study than the images",
                "give the images of study " + reading.study.uid.text());
}

/// The files of the segmentations that a report names.
std::vector<fs::path> segmentationsOf(const StructuredReport& report, const Sorted& sorted, std::set<Uid>& used)
{
    std::vector<fs::path> files;
    for (const auto& [instance, path] : sorted.segmentations) {
        if (std::ranges::find(report.segments, instance, &ReportedSegment::segmentation) != report.segments.end()) {
            files.push_back(path);
            used.insert(instance);
        }
    }
    return files;
}

Result<Reading> importJson(const fs::path& path)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return fail(bytes.error());
    auto reading = readingFromJson(*bytes);
    if (reading)
        return reading;
    auto problem = reading.error();
    problem.subject = path.string() + (problem.subject.empty() ? "" : ": " + problem.subject);
    return fail(std::move(problem));
}

} // namespace

Result<std::vector<Reading>> importReadings(const std::vector<fs::path>& paths, const SeriesCatalogue& images)
{
    const auto files = filesIn(paths);
    if (!files)
        return fail(files.error());
    const auto sorted = sortFiles(*files, paths);
    if (!sorted)
        return fail(sorted.error());
    if (sorted->reports.empty() && sorted->jsons.empty() && sorted->segmentations.empty())
        return fail(ErrorCode::NotFound, paths.empty() ? "" : paths.front().string(), "holds no report and no reading",
                    "name an SR with its SEGs, or a reading's JSON");
    std::vector<Reading> readings;
    std::set<Uid> used;
    const auto keep = [&](Result<Reading> reading, const fs::path& path) -> Result<void> {
        if (!reading)
            return fail(reading.error());
        if (const auto checked = checkStudy(*reading, images, path); !checked)
            return checked;
        readings.push_back(std::move(*reading));
        return {};
    };
    for (const auto& path : sorted->reports) {
        const auto report = readStructuredReport(path);
        if (!report)
            return fail(report.error());
        if (const auto checked = checkStudy(report->reading, images, path); !checked)
            return fail(checked.error());
        if (const auto kept = keep(importReading(path, segmentationsOf(*report, *sorted, used), images), path); !kept)
            return fail(kept.error());
    }
    for (const auto& path : sorted->jsons) {
        if (const auto kept = keep(importJson(path), path); !kept)
            return fail(kept.error());
    }
    for (const auto& [instance, path] : sorted->segmentations) {
        if (!used.contains(instance))
            return fail(ErrorCode::Unsupported, path.string(), "is a segmentation that no report given names",
                        "give it together with its report");
    }
    return readings;
}

} // namespace grading
