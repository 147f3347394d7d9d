#pragma once

#include "grading/base/Result.h"
#include "grading/imaging/SeriesCatalogue.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace grading {

/// What tells apart images at one and the same place, in the order in which it is asked.
enum RepeatKey {
    KindKey, ///< Image Type beyond the first two values: magnitude, phase, water, fat
    EchoKey,
    TemporalKey,
    DiffusionKey,
    DirectionKey,
    InversionKey,
    AcquisitionKey,
    TriggerKey,
    RepeatKeyCount
};

/// How an image was made, as far as its weighting shows in it. Times in ms.
struct Acquisition {
    std::optional<double> repetitionTime;
    std::optional<double> echoTime;
    std::optional<double> inversionTime;
    std::optional<double> flipAngle;           ///< Degrees.
    std::vector<std::string> imageType;        ///< Upper case.
    std::vector<std::string> scanningSequence; ///< SE, IR, GR, EP, RM
    std::vector<std::string> scanOptions;      ///< FS, …
    std::string sequenceName;                  ///< Also the pulse sequence's name of enhanced MR.
    std::string description;                   ///< Series description, protocol name.
    bool isFatSaturated = false;               ///< By enhanced MR's own attribute.
    bool isInversionRecovery = false;          ///< By enhanced MR's own attribute.
};

/// One frame's header: all that is needed to put it in a stack.
struct FrameHeader {
    StackFrame frame;
    Uid frameOfReference;
    int rows = 0;
    int columns = 0;
    double rowSpacing = 0;    ///< mm between rows.
    double columnSpacing = 0; ///< mm between columns.
    PatientVector rowDirection;
    PatientVector columnDirection;
    std::optional<double> thickness;     ///< mm
    std::optional<double> statedSpacing; ///< Spacing Between Slices, mm
    std::optional<double> sliceLocation; ///< mm, from wherever the maker counts
    long instanceNumber = 0;
    std::array<std::string, RepeatKeyCount> repeatKeys;
    Acquisition acquisition;
    std::vector<NamedWindow> windows;
    bool isColor = false;
    bool isMosaic = false;   ///< Siemens' tiles: many slices in one picture.
    std::string undecodable; ///< What its pixels are compressed with, when that can't be read here.
};

/// One image file's header.
struct ImageHeader {
    Study study;          ///< Without series.
    Series series;        ///< Without stacks.
    bool isImage = false; ///< False for reports, segmentations and other objects that aren't slices of a patient.
    std::vector<FrameHeader> frames; ///< Empty when the file can't take part in a stack; `issues` says why.
    Issues issues;
};

/// Unreadable, Io.
Result<ImageHeader> readImageHeader(const std::filesystem::path& path);

} // namespace grading
