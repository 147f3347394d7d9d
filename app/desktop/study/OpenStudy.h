#pragma once

#include "models/Reformats.h"
#include "study/Background.h"

#include <QObject>

#include <functional>
#include <map>
#include <set>
#include <string>

namespace foragrade {

/// The images on the desk: what was scanned, which study is read, and the volumes loaded so far.
class OpenStudy : public QObject {
    Q_OBJECT
public:
    enum class State { Empty, Scanning, Ready };

    explicit OpenStudy(Background& background, QObject* parent = nullptr);

    /// Gives up what was open and scans in the background; ends in `opened` or `failed`. Of a case, neither messages
    /// nor the log name files.
    void open(const std::vector<std::filesystem::path>& paths, bool isCase = false);
    /// Who tells of a study whether it may be known whose it is; asked of all that a scan found.
    void setHides(std::function<bool(const grading::Uid& study)> hides) { m_hides = std::move(hides); }
    /// Files and folders may be named, as none of the studies here is hidden.
    [[nodiscard]] bool namesFiles() const { return m_namesFiles; }
    void close();
    /// After loads were cancelled: a study that was being scanned is closed, stacks that were loading have an error
    /// that says so, until `retry`.
    void stopLoading();
    void retry(const std::string& stackId); ///< Loads it again, after an error.
    /// A catalogue and volumes already in memory.
    void show(grading::SeriesCatalogue catalogue, std::map<std::string, grading::Volume> volumes);
    void chooseStudy(const grading::Uid& uid);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const grading::SeriesCatalogue& catalogue() const { return m_catalogue; }
    [[nodiscard]] const grading::Study* study() const { return m_study; }
    /// Of the catalogue, or one of the `reformats`.
    [[nodiscard]] const grading::Stack* stack(const std::string& id) const;
    [[nodiscard]] std::vector<const grading::Stack*> reformats() const; ///< Of the study on the desk.
    [[nodiscard]] const grading::Series* seriesOf(const grading::Stack& stack) const;
    [[nodiscard]] const std::vector<std::filesystem::path>& paths() const { return m_paths; }

    /// Empty until loaded; `request` starts that.
    [[nodiscard]] grading::Volume volume(const std::string& stackId) const;
    void request(const std::string& stackId);
    [[nodiscard]] QString loadError(const std::string& stackId) const; ///< Empty when there is none.
    [[nodiscard]] bool isLoading(const std::string& stackId) const { return m_loading.contains(stackId); }

signals:
    void scanning();
    void opened(); ///< A study was chosen; also when another one is.
    void closed();
    void volumeReady(const QString& stackId);
    void failed(const QString& message);

private:
    void take(grading::SeriesCatalogue catalogue);
    void fail(const QString& message);
    [[nodiscard]] QString wordsOf(grading::Error error) const;
    void askWhatHides();
    void choose(const grading::Study& study);
    void cut(const Reformat& reformat); ///< Once its source is loaded.
    void finish(const std::string& stackId, grading::Result<grading::Volume> result);

    Background& m_background;
    State m_state = State::Empty;
    std::vector<std::filesystem::path> m_paths;
    std::function<bool(const grading::Uid&)> m_hides;
    bool m_namesFiles = true;
    grading::SeriesCatalogue m_catalogue;
    const grading::Study* m_study = nullptr;
    std::map<std::string, Reformat> m_reformats; ///< Of all studies chosen so far, as panes may still show them.
    std::map<std::string, grading::Volume> m_volumes;
    std::map<std::string, QString> m_errors;
    std::set<std::string> m_loading;
};

} // namespace foragrade
