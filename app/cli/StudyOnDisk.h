#pragma once

#include "ReadingArguments.h"
#include "ScanOptions.h"

namespace foragrade {

/// A study's images and where they are.
struct StudyOnDisk {
    std::filesystem::path folder;
    grading::SeriesCatalogue catalogue; ///< Of that study alone.
    std::string peer = {};              ///< The PACS that the folder is a copy of; else empty.
    grading::Issues issues = {};        ///< What isn't as it was when it was first read, of a study in a PACS.

    /// For the store: the folder, unless a PACS has the images.
    [[nodiscard]] std::filesystem::path placeToRemember() const
    {
        return peer.empty() ? folder : std::filesystem::path();
    }
    [[nodiscard]] const grading::Study& study() const { return catalogue.studies.front(); }
};

/// In the folder that the user typed. NotFound and what scanning gives.
[[nodiscard]] grading::Result<StudyOnDisk> studyIn(const std::filesystem::path& folder, const grading::Uid& study,
                                                   const ScanArguments& scanning = {});

/// In a folder, or fetched from a PACS.
[[nodiscard]] grading::Result<StudyOnDisk> studyAt(const grading::StudyImages& images, const grading::Uid& study,
                                                   const ScanArguments& scanning = {});

/// Where the store knows the images; the folder no error names to a viewer who is blind to identity.
[[nodiscard]] grading::Result<StudyOnDisk> studyOf(const grading::Store& store, const std::string& viewer,
                                                   const grading::Uid& study, const ScanArguments& scanning = {});

/// Adds `stacks` and `volume` of `reading`: what `scan` and `volume` do, for a study whose folder the store knows.
void addStudyCommands(CLI::App& parent, ExitStatus& status);

} // namespace foragrade
