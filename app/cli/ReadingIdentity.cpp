#include "ReadingIdentity.h"

namespace foragrade {

grading::StudyIdentity identityOf(const grading::Study& study)
{
    grading::StudyIdentity identity{study.uid, study.patientName, study.patientId, study.date, study.description, {}};
    for (const auto& series : study.series) {
        if (identity.bodyPart.empty())
            identity.bodyPart = series.bodyPart;
    }
    return identity;
}

grading::Reading newDraft(const grading::StudyIdentity& study, grading::Reader reader)
{
    grading::Reading reading;
    reading.id = grading::Uid::generate();
    reading.study = study;
    reading.reader = std::move(reader);
    reading.created = grading::now();
    return reading;
}

} // namespace foragrade
