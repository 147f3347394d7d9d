#pragma once

#include "Output.h"

#include "grading/base/Result.h"
#include "grading/base/Uid.h"
#include "grading/store/Store.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace foragrade {

/// Which reading a sub-command works on, as typed.
struct ReadingArguments {
    std::string store;
    std::string study;
    std::string reader;
    std::string project; ///< Empty: the one at work.
    int round = 0;       ///< 0: the one at work.
    std::string actor;   ///< Who looks and acts; empty: the reader.
    bool json = false;

    [[nodiscard]] grading::ReadingChoice choice() const { return {project, round}; }
    [[nodiscard]] const std::string& viewer() const { return actor.empty() ? reader : actor; }
};

struct NewReadingArguments : ReadingArguments {
    std::string organization;
    std::string role = "reader";
    std::string scheme = "document"; ///< An id, or FILE.json.
    std::filesystem::path images;    ///< Empty: where the store knows them.
    std::string peer;                ///< The PACS that has them, in place of a folder.
};

struct ShowReadingArguments : ReadingArguments {
    int revision = 0; ///< 0: the newest
};

struct ApplyReadingArguments : ReadingArguments {
    std::filesystem::path file;
    std::filesystem::path images; ///< Empty: the folder that the store remembers.
};

struct SignReadingArguments : ReadingArguments {
    std::string decisionReason; ///< An adjudicator's, for each decision without one.
};

/// Adds --store, --json, --study and --reader.
void addReadingKey(CLI::App& command, ReadingArguments& arguments);

/// The store as it is, for who looks.
[[nodiscard]] grading::Result<grading::Store> openStore(const ReadingArguments& arguments);

/// What came of files that the store remembers, as far as who looks may know whose they are: folders and files may be
/// named after the patient.
class FileNames {
public:
    /// `isTyped`: the user named the folder and learns nothing from it.
    FileNames(const grading::Store& store, const std::string& viewer, const grading::Uid& study, bool isTyped);

    [[nodiscard]] bool areHidden() const { return !m_hidden.empty(); }
    [[nodiscard]] grading::Error shown(grading::Error error) const;
    [[nodiscard]] grading::Issues shown(grading::Issues issues) const;

private:
    [[nodiscard]] std::string withoutFolder(std::string text) const; ///< Cut off where it is named.

    std::string m_hidden; ///< The folder; empty where it may be named.
};

ExitStatus newReading(const NewReadingArguments& arguments);
ExitStatus showReading(const ShowReadingArguments& arguments);
ExitStatus listReadings(const ReadingArguments& arguments);
ExitStatus applyToReading(const ApplyReadingArguments& arguments);
ExitStatus signReading(const SignReadingArguments& arguments);
ExitStatus reviseReading(const ReadingArguments& arguments);

} // namespace foragrade
