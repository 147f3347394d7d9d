#pragma once

#include "Output.h"

#include "grading/store/Project.h"

#include <filesystem>
#include <string>
#include <vector>

namespace foragrade {

/// Which project a sub-command works on and who acts, as typed.
struct ProjectArguments {
    std::string store;
    std::string project;
    std::string actor;
    bool json = false;
};

struct NewProjectArguments : ProjectArguments {
    std::string organization;
    std::vector<std::string> foramina{"L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"}; ///< A level means both sides.
    std::vector<std::string> structures;
    std::vector<std::string> blindTo{"identity", "otherReaders", "suggestion", "ownEarlier"}; ///< Or "none" alone.
    grading::Protocol protocol;                                                               ///< The rest of it.
};

struct AddMemberArguments : ProjectArguments {
    grading::Member member;
    std::string role = "reader";
};

struct AssignArguments : ProjectArguments {
    std::vector<std::filesystem::path> images;
    std::string peer;                 ///< A PACS in place of folders.
    std::vector<std::string> studies; ///< Empty: all that the folders hold.
    std::string due;
};

struct AdjudicateArguments : ProjectArguments {
    std::string study;
};

struct WorklistArguments : ProjectArguments {
    std::string reader;
};

ExitStatus newProject(const NewProjectArguments& arguments);
ExitStatus addToProject(const AddMemberArguments& arguments);
ExitStatus assignToProject(const AssignArguments& arguments);
ExitStatus showProject(const ProjectArguments& arguments);
ExitStatus listProjects(const ProjectArguments& arguments);
ExitStatus closeProject(const ProjectArguments& arguments);
ExitStatus showDifferences(const ProjectArguments& arguments);
ExitStatus adjudicate(const AdjudicateArguments& arguments);
ExitStatus printWorklist(const WorklistArguments& arguments);

} // namespace foragrade
