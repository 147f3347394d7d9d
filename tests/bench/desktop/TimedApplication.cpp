#include "TimedApplication.h"

#include "views/ImageCanvas.h"
#include "views/SliceOverlay.h"

#include <xcb/xcb.h>

#include <cstdlib>
#include <utility>

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
        if (qobject_cast<const ImageCanvas*>(receiver) != nullptr)
            return &Shares::image;
        return qobject_cast<const SliceOverlay*>(receiver) != nullptr ? &Shares::overlay : &Shares::panels;
    case QEvent::UpdateRequest:
    case QEvent::UpdateLater:
    case QEvent::Expose:
        return &Shares::window;
    default:
        return nullptr; // goes on in what it is part of
    }
}

/// Returns when the X server has worked off all that it was sent.
void awaitServer()
{
    if (const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>()) {
        auto* connection = x11->connection();
        std::free(xcb_get_input_focus_reply(connection, xcb_get_input_focus(connection), nullptr));
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
    m_hasPainted = m_hasPainted || share == &Shares::image;
    if (m_running.size() == 1 && std::exchange(m_hasPainted, false)) {
        enter(&Shares::window);
        awaitServer();
        leave();
        m_lastPicture = Clock::now();
    }
    leave();
    return isTaken;
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
