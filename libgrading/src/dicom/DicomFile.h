#pragma once

#include "grading/base/Result.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcfilefo.h>

#include <cstdint>
#include <filesystem>
#include <memory>

namespace grading {

/// A file that DCMTK has parsed. Long values stay on the disk until asked for.
struct DicomFile {
    std::unique_ptr<DcmFileFormat> format;
    /// Where parsing ended: for `readHeader` the first byte of the pixel data's value, if there is pixel data.
    std::int64_t endOffset = 0;
    bool hasPixels = false; ///< There is pixel data; of `readHeader`: parsing stopped before it.
    bool isWhole = true;    ///< Nothing was broken in what was parsed.

    [[nodiscard]] DcmDataset& dataset() const { return *format->getDataset(); }
};

/// Whether the first bytes could begin a DICOM file: "DICM" after the preamble, or a first element of a low group as in
/// files without preamble (and meta header).
[[nodiscard]] bool looksLikeDicom(const std::filesystem::path& path);

/// Parses up to the pixel data. Hostile nesting ends parsing before it exhausts the stack.
/// Unreadable: not DICOM, or broken before the pixel data.
Result<DicomFile> readHeader(const std::filesystem::path& path);

/// Parses the whole file; what follows the pixel data may be broken.
Result<DicomFile> readDicomFile(const std::filesystem::path& path);

} // namespace grading
