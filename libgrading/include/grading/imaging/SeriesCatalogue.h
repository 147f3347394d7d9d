#pragma once

#include "grading/base/Issue.h"
#include "grading/base/Uid.h"
#include "grading/geometry/VolumeGeometry.h"
#include "grading/imaging/DisplayWindow.h"
#include "grading/imaging/SeriesRole.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace grading {

/// One image of a stack: a single-frame file, or one frame of a multi-frame file.
struct StackFrame {
    std::filesystem::path file;
    int frame = 0; ///< From 0 within the file; DICOM's frame numbers are one more.
    bool isMultiFrame = false;
    Uid sopClass;
    Uid sopInstance;
    PatientPoint position; ///< Image Position (Patient): centre of the first pixel.

    bool operator==(const StackFrame&) const = default;
};

/// Images of one series that lie parallel on one line: what can be shown and marked as one volume.
struct Stack {
    std::string id; ///< "<SeriesInstanceUID>#<n>", n from 1 in order of position
    Uid studyUid;
    Uid seriesUid;
    Uid frameOfReference; ///< Empty when the images have none: not linked to any other stack.
    SeriesRole role;
    int columns = 0;
    int rows = 0;
    PatientVector rowDirection{1, 0, 0};
    PatientVector columnDirection{0, 1, 0};
    Millimetres columnSpacing{1}; ///< Between neighbouring columns.
    Millimetres rowSpacing{1};    ///< Between neighbouring rows.
    Millimetres sliceSpacing{1};  ///< Between centres; the usual one where a slice is missing or spacing is uneven.
    /// None when the slices don't form an even grid; the stack can then only be looked at slice by slice.
    /// Where whole slices are missing it has their places too.
    std::optional<VolumeGeometry> geometry;
    std::vector<StackFrame> frames;      ///< Ascending along row direction × column direction.
    std::vector<int> missingSlices;      ///< Places of `geometry`, from 0, ascending, of which there is no image.
    std::optional<DisplayWindow> window; ///< As the file says, if it does; the first of `windows`.
    std::vector<NamedWindow> windows;    ///< All that the first image's file proposes.
    Issues issues;

    /// Images; where slices are missing, `geometry` has more places.
    [[nodiscard]] int slices() const { return static_cast<int>(frames.size()); }
    /// The image at a place of `geometry`, from 0; null where none was made, and outside.
    [[nodiscard]] const StackFrame* imageAt(int slice) const;
};

struct Series {
    Uid uid;
    int number = 0;
    std::string description;
    std::string modality;
    std::string bodyPart; ///< Body Part Examined as written, "LSPINE"; may be empty.
    std::vector<Stack> stacks;
};

struct Study {
    Uid uid;
    std::string patientId;
    std::string patientName; ///< DICOM form `Family^Given`, UTF-8.
    std::string date;        ///< DICOM DA, "20260302"; may be empty.
    std::string description;
    std::string patientBirthDate; ///< DICOM DA; empty when absent or the file says that the identity was removed.
    std::string patientSex;       ///< "F", "M", "O"; likewise.
    std::vector<Series> series;
};

/// All that a folder holds, from the headers alone.
struct SeriesCatalogue {
    std::vector<Study> studies;
    Issues issues; ///< What belongs to no one stack: unreadable files, dropped duplicates, a mixed-in localizer.
    int filesRead = 0;
    int filesSkipped = 0;    ///< Not readable as DICOM.
    int filesRemembered = 0; ///< Of both, those that an earlier scan had read.

    [[nodiscard]] const Study* findStudy(const Uid& uid) const;
    [[nodiscard]] const Stack* findStack(const std::string& id) const;
    [[nodiscard]] std::vector<const Stack*> stacks() const; ///< In catalogue order.
};

} // namespace grading
