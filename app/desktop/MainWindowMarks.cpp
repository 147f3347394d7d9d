// The commands that edit marks which are there, and how marks are drawn.
#include "MainWindow.h"

#include "commands/CommandTable.h"
#include "models/Words.h"
#include "panels/Banner.h"
#include "panels/ToolPanel.h"
#include "theme/MarkLook.h"
#include "tools/EditMarks.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include <QAction>

namespace foragrade {

std::function<void()> MainWindow::editing(std::function<QString(const SliceView&)> edit)
{
    return [this, edit = std::move(edit)] {
        const auto* view = m_panes->current();
        const QString why = view != nullptr ? edit(*view) : tr("No image is open");
        if (!why.isEmpty())
            m_banner->tell(why, Banner::Kind::Info);
        else if (m_banner->kind() == Banner::Kind::Info)
            m_banner->hide();
    };
}

void MainWindow::addMarkCommands()
{
    const auto group = CommandGroup::EditMarks;
    const std::tuple<const char*, const char*, QKeySequence, MarkEdit> edits[] = {
        {"marks.grow", QT_TRANSLATE_NOOP("Command", "Grow"), Qt::CTRL | Qt::Key_G, MarkEdit::Grow},
        {"marks.shrink", QT_TRANSLATE_NOOP("Command", "Shrink"), Qt::CTRL | Qt::SHIFT | Qt::Key_G, MarkEdit::Shrink},
        {"marks.largest", QT_TRANSLATE_NOOP("Command", "Keep the largest island"), Qt::CTRL | Qt::Key_J,
         MarkEdit::KeepLargest},
        {"marks.small", QT_TRANSLATE_NOOP("Command", "Remove small islands"), Qt::CTRL | Qt::SHIFT | Qt::Key_J,
         MarkEdit::RemoveSmall},
        {"marks.holes", QT_TRANSLATE_NOOP("Command", "Fill holes"), Qt::CTRL | Qt::Key_H, MarkEdit::FillHoles}};
    for (const auto& [id, text, key, edit] : edits)
        m_commands->add({id,
                         group,
                         text,
                         {key},
                         editing([this, edit = edit](const SliceView& view) { return editMarks(m_desk, view, edit); }),
                         whileReading()});
    m_commands->add({"marks.between",
                     group,
                     QT_TRANSLATE_NOOP("Command", "Interpolate between slices"),
                     {QKeySequence(Qt::CTRL | Qt::Key_I)},
                     editing([this](const SliceView& view) { return interpolateMarks(m_desk, view); }),
                     whileReading()});
    addMarkCombinations();
    auto* all = m_commands->add({"marks.allSlices",
                                 group,
                                 QT_TRANSLATE_NOOP("Command", "Edit on every marked slice"),
                                 {QKeySequence(Qt::CTRL | Qt::Key_A)},
                                 [this] {
                                     auto tool = m_desk.tool();
                                     tool.editsAllSlices = !tool.editsAllSlices;
                                     m_desk.setTool(tool);
                                 }});
    all->setCheckable(true);
    connect(&m_desk, &ReadingDesk::toolChanged, all, [this, all] { all->setChecked(m_desk.tool().editsAllSlices); });
    m_commands->add({"marks.menu",
                     group,
                     QT_TRANSLATE_NOOP("Command", "Edit marks …"),
                     {QKeySequence(Qt::CTRL | Qt::Key_M)},
                     [this] { m_tools->openEditMenu(); },
                     whileLooking()});
    addMarkLooks();
}

void MainWindow::addMarkCombinations()
{
    using grading::SetOperation;
    using grading::Structure;
    const auto group = CommandGroup::EditMarks;
    const std::tuple<const char*, const char*, int, SetOperation, QList<QKeySequence>> slices[] = {
        {"marks.copyBefore",
         QT_TRANSLATE_NOOP("Command", "Copy from the slice before"),
         -1,
         SetOperation::Unite,
         {QKeySequence(Qt::CTRL | Qt::Key_Up)}},
        {"marks.copyAfter",
         QT_TRANSLATE_NOOP("Command", "Copy from the slice after"),
         1,
         SetOperation::Unite,
         {QKeySequence(Qt::CTRL | Qt::Key_Down)}},
        {"marks.commonBefore",
         QT_TRANSLATE_NOOP("Command", "Keep what the slice before has too"),
         -1,
         SetOperation::Intersect,
         {}},
        {"marks.commonAfter",
         QT_TRANSLATE_NOOP("Command", "Keep what the slice after has too"),
         1,
         SetOperation::Intersect,
         {}},
        {"marks.withoutBefore",
         QT_TRANSLATE_NOOP("Command", "Take away what the slice before has"),
         -1,
         SetOperation::Subtract,
         {}},
        {"marks.withoutAfter",
         QT_TRANSLATE_NOOP("Command", "Take away what the slice after has"),
         1,
         SetOperation::Subtract,
         {}}};
    for (const auto& [id, text, step, operation, keys] : slices)
        m_commands->add({id, group, text, keys, editing([this, step = step, operation = operation](const auto& view) {
                             return combineWithSlice(m_desk, view, step, operation);
                         }),
                         whileReading(),
                         operation == SetOperation::Unite
                             ? QT_TRANSLATE_NOOP("Command", "copy from the slice before, after")
                             : nullptr});
    const std::tuple<const char*, const char*, Structure> structures[] = {
        {"marks.takeRoot", QT_TRANSLATE_NOOP("Command", "Take over the nerve root"), Structure::NerveRoot},
        {"marks.takeFat", QT_TRANSLATE_NOOP("Command", "Take over the fat"), Structure::PerineuralFat},
        {"marks.takeForamen", QT_TRANSLATE_NOOP("Command", "Take over the foramen"), Structure::ForamenOutline}};
    for (const auto& [id, text, structure] : structures)
        m_commands->add({id,
                         group,
                         text,
                         {},
                         editing([this, structure = structure](const SliceView& view) {
                             return takeOver(m_desk, view, structure);
                         }),
                         whileReading()});
    const std::tuple<const char*, const char*, const char*, QKeySequence> stacks[] = {
        {"marks.copyT1", QT_TRANSLATE_NOOP("Command", "Copy marks of the sagittal T1 here"), "sagittal-T1",
         Qt::CTRL | Qt::ALT | Qt::Key_1},
        {"marks.copyT2", QT_TRANSLATE_NOOP("Command", "Copy marks of the sagittal T2 here"), "sagittal-T2",
         Qt::CTRL | Qt::ALT | Qt::Key_2},
        {"marks.copyAxial", QT_TRANSLATE_NOOP("Command", "Copy marks of the axial images here"), "axial",
         Qt::CTRL | Qt::ALT | Qt::Key_3}};
    for (const auto& [id, text, role, key] : stacks)
        m_commands->add({id,
                         group,
                         text,
                         {key},
                         editing([this, role = role](const SliceView& view) { return copyMarksOf(role, view); }),
                         whileReading(),
                         QT_TRANSLATE_NOOP("Command", "copy marks of T1, T2, axial")});
}

/// Of that kind, the first other stack that has marks of the foramen.
QString MainWindow::copyMarksOf(const QString& role, const SliceView& view)
{
    for (const auto& marks : m_desk.record(m_desk.current()).marks) {
        const auto* stack = m_study.stack(marks.stackId);
        if (stack != nullptr && view.stack() != nullptr && stack->id != view.stack()->id &&
            QString::fromStdString(stack->role.name()).startsWith(role))
            return copyMarks(m_desk, view, *stack);
    }
    return tr("%1 has no marks on another stack of that kind (%2)")
        .arg(said(m_desk.current()), QString(role).replace('-', ' '));
}

void MainWindow::addMarkLooks()
{
    const auto group = CommandGroup::EditMarks;
    const auto change = [this](std::function<void(MarkLook&)> edit) {
        return [this, edit = std::move(edit)] {
            auto look = markLook();
            edit(look);
            setMarkLook(look);
            m_commands->action("marks.lines")->setChecked(look.isLineOnly);
            m_tools->refresh();
            m_panes->repaintOverlays();
        };
    };
    auto* lines = m_commands->add({"marks.lines",
                                   group,
                                   QT_TRANSLATE_NOOP("Command", "Lines only"),
                                   {QKeySequence(Qt::SHIFT | Qt::Key_L)},
                                   change([](MarkLook& look) { look.isLineOnly = !look.isLineOnly; })});
    lines->setCheckable(true);
    lines->setChecked(markLook().isLineOnly);
    const char* line = QT_TRANSLATE_NOOP("Command", "marks' fill weaker, stronger");
    m_commands->add({"marks.weaker",
                     group,
                     QT_TRANSLATE_NOOP("Command", "Marks' fill weaker"),
                     {QKeySequence(Qt::Key_Comma)},
                     change([](MarkLook& look) { look.fill -= 0.05; }),
                     {},
                     line});
    m_commands->add({"marks.stronger",
                     group,
                     QT_TRANSLATE_NOOP("Command", "Marks' fill stronger"),
                     {QKeySequence(Qt::Key_Period)},
                     change([](MarkLook& look) { look.fill += 0.05; }),
                     {},
                     line});
}

} // namespace foragrade
