#include "Differences.h"

#include "Rows.h"

#include "grading/agreement/ReadingAgreement.h"

#include <algorithm>
#include <map>
#include <set>

namespace grading {

using soci::into;
using soci::use;

namespace {

/// Findings that both recorded, and otherwise.
bool differInFindings(const ForamenReading& first, const ForamenReading& second)
{
    for (const auto direction : allDirections) {
        const auto a = first.findings.side(direction);
        const auto b = second.findings.side(direction);
        if (a && b && *a != *b)
            return true;
    }
    if (first.findings.root && second.findings.root && *first.findings.root != *second.findings.root)
        return true;
    // None named may mean that none was looked for.
    return !first.contributory.empty() && !second.contributory.empty() && first.contributory != second.contributory;
}

/// Of each structure the lowest overlap on a stack that both marked on; the outline's is that of the whole foramen, as
/// in the agreement.
std::map<Structure, double> diceOf(const ForamenReading& first, const ForamenReading& second)
{
    std::map<Structure, double> lowest;
    const auto take = [&](Structure structure, const std::optional<MaskOverlap>& found) {
        if (found)
            lowest[structure] = std::min(lowest.try_emplace(structure, 1).first->second, found->dice);
    };
    for (const auto& marks : first.marks) {
        const auto* others = second.marksOn(marks.stackId);
        if (others == nullptr || !others->geometry.matches(marks.geometry))
            continue;
        const auto found = overlapOf(marks.labels, others->labels, marks.geometry);
        take(Structure::NerveRoot, found.nerveRoot);
        take(Structure::PerineuralFat, found.perineuralFat);
        take(Structure::ForamenOutline, found.foramen);
    }
    return lowest;
}

void compare(Difference& difference, const ProjectReading& firstReader, const ForamenReading& first,
             const ProjectReading& secondReader, const ForamenReading& second, const Protocol& protocol)
{
    if (first.isComplete() && second.isComplete() && first.grade != second.grade)
        difference.inGrade = true;
    if (differInFindings(first, second))
        difference.inFindings = true;
    for (const auto& [structure, dice] : diceOf(first, second)) {
        if (dice < protocol.diceBelow)
            difference.marksApart.push_back({structure, firstReader.reader, secondReader.reader, dice});
    }
}

} // namespace

std::vector<StudyReads> studyReads(Connection& connection, const std::string& project, const Uid& study)
{
    std::map<Uid, StudyReads> studies;
    std::string uid;
    ProjectReading read;
    std::string id;
    auto isSigned = soci::i_ok;
    forEachRow((connection.sql.prepare
                    << "SELECT a.study, a.reader, r.id FROM assignments a JOIN members m ON m.project = a.project AND"
                       " m.reader = a.reader AND m.role = 'reader' LEFT JOIN revisions r ON r.project = a.project AND"
                       " r.study = a.study AND r.reader = a.reader AND r.round = 1 AND r.revision = 1 AND r.status ="
                       " 'signed' WHERE a.project = :p AND a.round = 1 AND (a.study = :s OR :t = '')",
                into(uid), into(read.reader), into(id, isSigned), use(project), use(study.text()), use(study.text())),
               [&] {
                   auto& entry = studies[Uid(uid)];
                   entry.study = Uid(uid);
                   ++entry.assigned;
                   read.study = entry.study;
                   read.id = isSigned == soci::i_ok ? Uid(id) : Uid();
                   if (!read.id.isEmpty())
                       entry.reads.push_back(read);
               });
    std::vector<StudyReads> all;
    for (auto& [key, entry] : studies) {
        std::ranges::sort(entry.reads, {}, &ProjectReading::reader);
        all.push_back(std::move(entry));
    }
    return all;
}

Result<void> loadContents(StoreAccess::Database& database, StudyReads& study)
{
    for (const auto& read : study.reads) {
        auto stored = database.read(read.id, read.revision);
        if (!stored)
            return fail(stored.error());
        study.contents.push_back(std::move(stored->reading));
    }
    return {};
}

std::vector<Difference> differencesOf(const StudyReads& study, const Protocol& protocol)
{
    std::set<Foramen> foramina;
    for (const auto& reading : study.contents) {
        for (const auto& [foramen, record] : reading.foramina)
            foramina.insert(foramen);
    }
    std::vector<Difference> all;
    for (const auto& foramen : foramina) {
        Difference difference{study.study, foramen, study.reads, {}, false, false, {}, false};
        for (std::size_t i = 0; i < study.contents.size(); ++i) {
            const auto* first = study.contents[i].find(foramen);
            const bool isGraded = first != nullptr && first->grade.has_value();
            difference.grades.push_back(isGraded ? std::optional(first->grade->digit()) : std::nullopt);
            for (std::size_t j = i + 1; first != nullptr && j < study.contents.size(); ++j) {
                if (const auto* second = study.contents[j].find(foramen))
                    compare(difference, study.reads[i], *first, study.reads[j], *second, protocol);
            }
        }
        if (difference.inGrade || difference.inFindings || !difference.marksApart.empty())
            all.push_back(std::move(difference));
    }
    return all;
}

std::set<Foramen> foraminaApart(const std::vector<Reading>& readers, const Protocol& protocol)
{
    StudyReads study;
    study.contents = readers;
    for (const auto& reading : readers)
        study.reads.push_back(
            {reading.id, reading.revision, reading.study.uid, reading.reader.name, MemberRole::Reader, 1});
    std::set<Foramen> foramina;
    for (const auto& difference : differencesOf(study, protocol))
        foramina.insert(difference.foramen);
    return foramina;
}

bool departsFrom(const std::vector<Reading>& readers, const Foramen& foramen, const ForamenReading& decision)
{
    return decision.isComplete() && std::ranges::any_of(readers, [&](const Reading& reading) {
               const auto* record = reading.find(foramen);
               return record == nullptr || record->grade != decision.grade;
           });
}

bool hasDecisionReason(const ForamenReading& record)
{
    return record.decisionReason.find_first_not_of(" \t\r\n") != std::string::npos;
}

std::set<Foramen> unexplainedIn(const Reading& decision, const std::vector<Reading>& readers, const Protocol& protocol)
{
    auto open = foraminaApart(readers, protocol);
    for (const auto& [foramen, record] : decision.foramina) {
        if (departsFrom(readers, foramen, record))
            open.insert(foramen);
        if (record.isComplete() && hasDecisionReason(record))
            open.erase(foramen);
    }
    return open;
}

Result<void> checkDecisions(StoreAccess::Database& database, const Project& project, const Reading& reading)
{
    for (auto& study : studyReads(*database.connection, project.name, reading.study.uid)) {
        if (auto loaded = loadContents(database, study); !loaded)
            return loaded;
        const auto open = unexplainedIn(reading, study.contents, project.protocol);
        if (open.empty())
            continue;
        const auto* record = reading.find(*open.begin());
        if (record == nullptr || !record->isComplete())
            return fail(ErrorCode::Refused, open.begin()->title(), "is where the readers differ, and lacks a decision",
                        "grade it or say why it isn't gradable");
        return fail(ErrorCode::Refused, open.begin()->title(),
                    "isn't what every reader said, and the decision lacks its reason",
                    "give the reason for the decision");
    }
    return {};
}

} // namespace grading
