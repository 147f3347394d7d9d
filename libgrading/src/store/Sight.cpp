#include "Sight.h"

#include "Rows.h"

#include <algorithm>

namespace grading {

using soci::into;
using soci::use;

StudyIdentity hiddenIdentity(const StudyIdentity& study, const std::string& caseName)
{
    return {study.uid, caseName, {}, {}, {}, study.bodyPart};
}

tl::unexpected<Error> Sight::refused(const ReadingRow& row, const std::string& project, const std::string& why) const
{
    return fail(ErrorCode::Refused, m_viewer,
                "may not see the reading of study " + row.study.text() + " by " + row.reader + " in project '" +
                    project + "': " + why,
                "its manager can");
}

Result<const Project*> Sight::project(const std::string& name)
{
    auto known = m_projects.find(name);
    if (known == m_projects.end()) {
        auto read = readProject(m_connection, name);
        if (!read)
            return fail(read.error());
        known = m_projects.emplace(name, std::move(*read)).first;
    }
    return &known->second;
}

const std::vector<Sight::Task>& Sight::tasksOf(const Uid& study)
{
    static const std::vector<Task> none;
    if (!m_tasks) {
        m_tasks.emplace();
        std::string uid;
        Task task;
        int isSigned = 0;
        forEachRow(
            m_connection,
            "SELECT a.study, a.project, a.round, (SELECT COUNT(*) FROM revisions r WHERE r.study = a.study AND"
            " r.reader = a.reader AND r.project = a.project AND r.round = a.round AND r.status = 'signed')"
            " FROM assignments a JOIN projects p ON p.name = a.project AND p.status = 'open' WHERE a.reader = :v",
            [&] {
                task.isSigned = isSigned > 0;
                (*m_tasks)[Uid(uid)].push_back(task);
            },
            into(uid), into(task.project), into(task.round), into(isSigned), use(m_viewer));
    }
    const auto found = m_tasks->find(study);
    return found == m_tasks->end() ? none : found->second;
}

std::string Sight::caseName(const ReadingRow& row)
{
    std::string alias;
    m_connection.sql
        << "SELECT alias FROM assignments WHERE project = :p AND reader = :r AND round = :n AND study = :s",
        into(alias), use(row.project), use(row.reader), use(row.round), use(row.study.text());
    return alias;
}

Result<Seen> Sight::inOwnProject(const ReadingRow& row, bool isSigned)
{
    Seen seen;
    if (row.project.empty())
        return seen;
    const auto found = project(row.project);
    if (!found)
        return fail(found.error());
    const auto& rules = **found;
    if (!rules.isOpen)
        return seen;
    const auto* member = rules.find(m_viewer);
    if (member == nullptr)
        return refused(row, rules.name, "isn't a member of it");
    if (member->role == MemberRole::Manager && m_viewer != row.reader)
        return seen;
    const bool isAdjudicator = member->role == MemberRole::Adjudicator;
    if (m_viewer != row.reader && rules.protocol.blindTo.contains(BlindTo::OtherReaders) &&
        !(isAdjudicator && isSigned))
        return refused(row, rules.name, isAdjudicator ? "it isn't signed" : "readers there are blind to each other");
    seen.blindTo = rules.protocol.blindTo;
    if (isAdjudicator)
        seen.blindTo.erase(BlindTo::OtherReaders);
    seen.hidesIdentity = seen.blindTo.contains(BlindTo::Identity);
    seen.caseName = caseName(row);
    return seen;
}

Result<Seen> Sight::at(const ReadingRow& row, bool isSigned)
{
    auto seen = inOwnProject(row, isSigned);
    if (!seen)
        return seen;
    for (const auto& task : tasksOf(row.study)) {
        const auto rules = project(task.project);
        if (!rules)
            return fail(rules.error());
        const auto& blindTo = (*rules)->protocol.blindTo;
        const auto* member = (*rules)->find(m_viewer);
        const bool isReader = member != nullptr && member->role == MemberRole::Reader;
        if (isReader && row.reader != m_viewer && blindTo.contains(BlindTo::OtherReaders))
            return refused(row, task.project, "readers there are blind to each other");
        const bool isEarlier = row.reader == m_viewer && (row.project != task.project || row.round < task.round);
        if (isEarlier && row.wasSigned && !task.isSigned && blindTo.contains(BlindTo::OwnEarlier))
            return refused(row, task.project, "the study is to be read there again");
        if (blindTo.contains(BlindTo::Identity) && !seen->hidesIdentity) {
            seen->hidesIdentity = true;
            seen->caseName = "Hidden";
        }
    }
    return seen;
}

Result<bool> Sight::hidesIdentity(const Uid& study)
{
    for (const auto& task : tasksOf(study)) {
        const auto rules = project(task.project);
        if (!rules)
            return fail(rules.error());
        if ((*rules)->protocol.blindTo.contains(BlindTo::Identity))
            return true;
    }
    return false;
}

} // namespace grading
