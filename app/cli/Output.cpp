#include "Output.h"

#include "Interrupt.h"

#include <cstdio>
#include <iostream>
#include <unistd.h>

namespace foragrade {

namespace {

bool stderrIsTerminal()
{
    static const bool isTerminal = ::isatty(STDERR_FILENO) == 1;
    return isTerminal;
}

} // namespace

ExitStatus exitStatusOf(grading::ErrorCode code)
{
    switch (code) {
    case grading::ErrorCode::Exists:
    case grading::ErrorCode::Refused:
        return ExitStatus::Refused;
    default:
        return ExitStatus::Failed;
    }
}

ExitStatus failWith(const grading::Error& error)
{
    clearProgress();
    std::cerr << "foragrade-cli: " << error.message() << '\n';
    return exitStatusOf(error.code);
}

ExitStatus failUsage(std::string_view text)
{
    clearProgress();
    std::cerr << "foragrade-cli: " << printable(text) << '\n';
    return ExitStatus::Usage;
}

void printIssues(const grading::Issues& issues)
{
    clearProgress();
    for (const auto& issue : issues) {
        std::cerr << grading::name(issue.severity) << ": ";
        if (!issue.where.empty())
            std::cerr << printable(issue.where) << ": ";
        std::cerr << printable(issue.text) << '\n';
    }
}

void printJson(const nlohmann::ordered_json& document)
{
    clearProgress();
    std::cout << document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

nlohmann::ordered_json toJson(const grading::Issues& issues)
{
    auto list = nlohmann::ordered_json::array();
    for (const auto& issue : issues) {
        nlohmann::ordered_json entry;
        entry["severity"] = grading::name(issue.severity);
        entry["code"] = issue.code;
        if (!issue.where.empty())
            entry["where"] = issue.where;
        entry["text"] = issue.text;
        list.push_back(std::move(entry));
    }
    return list;
}

std::string printable(std::string_view text)
{
    std::string result(text);
    for (char& character : result) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 || byte == 0x7f)
            character = '?';
    }
    return result;
}

grading::Progress terminalProgress()
{
    grading::Progress progress;
    progress.stop = interruptToken();
    if (stderrIsTerminal()) {
        progress.report = [](double fraction, const std::string& what) {
            std::fprintf(stderr, "\r\033[K%3.0f %%  %s", fraction * 100, printable(what).c_str());
            std::fflush(stderr);
        };
    }
    return progress;
}

void clearProgress()
{
    if (stderrIsTerminal())
        std::fputs("\r\033[K", stderr);
}

} // namespace foragrade
