// The desk and its store: what is done when the store keeps nothing.
#include "study/ReadingDesk.h"

#include "grading/store/StoredSession.h"

#include <QDir>
#include <QFileInfo>

#include <chrono>

namespace foragrade {
namespace {

/// The store's own failure, not a refusal of the step.
bool isOfStore(grading::ErrorCode code)
{
    using grading::ErrorCode;
    return code == ErrorCode::Io || code == ErrorCode::Unreadable || code == ErrorCode::Unsupported ||
           code == ErrorCode::Conflict;
}

/// The window waits no longer for another program's write; the step is then in hand and tried again by itself.
constexpr std::chrono::milliseconds patience{250};

bool isFile(const QString& where)
{
    return !where.contains("://");
}

grading::Result<grading::Store> openAt(const QString& where)
{
    if (isFile(where))
        QDir().mkpath(QFileInfo(where).absolutePath());
    return grading::Store::open(where.toStdString(), grading::Store::IfMissing::Create, patience);
}

} // namespace

bool ReadingDesk::openStore()
{
    if (m_store)
        return true;
    auto store = openAt(m_storePath);
    if (!store)
        return report(grading::fail(store.error()));
    m_store.emplace(std::move(*store));
    setTrouble({});
    return true;
}

bool ReadingDesk::report(const grading::Result<void>& result)
{
    if (result)
        return true;
    const auto message = QString::fromStdString(result.error().message());
    if (isOfStore(result.error().code)) {
        m_isConflict = result.error().code == grading::ErrorCode::Conflict;
        setTrouble(message);
    } else {
        emit failed(message);
    }
    return false;
}

bool ReadingDesk::take(const QString& name, std::function<grading::Result<void>()> step)
{
    if (!m_session || !m_trouble.isEmpty())
        return false;
    const auto taken = step();
    if (!taken && isOfStore(taken.error().code)) {
        m_stepInHand = name;
        m_step = std::move(step);
    }
    return report(taken);
}

void ReadingDesk::setTrouble(const QString& trouble)
{
    if (trouble.isEmpty())
        m_isConflict = false;
    // Trying again is cheap with a step in hand, or for a file. A server that can't be reached waits for the reader,
    // and so does a reading that was changed elsewhere.
    if (trouble.isEmpty() || m_isConflict || !(m_step || isFile(m_storePath)))
        m_retry.stop();
    else if (!m_retry.isActive())
        m_retry.start();
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    emit troubleChanged();
}

/// A store put back in its place is another file than the one that is open.
bool ReadingDesk::reopenStore()
{
    auto store = grading::Store::open(m_storePath.toStdString(), grading::Store::IfMissing::Fail, patience);
    if (!store)
        return false;
    const auto stored = store->load(reading().study.uid, reading().reader.name);
    if (!stored || *stored != reading())
        return false;
    *m_store = std::move(*store);
    return true;
}

bool ReadingDesk::tryStoreAgain()
{
    if (!openStore())
        return false;
    if (m_step && m_session) {
        auto taken = m_step();
        if (!taken && isOfStore(taken.error().code) && reopenStore())
            taken = m_step();
        if (!taken && isOfStore(taken.error().code))
            return report(taken);
        m_step = {};
        m_stepInHand.clear();
        setTrouble({});
        report(taken);
    }
    setTrouble({});
    return true;
}

bool ReadingDesk::reload()
{
    if (!m_session || !m_store)
        return false;
    auto session = grading::openSession(*m_store, reading().study.uid, reading().reader.name);
    if (!session)
        return report(grading::fail(session.error()));
    m_step = {};
    m_stepInHand.clear();
    follow(std::move(*session));
    setTrouble({});
    emit renumbered(); // perhaps: the stored one may be counted otherwise
    emit changed();
    return true;
}

bool ReadingDesk::useStore(const QString& where)
{
    auto store = openAt(where);
    if (!store) {
        emit failed(QString::fromStdString(store.error().message()));
        return false;
    }
    if (m_session) {
        if (const auto added = store->add(reading(), m_images); !added) {
            emit failed(QString::fromStdString(added.error().message()));
            return false;
        }
    }
    const auto kept = m_session ? std::optional(reading()) : std::nullopt;
    m_store = std::move(*store);
    m_storePath = where;
    if (kept)
        follow(grading::Session(*kept, grading::journalIn(*m_store)));
    const bool works = tryStoreAgain();
    if (kept)
        emit changed();
    return works;
}

} // namespace foragrade
