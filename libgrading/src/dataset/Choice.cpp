#include "Choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace grading {

namespace {

/// Who may take a project's readings with the identity that patients are told apart by.
Result<void> checkActor(const Store& store, const DataSetRequest& request)
{
    const auto project = findProject(store, request.project);
    if (!project)
        return fail(project.error());
    const auto* member = project->find(request.actor);
    if (project->isOpen && (member == nullptr || member->role != MemberRole::Manager))
        return fail(ErrorCode::Refused, request.actor.empty() ? "somebody unnamed" : request.actor,
                    "isn't a manager of the open project '" + request.project + "'",
                    "let its manager export, naming him with --as, or close the project");
    return {};
}

void take(Choice& choice, const ProjectReading& reading, std::string_view source)
{
    choice.readings.push_back({reading.study, reading.id, reading.revision, reading.reader, source});
}

Result<void> takeConsensus(const Store& store, const DataSetRequest& request, Choice& choice)
{
    const auto studies = consensus(store, request.project);
    if (!studies)
        return fail(studies.error());
    int open = 0;
    for (const auto& study : *studies) {
        if (study.reading)
            take(choice, *study.reading, study.isAdjudicated ? "adjudication" : "agreement");
        else
            ++open;
    }
    if (open > 0)
        choice.issues.push_back({Severity::Warning, "no-consensus", "project '" + request.project + "'",
                                 fmt::format("Studies without a consensus yet, which are left out: {}.", open)});
    return {};
}

Result<void> takeFromProject(const Store& store, const DataSetRequest& request, Choice& choice)
{
    if (const auto allowed = checkActor(store, request); !allowed)
        return allowed;
    if (request.readers == "consensus")
        return takeConsensus(store, request, choice);
    const auto all = signedReadings(store, request.project);
    if (!all)
        return fail(all.error());
    for (const auto& reading : *all) {
        const bool isFirst = reading.round == 1 && reading.revision == 1 && reading.role == MemberRole::Reader;
        const bool isDecision = reading.revision == 1 && reading.role == MemberRole::Adjudicator;
        if (request.readers == "all" ? isFirst : (isFirst || isDecision) && reading.reader == request.readers)
            take(choice, reading, isDecision ? "adjudication" : "reading");
    }
    return {};
}

/// Only signed readings are revised, so of several revisions the first is signed. One that was imported may begin
/// later.
std::optional<int> firstSigned(const Store& store, const ReadingSummary& summary)
{
    if (summary.revision > 1 && store.load(summary.id, 1))
        return 1;
    return summary.status == ReadingStatus::Signed ? std::optional(summary.revision) : std::nullopt;
}

/// Each reader's first signed revision.
Result<void> takeOutsideOfProjects(const Store& store, const std::vector<ReadingSummary>& all,
                                   const DataSetRequest& request, Choice& choice)
{
    if (request.readers == "consensus")
        return fail(ErrorCode::InvalidArgument, "--readers consensus", "is decided in a project",
                    "name it with --project");
    for (const auto& summary : all) {
        const bool isWanted = request.readers == "all" || summary.reader.name == request.readers;
        if (!isWanted || !summary.project.empty())
            continue;
        if (const auto revision = firstSigned(store, summary))
            choice.readings.push_back({summary.study.uid, summary.id, *revision, summary.reader.name, "reading"});
    }
    return {};
}

} // namespace

Result<Choice> chosenReadings(const Store& store, const DataSetRequest& request)
{
    const auto all = store.list();
    if (!all)
        return fail(all.error());
    Choice choice;
    const auto taken = request.project.empty() ? takeOutsideOfProjects(store, *all, request, choice)
                                               : takeFromProject(store, request, choice);
    if (!taken)
        return fail(taken.error());
    std::ranges::sort(choice.readings, {},
                      [](const ChosenReading& each) { return std::tuple(each.study, each.person, each.id); });
    for (const auto& summary : *all)
        choice.identity.emplace(summary.study.uid, summary.study);
    return choice;
}

} // namespace grading
