// app_marker STORE: the window at a study in memory, brushed and graded by mouse and key events for ever; prints what
// the reading holds each time the window has said `saved`: "FORAMEN ROOT_PIXELS GRADE". Ends by being killed.
#include "MarkedSoFar.h"
#include "SyntheticStudy.h"

#include "MainWindow.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include <QApplication>
#include <QSurfaceFormat>
#include <QTest>

#include <QVTKOpenGLNativeWidget.h>

#include <unistd.h>

int main(int argc, char** argv)
{
    using namespace foragrade;
    QSurfaceFormat::setDefaultFormat(QVTKOpenGLNativeWidget::defaultFormat());
    QApplication application(argc, argv);
    if (argc != 2)
        return 2;
    MainWindow window(Options{{}, argv[1], test::markingReader, false});
    window.resize(1600, 1000);
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return 1;
    auto study = test::SyntheticStudy::make();
    window.study().show(std::move(study.catalogue), std::move(study.volumes));
    QTest::qWait(20);
    // Connected last: the window's own answer to `saved` is on the screen's side already.
    QObject::connect(&window.desk(), &ReadingDesk::saved, &window, [&] {
        const auto line = test::markedSoFar(window.desk().reading()) + "\n";
        if (write(STDOUT_FILENO, line.data(), line.size()) < 0)
            std::abort();
    });
    auto* pane = window.panes().panes()[0];
    pane->setFocus();
    QTest::keyClick(pane, Qt::Key_B);
    for (int stroke = 0;; ++stroke) {
        const QPoint at(60 + stroke * 13 % 300, 80 + stroke * 29 % 300);
        QTest::mousePress(pane, Qt::LeftButton, Qt::NoModifier, at);
        QTest::mouseMove(pane, at + QPoint(20, 0));
        QTest::mouseRelease(pane, Qt::LeftButton, Qt::NoModifier, at + QPoint(20, 0));
        QTest::keyClick(pane, static_cast<Qt::Key>(Qt::Key_0 + stroke % 4), Qt::ShiftModifier);
    }
}
