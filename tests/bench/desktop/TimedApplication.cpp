#include "TimedApplication.h"

#include "views/SliceOverlay.h"

#include <QTimer>
#include <QWindow>

namespace foragrade::bench {
namespace {

Milliseconds Shares::*shareOf(const QObject* receiver, QEvent::Type type)
{
    switch (type) {
    case QEvent::Wheel:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
    case QEvent::Shortcut:
        return &Shares::input;
    case QEvent::Timer:
    case QEvent::MetaCall:
    case QEvent::LayoutRequest:
    case QEvent::DeferredDelete:
        return &Shares::update;
    case QEvent::Paint:
        return qobject_cast<const SliceOverlay*>(receiver) != nullptr ? &Shares::overlay : &Shares::panels;
    case QEvent::UpdateRequest:
    case QEvent::UpdateLater:
    case QEvent::Expose:
        return &Shares::compose;
    default:
        return nullptr; // goes on in what it is part of
    }
}

} // namespace

bool TimedApplication::notify(QObject* receiver, QEvent* event)
{
    const auto share = shareOf(receiver, event->type());
    if (share == nullptr)
        return QApplication::notify(receiver, event);
    enter(share);
    const bool isTaken = QApplication::notify(receiver, event);
    leave();
    return isTaken;
}

void TimedApplication::beginImage()
{
    enter(&Shares::image);
}

void TimedApplication::endImage()
{
    leave();
}

Shares TimedApplication::takeShares()
{
    return std::exchange(m_shares, {});
}

void TimedApplication::enter(Milliseconds Shares::*share)
{
    const auto now = Clock::now();
    if (!m_running.empty())
        m_shares.*m_running.back().share += now - m_running.back().since;
    m_running.push_back({share, now});
}

void TimedApplication::leave()
{
    const auto now = Clock::now();
    m_shares.*m_running.back().share += now - m_running.back().since;
    m_running.pop_back();
    if (!m_running.empty())
        m_running.back().since = now;
}

} // namespace foragrade::bench
