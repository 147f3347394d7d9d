#include "study/Background.h"

#include <QMetaObject>

namespace foragrade {

Background::Background(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(2);
}

Background::~Background()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void Background::cancelAll()
{
    m_stop.request_stop();
    m_stop = {};
    m_pool.clear();
    m_jobs.clear();
    tell();
}

int Background::begin(const QString& what)
{
    const int job = m_nextJob++;
    m_jobs[job] = {what, 0};
    tell();
    return job;
}

void Background::report(int job, double fraction, const std::string&)
{
    const auto found = m_jobs.find(job);
    if (found == m_jobs.end())
        return;
    found->second.fraction = fraction;
    tell();
}

bool Background::finish(int job)
{
    const bool isWanted = m_jobs.erase(job) > 0;
    tell();
    return isWanted;
}

void Background::tell()
{
    if (m_jobs.empty())
        emit progressed({}, 1);
    else
        emit progressed(m_jobs.begin()->second.what, m_jobs.begin()->second.fraction);
}

void Background::post(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

} // namespace foragrade
