#include "models/AdjudicationList.h"

#include "grading/store/Adjudication.h"

#include <QCoreApplication>

#include <map>

namespace foragrade {

grading::Result<std::vector<grading::WorklistEntry>> adjudicationList(const grading::Store& store,
                                                                      const std::string& project)
{
    const auto differences = grading::differences(store, project);
    if (!differences)
        return grading::fail(differences.error());
    struct Study {
        QStringList foramina;
        bool isDecided = true;
    };
    std::map<grading::Uid, Study> studies;
    for (const auto& each : *differences) {
        auto& study = studies[each.study];
        const QString level = QString::fromStdString(each.foramen.level.name()) + ' ';
        const QChar side = QLatin1Char(grading::letter(each.foramen.side));
        if (!study.foramina.isEmpty() && study.foramina.last().startsWith(level))
            study.foramina.last() += '+' + QString(side); // "L4-L5 R+L"
        else
            study.foramina << level + side;
        study.isDecided = study.isDecided && each.isDecided;
    }
    std::vector<grading::WorklistEntry> entries;
    for (const auto& [uid, study] : studies) {
        grading::WorklistEntry entry;
        entry.place = static_cast<int>(entries.size()) + 1;
        entry.caseName = QCoreApplication::translate("AdjudicationList", "differ on %1")
                             .arg(study.foramina.join(", "))
                             .toStdString();
        entry.study.uid = uid;
        entry.images = store.studyImages(uid).value_or(grading::StudyImages());
        entry.state = study.isDecided ? grading::WorkState::Signed : grading::WorkState::Open;
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace foragrade
