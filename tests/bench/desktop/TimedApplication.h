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
    Milliseconds image{};   ///< VTK's rendering of the slices with the software rasteriser.
    Milliseconds compose{}; ///< Qt's composition of the window, and handing it to the X server.

    [[nodiscard]] Milliseconds ours() const { return input + update + overlay; }
};

/// An application that times every event as it is delivered.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;
    void beginImage(); ///< Called by VTK's observers, within whatever event renders.
    void endImage();
    [[nodiscard]] Shares takeShares(); ///< Since the last call.

private:
    void enter(Milliseconds Shares::*share);
    void leave();

    struct Running {
        Milliseconds Shares::*share = nullptr;
        Clock::time_point since;
    };
    Shares m_shares;
    std::vector<Running> m_running; ///< The innermost last; those outside it stand still.
};

} // namespace foragrade::bench
