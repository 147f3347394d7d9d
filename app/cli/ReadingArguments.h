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
};

struct NewReadingArguments : ReadingArguments {
    std::string organization;
    std::string role = "reader";
    std::string scheme = "document"; ///< An id, or FILE.json.
    std::filesystem::path images;
};

struct ShowReadingArguments : ReadingArguments {
    int revision = 0; ///< 0: the newest
};

struct ApplyReadingArguments : ReadingArguments {
    std::filesystem::path file;
    std::filesystem::path images; ///< Empty: the folder that the store remembers.
};

/// Adds --store, --json, --study and --reader.
void addReadingKey(CLI::App& command, ReadingArguments& arguments);

/// The store as it is, for who looks.
[[nodiscard]] grading::Result<grading::Store> openStore(const ReadingArguments& arguments);

ExitStatus newReading(const NewReadingArguments& arguments);
ExitStatus showReading(const ShowReadingArguments& arguments);
ExitStatus listReadings(const ReadingArguments& arguments);
ExitStatus applyToReading(const ApplyReadingArguments& arguments);
ExitStatus signReading(const ReadingArguments& arguments);
ExitStatus reviseReading(const ReadingArguments& arguments);

} // namespace foragrade
