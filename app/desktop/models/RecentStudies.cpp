#include "models/RecentStudies.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace foragrade {
namespace {

constexpr const char* key = "recentStudies";
constexpr std::size_t most = 8;

void keep(const std::vector<RecentStudy>& studies)
{
    QSettings settings;
    settings.remove(key);
    settings.beginWriteArray(key);
    for (std::size_t i = 0; i < studies.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue("paths", studies[i].paths);
        settings.setValue("title", studies[i].title);
        settings.setValue("opened", studies[i].opened);
    }
    settings.endArray();
}

} // namespace

bool RecentStudy::isThere() const
{
    return std::all_of(paths.begin(), paths.end(), [](const QString& path) { return QFileInfo::exists(path); });
}

std::vector<RecentStudy> recentStudies()
{
    std::vector<RecentStudy> studies;
    QSettings settings;
    const int count = settings.beginReadArray(key);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        RecentStudy study{settings.value("paths").toStringList(), settings.value("title").toString(),
                          settings.value("opened").toDate()};
        if (!study.paths.isEmpty())
            studies.push_back(std::move(study));
    }
    settings.endArray();
    return studies;
}

void rememberStudy(const QStringList& paths, const QString& title)
{
    if (paths.isEmpty())
        return;
    auto studies = recentStudies();
    RecentStudy study{paths, title, QDate::currentDate()};
    const auto known = std::find_if(studies.begin(), studies.end(), [&](const auto& s) { return s.paths == paths; });
    if (known != studies.end()) {
        if (study.title.isEmpty())
            study.title = known->title;
        studies.erase(known);
    }
    if (study.title.isEmpty())
        study.title = QFileInfo(QFileInfo(paths.first()).absoluteFilePath()).fileName();
    studies.insert(studies.begin(), std::move(study));
    studies.resize(std::min(studies.size(), most));
    keep(studies);
}

void forgetRecentStudies()
{
    QSettings().remove(key);
}

} // namespace foragrade
