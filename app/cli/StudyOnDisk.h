#pragma once

#include "ReadingArguments.h"
#include "ScanOptions.h"

namespace foragrade {

/// A study's images and where they are.
struct StudyOnDisk {
    std::filesystem::path folder;
    grading::SeriesCatalogue catalogue; ///< Of that study alone.

    [[nodiscard]] const grading::Study& study() const { return catalogue.studies.front(); }
};

/// In the folder that the user typed. NotFound and what scanning gives.
[[nodiscard]] grading::Result<StudyOnDisk> studyIn(const std::filesystem::path& folder, const grading::Uid& study,
                                                   const ScanArguments& scanning = {});

/// In the folder that the store remembers, which no error names to a viewer who is blind to identity.
[[nodiscard]] grading::Result<StudyOnDisk> studyOf(const grading::Store& store, const std::string& viewer,
                                                   const grading::Uid& study, const ScanArguments& scanning = {});

/// Adds `stacks` and `volume` of `reading`: what `scan` and `volume` do, for a study whose folder the store knows.
void addStudyCommands(CLI::App& parent, ExitStatus& status);

} // namespace foragrade
