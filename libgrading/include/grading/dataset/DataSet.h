#pragma once

#include "grading/base/Issue.h"
#include "grading/base/Progress.h"
#include "grading/base/Result.h"
#include "grading/dataset/Split.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace grading {

/// In what form readings leave the store for research (docs/12-data-sets.md).
enum class DataSetFormat {
    Csv,   ///< Tables alone.
    Nifti, ///< Images and label images as .nii.gz, and the tables.
    Bids,  ///< BIDS derivatives: images, dseg, JSON and TSV.
    Coco,  ///< Pictures of marked slices, polygons, and where they lie in the patient.
    Rsna,  ///< The tables of the RSNA 2024 lumbar spine challenge.
    Dicom, ///< Images, segmentations and reports without identity (grading/dicom/Deidentify.h), and the tables.
};

inline constexpr std::array<DataSetFormat, 6> allDataSetFormats{DataSetFormat::Csv,  DataSetFormat::Nifti,
                                                                DataSetFormat::Bids, DataSetFormat::Coco,
                                                                DataSetFormat::Rsna, DataSetFormat::Dicom};
[[nodiscard]] std::string_view name(DataSetFormat format); ///< "csv", "nifti", "bids", …
[[nodiscard]] std::optional<DataSetFormat> parseDataSetFormat(std::string_view name);

/// Which of a study's images go with its labels.
enum class DataSetImages {
    None,
    Marked, ///< Stacks that hold marks of a chosen reading.
};

struct DataSetRequest {
    std::string store;   ///< A path or a `postgresql://` URL.
    std::string actor;   ///< Person name of who looks; a manager where a project is open.
    std::string project; ///< Empty: the readings outside of projects.
    /// "all": each reader's first signed reading; "consensus": the adjudicator's decision, or what readers agree on;
    /// else one reader's name.
    std::string readers = "all";
    DataSetFormat format = DataSetFormat::Csv;
    std::optional<Split> split;
    std::uint64_t seed = 1; ///< Of the split and of the order in which patients are numbered.
    DataSetImages images = DataSetImages::Marked;
    bool measures = false; ///< Measure all marks and suggest grades: a table of its own, milliseconds a foramen.
    std::filesystem::path imageFolder; ///< In place of the folders that the store remembers; may be empty.
    std::filesystem::path keyFile;     ///< Makes pseudonyms: Dicom needs it, and with it Rsna has its images too.
    std::filesystem::path scanCache;   ///< As `ScanOptions::cache`.
};

/// One of several equal pieces of a long export, which may run on different machines.
struct Shard {
    int number = 1; ///< From 1.
    int count = 1;
};

struct DataSetSummary {
    int patients = 0;
    int studies = 0;
    int readings = 0;
    int files = 0;
    Issues issues; ///< What was left out, and why.
};

/// Writes a new folder `out`, which appears whole or not at all, with README.md, data-dictionary.csv, manifest.json and
/// SHA256SUMS. The same readings and request give the same bytes, whatever `jobs` is (0: as many as the machine has
/// cores). No name, identifier or date of a patient and no name of a reader is written: patients, studies and readers
/// are numbered, free text is left out. While it works, `<out>.parts` holds the pieces that are done; after Cancelled
/// or a crash the same request goes on from them.
/// Exists: `out` is there, or the pieces are of another request. NotFound: no such reading, reader or image. Refused:
/// an open project's manager must do it; an image to go out as DICOM is of a kind that can't be cleaned, or a name or
/// date was found in its copy. InvalidArgument: a key file is missing, or of no use to the format. Mismatch: images
/// that aren't those that were marked. Io.
Result<DataSetSummary> exportDataSet(const DataSetRequest& request, const std::filesystem::path& out, int jobs = 0,
                                     const Progress& progress = {});

/// One piece alone, into `<out>.parts`; nothing to do when it is there already.
Result<DataSetSummary> exportShard(const DataSetRequest& request, const std::filesystem::path& out, const Shard& shard,
                                   int jobs = 0, const Progress& progress = {});

/// Makes `out` of all pieces, with the bytes that one run would have given, and removes them. Needs neither store nor
/// images. NotFound names the pieces that are missing. Exists, Io.
Result<DataSetSummary> mergeShards(const std::filesystem::path& out, const Progress& progress = {});

} // namespace grading
