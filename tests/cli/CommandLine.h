#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace grading::test {

/// How a run of foragrade-cli ended.
struct CliRun {
    int status = -1; ///< Exit status; -1 when it was killed.
    std::string out;
    std::string err;

    [[nodiscard]] nlohmann::json json() const; ///< Of `out`; discarded when it is no JSON.
};

/// Runs foragrade-cli to its end with these arguments, without a shell.
[[nodiscard]] CliRun runCli(const std::vector<std::string>& arguments);

/// The same with a clock that is set forward or back, "+40d"; none where `faketime` isn't installed or can't be loaded.
[[nodiscard]] std::optional<CliRun> runCliAt(const std::string& offset, std::vector<std::string> arguments);

/// Runs one of the scripts of tests/cli/readers with Debian's own Python; none where the modules aren't installed.
[[nodiscard]] std::optional<CliRun> runPython(const std::string& script, const std::vector<std::string>& modules,
                                              std::vector<std::string> arguments);

/// What is wrong with a document by docs/schemas/<name>.schema.json; empty when nothing is. None where Python's
/// jsonschema isn't installed.
[[nodiscard]] std::optional<std::string> schemaErrors(const std::string& name, const std::string& document);

} // namespace grading::test
