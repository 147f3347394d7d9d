#include "ImportForeign.h"

#include "ReadingIdentity.h"
#include "ReportAsText.h"

#include "grading/base/Files.h"
#include "grading/reading/RsnaRatings.h"
#include "grading/store/StoredSession.h"

#include <fmt/format.h>

#include <iostream>

namespace foragrade {

using grading::ErrorCode;
using grading::fail;
using grading::Result;

namespace {

/// As typed, understood.
Result<grading::MarksRequest> requestOf(const ImportArguments& arguments)
{
    grading::MarksRequest request;
    request.stackId = arguments.stack;
    request.resample = arguments.resample;
    if (!arguments.foramen.empty()) {
        request.foramen = grading::Foramen::parse(arguments.foramen);
        if (!request.foramen)
            return fail(ErrorCode::InvalidArgument, arguments.foramen, "isn't a foramen", "write it as L4-L5:R");
    }
    if (arguments.map.empty())
        return request;
    const auto json = grading::readFile(arguments.map);
    if (!json)
        return fail(json.error());
    auto map = grading::segmentMapFromJson(*json);
    if (!map) {
        auto problem = map.error();
        problem.subject = arguments.map.string() + (problem.subject.empty() ? "" : ": " + problem.subject);
        return fail(std::move(problem));
    }
    request.map = std::move(*map);
    return request;
}

std::string foraminaCount(std::size_t count)
{
    return std::to_string(count) + (count == 1 ? " foramen" : " foramina");
}

ForeignEdit& editOf(ForeignEdits& edits, const grading::Study& study)
{
    auto& edit = edits[study.uid];
    edit.study = identityOf(study);
    return edit;
}

void add(ForeignEdit& edit, grading::Command command, const std::string& summary)
{
    edit.commands.push_back(std::move(command));
    edit.summary += (edit.summary.empty() ? "" : ", ") + summary;
}

Result<void> readMarksOf(const std::filesystem::path& path, const grading::SeriesCatalogue& images,
                         const grading::MarksRequest& request, bool replace, ForeignEdits& edits)
{
    const auto import = grading::importMarks(path, images, request);
    if (!import)
        return fail(import.error());
    printIssues(import->issues);
    const auto* stack = images.findStack(import->marks.begin()->second.stackId);
    add(editOf(edits, *images.findStudy(stack->studyUid)), grading::takeMarks(*import, replace),
        "marks of " + foraminaCount(import->marks.size()));
    return {};
}

Result<void> readRatingsOf(const std::filesystem::path& path, const grading::SeriesCatalogue& images,
                           ForeignEdits& edits)
{
    const auto bytes = grading::readFile(path);
    if (!bytes)
        return fail(bytes.error());
    const auto rows = grading::readRsnaRatings(*bytes, path.string());
    if (!rows)
        return fail(rows.error());
    std::size_t taken = 0;
    for (const auto& row : *rows) {
        const auto study = studyNamed(row.study, images);
        if (!study)
            return fail(study.error());
        if (*study == nullptr)
            continue;
        ++taken;
        add(editOf(edits, **study), grading::takeRsnaRatings(row),
            "RSNA labels of " + foraminaCount(row.labels.size()));
    }
    if (taken == 0)
        return fail(ErrorCode::Mismatch, path.string(), "has no row of a study in the images",
                    "study_id must be the Study Instance UID or the patient id");
    if (taken < rows->size())
        printIssues({{grading::Severity::Info, "other-studies", path.string(),
                      fmt::format("Rows of studies that the images don't hold: {}.", rows->size() - taken)}});
    return {};
}

grading::Command combined(const ForeignEdit& edit)
{
    if (edit.commands.size() == 1)
        return edit.commands.front();
    return {"Import files", [commands = edit.commands](const grading::Reading& reading) {
                Result<grading::Reading> changed = reading;
                for (const auto& command : commands) {
                    if (changed)
                        changed = command.apply(*changed);
                }
                return changed;
            }};
}

/// A reader's first reading of a study begins with what is imported.
Result<void> addNew(grading::Store& store, const ForeignEdit& edit, const ImportArguments& arguments)
{
    const auto draft = newDraft(edit.study, {arguments.reader, arguments.organization, grading::ReaderRole::Reader});
    const auto changed = combined(edit).apply(draft);
    return changed ? store.add(*changed, arguments.images) : fail(changed.error());
}

} // namespace

Result<const grading::Study*> studyNamed(const std::string& text, const grading::SeriesCatalogue& images)
{
    const grading::Study* found = nullptr;
    for (const auto& study : images.studies) {
        if (study.uid.text() == text)
            return &study;
        if (study.patientId != text)
            continue;
        if (found != nullptr)
            return fail(ErrorCode::Mismatch, "patient " + text, "has several studies in the images",
                        "name the study by its Study Instance UID");
        found = &study;
    }
    return found;
}

Result<void> showReports(const std::vector<std::filesystem::path>& reports)
{
    for (const auto& path : reports) {
        const auto text = reportAsText(path);
        if (!text)
            return fail(text.error());
        std::cout << *text;
        printIssues({{grading::Severity::Info, "shown-only", path.string(),
                      "A report of another program: it is shown, and no grade is taken from it."}});
    }
    return {};
}

Result<ForeignEdits> foreignEdits(const grading::ImportedFiles& files, const grading::SeriesCatalogue& images,
                                  const ImportArguments& arguments)
{
    ForeignEdits edits;
    if (files.marks.empty() && files.ratings.empty())
        return edits;
    const auto& first = files.marks.empty() ? files.ratings.front() : files.marks.front();
    if (arguments.reader.empty())
        return fail(ErrorCode::Unsupported, first.string(),
                    files.marks.empty() ? "holds labels without a reading" : "holds marks that no report given names",
                    "give it together with its report, or name whose reading takes it with --reader");
    const auto request = requestOf(arguments);
    if (!request)
        return fail(request.error());
    for (const auto& path : files.marks) {
        if (const auto done = readMarksOf(path, images, *request, arguments.force, edits); !done)
            return fail(done.error());
    }
    for (const auto& path : files.ratings) {
        if (const auto done = readRatingsOf(path, images, edits); !done)
            return fail(done.error());
    }
    return edits;
}

Result<void> applyEdits(grading::Store& store, const ForeignEdits& edits, const ImportArguments& arguments)
{
    for (const auto& [study, edit] : edits) {
        auto session = grading::openSession(store, study, arguments.reader);
        if (!session && session.error().code != ErrorCode::NotFound)
            return fail(session.error());
        const auto done = session ? session->apply(combined(edit)) : addNew(store, edit, arguments);
        if (!done)
            return done;
        std::cout << "Imported " << edit.summary << " into the reading of " << printable(arguments.reader) << ", study "
                  << study.text() << '\n';
    }
    return {};
}

} // namespace foragrade
