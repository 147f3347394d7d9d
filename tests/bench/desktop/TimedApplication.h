#pragma once

#include <QApplication>

#include <chrono>
#include <vector>

namespace foragrade::bench {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// Where the time of one answer to the reader went; none is counted twice.
struct Shares {
    Milliseconds input{};   ///< Our handlers of mouse, wheel and keys, the store's writes among them.
    Milliseconds update{};  ///< Our timers and posted calls, without the image's rendering.
    Milliseconds overlay{}; ///< Our painting over the images, Qt's raster engine included.
    Milliseconds panels{};  ///< Painting of the other widgets.
    Milliseconds image{};   ///< The slices, by VTK and Qt's raster engine.
    Milliseconds window{};  ///< Qt's keeping of the window, and the X server until it has the picture.

    [[nodiscard]] Milliseconds ours() const { return input + update + overlay + panels + image; }
};

/// An application that times every event as it is delivered.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;
    [[nodiscard]] Shares takeShares(); ///< Since the last call.
    /// When the X server last had a new picture of a pane.
    [[nodiscard]] Clock::time_point lastPicture() const { return m_lastPicture; }

private:
    void enter(Milliseconds Shares::*share);
    void leave();

    struct Running {
        Milliseconds Shares::*share = nullptr;
        Clock::time_point since;
    };
    Shares m_shares;
    Clock::time_point m_lastPicture;
    bool m_hasPainted = false;      ///< a pane, since m_lastPicture
    std::vector<Running> m_running; ///< The innermost last; those outside it stand still.
};

} // namespace foragrade::bench
