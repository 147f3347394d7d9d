#include "ProjectArguments.h"
#include "ReadingIdentity.h"

#include "grading/dicom/ScanFolder.h"
#include "grading/dicom/StudyCache.h"
#include "grading/dicom/StudyDigest.h"
#include "grading/store/Worklist.h"

#include <fmt/format.h>

#include <algorithm>

namespace foragrade {

namespace {

using Json = nlohmann::ordered_json;

grading::Result<grading::Store> openAs(const ProjectArguments& arguments)
{
    auto store = grading::Store::open(arguments.store, grading::Store::IfMissing::Fail);
    if (store)
        store->actAs(arguments.actor);
    return store;
}

/// "L4-L5:R", or a level for both of its sides. None for anything else.
std::optional<std::vector<grading::Foramen>> parseForamina(const std::vector<std::string>& texts)
{
    std::vector<grading::Foramen> foramina;
    for (const auto& text : texts) {
        const auto level = grading::Level::parse(text);
        const auto foramen = grading::Foramen::parse(text);
        if (!level && !foramen)
            return std::nullopt;
        if (foramen)
            foramina.push_back(*foramen);
        else
            foramina.insert(foramina.end(), {{*level, grading::Side::Right}, {*level, grading::Side::Left}});
    }
    std::ranges::sort(foramina);
    foramina.erase(std::unique(foramina.begin(), foramina.end()), foramina.end());
    return foramina;
}

/// `rows` is empty for those who may not see the progress.
Json toJson(const grading::Project& project, const std::vector<grading::ReaderProgress>& rows)
{
    Json node{{"schema", "foragrade/project/1"},
              {"name", project.name},
              {"status", project.isOpen ? "open" : "closed"},
              {"protocol", Json::parse(grading::toJson(project.protocol))},
              {"members", Json::array()},
              {"progress", Json::array()}};
    for (const auto& member : project.members)
        node["members"].push_back(
            {{"name", member.name}, {"organization", member.organization}, {"role", std::string(name(member.role))}});
    for (const auto& row : rows)
        node["progress"].push_back({{"reader", row.member.name},
                                    {"assigned", row.assigned},
                                    {"draft", row.drafts},
                                    {"signed", row.done},
                                    {"overdue", row.overdue}});
    return node;
}

void printText(const grading::Project& project, const std::vector<grading::ReaderProgress>& rows)
{
    const auto& protocol = project.protocol;
    fmt::print("{} ({}): scheme {}, {} foramina, {} readers a study, {} % read twice after {} days, seed {}\n",
               printable(project.name), project.isOpen ? "open" : "closed", protocol.scheme, protocol.foramina.size(),
               protocol.readersPerStudy, protocol.repeatPercent, protocol.washoutDays, protocol.seed);
    fmt::print("Blind to:");
    for (const auto what : protocol.blindTo)
        fmt::print(" {}", name(what));
    fmt::print("{}\n", protocol.blindTo.empty() ? " nothing" : "");
    for (const auto& member : project.members)
        fmt::print("  {}, {}, {}\n", printable(member.name), printable(member.organization), name(member.role));
    if (!rows.empty())
        fmt::print("\n{:<32}{:>9}{:>7}{:>8}{:>9}\n", "Reader", "Assigned", "Draft", "Signed", "Overdue");
    for (const auto& row : rows)
        fmt::print("{:<32}{:>9}{:>7}{:>8}{:>9}\n", printable(row.member.name), row.assigned, row.drafts, row.done,
                   row.overdue);
    std::fflush(stdout);
}

ExitStatus print(const grading::Store& store, const ProjectArguments& arguments)
{
    const auto project = grading::findProject(store, arguments.project);
    if (!project)
        return failWith(project.error());
    const auto rows = grading::progress(store, arguments.project).value_or(std::vector<grading::ReaderProgress>());
    if (arguments.json)
        printJson(toJson(*project, rows));
    else
        printText(*project, rows);
    return ExitStatus::Done;
}

grading::Result<std::vector<grading::ProjectStudy>> findStudies(const AssignArguments& arguments)
{
    std::vector<grading::ProjectStudy> found;
    for (const auto& folder : arguments.images) {
        const auto catalogue = grading::scanFolder({folder}, {}, terminalProgress());
        if (!catalogue)
            return grading::fail(catalogue.error());
        for (const auto& study : catalogue->studies) {
            const auto isMeant = arguments.studies.empty() ||
                                 std::ranges::find(arguments.studies, study.uid.text()) != arguments.studies.end();
            if (!isMeant)
                continue;
            auto digest = grading::studyDigest(study, terminalProgress());
            if (!digest)
                return grading::fail(digest.error());
            found.push_back({identityOf(study), {folder, std::move(*digest), {}}});
        }
    }
    for (const auto& uid : arguments.studies) {
        if (std::ranges::none_of(found, [&](const auto& study) { return study.identity.uid.text() == uid; }))
            return grading::fail(grading::ErrorCode::NotFound, "study " + uid, "isn't in the folders named",
                                 "see `foragrade-cli scan` for what they hold");
    }
    return found;
}

/// Those of a PACS, each fetched once to know whose it is and what its images are.
grading::Result<std::vector<grading::ProjectStudy>> fetchStudies(const AssignArguments& arguments)
{
    std::vector<grading::ProjectStudy> found;
    for (const auto& text : arguments.studies) {
        const grading::Uid uid(text);
        auto cached = grading::cachedStudy(arguments.peer, uid, {}, terminalProgress());
        if (!cached)
            return grading::fail(cached.error());
        printIssues(cached->issues);
        const auto catalogue = grading::scanFolder({cached->folder}, {}, terminalProgress());
        if (!catalogue)
            return grading::fail(catalogue.error());
        found.push_back({identityOf(*catalogue->findStudy(uid)), {{}, std::move(cached->digest), arguments.peer}});
    }
    return found;
}

Json toJson(const grading::WorklistEntry& entry)
{
    return {{"place", entry.place},
            {"case", entry.caseName},
            {"study", entry.study.uid.text()},
            {"studyDate", entry.study.date},
            {"studyDescription", entry.study.description},
            {"patient", {{"name", entry.study.patientName}, {"id", entry.study.patientId}}},
            {"images", entry.hidesIdentity ? std::string() : entry.images.folder.string()},
            {"pacs", entry.images.peer},
            {"round", entry.round},
            {"state", std::string(name(entry.state))},
            {"from", entry.from ? Json(grading::toIso8601(*entry.from)) : Json(nullptr)},
            {"due", entry.due.empty() ? Json(nullptr) : Json(entry.due)},
            {"overdue", entry.isOverdue},
            {"reading", entry.reading.isEmpty() ? Json(nullptr) : Json(entry.reading.text())}};
}

} // namespace

ExitStatus newProject(const NewProjectArguments& arguments)
{
    if (!grading::isPersonName(arguments.actor))
        return failUsage(fmt::format("--as: '{}' isn't a person name; write Family^Given", arguments.actor));
    grading::Project project{arguments.project, arguments.protocol, {}, true};
    const auto foramina = parseForamina(arguments.foramina);
    if (!foramina)
        return failUsage("--foramina: write such as L4-L5:R, or L4-L5 for both sides");
    project.protocol.foramina = *foramina;
    for (const auto structure : grading::allStructures) {
        if (std::ranges::find(arguments.structures, key(structure)) != arguments.structures.end())
            project.protocol.structures.push_back(structure);
    }
    project.protocol.blindTo.clear();
    for (const auto& text : arguments.blindTo) {
        if (const auto what = grading::parseBlindTo(text))
            project.protocol.blindTo.insert(*what);
        else if (arguments.blindTo.size() > 1)
            return failUsage("--blind: 'none' stands alone");
    }
    project.members = {{arguments.actor, arguments.organization, grading::MemberRole::Manager}};
    auto store = grading::Store::open(arguments.store);
    if (!store)
        return failWith(store.error());
    store->actAs(arguments.actor);
    if (const auto added = grading::addProject(*store, project); !added)
        return failWith(added.error());
    return print(*store, arguments);
}

ExitStatus addToProject(const AddMemberArguments& arguments)
{
    auto store = openAs(arguments);
    if (!store)
        return failWith(store.error());
    auto member = arguments.member;
    member.role = *grading::parseMemberRole(arguments.role);
    if (const auto added = grading::addMember(*store, arguments.project, member); !added)
        return failWith(added.error());
    return print(*store, arguments);
}

ExitStatus assignToProject(const AssignArguments& arguments)
{
    if (arguments.images.empty() && arguments.peer.empty())
        return failUsage("--images or --pacs: where the studies' images are");
    const auto studies = arguments.peer.empty() ? findStudies(arguments) : fetchStudies(arguments);
    clearProgress();
    if (!studies)
        return failWith(studies.error());
    auto store = openAs(arguments);
    if (!store)
        return failWith(store.error());
    const auto added = grading::assignStudies(*store, arguments.project, *studies, arguments.due);
    if (!added)
        return failWith(added.error());
    fmt::print(stderr, "{} of {} studies are new in the project.\n", *added, studies->size());
    return print(*store, arguments);
}

ExitStatus showProject(const ProjectArguments& arguments)
{
    const auto store = openAs(arguments);
    return store ? print(*store, arguments) : failWith(store.error());
}

ExitStatus listProjects(const ProjectArguments& arguments)
{
    const auto store = openAs(arguments);
    if (!store)
        return failWith(store.error());
    const auto names = grading::projectNames(*store);
    if (!names)
        return failWith(names.error());
    if (arguments.json) {
        printJson({{"schema", "foragrade/project-list/1"}, {"projects", *names}});
        return ExitStatus::Done;
    }
    for (const auto& project : *names)
        fmt::print("{}\n", printable(project));
    std::fflush(stdout);
    return ExitStatus::Done;
}

ExitStatus closeProject(const ProjectArguments& arguments)
{
    auto store = openAs(arguments);
    if (!store)
        return failWith(store.error());
    if (const auto closed = grading::closeProject(*store, arguments.project); !closed)
        return failWith(closed.error());
    return print(*store, arguments);
}

ExitStatus printWorklist(const WorklistArguments& arguments)
{
    const auto store = openAs(arguments);
    if (!store)
        return failWith(store.error());
    const auto entries = grading::worklist(*store, arguments.project, arguments.reader);
    if (!entries)
        return failWith(entries.error());
    if (arguments.json) {
        Json document{{"schema", "foragrade/worklist/1"},
                      {"project", arguments.project},
                      {"reader", arguments.reader},
                      {"entries", Json::array()}};
        for (const auto& entry : *entries)
            document["entries"].push_back(toJson(entry));
        printJson(document);
        return ExitStatus::Done;
    }
    for (const auto& entry : *entries)
        fmt::print("{:>5}  {}  {:<8}{}  {}{}\n", entry.place, entry.caseName, name(entry.state), entry.study.uid.text(),
                   entry.due.empty() ? "" : "due " + entry.due, entry.isOverdue ? ", overdue" : "");
    std::fflush(stdout);
    return ExitStatus::Done;
}

} // namespace foragrade
