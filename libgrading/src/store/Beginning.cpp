#include "Beginning.h"

#include "Rows.h"
#include "Washout.h"

#include <algorithm>

namespace grading {

using soci::into;
using soci::use;

namespace {

struct Task {
    std::string project;
    int round = 1;
};

/// In open projects.
std::vector<Task> tasksOf(Connection& connection, const Reading& reading)
{
    std::vector<Task> tasks;
    Task task;
    forEachRow((connection.sql.prepare << "SELECT a.project, a.round FROM assignments a JOIN projects p ON p.name ="
                                          " a.project AND p.status = 'open' WHERE a.study = :s AND a.reader = :r",
                into(task.project), into(task.round), use(reading.study.uid.text()), use(reading.reader.name)),
               [&] { tasks.push_back(task); });
    std::ranges::sort(tasks, {}, [](const Task& each) { return std::tuple(each.project, each.round); });
    return tasks;
}

/// A project in which this reader takes part and others have the study; empty when none.
std::string projectOfOthers(Connection& connection, const Reading& reading)
{
    std::string project;
    connection.sql << "SELECT MIN(a.project) FROM assignments a JOIN projects p ON p.name = a.project AND p.status ="
                      " 'open' JOIN members m ON m.project = a.project AND m.reader = :r AND m.role = 'reader'"
                      " WHERE a.study = :s HAVING COUNT(*) > 0",
        into(project), use(reading.reader.name), use(reading.study.uid.text());
    return connection.sql.got_data() ? project : std::string();
}

Result<void> checkWashout(Connection& connection, const Project& project, const ReadingRow* first,
                          const Reading& reading)
{
    const auto study = reading.study.uid.text();
    if (first == nullptr || !first->wasSigned)
        return fail(ErrorCode::Refused, study, "may not be read again before the first reading is signed");
    const auto from = washoutEnd(signedFirst(connection, first->id), project.protocol);
    if (from > now())
        return fail(ErrorCode::Refused, study, "may not be read again before " + toIso8601(from).substr(0, 10),
                    "the project's washout isn't over");
    return {};
}

} // namespace

Timestamp signedFirst(Connection& connection, const Uid& reading)
{
    std::string changed;
    connection.sql << "SELECT changed FROM revisions WHERE id = :i AND status = 'signed' ORDER BY revision LIMIT 1",
        into(changed), use(reading.text());
    return fromIso8601(changed);
}

Timestamp washoutEnd(Timestamp signedAt, const Protocol& protocol)
{
    return signedAt + std::chrono::days(protocol.washoutDays);
}

Result<Beginning> beginningOf(Connection& connection, const Reading& reading)
{
    Beginning beginning;
    beginning.row.id = reading.id;
    beginning.row.study = reading.study.uid;
    beginning.row.reader = reading.reader.name;
    const auto rows = readingRows(connection, reading.study.uid, reading.reader.name);
    const auto find = [&](const std::string& project, int round) {
        const auto found = std::ranges::find_if(
            rows, [&](const ReadingRow& row) { return row.project == project && row.round == round; });
        return found == rows.end() ? nullptr : &*found;
    };
    const auto exists = fail(ErrorCode::Exists, reading.reader.name,
                             "already has a reading of study " + reading.study.uid.text(), "open it instead");
    const auto tasks = tasksOf(connection, reading);
    for (const auto& task : tasks) {
        if (find(task.project, task.round) != nullptr)
            continue;
        auto project = readProject(connection, task.project);
        if (!project)
            return fail(project.error());
        if (task.round > 1) {
            if (auto over = checkWashout(connection, *project, find(task.project, task.round - 1), reading); !over)
                return fail(over.error());
        }
        beginning.row.project = task.project;
        beginning.row.round = task.round;
        beginning.project = std::move(*project);
        return beginning;
    }
    if (!tasks.empty() || find("", 1) != nullptr)
        return exists;
    if (const auto project = projectOfOthers(connection, reading); !project.empty())
        return fail(ErrorCode::Refused, reading.reader.name,
                    "wasn't given study " + reading.study.uid.text() + " in project '" + project + "'",
                    "read those of your worklist");
    return beginning;
}

} // namespace grading
