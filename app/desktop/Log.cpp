#include "Log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>

#include <QDir>
#include <QFileInfo>

#include <memory>

namespace foragrade {
namespace {

struct OpenLog {
    QString path;
    std::unique_ptr<spdlog::logger> logger;
};

OpenLog& theLog()
{
    static OpenLog log;
    return log;
}

void logIssue(const grading::Issue& issue, const std::string& where)
{
    log(issue.severity, QString::fromStdString(issue.code + ": " + (where.empty() ? "" : where + ": ") + issue.text));
}

} // namespace

void openLog(const QString& path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path.toStdString(), 1u << 20, 2);
        theLog() = {path, std::make_unique<spdlog::logger>("foragrade", std::move(sink))};
        theLog().logger->flush_on(spdlog::level::info);
        theLog().logger->set_pattern("%Y-%m-%dT%H:%M:%S%z %l %v");
    } catch (const spdlog::spdlog_ex&) {
        theLog() = {};
    }
}

QString logPath()
{
    return theLog().path;
}

void log(grading::Severity severity, const QString& line)
{
    if (!theLog().logger)
        return;
    const auto level = severity == grading::Severity::Info      ? spdlog::level::info
                       : severity == grading::Severity::Warning ? spdlog::level::warn
                                                                : spdlog::level::err;
    QString shown = line;
    for (QChar& character : shown) {
        if (character.category() == QChar::Other_Control)
            character = '?';
    }
    theLog().logger->log(level, shown.toStdString());
}

void logCatalogue(const grading::SeriesCatalogue& catalogue, bool namesFiles)
{
    log(grading::Severity::Info, QString("scanned: %1 DICOM files, %2 others, %3 known from before, %4 stacks")
                                     .arg(catalogue.filesRead)
                                     .arg(catalogue.filesSkipped)
                                     .arg(catalogue.filesRemembered)
                                     .arg(catalogue.stacks().size()));
    for (const auto& issue : catalogue.issues)
        logIssue(issue, namesFiles ? issue.where : std::string());
    for (const auto* stack : catalogue.stacks()) {
        for (const auto& issue : stack->issues)
            logIssue(issue, "stack " + stack->id);
    }
}

} // namespace foragrade
