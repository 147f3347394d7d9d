#include "AgreeInputs.h"

#include "AgreeSegmentations.h"

#include "grading/base/Csv.h"
#include "grading/base/Files.h"
#include "grading/dashboard/AgreementFigures.h"
#include "grading/dicom/ImportMarks.h"
#include "grading/imaging/VolumeFile.h"
#include "grading/measure/LabelImage.h"
#include "grading/reading/ReadingJson.h"
#include "grading/store/Adjudication.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace foragrade {

namespace {

using grading::ErrorCode;
using grading::fail;

grading::Result<std::vector<std::vector<double>>> readWeightTable(const std::string& file)
{
    const auto text = grading::readFile(file);
    if (!text)
        return fail(text.error());
    const auto records = grading::parseCsv(*text, file);
    if (!records)
        return fail(records.error());
    std::vector<std::vector<double>> table;
    for (const auto& record : *records) {
        auto& row = table.emplace_back();
        for (const auto& field : record.fields) {
            double value = 0;
            const auto parsed = std::from_chars(field.data(), field.data() + field.size(), value);
            if (parsed.ec != std::errc() || parsed.ptr != field.data() + field.size() || !std::isfinite(value))
                return fail(ErrorCode::Unreadable, file,
                            "line " + std::to_string(record.line) + ": '" + field + "' isn't a number",
                            "give one row and one column of numbers for each value of the scale");
            row.push_back(value);
        }
    }
    return table;
}

/// The first revision, once it is signed: what was seen before anybody talked about it. Nothing of a second round.
grading::Result<std::optional<grading::Reading>> firstOf(const grading::Store& store,
                                                         const grading::ReadingSummary& summary, bool drafts)
{
    const bool isSigned = summary.revision > 1 || summary.status == grading::ReadingStatus::Signed;
    if (!isSigned && !drafts)
        return std::optional<grading::Reading>();
    if (summary.round > 1)
        return std::optional<grading::Reading>();
    auto reading = store.load(summary.id, 1);
    if (!reading && reading.error().code == ErrorCode::NotFound) // imported as a later revision
        reading = store.load(summary.id, summary.revision);
    if (!reading)
        return fail(reading.error());
    return std::optional(std::move(*reading));
}

grading::Result<grading::LabelImage>
readLabels(const std::string& file, const std::optional<grading::VolumeGeometry>& grid, grading::VolumeGeometry& own)
{
    const auto volume = grading::readVolumeFile(file);
    if (!volume)
        return fail(volume.error());
    own = volume->geometry();
    auto labels = grading::labelMapFromVolume(*volume, grid.value_or(own));
    if (!labels) {
        auto error = labels.error();
        error.subject = file;
        if (error.code == ErrorCode::Mismatch) {
            error.what = "its voxels aren't those of the other label image";
            error.advice = "save both on the same grid";
        }
        return fail(error);
    }
    for (auto& issue : labels->issues)
        issue.where = issue.where.empty() ? file : issue.where;
    return labels;
}

grading::Result<grading::ReadingsOverlap> compareReadings(const std::string& first, const std::string& second)
{
    std::vector<grading::Reading> readings;
    for (const auto& file : {first, second}) {
        const auto text = grading::readFile(file);
        if (!text)
            return fail(text.error());
        auto reading = grading::readingFromJson(*text);
        if (!reading) {
            auto error = reading.error();
            error.subject = file + (error.subject.empty() ? "" : ": " + error.subject);
            return fail(error);
        }
        readings.push_back(std::move(*reading));
    }
    if (readings[0].study.uid != readings[1].study.uid)
        return fail(ErrorCode::Mismatch, second, "is a reading of another study than " + first,
                    "give two readings of one study");
    return grading::overlapOf(readings);
}

} // namespace

grading::Result<grading::AgreementOptions> readWeights(const std::string& weights)
{
    using grading::AgreementWeights;
    static const std::map<std::string, AgreementWeights> names{{"none", AgreementWeights::None},
                                                               {"linear", AgreementWeights::Linear},
                                                               {"quadratic", AgreementWeights::Quadratic}};
    grading::AgreementOptions options;
    if (const auto found = names.find(weights); found != names.end()) {
        options.weights = found->second;
        return options;
    }
    auto table = readWeightTable(weights);
    if (!table)
        return fail(table.error());
    options.weights = AgreementWeights::Own;
    options.ownWeights = std::move(*table);
    return options;
}

grading::Result<AgreeInput> readRatings(const std::string& file, const std::vector<double>& scale)
{
    const auto text = grading::readFile(file);
    if (!text)
        return fail(text.error());
    auto ratings = grading::ratingsFromCsv(*text, file, scale);
    if (!ratings)
        return fail(ratings.error());
    return AgreeInput{std::move(*ratings), {}, {}};
}

grading::Result<AgreeInput> readStore(const std::string& where, const std::vector<std::string>& studies, bool drafts)
{
    const auto store = grading::Store::open(where, grading::Store::IfMissing::Fail);
    if (!store)
        return fail(store.error());
    const auto summaries = store->list();
    if (!summaries)
        return fail(summaries.error());
    std::vector<grading::Reading> readings;
    for (const auto& summary : *summaries) {
        if (!studies.empty() && std::find(studies.begin(), studies.end(), summary.study.uid.text()) == studies.end())
            continue;
        auto reading = firstOf(*store, summary, drafts);
        if (!reading)
            return fail(reading.error());
        if (*reading)
            readings.push_back(std::move(**reading));
    }
    if (readings.empty())
        return fail(ErrorCode::NotFound, where,
                    drafts ? "holds no reading of what was asked for" : "holds no signed reading of what was asked for",
                    drafts ? "see `foragrade-cli reading list`"
                           : "sign the readings, or take drafts too with --drafts");
    auto overlap = grading::overlapOf(readings);
    return AgreeInput{grading::ratingsFromReadings(readings), std::move(overlap.foramina), std::move(overlap.issues)};
}

grading::Result<AgreeInput> readFirstReads(const std::string& where, const ProjectReads& project)
{
    auto store = grading::Store::open(where, grading::Store::IfMissing::Fail);
    if (!store)
        return fail(store.error());
    store->actAs(project.viewer);
    auto ratings =
        project.repeats ? grading::repeatedRatingsOf(*store, project.name) : grading::ratingsOf(*store, project.name);
    const auto all = grading::signedReadings(*store, project.name);
    if (!ratings || !all)
        return fail(ratings ? all.error() : ratings.error());
    if (project.repeats)
        return AgreeInput{std::move(*ratings), {}, {}};
    std::vector<grading::Reading> readings;
    for (const auto& each : grading::firstReads(*all)) {
        auto reading = store->load(each.id, each.revision);
        if (!reading)
            return fail(reading.error());
        readings.push_back(std::move(*reading));
    }
    auto overlap = grading::overlapOf(readings);
    return AgreeInput{std::move(*ratings), std::move(overlap.foramina), std::move(overlap.issues)};
}

grading::Result<void> writeDashboard(const std::string& where, const ProjectReads& project,
                                     const grading::AgreementOptions& options, const std::filesystem::path& folder)
{
    auto store = grading::Store::open(where, grading::Store::IfMissing::Fail);
    if (!store)
        return fail(store.error());
    store->actAs(project.viewer);
    const auto dashboard = grading::agreementDashboard(*store, project.name, options);
    if (!dashboard)
        return fail(dashboard.error());
    grading::FileSet files(grading::FileSet::Existing::Refuse);
    if (auto done = files.addFolder(folder); !done)
        return done;
    if (auto done = grading::addDashboardFiles(files, folder, *dashboard); !done)
        return done;
    return files.commit();
}

grading::Result<grading::ReadingsOverlap> readMasks(const std::string& first, const std::string& second,
                                                    const std::string& folder)
{
    if (first.ends_with(".json") && second.ends_with(".json"))
        return compareReadings(first, second);
    if (!grading::isLabelImage(first) && !grading::isLabelImage(second))
        return compareSegmentations(first, second, folder);
    auto grid = grading::VolumeGeometry();
    auto a = readLabels(first, std::nullopt, grid);
    if (!a)
        return fail(a.error());
    auto other = grading::VolumeGeometry();
    const auto b = readLabels(second, grid, other);
    if (!b)
        return fail(b.error());
    grading::ReadingsOverlap result;
    result.issues = std::move(a->issues);
    result.issues.insert(result.issues.end(), b->issues.begin(), b->issues.end());
    grading::ForamenOverlap overlap;
    overlap.first = first;
    overlap.second = second;
    overlap.marks = grading::overlapOf(a->marks, b->marks, grid);
    result.foramina.push_back(std::move(overlap));
    return result;
}

} // namespace foragrade
