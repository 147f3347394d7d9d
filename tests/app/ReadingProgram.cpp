// app_reading STORE: the window at a study in memory, read by mouse and keys for ever: levels, marks, findings, grades,
// texts, undo and redo, signature and revision. Prints what the reading is each time the window has said `saved`. Ends
// by being killed.
#include "Confirmation.h"
#include "Hand.h"
#include "SyntheticStudy.h"

#include "MainWindow.h"
#include "panels/AskBar.h"
#include "panels/SignPanel.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include <cstdio>
#include <unistd.h>

namespace foragrade {
namespace {

class ScriptedReading {
public:
    explicit ScriptedReading(MainWindow& window) : m_window(window), m_hand(window) {}

    void nameLevels()
    {
        m_hand.key(Qt::Key_U);
        m_hand.click(pane(), {250, 250});
        if (pane().findChild<QMenu*>("levelNames") != nullptr) {
            m_hand.key(Qt::Key_Up);
            m_hand.key(Qt::Key_Return);
        }
    }

    void readForamen(int step)
    {
        mark(step);
        state(step);
        m_hand.key(Qt::Key_Z);
        m_hand.key(Qt::Key_Z);
        m_hand.key(Qt::Key_Y);
        m_hand.key(digit(step));
        if (step % 10 == 9)
            signAndRevise();
    }

private:
    SliceView& pane() { return *m_window.panes().panes()[0]; }
    static Qt::Key digit(int step) { return static_cast<Qt::Key>(Qt::Key_0 + step % 4); }

    void mark(int step)
    {
        const QPoint at(60 + step * 13 % 200, 100 + step * 29 % 150);
        m_hand.key(Qt::Key_B);
        m_hand.key(Qt::Key_Q);
        m_hand.drag(pane(), {at, at + QPoint(12, 4), at + QPoint(20, 0)});
        m_hand.key(Qt::Key_W);
        m_hand.drag(pane(), {at + QPoint(0, 12), at + QPoint(20, 14)});
        m_hand.drag(pane(), {at + QPoint(10, 12), at + QPoint(14, 13)}, Qt::ControlModifier);
        answer(); // keep it here, wherever that is
        m_hand.key(Qt::Key_R);
        m_hand.click(pane(), at);
        m_hand.key(Qt::Key_Return);
        m_hand.key(Qt::Key_Return);
    }

    void state(int step)
    {
        for (const auto key : {Qt::Key_I, Qt::Key_K, Qt::Key_J, Qt::Key_L, Qt::Key_O, Qt::Key_N, Qt::Key_C})
            m_hand.key(key);
        if (step % 3 != 0)
            return;
        m_hand.keysInMenu(Qt::Key_F, Qt::ShiftModifier, {Qt::Key_1, Qt::Key_4, Qt::Key_Escape});
        m_hand.key(Qt::Key_M);
        m_hand.type("small");
        m_hand.key(Qt::Key_Return);
        m_hand.click(pane(), {8, 8});
        pane().setFocus();
    }

    void signAndRevise()
    {
        m_hand.key(Qt::Key_Return, Qt::ControlModifier);
        auto* summary = m_window.findChild<SignPanel*>();
        QCoreApplication::processEvents(); // its buttons have their places then
        m_hand.click(*summary->findChild<QPushButton*>("primary"));
        if (m_window.desk().isSigned())
            m_hand.key(Qt::Key_Return, Qt::ControlModifier);
        else
            m_hand.click(*summary->findChild<QPushButton*>("signBack")); // a contradiction needs its reason first
    }

    void answer()
    {
        auto* question = m_window.findChild<AskBar*>();
        if (!question->isVisible())
            return;
        QCoreApplication::processEvents(); // its buttons have their places then
        m_hand.click(*question->findChild<QPushButton*>());
    }

    MainWindow& m_window;
    test::Hand m_hand;
};

} // namespace
} // namespace foragrade

int main(int argc, char** argv)
{
    using namespace foragrade;
    QApplication application(argc, argv);
    if (argc != 2)
        return 2;
    MainWindow window(Options{{}, argv[1], test::scriptedReader, false});
    window.resize(1280, 720);
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return 1;
    auto study = test::SyntheticStudy::make();
    window.study().show(std::move(study.catalogue), std::move(study.volumes));
    window.panes().setLayoutInUse(Layout::One); // less to draw between two steps
    QTest::qWait(20);
    // Connected last: the window's own answer to `saved` is on the screen's side already.
    QObject::connect(&window.desk(), &ReadingDesk::saved, &window, [&] {
        const auto line = test::confirmationOf(window.desk().reading()) + "\n";
        if (write(STDOUT_FILENO, line.data(), line.size()) < 0)
            std::abort();
    });
    ScriptedReading script(window);
    script.nameLevels();
    for (int step = 0;; ++step)
        script.readForamen(step);
}
