#pragma once

#include "grading/agreement/Ratings.h"
#include "grading/store/Worklist.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace grading {

/// Marks of one structure by two readers that overlap less than the protocol's threshold.
struct MarksApart {
    Structure structure = Structure::NerveRoot;
    std::string first; ///< Reader
    std::string second;
    double dice = 0;
};

/// One foramen on which the readers of a study don't agree in their first readings.
struct Difference {
    Uid study;
    Foramen foramen;
    std::vector<ProjectReading> readings;   ///< By reader.
    std::vector<std::optional<int>> grades; ///< One for each reading; none where it wasn't gradable.
    bool inGrade = false;                   ///< Grades differ, or one found it not gradable.
    bool inFindings = false;                ///< A side, the root or what contributes was recorded otherwise.
    std::vector<MarksApart> marksApart;
    bool isDecided = false; ///< An adjudicator has signed.
};

/// Of every study that all its readers have signed. For adjudicators and managers.
[[nodiscard]] Result<std::vector<Difference>> differences(const Store& store, const std::string& project);

/// Where readers of one study don't agree by the protocol.
[[nodiscard]] std::set<Foramen> foraminaApart(const std::vector<Reading>& readers, const Protocol& protocol);
/// A reader gave another grade, or none where the decision has one: such a decision needs a reason, also where the
/// readers agree.
[[nodiscard]] bool departsFrom(const std::vector<Reading>& readers, const Foramen& foramen,
                               const ForamenReading& decision);

[[nodiscard]] bool hasDecisionReason(const ForamenReading& record); ///< More than blanks.

/// Begins the actor's reading of a study that rests on the readers' first readings: where they agree it has what the
/// first of them recorded, where they differ the decision is left open, and can be signed once it has its
/// `decisionReason`. Refused: not an adjudicator, or a reader hasn't signed. Exists.
Result<Uid> beginAdjudication(Store& store, const std::string& project, const Uid& study);

/// The readings that an adjudication rests on; none for any other reading.
[[nodiscard]] Result<std::vector<ProjectReading>> predecessorsOf(const Store& store, const Uid& reading);

/// Foramina of an adjudication whose decision needs a reason and has none, or that have no decision yet though the
/// readers differ; none for any other reading.
[[nodiscard]] Result<std::set<Foramen>> unexplainedDecisions(const Store& store, const Reading& reading);

/// What a project says of a study in the end.
struct Consensus {
    Uid study;
    std::optional<ProjectReading> reading; ///< None while readers differ and nobody has decided, or one hasn't signed.
    bool isAdjudicated = false;            ///< Else it is the first of readings that agree.
};

/// Of every study of the project, by uid. For adjudicators and managers, and for anybody once the project is closed.
[[nodiscard]] Result<std::vector<Consensus>> consensus(const Store& store, const std::string& project);

/// Grades of first readings, each study's foramina as items of its patient. As `signedReadings`.
[[nodiscard]] Result<Ratings> ratingsOf(const Store& store, const std::string& project);
/// Each reader's first reading against the second one of the same study, as two readers "first" and "second".
[[nodiscard]] Result<Ratings> repeatedRatingsOf(const Store& store, const std::string& project);

} // namespace grading
