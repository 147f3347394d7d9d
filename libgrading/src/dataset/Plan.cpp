#include "Plan.h"

#include "Choice.h"

#include "grading/base/Sha256.h"
#include "grading/dicom/Pseudonyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace grading {

namespace {

/// What tells patients apart. Without an id each study is a patient of its own: nothing else is safe.
std::string patientOf(const StudyIdentity& study)
{
    return study.patientId.empty() ? "study " + study.uid.text() : "id " + study.patientId;
}

/// "reader-01", … in the order of their names.
std::map<std::string, std::string> readerNames(const Choice& choice, const DataSetRequest& request)
{
    std::map<std::string, std::string> names;
    for (const auto& reading : choice.readings)
        names.emplace(reading.person, "");
    int number = 0;
    for (auto& [person, inDataSet] : names)
        inDataSet = request.readers == "consensus" ? "consensus" : fmt::format("reader-{:02}", ++number);
    return names;
}

using Patients = std::map<std::string, std::vector<const StudyIdentity*>>;

Patients patientsOf(const Choice& choice)
{
    Patients patients;
    std::set<Uid> seen;
    for (const auto& reading : choice.readings) {
        const auto& study = choice.identity.at(reading.study);
        if (seen.insert(study.uid).second)
            patients[patientOf(study)].push_back(&study);
    }
    for (auto& [patient, studies] : patients)
        std::ranges::sort(studies, {}, [](const StudyIdentity* study) { return std::pair(study->date, study->uid); });
    return patients;
}

void numberStudies(Plan& plan, const Patients& patients, const DataSetRequest& request)
{
    std::vector<std::string> ids;
    for (const auto& [patient, studies] : patients)
        ids.push_back(patient);
    const auto order = shuffled(std::move(ids), request.seed);
    const auto parts = request.split ? splitOf(order.size(), *request.split) : std::vector<SplitPart>();
    const auto width = std::max<std::size_t>(4, std::to_string(order.size()).size());
    std::size_t most = 99;
    for (const auto& [patient, studies] : patients)
        most = std::max(most, studies.size());
    std::int64_t step = 1; // a power of ten, so that both numbers can be read
    while (step <= std::int64_t(most))
        step *= 10;
    plan.patients = static_cast<int>(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        int session = 0;
        for (const auto* identity : patients.at(order[i])) {
            PlannedStudy study;
            study.uid = identity->uid;
            study.subject = static_cast<int>(i) + 1;
            study.session = ++session;
            study.number = step * study.subject + study.session;
            if (request.split)
                study.split = parts[i];
            study.subjectName = fmt::format("sub-{:0{}}", study.subject, width);
            study.sessionName = fmt::format("ses-{:02}", study.session);
            plan.studies.push_back(std::move(study));
        }
    }
}

void addReadings(Plan& plan, const Choice& choice, const std::map<std::string, std::string>& names)
{
    std::map<Uid, std::vector<PlannedReading>> byStudy;
    std::set<std::string> readers;
    for (const auto& reading : choice.readings) {
        const auto& reader = names.at(reading.person);
        byStudy[reading.study].push_back({reading.id, reading.revision, reader, reading.source});
        readers.insert(reader);
    }
    for (auto& study : plan.studies)
        study.readings = std::move(byStudy.at(study.uid));
    plan.readers.assign(readers.begin(), readers.end());
    plan.readings = static_cast<int>(choice.readings.size());
}

std::string fingerprintOf(const Plan& plan, const DataSetRequest& request)
{
    std::string text = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n", FORAGRADE_VERSION, name(request.format),
                                   request.readers, request.split ? request.split->text() : "", request.seed,
                                   request.images == DataSetImages::None ? "" : "images", request.measures);
    for (const auto& study : plan.studies) {
        text += study.uid.text() + ' ' + study.subjectName + '\n';
        for (const auto& reading : study.readings)
            text += fmt::format("{} {} {}\n", reading.id.text(), reading.revision, reading.reader);
    }
    return sha256(text);
}

void tellOfMissingIds(Plan& plan, const Choice& choice)
{
    std::set<Uid> without;
    for (const auto& reading : choice.readings) {
        if (choice.identity.at(reading.study).patientId.empty())
            without.insert(reading.study);
    }
    if (!without.empty())
        plan.issues.push_back(
            {Severity::Warning, "no-patient-id", "",
             fmt::format("Studies without a patient id, each taken as a patient of its own: {}.", without.size())});
}

} // namespace

Result<Store> openStore(const DataSetRequest& request)
{
    auto store = Store::open(request.store, Store::IfMissing::Fail);
    if (store && !request.actor.empty())
        store->actAs(request.actor);
    return store;
}

Result<Plan> planOf(const DataSetRequest& request)
{
    const auto store = openStore(request);
    if (!store)
        return fail(store.error());
    auto choice = chosenReadings(*store, request);
    if (!choice)
        return fail(choice.error());
    if (choice->readings.empty())
        return fail(ErrorCode::NotFound, request.store,
                    request.readers == "all" || request.readers == "consensus"
                        ? "holds no signed reading of what was asked for"
                        : "holds no signed reading by " + request.readers,
                    "see `foragrade-cli reading list`; a project's readings need --project");
    Plan plan;
    plan.issues = choice->issues;
    tellOfMissingIds(plan, *choice);
    numberStudies(plan, patientsOf(*choice), request);
    addReadings(plan, *choice, readerNames(*choice, request));
    plan.fingerprint = fingerprintOf(plan, request);
    if (!request.keyFile.empty()) { // another key gives other uids
        const auto pseudonyms = Pseudonyms::fromKeyFile(request.keyFile);
        if (!pseudonyms)
            return fail(pseudonyms.error());
        plan.fingerprint += pseudonyms->label("data set");
    }
    return plan;
}

} // namespace grading
