#pragma once

#include "grading/dataset/DataSet.h"
#include "grading/store/Adjudication.h"

#include <string>
#include <vector>

namespace grading {

/// A reading that goes into the data set.
struct PlannedReading {
    Uid id;
    int revision = 1;
    std::string reader;      ///< "reader-01", or "consensus".
    std::string_view source; ///< "reading", "agreement" or "adjudication"
};

/// A study under the names it has in the data set.
struct PlannedStudy {
    Uid uid; ///< Never written.
    int subject = 1;
    int session = 1;         ///< Of the patient's, by date.
    std::int64_t number = 1; ///< Of subject and session together: 101, or 1001 where a patient has a hundred studies.
    std::optional<SplitPart> split;
    std::vector<PlannedReading> readings; ///< By reader.
    std::string subjectName;              ///< "sub-0001"
    std::string sessionName;              ///< "ses-01"
};

/// What a request amounts to: the same for each of its shards.
struct Plan {
    std::vector<PlannedStudy> studies; ///< By subject and session.
    int patients = 0;
    int readings = 0;
    std::vector<std::string> readers; ///< Names in the data set.
    std::string fingerprint;          ///< Of the readings and of all that decides the bytes.
    Issues issues;
};

/// NotFound: nothing signed to take. Refused: an open project that isn't the actor's to export.
[[nodiscard]] Result<Plan> planOf(const DataSetRequest& request);

/// The store as the request's actor sees it.
[[nodiscard]] Result<Store> openStore(const DataSetRequest& request);

} // namespace grading
