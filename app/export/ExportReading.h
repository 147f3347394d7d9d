#pragma once

#include "foragrade/print/PdfReport.h"
#include "grading/base/FileSet.h"
#include "grading/dicom/StructuredReport.h"

#include <filesystem>
#include <optional>

namespace foragrade {

/// Files that one export is to make; an empty path isn't wanted.
struct ExportTargets {
    std::filesystem::path report;        ///< DICOM SR
    std::filesystem::path segmentations; ///< Folder for DICOM SEGs, made when missing.
    std::filesystem::path keyObjects;    ///< DICOM KOS with the key images.
    std::filesystem::path dicomPdf;      ///< The PDF as a DICOM object.
    std::filesystem::path json;
    std::filesystem::path csv;  ///< One row a foramen.
    std::filesystem::path html; ///< For people, self-contained.
    std::filesystem::path pdf;
    Paper paper = Paper::A4; ///< Of both PDFs.

    [[nodiscard]] bool isEmpty() const { return !needImages() && json.empty() && csv.empty() && !havePictures(); }
    /// DICOM objects take their headers from the images.
    [[nodiscard]] bool needImages() const
    {
        return !report.empty() || !segmentations.empty() || !keyObjects.empty() || !dicomPdf.empty();
    }
    /// Better with the images, but also made without.
    [[nodiscard]] bool havePictures() const { return !html.empty() || !pdf.empty() || !dicomPdf.empty(); }
};

/// Writes all wanted files or none. `images` holds the study's series; it may be null when `targets.needImages()` is
/// false. What deserves a word (a draft, nothing marked) comes back as Issues. Exists: a target is there and may not be
/// replaced. NotFound: the images of marks aren't in `images`. Reports for people have no pictures of marks whose
/// images aren't there, and say so. `predecessors`: the readers' reports that an adjudication rests on.
[[nodiscard]] grading::Result<grading::Issues>
exportReading(const grading::Reading& reading, const grading::SeriesCatalogue* images, const ExportTargets& targets,
              grading::FileSet::Existing existing, std::vector<grading::ObjectReference> predecessors = {});

/// What the reports for people say, as `exportReading` writes it; with pictures of marks where `images` has them.
/// Reads the marked images from their files.
[[nodiscard]] grading::Report reportForPeople(const grading::Reading& reading, const grading::SeriesCatalogue* images);

} // namespace foragrade
