#pragma once

#include "CommandLine.h"
#include "LabelledProject.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace grading::test {

/// Exports of one labelled project, which is made once.
class Datasets : public testing::Test {
protected:
    static const LabelledProject& project();

    /// `dataset export` of the project as its manager.
    static CliRun run(const std::string& out, std::vector<std::string> options);
    /// The same into a new folder, which it gives; the export must succeed.
    static std::string exported(const std::vector<std::string>& options);
    static CliRun merge(const std::string& out) { return runCli({"dataset", "merge", "--out", out}); }

    static std::string key(); ///< A file with a project's secret.

    using TableRow = std::map<std::string, std::string>;
    static std::vector<TableRow> table(const std::string& out, const std::string& file);
    /// Every file's bytes by its path in the folder.
    static std::map<std::string, std::string> contents(const std::string& folder);
    /// Files in whose path, or bytes once unpacked, one of the texts stands.
    static std::vector<std::string> filesNaming(const std::string& folder, const std::vector<std::string>& texts);
};

} // namespace grading::test
