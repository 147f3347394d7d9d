#pragma once

#include "grading/base/Issue.h"
#include "grading/base/Progress.h"
#include "grading/base/Result.h"
#include "grading/dicom/Pseudonyms.h"

#include <filesystem>
#include <vector>

namespace grading {

/// Options of the Basic Application Level Confidentiality Profile (PS3.15 annex E).
struct DeidentifyOptions {
    enum class Dates {
        Remove,
        Shift, ///< Retain Longitudinal Temporal Information with Modified Dates.
    };
    enum class Descriptors {
        Remove,
        Clean, ///< Only words of a vocabulary of imaging and of what we write ourselves stay.
        Keep,  ///< Everything stays but values known to identify; somebody has read them all.
    };

    Dates dates = Dates::Remove;
    Descriptors descriptors = Descriptors::Clean;
    bool keepDevice = false;                 ///< Retain Device Identity.
    bool keepPatientCharacteristics = false; ///< Sex, age (above 89: 90), size, weight.
    bool leaveOutRisky = false;              ///< Leave risky files out with an Issue in place of refusing.
};

struct DeidentifyRequest {
    std::vector<std::filesystem::path> inputs; ///< Files and folders.
    std::filesystem::path output;              ///< A folder that isn't there yet, or is empty.
    DeidentifyOptions options;
};

struct DeidentifyResult {
    int patients = 0;
    int studies = 0;
    int images = 0;
    int segmentations = 0;
    int documents = 0; ///< Reports and key objects.
    int leftOut = 0;   ///< Risky files, when they may be left out.
    int skipped = 0;   ///< Not DICOM.
    Issues issues;
};

/// De-identifies images (MR, CT, plain film), segmentations, reports and key objects: Basic Profile of PS3.15 2024b,
/// and beyond it: text, persons, binary values and elements that the table doesn't name stay only when they are known
/// to be harmless; private elements, overlays and curves go. Pixels are copied as they are, compressed or not. Names
/// and ids in the output are `OUTPUT/<patient>/<study>/<series>/<instance>.dcm`, pseudonyms all.
///
/// Every file written is read back and searched for what identifies anybody in any of the inputs; unless nothing is
/// found in all of them, no file appears. Refused: something was found (`subject` names the source file), a file with
/// a risk of text in its pixels or of a kind that can't be cleaned is among the inputs. NotFound, Unreadable, Exists,
/// Io, Cancelled. Any thread.
Result<DeidentifyResult> deidentify(const DeidentifyRequest& request, const Pseudonyms& pseudonyms,
                                    const Progress& progress = {});

} // namespace grading
