#pragma once

#include "grading/base/Issue.h"
#include "grading/imaging/SeriesCatalogue.h"
#include "grading/reading/Assessment.h"
#include "grading/report/FatRose.h"
#include "grading/report/KeyImage.h"

#include <functional>
#include <string>
#include <vector>

namespace grading {

/// A reading as it leaves the house: every word and number that any format shows, so that two formats can't disagree.
/// A plain value. Text is UTF-8 and not escaped for any format; empty text means that nothing was recorded.
struct Report {
    struct Series {
        std::string description;
        int number = 0;
        std::string plane;    ///< "sagittal"
        std::string sequence; ///< "T1", "T2", …
        int slices = 0;
        std::string spacing; ///< "0.55 × 0.55 mm, slices 4.4 mm apart"
    };

    /// Fat at one side of the root.
    struct Side {
        std::string stated;             ///< By the reader: "kept", "lost", "not assessable"; empty when not recorded.
        std::string measured;           ///< "kept", "equivocal", "lost", "not assessable"; empty without marks.
        std::optional<double> coverage; ///< Share 0…1 of the side's rays that meet fat.
    };

    /// From the marks on the grading slice.
    struct Measured {
        int slice = 0; ///< from 1
        SquareMillimetres rootArea;
        Millimetres rootDiameter; ///< Of the circle of that area.
        double flattening = 1;    ///< minor / major axis
        double solidity = 1;
        std::optional<double> areaToOtherSide; ///< This root's area over the other side's.
        std::optional<double> flatteningToOtherSide;
        std::optional<double> areaToNeighbours; ///< Over the mean of the neighbouring levels'.
        std::optional<double> flatteningToNeighbours;
        MarkedVolume rootVolume, fatVolume;
        std::optional<MarkedVolume> foramenVolume;
        std::optional<double> stenoticLengthRatio;
        std::string rootShape; ///< "normal", "deformed (flattened, indented)", "not assessable"
        SquareMillimetres fatArea;
        std::optional<double> fatCoverage; ///< Share 0…1 of all rays.
        std::string fatRecord;             ///< "marked", "looked for, none seen", "not marked"
        std::optional<SquareMillimetres> foramenArea;
        std::optional<Millimetres> foramenHeight, foramenWidth; ///< Width at half the height.
        std::string frame;                                      ///< Which way is up: "pedicle line, tilted 4°"
        int worstSlice = 0;                                     ///< from 1
        std::string worstGrades;
    };

    struct Suggested {
        std::string basis;  ///< "measured marks" or "reader's findings"
        std::string grades; ///< "1 or 2"
        std::vector<std::string> reasons;
    };

    struct Row {
        enum class State { Graded, NotGradable, NotRead };

        Foramen foramen;
        std::string nerveRoot; ///< "L4"
        State state = State::NotRead;
        std::optional<Grade> grade;
        std::string verdict; ///< "Grade 3 (severe)", "not gradable", "not read"
        std::string notGradableReason;
        std::array<Side, 4> sides; ///< By AnatomicalDirection.
        std::string root;          ///< Morphology as the reader sees it.
        std::string contact;
        std::string confidence;
        std::vector<std::string> contributory; ///< "spondylolisthesis Meyerding 2"
        std::vector<std::string> etiology;
        std::string imageQuality;
        std::string comment;
        std::string decisionReason; ///< An adjudicator's.
        std::optional<Measured> measured;
        std::optional<Suggested> suggested;
        std::optional<Agreement> agreement; ///< Of the grade with what is suggested.
        std::string disagreementReason;
        std::optional<KeyImage> image; ///< With marks and images.
        std::optional<FatRose> rose;   ///< With marks.
    };

    struct LevelRows {
        Level level;
        Row right; ///< The patient's right: on the left of a page, as the patient faces the reader.
        Row left;
    };

    std::string title;       ///< "Neural foramina of the lumbar spine"
    std::string patientName; ///< "Müller, Anna", ideographic form behind it
    std::string patientId;
    std::string birthDate; ///< "1961-08-30"; from the images, empty where the reading hides whose study it is.
    std::string sex;       ///< "female", "male", "other"; likewise.
    Uid study;
    std::string studyDate; ///< "2026-03-02"
    std::string studyDescription;
    std::string indication;
    std::vector<Series> technique;
    std::string numbering; ///< How vertebrae were counted.

    std::string readerName;
    std::string readerOrganization;
    std::string readerRole;
    bool isSigned = false;
    int revision = 1;
    std::string signature; ///< "Signed 2026-03-02 09:15 UTC, revision 1" or "Draft, not signed (revision 1)"

    std::string schemeId, schemeVersion, schemeTitle, schemeSource;
    std::string schemeTable;  ///< What it admits: "no side lost: 0; one: 1; …"
    std::string parametersId; ///< Of the measurements; empty when nothing was measured.
    std::string thresholds;   ///< Its values: "maximumGapMm 1; minimumThicknessMm 0.5; …"
    std::string software;     ///< "Foragrade 0.1.0"
    std::string created;      ///< "2026-03-02 09:15 UTC"

    std::vector<std::string> impression;     ///< Plain sentences, the worst first.
    std::vector<std::string> contradictions; ///< One sentence for each hard disagreement, with the reader's reason.
    std::vector<LevelRows> levels;           ///< From the head.
    Issues issues;                           ///< Of measuring and of the images.
    std::string disclaimer;

    [[nodiscard]] std::vector<const Row*> rows() const; ///< Right then left, from the head.
};

namespace report {

/// The program's name and version, and the moment the report is made.
struct Origin {
    std::string software;
    Timestamp now{};
};

/// Pixels of a stack by its id.
using Volumes = std::function<Result<Volume>(const std::string& stackId)>;

/// `volumes` may be empty: no pictures then. What can't be measured or loaded is an Issue of the report.
[[nodiscard]] Report make(const Reading& reading, const SeriesCatalogue& catalogue, const Volumes& volumes,
                          const Origin& origin);

} // namespace report
} // namespace grading
