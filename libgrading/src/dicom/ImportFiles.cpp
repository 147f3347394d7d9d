#include "grading/dicom/ImportReading.h"

#include "DatasetParts.h"
#include "GivenFiles.h"
#include "SegmentNaming.h"

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
    std::vector<fs::path> labelImages;
    std::vector<fs::path> tables;

    [[nodiscard]] bool isEmpty() const
    {
        return reports.empty() && jsons.empty() && segmentations.empty() && labelImages.empty() && tables.empty();
    }
};

bool beginsLikeJson(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    char first = 0;
    in >> first;
    return first == '{';
}

/// Ours, but with nothing in it to restore.
bool holdsNothing(const std::string& sopClass)
{
    return sopClass == UID_KeyObjectSelectionDocumentStorage || sopClass == UID_EncapsulatedPDFStorage;
}

/// A DICOM file to its kind. What isn't ours is wrong where it was named itself, and left alone where it only lies in a
/// named folder.
Result<void> sortObject(const fs::path& path, bool isNamed, Sorted& sorted)
{
    const auto header = loadSourceHeader(path);
    if (!header)
        return isNamed ? Result<void>(fail(header.error())) : Result<void>();
    const auto sopClass = text(header->dataset(), DCM_SOPClassUID);
    if (sopClass == UID_SegmentationStorage)
        sorted.segmentations.emplace(text(header->dataset(), DCM_SOPInstanceUID), path);
    else if (isReport(sopClass) && !holdsNothing(sopClass))
        sorted.reports.push_back(path);
    else if (isNamed && !holdsNothing(sopClass))
        return fail(ErrorCode::Unsupported, path.string(), "is neither report, segmentation nor reading",
                    "leave it out; images are named by their folder");
    return {};
}

Result<Sorted> sortFiles(const std::vector<fs::path>& files, const std::vector<fs::path>& given)
{
    Sorted sorted;
    for (const auto& path : files) {
        const bool isNamed = std::ranges::find(given, path) != given.end();
        if (isNamed && isLabelImage(path))
            sorted.labelImages.push_back(path);
        else if (isNamed && (path.extension() == ".csv" || path.extension() == ".CSV"))
            sorted.tables.push_back(path);
        else if (beginsLikeJson(path))
            sorted.jsons.push_back(path);
        else if (const auto done = sortObject(path, isNamed, sorted); !done)
            return fail(done.error());
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

/// Restores the readings one by one.
class Import {
public:
    Import(const Sorted& sorted, const SeriesCatalogue& images) : m_sorted(sorted), m_images(images) {}

    Result<ImportedFiles> all()
    {
        for (const auto& path : m_sorted.reports) {
            if (const auto done = takeReport(path); !done)
                return fail(done.error());
        }
        for (const auto& path : m_sorted.jsons) {
            if (const auto kept = keep(importJson(path), path); !kept)
                return fail(kept.error());
        }
        for (const auto& [instance, path] : m_sorted.segmentations) {
            if (!m_used.contains(instance))
                m_imported.marks.push_back(path);
        }
        m_imported.marks.insert(m_imported.marks.end(), m_sorted.labelImages.begin(), m_sorted.labelImages.end());
        m_imported.ratings = m_sorted.tables;
        return std::move(m_imported);
    }

private:
    Result<void> takeReport(const fs::path& path)
    {
        const auto report = readStructuredReport(path);
        if (!report && report.error().code == ErrorCode::Unsupported) {
            m_imported.reports.push_back(path);
            return {};
        }
        if (!report)
            return fail(report.error());
        if (auto checked = checkStudy(report->reading, m_images, path); !checked)
            return checked;
        return keep(importReading(path, segmentationsOf(*report, m_sorted, m_used), m_images), path);
    }

    Result<void> keep(Result<Reading> reading, const fs::path& path)
    {
        if (!reading)
            return fail(reading.error());
        if (auto checked = checkStudy(*reading, m_images, path); !checked)
            return checked;
        m_imported.readings.push_back(std::move(*reading));
        return {};
    }

    const Sorted& m_sorted;
    const SeriesCatalogue& m_images;
    ImportedFiles m_imported;
    std::set<Uid> m_used; ///< Segmentations that a report given names.
};

} // namespace

Result<ImportedFiles> importFiles(const std::vector<fs::path>& paths, const SeriesCatalogue& images)
{
    const auto files = filesIn(paths);
    if (!files)
        return fail(files.error());
    const auto sorted = sortFiles(*files, paths);
    if (!sorted)
        return fail(sorted.error());
    if (sorted->isEmpty())
        return fail(ErrorCode::NotFound, paths.empty() ? "" : paths.front().string(), "holds no report and no reading",
                    "name an SR with its SEGs, a reading's JSON, or marks of others");
    return Import(*sorted, images).all();
}

} // namespace grading
