// desktop_latency [--output FILE.md]: from the reader's hand to the picture, on the real window with three panes.
// A latency is the time from handing in an event until the X server has drawn the last picture of a pane that it
// caused.
#include "SyntheticStudy.h"
#include "TimedApplication.h"

#include "MainWindow.h"
#include "panels/ForamenForm.h"
#include "theme/Theme.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include <QMouseEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>

namespace foragrade::bench {
namespace {

constexpr int warmUps = 10;
constexpr int samples = 100;
constexpr std::chrono::milliseconds quiet{30}; ///< Without a picture for so long: nothing more is coming.

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

/// What this process holds, in MiB.
double memory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:"))
            return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

/// Some texture that neither compresses nor repeats within a slice.
grading::Volume texture(const grading::VolumeGeometry& geometry)
{
    std::vector<std::int16_t> pixels(geometry.voxelCount());
    std::uint32_t state = 1;
    for (auto& pixel : pixels) {
        state = state * 1664525U + 1013904223U;
        pixel = static_cast<std::int16_t>((state >> 20U) & 0x3ffU);
    }
    return {geometry, std::move(pixels)};
}

struct Case {
    std::string name;
    int slices = 0;
    double spacing = 0; ///< mm
};

/// Two sagittal stacks on one grid, which turn together, and an axial one, each of 512 × 512 pixels.
test::SyntheticStudy studyOf(const Case& size)
{
    using grading::ImagePlane;
    using grading::Weighting;
    const double half = size.spacing * (size.slices - 1) / 2;
    const auto sagittal = *grading::VolumeGeometry::make({half, -140, 140}, {0, 1, 0}, {0, 0, -1}, {0.55}, {0.55},
                                                         {size.spacing}, 512, 512, size.slices);
    const auto axial = *grading::VolumeGeometry::make({-140, -140, -half}, {1, 0, 0}, {0, 1, 0}, {0.55}, {0.55},
                                                      {size.spacing}, 512, 512, size.slices);
    test::SyntheticStudy made;
    grading::Study study;
    study.uid = grading::Uid("1.2.3");
    study.patientName = "Synthetic^Lumbar";
    const auto add = [&](const char* uid, int number, const grading::VolumeGeometry& geometry, ImagePlane plane,
                         Weighting weighting, const grading::Volume& volume) {
        grading::Series series{grading::Uid(uid), number, "latency", "MR", "LSPINE", {}};
        series.stacks.push_back(test::stackOf(uid, 1, geometry, plane, weighting));
        made.volumes[series.stacks.back().id] = volume;
        study.series.push_back(std::move(series));
    };
    const auto shared = texture(sagittal);
    add("1.2.3.1", 1, sagittal, ImagePlane::Sagittal, Weighting::T1, shared);
    add("1.2.3.2", 2, sagittal, ImagePlane::Sagittal, Weighting::T2, shared);
    add("1.2.3.3", 3, axial, ImagePlane::Axial, Weighting::T2, texture(axial));
    made.catalogue.studies.push_back(std::move(study));
    return made;
}

struct Sample {
    double latency = 0; ///< ms
    Shares shares;
};

class Stopwatch {
public:
    Stopwatch(TimedApplication& application, MainWindow& window) : m_application(application)
    {
        for (auto* form : window.findChildren<ForamenForm*>()) {
            for (auto* clock : form->findChildren<QTimer*>())
                clock->stop(); // its seconds are no answer to the hand
        }
    }

    Sample time(const std::function<void()>& act)
    {
        settle();
        static_cast<void>(m_application.takeShares());
        const auto start = Clock::now();
        act();
        settle();
        return {std::max(0.0, Milliseconds(m_application.lastPicture() - start).count()), m_application.takeShares()};
    }

    void settle()
    {
        auto last = Clock::now();
        const auto begin = last;
        while (Clock::now() - last < quiet && Clock::now() - begin < std::chrono::seconds(5)) {
            const auto before = m_application.lastPicture();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            if (m_application.lastPicture() != before)
                last = Clock::now();
            QThread::usleep(200);
        }
    }

private:
    TimedApplication& m_application;
};

void send(QWidget& pane, QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, pane.mapToGlobal(at), button, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(&pane, &event);
}

void turn(QWidget& pane, int notches)
{
    const QPointF at = pane.rect().center();
    QWheelEvent event(at, pane.mapToGlobal(at), {}, QPoint(0, -120 * notches), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&pane, &event);
}

struct Row {
    std::string what;
    std::vector<Sample> samples;
    double target = 0; ///< ms, p95; 0 for none.
};

std::string textOf(const Case& size, const Row& row)
{
    std::vector<double> latencies, ours, images, windows;
    for (const auto& sample : row.samples) {
        latencies.push_back(sample.latency);
        ours.push_back(sample.shares.ours().count());
        images.push_back(sample.shares.image.count());
        windows.push_back(sample.shares.window.count());
    }
    const double p95 = quantile(latencies, 0.95);
    const std::string target = row.target == 0 ? "–"
                                               : "≤ " + std::to_string(static_cast<int>(row.target)) +
                                                     (p95 <= row.target ? " met" : " MISSED");
    char line[300];
    std::snprintf(line, sizeof line, "| %s | %s | %.1f | %.1f | %.1f | %s | %.1f | %.1f | %.1f | %.1f |\n",
                  size.name.c_str(), row.what.c_str(), quantile(latencies, 0.5), p95, quantile(latencies, 1),
                  target.c_str(), quantile(ours, 0.5), quantile(ours, 0.95), quantile(images, 0.5),
                  quantile(windows, 0.5));
    return line;
}

std::vector<Sample> repeat(Stopwatch& watch, int count, const std::function<void(int)>& act)
{
    std::vector<Sample> taken;
    for (int i = 0; i < count + warmUps; ++i) {
        const auto sample = watch.time([&] { act(i); });
        if (i >= warmUps)
            taken.push_back(sample);
    }
    return taken;
}

std::vector<Row> measure(Stopwatch& watch, MainWindow& window)
{
    auto& sagittal = *window.panes().panes()[0];
    auto& axial = *window.panes().panes()[2];
    const auto scroll = [&](SliceView& pane) {
        return repeat(watch, samples, [&, direction = 1](int) mutable {
            const int last = pane.volume().geometry().slices() - 1;
            if (pane.slice() + direction < 0 || pane.slice() + direction > last)
                direction = -direction;
            turn(pane, direction);
        });
    };
    std::vector<Row> rows;
    rows.push_back({"scroll, sagittal pair", scroll(sagittal), 33});
    rows.push_back({"scroll, axial", scroll(axial), 33});
    sagittal.setFocus();
    auto tool = window.desk().tool();
    tool.kind = ToolKind::Brush;
    window.desk().setTool(tool);
    const auto place = [&](int i) {
        return QPointF(sagittal.width() / 2.0 + i * 17 % 90 - 45, sagittal.height() / 2.0 + i * 29 % 120 - 60);
    };
    Row dab{"brush dab to paint", {}, 50};
    Row stroke{"brush moves to paint", {}, 50};
    Row stored{"brush lifts: stored, measured, painted", {}, 0};
    for (int i = 0; i < samples + warmUps; ++i) {
        const auto at = place(i);
        const auto pressed =
            watch.time([&] { send(sagittal, QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton); });
        const auto moved =
            watch.time([&] { send(sagittal, QEvent::MouseMove, at + QPointF(6, 2), Qt::NoButton, Qt::LeftButton); });
        const auto lifted = watch.time(
            [&] { send(sagittal, QEvent::MouseButtonRelease, at + QPointF(6, 2), Qt::LeftButton, Qt::NoButton); });
        if (i < warmUps)
            continue;
        dab.samples.push_back(pressed);
        stroke.samples.push_back(moved);
        stored.samples.push_back(lifted);
    }
    rows.insert(rows.end(), {dab, stroke, stored});
    return rows;
}

std::string tableOf(TimedApplication& application, const Case& size)
{
    const QTemporaryDir folder;
    MainWindow window(Options{{}, folder.filePath("readings.db"), "Bench^Reader", false});
    window.resize(1920, 1080);
    window.show();
    auto study = studyOf(size);
    // The sagittal stacks share theirs.
    const double voxels = 2.0 * 512 * 512 * size.slices * sizeof(std::int16_t) / (1024 * 1024);
    window.study().show(std::move(study.catalogue), std::move(study.volumes));
    study.volumes.clear();
    Stopwatch watch(application, window);
    watch.settle();
    std::string text;
    for (const auto& row : measure(watch, window))
        text += textOf(size, row);
    char line[120];
    std::snprintf(line, sizeof line, "| %s | memory, and that of the voxels | %.0f MiB | %.0f MiB | | | | | | |\n",
                  size.name.c_str(), memory(), voxels);
    return text + line;
}

} // namespace
} // namespace foragrade::bench

int main(int argc, char** argv)
{
    using namespace foragrade;
    bench::TimedApplication application(argc, argv);
    QApplication::setApplicationName("foragrade-bench");
    const QTemporaryDir settings; // not those of who runs it
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    applyTheme(application, Theme::Dark);
    std::string text =
        "| images | what | median | p95 | largest | target, p95 | ours, median | ours, p95 | image, median "
        "| window, median |\n| --- | --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |\n";
    for (const bench::Case& size : {bench::Case{"18 × 512 × 512", 18, 4.4}, {"512 × 512 × 1093", 1093, 0.25}}) {
        const auto table = bench::tableOf(application, size);
        std::fputs(table.c_str(), stdout);
        std::fflush(stdout);
        text += table;
    }
    if (argc == 3 && std::string(argv[1]) == "--output") {
        std::ofstream file(argv[2]);
        file << text;
        return file.good() ? 0 : 1;
    }
    return 0;
}
