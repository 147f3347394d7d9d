#pragma once

#include "grading/base/Progress.h"
#include "grading/base/Workers.h"
#include "grading/imaging/SeriesCatalogue.h"
#include "grading/imaging/Volume.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <vector>

namespace foragrade {

/// Runs scans, loads and exports off the window's thread. Results and progress arrive on the thread that made it; what
/// was cancelled arrives as ErrorCode::Cancelled, what was asked for before `cancelAll` doesn't arrive at all.
class Background : public QObject {
    Q_OBJECT
public:
    explicit Background(QObject* parent = nullptr);
    ~Background() override; ///< Cancels and waits.

    /// `work` runs on a worker thread, `done` afterwards on this object's thread. What `work` throws is its error.
    template <class T>
    void run(const QString& what, std::function<grading::Result<T>(const grading::Progress&)> work,
             std::function<void(grading::Result<T>)> done)
    {
        const int job = begin(what);
        const grading::Progress progress{[this, job](double fraction, const std::string& detail) {
                                             post([this, job, fraction, detail] { report(job, fraction, detail); });
                                         },
                                         m_stop.get_token()};
        m_pool.start([this, job, progress, work = std::move(work), done = std::move(done)]() mutable {
            auto result = std::make_shared<grading::Result<T>>(grading::caught([&] { return work(progress); }));
            post([this, job, result, done = std::move(done)] {
                if (finish(job))
                    done(std::move(*result));
            });
        });
    }

    void cancelAll();
    [[nodiscard]] bool isBusy() const { return !m_jobs.empty(); }

signals:
    /// The oldest running job; an empty text when nothing runs any more.
    void progressed(const QString& what, double fraction);

private:
    struct Job {
        QString what;
        double fraction = 0;
    };

    int begin(const QString& what);
    void report(int job, double fraction, const std::string& detail);
    bool finish(int job); ///< False when it was given up meanwhile.
    void tell();
    void post(std::function<void()> call);

    QThreadPool m_pool;
    std::stop_source m_stop;
    std::map<int, Job> m_jobs;
    int m_nextJob = 0;
};

} // namespace foragrade
