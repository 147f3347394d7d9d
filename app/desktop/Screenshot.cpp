#include "Screenshot.h"

#include "MainWindow.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include <QApplication>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace foragrade {
namespace {

constexpr int patience = 60'000; // ms
constexpr int settling = 300;    // ms for the thumbnails after the last image

/// When what was first painted, in ms since the start; -1 until it was.
struct Times {
    qint64 window = -1;
    qint64 firstImage = -1;
    qint64 allImages = -1;
};

bool showsFirst(MainWindow& window)
{
    return std::ranges::any_of(window.panes().panes(), [](const auto* view) { return view->hasImage(); });
}

bool showsAll(MainWindow& window)
{
    if (window.study().paths().empty())
        return window.study().state() == OpenStudy::State::Empty;
    const auto panes = window.panes().panes();
    return !panes.empty() && std::ranges::all_of(panes, [](const auto* view) { return view->hasImage(); });
}

void leave(MainWindow& window, const QString& file, const Times& times)
{
    const bool isWritten = window.grab().save(file);
    if (isWritten)
        std::printf("window after %lld ms, first image after %lld ms, all after %lld ms\n",
                    static_cast<long long>(times.window), static_cast<long long>(times.firstImage),
                    static_cast<long long>(times.allImages));
    else
        std::fprintf(stderr, "foragrade: %s: can't be written\n", qPrintable(file));
    QApplication::exit(isWritten ? 0 : 1);
}

} // namespace

qint64 steadyMilliseconds()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void takeScreenshotAndLeave(MainWindow& window, const QString& file, qint64 since)
{
    auto* look = new QTimer(&window);
    QObject::connect(look, &QTimer::timeout, &window, [&window, file, since, look, times = Times()]() mutable {
        const qint64 now = steadyMilliseconds() - since;
        const auto note = [&](qint64& time, bool isThere) {
            if (time >= 0 || !isThere)
                return;
            window.repaint(); // all of it, so that nothing counts before it can be seen
            time = steadyMilliseconds() - since;
        };
        note(times.window, window.windowHandle() != nullptr && window.windowHandle()->isExposed());
        note(times.firstImage, showsFirst(window));
        note(times.allImages, showsAll(window));
        if (times.allImages >= 0 && now - times.allImages >= settling) {
            look->stop();
            leave(window, file, times);
        } else if (now > patience) {
            std::fprintf(stderr, "foragrade: %s\n", qPrintable(window.message()));
            QApplication::exit(1);
        }
    });
    look->start(5);
}

} // namespace foragrade
