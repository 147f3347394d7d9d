#include "ProjectArguments.h"
#include "ReadingArguments.h"
#include "ReadingIdentity.h"
#include "ReadingText.h"
#include "SchemeArgument.h"
#include "StudyOnDisk.h"

#include "grading/dicom/StudyCache.h"
#include "grading/dicom/StudyDigest.h"
#include "grading/reading/ReadingJson.h"
#include "grading/reading/Words.h"
#include "grading/store/Adjudication.h"
#include "grading/store/StoredSession.h"
#include "grading/store/Worklist.h"

#include <fmt/format.h>

#include <iostream>

namespace foragrade {

namespace {

/// A suggestion that its reader is blind to isn't among the words.
void print(const grading::Store& store, const grading::Reading& reading, bool json)
{
    clearProgress();
    std::cout << (json ? grading::toJson(reading) : textOf(reading, suggestionsIn(store, reading)));
}

struct FoundStudy {
    grading::StudyIdentity identity;
    grading::StudyImages images;
    grading::Issues issues;
};

grading::Result<StudyOnDisk> imagesFor(const NewReadingArguments& arguments)
{
    const grading::Uid study(arguments.study);
    if (!arguments.images.empty())
        return studyIn(arguments.images, study);
    const auto store = openStore(arguments);
    if (!arguments.peer.empty()) {
        const auto known = store ? store->studyImages(study).value_or(grading::StudyImages()) : grading::StudyImages();
        return studyAt({{}, known.digest, arguments.peer}, study);
    }
    if (!store)
        return grading::fail(store.error());
    return studyOf(*store, arguments.viewer(), study);
}

/// The study's identity from the headers in the folder, and what its files are.
grading::Result<FoundStudy> findStudy(const NewReadingArguments& arguments)
{
    auto images = imagesFor(arguments);
    if (!images)
        return grading::fail(images.error());
    auto digest = grading::studyDigest(images->study(), terminalProgress());
    if (!digest)
        return grading::fail(digest.error());
    return FoundStudy{identityOf(images->study()),
                      {images->placeToRemember(), std::move(*digest), images->peer},
                      std::move(images->issues)};
}

/// Marks may not fit images that have changed.
grading::Issues remarksOnImages(const grading::Store& store, const FoundStudy& study)
{
    const auto known = store.studyImages(study.identity.uid);
    if (!study.images.peer.empty() || !known || known->digest.empty() || known->digest == study.images.digest)
        return study.issues;
    return {{grading::Severity::Warning, "altered-images", study.images.folder.string(),
             "The images aren't the same files as those that the study was first read from."}};
}

/// For every decision of an adjudicator that needs a reason and has none.
grading::Result<void> giveReason(const SignReadingArguments& arguments)
{
    auto store = openStore(arguments);
    if (!store)
        return grading::fail(store.error());
    auto session = grading::openSession(*store, grading::Uid(arguments.study), arguments.reader, arguments.choice());
    if (!session)
        return grading::fail(session.error());
    const auto open = grading::unexplainedDecisions(*store, session->reading());
    if (!open)
        return grading::fail(open.error());
    for (const auto& foramen : *open) {
        const auto step = grading::commands::edit(foramen, "Reason for the decision", [&](auto& record) {
            record.decisionReason = arguments.decisionReason;
        });
        if (auto done = session->apply(step); !done)
            return done;
    }
    return {};
}

ExitStatus runCommand(const ReadingArguments& arguments, const grading::Command& command)
{
    auto store = openStore(arguments);
    if (!store)
        return failWith(store.error());
    auto session = grading::openSession(*store, grading::Uid(arguments.study), arguments.reader, arguments.choice());
    if (!session)
        return failWith(session.error());
    if (const auto done = session->apply(command); !done)
        return failWith(done.error());
    print(*store, session->reading(), arguments.json);
    return ExitStatus::Done;
}

nlohmann::ordered_json toJson(const grading::ReadingSummary& reading)
{
    return {{"id", reading.id.text()},
            {"study", reading.study.uid.text()},
            {"studyDate", reading.study.date},
            {"studyDescription", reading.study.description},
            {"patient", {{"name", reading.study.patientName}, {"id", reading.study.patientId}}},
            {"reader", reading.reader.name},
            {"organization", reading.reader.organization},
            {"status", std::string(grading::name(reading.status))},
            {"revision", reading.revision},
            {"foraminaGraded", reading.foraminaGraded},
            {"changed", grading::toIso8601(reading.changed)}};
}

} // namespace

grading::Result<grading::Store> openStore(const ReadingArguments& arguments)
{
    auto store = grading::Store::open(arguments.store, grading::Store::IfMissing::Fail);
    if (store)
        store->actAs(arguments.actor);
    return store;
}

namespace {

/// Where a study's files lie: of one in a PACS, where all its copies do.
std::filesystem::path placeOf(const grading::StudyImages& images)
{
    return images.peer.empty() ? images.folder : grading::studyCacheFolder();
}

} // namespace

FileNames::FileNames(const grading::Store& store, const std::string& viewer, const grading::Uid& study, bool isTyped)
{
    if (!isTyped && (viewer.empty() || grading::hidesIdentity(store, viewer, study).value_or(true)))
        m_hidden = placeOf(store.studyImages(study).value_or(grading::StudyImages())).string();
}

grading::Error FileNames::shown(grading::Error error) const
{
    if (areHidden() && error.subject.find(m_hidden) != std::string::npos)
        error.subject = "the study's images";
    error.what = withoutFolder(std::move(error.what));
    return error;
}

std::string FileNames::withoutFolder(std::string text) const
{
    const auto at = areHidden() ? text.find(m_hidden) : std::string::npos;
    return at == std::string::npos ? text : text.substr(0, at) + "…";
}

grading::Issues FileNames::shown(grading::Issues issues) const
{
    for (auto& issue : issues) {
        if (areHidden())
            issue.where.clear();
        issue.text = withoutFolder(std::move(issue.text));
    }
    return issues;
}

Suggestions suggestionsIn(const grading::Store& store, const grading::Reading& reading)
{
    const auto place = grading::placeOf(store, reading.id);
    const bool isBlind = place && *place && (*place)->blindTo.contains(grading::BlindTo::Suggestion);
    return isBlind ? Suggestions::OnceGraded : Suggestions::Shown;
}

ExitStatus newReading(const NewReadingArguments& arguments)
{
    if (!grading::isPersonName(arguments.reader))
        return failUsage(fmt::format("--reader: '{}' isn't a person name; write Family^Given", arguments.reader));
    const auto scheme = chooseScheme(arguments.scheme);
    if (const auto* status = std::get_if<ExitStatus>(&scheme))
        return *status;
    const auto study = findStudy(arguments);
    if (!study)
        return failWith(study.error());
    auto reading = newDraft(study->identity,
                            {arguments.reader, arguments.organization, *grading::parseReaderRole(arguments.role)});
    reading.setScheme(std::get<grading::GradingScheme>(scheme));
    auto store = grading::Store::open(arguments.store);
    if (!store)
        return failWith(store.error());
    store->actAs(arguments.actor);
    const FileNames names(*store, arguments.viewer(), study->identity.uid, !arguments.images.empty());
    const auto remarks = names.shown(remarksOnImages(*store, *study));
    if (const auto added = store->add(reading, study->images); !added)
        return failWith(added.error());
    printIssues(remarks);
    const auto kept = store->load(reading.id, 1); // a project may hide something of it
    if (!kept)
        return failWith(kept.error());
    print(*store, *kept, arguments.json);
    return ExitStatus::Done;
}

ExitStatus showReading(const ShowReadingArguments& arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failWith(store.error());
    const auto revisions = store->revisions(grading::Uid(arguments.study), arguments.reader, arguments.choice());
    if (!revisions)
        return failWith(revisions.error());
    for (const auto& reading : *revisions) {
        const bool isAsked =
            arguments.revision == 0 ? &reading == &revisions->back() : reading.revision == arguments.revision;
        if (isAsked) {
            print(*store, reading, arguments.json);
            return ExitStatus::Done;
        }
    }
    return failWith({grading::ErrorCode::NotFound,
                     arguments.reader,
                     fmt::format("has no revision {} of this reading", arguments.revision),
                     {}});
}

ExitStatus listReadings(const ReadingArguments& arguments)
{
    if (!arguments.project.empty()) {
        if (arguments.reader.empty())
            return failUsage("--reader: whose worklist of the project is to be printed");
        return printWorklist({{arguments.store, arguments.project, arguments.actor, arguments.json}, arguments.reader});
    }
    auto store = grading::Store::open(arguments.store);
    if (!store)
        return failWith(store.error());
    store->actAs(arguments.actor);
    const auto readings = store->list();
    if (!readings)
        return failWith(readings.error());
    if (!arguments.json) {
        std::cout << textOf(*readings);
        return ExitStatus::Done;
    }
    nlohmann::ordered_json document{{"schema", "foragrade/reading-list/1"},
                                    {"readings", nlohmann::ordered_json::array()}};
    for (const auto& reading : *readings)
        document["readings"].push_back(toJson(reading));
    printJson(document);
    return ExitStatus::Done;
}

ExitStatus signReading(const SignReadingArguments& arguments)
{
    if (!arguments.decisionReason.empty()) {
        const auto given = giveReason(arguments);
        if (!given)
            return failWith(given.error());
    }
    return runCommand(arguments, grading::commands::sign(grading::now()));
}

ExitStatus reviseReading(const ReadingArguments& arguments)
{
    return runCommand(arguments, grading::commands::revise());
}

} // namespace foragrade
