#pragma once

#include "SyntheticStudy.h"

#include "MainWindow.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

namespace foragrade {

using grading::Foramen;
using grading::Structure;

inline const Foramen upperRight = *Foramen::parse("L1-L2:R");

/// The real window at a study in memory, its readings in a file of their own.
class AtAReading : public ::testing::Test {
protected:
    AtAReading() { open(); }

    void open()
    {
        window = std::make_unique<MainWindow>(Options{{}, store, "Test^Reader", false});
        window->resize(1600, 1000);
        window->show();
        window->activateWindow(); // there is no window manager on the virtual screen to do it
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
        auto study = test::SyntheticStudy::make();
        window->study().show(std::move(study.catalogue), std::move(study.volumes));
        QTest::qWait(20);
        pane()->setFocus();
    }

    SliceView* pane() { return window->panes().panes()[0]; }
    ReadingDesk& desk() { return window->desk(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(pane(), key, modifiers);
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(pane(), Qt::LeftButton, modifiers, from);
        for (int step = 1; step <= 4; ++step) {
            const QPointF at = QPointF(from) + QPointF(to - from) * step / 4.0;
            QMouseEvent move(QEvent::MouseMove, at, pane()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
            QCoreApplication::sendEvent(pane(), &move);
        }
        QTest::mouseRelease(pane(), Qt::LeftButton, modifiers, to);
    }

    std::size_t marked(const Foramen& foramen, Structure structure)
    {
        const auto record = desk().record(foramen);
        return record.marks.empty() ? 0 : record.marks.front().labels.count(structure);
    }

    QTemporaryDir folder;
    QString store = folder.filePath("kept/readings.db");
    std::unique_ptr<MainWindow> window;
};

} // namespace foragrade
