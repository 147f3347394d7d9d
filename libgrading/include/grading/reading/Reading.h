#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/anatomy/SpineNumbering.h"
#include "grading/base/Timestamp.h"
#include "grading/base/Uid.h"
#include "grading/reading/ForamenReading.h"
#include "grading/reading/LevelPlaces.h"
#include "grading/scoring/GradingScheme.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// Fit to be a DICOM person name (PS3.5 section 6.2, PN): UTF-8, not blank, no backslash or control character, at most
/// three component groups of 64 characters.
[[nodiscard]] bool isPersonName(std::string_view name);

enum class ReaderRole { Performing, Reader, Adjudicator };

struct Reader {
    std::string name; ///< DICOM person name `Family^Given`, UTF-8.
    std::string organization;
    ReaderRole role = ReaderRole::Reader;

    bool operator==(const Reader&) const = default;
};

/// Which study was read, as its headers named it.
struct StudyIdentity {
    Uid uid;
    std::string patientName; ///< DICOM form, UTF-8.
    std::string patientId;
    std::string date; ///< DA, may be empty.
    std::string description;
    std::string bodyPart; ///< Body Part Examined, "LSPINE".

    bool operator==(const StudyIdentity&) const = default;
};

enum class ReadingStatus { Draft, Signed };

/// One reader's whole record of one study: a plain value, the single source of truth. Measurements and suggestions
/// are derived from it and never stored in it.
struct Reading {
    Uid id; ///< Made once per reader and study; revisions keep it.
    StudyIdentity study;
    Reader reader;
    std::string scheme = "document"; ///< Grading scheme by id.
    /// The whole definition where `scheme` is none of the built-in ones, so that the reading can be reproduced
    /// anywhere.
    std::optional<GradingScheme> ownScheme;
    SpineNumbering numbering;
    std::vector<LevelPlace> levelPlaces; ///< At most one for each level and frame of reference.
    std::vector<std::string> symptoms;   ///< Indication: picked from a list.
    std::string indication;              ///< Indication: free text.
    std::vector<Uid> seriesUsed;
    std::map<Foramen, ForamenReading> foramina; ///< Only those that aren't untouched.

    ReadingStatus status = ReadingStatus::Draft;
    int revision = 1; ///< 1 for the first; `revise` makes a draft with the next number.
    Timestamp created{};
    std::optional<Timestamp> signedAt; ///< Set while signed.

    bool operator==(const Reading&) const = default;

    [[nodiscard]] const ForamenReading* find(const Foramen& foramen) const; ///< None when untouched.
    /// The scheme in full; nullptr when it is neither built in nor defined here.
    [[nodiscard]] const GradingScheme* gradingScheme() const;
    void setScheme(const GradingScheme& scheme); ///< Built-in or one's own.
    [[nodiscard]] bool isSigned() const { return status == ReadingStatus::Signed; }
};

} // namespace grading
