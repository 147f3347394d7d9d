#pragma once

#include "Connection.h"
#include "ProjectRows.h"

#include <map>
#include <set>

namespace grading {

/// Where a reading stands, as its rows say.
struct ReadingRow {
    Uid id;
    Uid study;
    std::string reader;
    std::string project; ///< Empty outside of projects.
    int round = 1;
    int newest = 1;         ///< Revision
    bool wasSigned = false; ///< Any revision is.

    [[nodiscard]] bool isKnown() const { return !id.isEmpty(); }
};

/// What may be seen of a reading, if anything.
struct Seen {
    bool hidesIdentity = false;
    std::string caseName;      ///< Stands for the patient where identity is hidden.
    std::set<BlindTo> blindTo; ///< What this viewer is blind to in the reading's own project.
};

/// Decides for one viewer what the rules of projects let through. For the length of one transaction; lets soci_error
/// through.
class Sight {
public:
    Sight(Connection& connection, std::string viewer) : m_connection(connection), m_viewer(std::move(viewer)) {}

    /// Refused: the viewer may not look at it. `isSigned`: the revision looked at is.
    [[nodiscard]] Result<Seen> at(const ReadingRow& row, bool isSigned);
    /// Whether the viewer reads the study in an open project that hides whose it is.
    [[nodiscard]] Result<bool> hidesIdentity(const Uid& study);
    [[nodiscard]] const std::string& viewer() const { return m_viewer; }

private:
    /// One study that the viewer is to read in an open project.
    struct Task {
        std::string project;
        int round = 1;
        bool isSigned = false;
    };

    Result<Seen> inOwnProject(const ReadingRow& row, bool isSigned);
    Result<const Project*> project(const std::string& name);
    const std::vector<Task>& tasksOf(const Uid& study);
    [[nodiscard]] std::string caseName(const ReadingRow& row);
    [[nodiscard]] tl::unexpected<Error> refused(const ReadingRow& row, const std::string& project,
                                                const std::string& why) const;

    Connection& m_connection;
    std::string m_viewer;
    std::map<std::string, Project> m_projects;
    std::optional<std::map<Uid, std::vector<Task>>> m_tasks;
};

/// The identity that stands in for a hidden one.
[[nodiscard]] StudyIdentity hiddenIdentity(const StudyIdentity& study, const std::string& caseName);

} // namespace grading
