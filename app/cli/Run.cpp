#include "Run.h"

#include "Interrupt.h"

#include "grading/base/Workers.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

namespace foragrade {

namespace {

/// CLI11 calls a command that isn't there a missing one.
std::string problemOf(const CLI::ParseError& wrong, const CLI::App& app, int argc, char** argv)
{
    const std::string name = argc > 1 ? argv[1] : "";
    const auto isMeant = [&](const CLI::App* command) { return command->check_name(name); };
    if (!name.empty() && !name.starts_with('-') && app.get_subcommands(isMeant).empty())
        return "there is no command '" + name + "'";
    return wrong.what();
}

int parseAndRun(int argc, char** argv, void (*addCommands)(CLI::App& app, ExitStatus& status))
{
    CLI::App app("Reads spine MRI, measures marked foramina, suggests grades, writes reports.", "foragrade-cli");
    app.set_version_flag("--version", "foragrade-cli " FORAGRADE_VERSION);
    app.require_subcommand(1);
    app.footer("`foragrade-cli COMMAND --help` shows a command's options and an example.\n"
               "Exit status: 0 done, 1 the work failed, 2 wrong usage, 3 refused for safety.");
    ExitStatus status = ExitStatus::Done;
    addCommands(app, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wanted) { // --help, --version
        return app.exit(wanted);
    } catch (const CLI::ParseError& wrong) {
        std::cerr << "foragrade-cli: " << printable(problemOf(wrong, app, argc, argv)) << "; see --help\n";
        return static_cast<int>(ExitStatus::Usage);
    }
    std::cout.flush();
    return static_cast<int>(std::cout ? status : ExitStatus::Failed);
}

} // namespace

int runCommands(int argc, char** argv, void (*addCommands)(CLI::App& app, ExitStatus& status))
{
    try {
        watchForInterrupt();
        return parseAndRun(argc, argv, addCommands);
    } catch (...) {
        std::cerr << "foragrade-cli: " << grading::errorOf(std::current_exception()).message() << '\n';
        return static_cast<int>(ExitStatus::Failed);
    }
}

} // namespace foragrade
