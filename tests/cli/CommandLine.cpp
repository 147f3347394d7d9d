#include "CommandLine.h"

#include "TemporaryFolder.h"

#include "grading/base/Files.h"

#include <fcntl.h>
#include <filesystem>
#include <sys/wait.h>
#include <unistd.h>

namespace grading::test {

namespace {

CliRun run(const std::string& program, const std::vector<std::string>& arguments)
{
    const samples::TemporaryFolder folder;
    const auto out = folder.file("out");
    const auto err = folder.file("err");
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const auto& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    static const samples::TemporaryFolder cache; // none of the tests' scans is to stay in the user's
    const pid_t child = fork();
    if (child == 0) {
        setenv("XDG_CACHE_HOME", cache.path().c_str(), 1);
        dup2(open(out.c_str(), O_CREAT | O_WRONLY, 0600), STDOUT_FILENO);
        dup2(open(err.c_str(), O_CREAT | O_WRONLY, 0600), STDERR_FILENO);
        execv(program.c_str(), argv.data());
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, readFile(out).value_or(""), readFile(err).value_or("")};
}

} // namespace

nlohmann::json CliRun::json() const
{
    return nlohmann::json::parse(out, nullptr, false);
}

CliRun runCli(const std::vector<std::string>& arguments)
{
    return run(FORAGRADE_CLI, arguments);
}

std::optional<CliRun> runCliAt(const std::string& offset, std::vector<std::string> arguments)
{
    const std::string faketime = "/usr/bin/faketime";
    if (run(faketime, {"-f", offset, FORAGRADE_CLI, "--version"}).status != 0)
        return std::nullopt;
    arguments.insert(arguments.begin(), {"-f", offset, FORAGRADE_CLI});
    return run(faketime, arguments);
}

std::optional<CliRun> runPython(const std::string& script, const std::vector<std::string>& modules,
                                std::vector<std::string> arguments)
{
    for (const auto& module : modules) {
        if (run("/usr/bin/python3", {"-c", "import " + module}).status != 0)
            return std::nullopt;
    }
    arguments.insert(arguments.begin(), FORAGRADE_SOURCE_DIR "/tests/cli/readers/" + script);
    return run("/usr/bin/python3", arguments);
}

std::optional<std::string> schemaErrors(const std::string& name, const std::string& document)
{
    const std::string python = "/usr/bin/python3";
    if (run(python, {"-c", "import jsonschema"}).status != 0)
        return std::nullopt;
    const samples::TemporaryFolder folder;
    const auto path = folder.file("document.json");
    if (!writeFile(path, document))
        return "the document can't be written";
    const std::string check =
        "import json, jsonschema, sys\n"
        "schema = json.load(open(sys.argv[1]))\n"
        "jsonschema.Draft202012Validator.check_schema(schema)\n"
        "for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2]))):\n"
        "    print('/'.join(map(str, error.absolute_path)), error.message[:300])\n";
    const auto schema = std::filesystem::path(FORAGRADE_SOURCE_DIR) / "docs/schemas" / (name + ".schema.json");
    const auto result = run(python, {"-c", check, schema.string(), path});
    return result.out + (result.status == 0 ? "" : result.err);
}

} // namespace grading::test
