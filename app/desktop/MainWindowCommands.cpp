// Everything that the window can be told, with the keys as delivered. Keys, menus, the page of keys and the palette
// follow from here.
#include "MainWindow.h"

#include "Log.h"
#include "commands/CommandTable.h"
#include "panels/AboutBox.h"
#include "panels/CommandPalette.h"
#include "panels/ForamenForm.h"
#include "panels/ForaminaBoard.h"
#include "panels/KeyOverlay.h"
#include "panels/SettingsPanel.h"
#include "panels/SideCross.h"

#include <QAction>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QUrl>

namespace foragrade {
namespace {

QKeySequence pad(Qt::Key key)
{
    return QKeySequence(Qt::KeypadModifier | key);
}

} // namespace

void MainWindow::buildCommands()
{
    addStudyCommands();
    addProjectCommands();
    addForamenCommands();
    addFindingCommands();
    addToolCommands();
    addMarkCommands();
    addImageCommands();
    addWindowCommands();
    m_commands->loadKeys();
    for (auto signal : {&ReadingDesk::changed, &ReadingDesk::opened, &ReadingDesk::closed, &ReadingDesk::foramenChosen,
                        &ReadingDesk::troubleChanged})
        connect(&m_desk, signal, m_commands, &CommandTable::refresh);
    connect(&m_study, &OpenStudy::opened, m_commands, &CommandTable::refresh);
    connect(&m_study, &OpenStudy::closed, m_commands, &CommandTable::refresh);
    m_commands->refresh();
}

std::function<bool()> MainWindow::whileReading()
{
    return [this] { return m_desk.isOpen() && m_desk.trouble().isEmpty(); };
}

std::function<bool()> MainWindow::whileLooking()
{
    return [this] { return m_study.state() == OpenStudy::State::Ready; };
}

void MainWindow::addStudyCommands()
{
    const auto group = CommandGroup::Study;
    m_commands->add({"study.open",
                     group,
                     QT_TRANSLATE_NOOP("Command", "&Open folder …"),
                     {QKeySequence(Qt::CTRL | Qt::Key_O)},
                     [this] { chooseFolder(); }});
    addOpenCommands();
    m_commands->add({"study.close",
                     group,
                     QT_TRANSLATE_NOOP("Command", "&Close study"),
                     {QKeySequence(Qt::CTRL | Qt::Key_W)},
                     [this] { leave([this] { m_study.close(); }); },
                     whileLooking()});
    m_commands->add({"study.sign",
                     group,
                     QT_TRANSLATE_NOOP("Command", "&Sign or revise …"),
                     {QKeySequence(Qt::CTRL | Qt::Key_Return)},
                     [this] { askToSign(); },
                     whileReading()});
    m_commands->add({"study.preview",
                     group,
                     QT_TRANSLATE_NOOP("Command", "&Report: preview, print …"),
                     {QKeySequence(Qt::CTRL | Qt::Key_P)},
                     [this] { previewReport(); },
                     [this] { return m_desk.isOpen(); }});
    m_commands->add({"study.export",
                     group,
                     QT_TRANSLATE_NOOP("Command", "&Export …"),
                     {QKeySequence(Qt::CTRL | Qt::Key_E)},
                     [this] { chooseExportFolder(); },
                     [this] { return m_desk.isOpen(); }});
    m_commands->add(
        {"study.quit", group, QT_TRANSLATE_NOOP("Command", "&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] {
             close();
         }});
}

void MainWindow::addForamenCommands()
{
    const auto group = CommandGroup::Foramina;
    const auto add = [&](const char* id, const char* text, QKeySequence key, std::function<void()> run,
                         const char* line = nullptr) {
        m_commands->add({id, group, text, {key}, std::move(run), whileReading(), line});
    };
    const char* steps = QT_TRANSLATE_NOOP("Command", "neighbouring foramen");
    add(
        "foramen.up", QT_TRANSLATE_NOOP("Command", "Foramen above"), Qt::Key_Up, [this] { m_desk.step(-1, 0); }, steps);
    add(
        "foramen.down", QT_TRANSLATE_NOOP("Command", "Foramen below"), Qt::Key_Down, [this] { m_desk.step(1, 0); },
        steps);
    add(
        "foramen.right", QT_TRANSLATE_NOOP("Command", "Foramen of the patient's right"), Qt::Key_Left,
        [this] { m_desk.step(0, -1); }, steps);
    add(
        "foramen.left", QT_TRANSLATE_NOOP("Command", "Foramen of the patient's left"), Qt::Key_Right,
        [this] { m_desk.step(0, 1); }, steps);
    static constexpr std::array<Qt::Key, 4> digits{Qt::Key_0, Qt::Key_1, Qt::Key_2, Qt::Key_3};
    static constexpr std::array<const char*, 4> goes{
        QT_TRANSLATE_NOOP("Command", "Grade 0 and go on"), QT_TRANSLATE_NOOP("Command", "Grade 1 and go on"),
        QT_TRANSLATE_NOOP("Command", "Grade 2 and go on"), QT_TRANSLATE_NOOP("Command", "Grade 3 and go on")};
    static constexpr std::array<const char*, 4> stays{
        QT_TRANSLATE_NOOP("Command", "Grade 0 and stay"), QT_TRANSLATE_NOOP("Command", "Grade 1 and stay"),
        QT_TRANSLATE_NOOP("Command", "Grade 2 and stay"), QT_TRANSLATE_NOOP("Command", "Grade 3 and stay")};
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = static_cast<int>(i);
        m_commands->add({QString("grade.%1").arg(digit),
                         group,
                         goes.at(i),
                         {QKeySequence(digits.at(i))},
                         [this, digit] { gradeBy(digit, false); },
                         whileReading(),
                         QT_TRANSLATE_NOOP("Command", "grade and go on")});
        m_commands->add({QString("grade.%1.stay").arg(digit),
                         group,
                         stays.at(i),
                         {QKeySequence(Qt::SHIFT | digits.at(i))},
                         [this, digit] { gradeBy(digit, true); },
                         whileReading(),
                         QT_TRANSLATE_NOOP("Command", "grade and stay")});
    }
    add("foramen.notGradable", QT_TRANSLATE_NOOP("Command", "Not gradable, with a reason"), Qt::Key_G,
        [this] { m_form->editNotGradable(); });
    add("foramen.confidence", QT_TRANSLATE_NOOP("Command", "Confidence"), Qt::Key_C,
        [this] { m_form->raiseConfidence(); });
    add("foramen.comment", QT_TRANSLATE_NOOP("Command", "Comment"), Qt::Key_M, [this] { m_form->editComment(); });
    add("numbering", QT_TRANSLATE_NOOP("Command", "How vertebrae are counted …"), Qt::SHIFT | Qt::Key_U,
        [this] { m_board->openNumbering(); });
}

void MainWindow::addFindingCommands()
{
    using Place = SideCross::Place;
    const auto group = CommandGroup::Findings;
    const char* sideLine = QT_TRANSLATE_NOOP("Command", "side above, below, left, right");
    const std::tuple<Place, const char*, const char*, Qt::Key, Qt::Key> sides[] = {
        {Place::Up, "side.up", QT_TRANSLATE_NOOP("Command", "Side above the root"), Qt::Key_I, Qt::Key_8},
        {Place::Down, "side.down", QT_TRANSLATE_NOOP("Command", "Side below the root"), Qt::Key_K, Qt::Key_2},
        {Place::Left, "side.left", QT_TRANSLATE_NOOP("Command", "Side left of the root"), Qt::Key_J, Qt::Key_4},
        {Place::Right, "side.right", QT_TRANSLATE_NOOP("Command", "Side right of the root"), Qt::Key_L, Qt::Key_6}};
    for (const auto& [place, id, text, key, digit] : sides)
        m_commands->add({id,
                         group,
                         text,
                         {QKeySequence(key), pad(digit)},
                         [this, place = place] { m_form->cross().cycle(place); },
                         whileReading(),
                         sideLine});
    m_commands->add({"root",
                     group,
                     QT_TRANSLATE_NOOP("Command", "Root"),
                     {QKeySequence(Qt::Key_O), pad(Qt::Key_5)},
                     [this] { m_form->cross().cycleRoot(); },
                     whileReading()});
    m_commands->add({"root.back",
                     group,
                     QT_TRANSLATE_NOOP("Command", "Root, the other way round"),
                     {QKeySequence(Qt::SHIFT | Qt::Key_O)},
                     [this] { m_form->cross().cycleRootBack(); },
                     whileReading()});
    m_commands->add({"noFat",
                     group,
                     QT_TRANSLATE_NOOP("Command", "No fat seen"),
                     {QKeySequence(Qt::Key_N)},
                     [this] {
                         m_desk.apply(grading::commands::setNoFatSeen(m_desk.current(),
                                                                      !m_desk.record(m_desk.current()).noFatSeen));
                     },
                     whileReading()});
    const std::tuple<Qt::Key, const char*, const char*> fields[] = {
        {Qt::Key_F, "findings", QT_TRANSLATE_NOOP("Command", "What narrows the foramen …")},
        {Qt::Key_E, "etiology", QT_TRANSLATE_NOOP("Command", "Cause …")},
        {Qt::Key_C, "contact", QT_TRANSLATE_NOOP("Command", "Contact with the root …")},
        {Qt::Key_Q, "quality", QT_TRANSLATE_NOOP("Command", "Image quality …")},
        {Qt::Key_M, "meyerding", QT_TRANSLATE_NOOP("Command", "Slip …")}};
    for (const auto& [key, name, text] : fields)
        m_commands->add({QString("field.%1").arg(name),
                         group,
                         text,
                         {QKeySequence(Qt::SHIFT | key)},
                         [this, name = name] { m_form->openField(name); },
                         whileReading(),
                         QT_TRANSLATE_NOOP("Command", "finding, cause, contact, quality, slip")});
}

void MainWindow::addWindowCommands()
{
    const auto group = CommandGroup::Window;
    m_undo = m_commands->add(
        {"edit.undo",
         group,
         QT_TRANSLATE_NOOP("Command", "&Undo"),
         {QKeySequence(Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Z)},
         [this] { m_desk.undo(); },
         [this] { return m_desk.trouble().isEmpty() && m_desk.session() != nullptr && m_desk.session()->canUndo(); },
         QT_TRANSLATE_NOOP("Command", "undo, redo")});
    m_redo = m_commands->add(
        {"edit.redo",
         group,
         QT_TRANSLATE_NOOP("Command", "&Redo"),
         {QKeySequence(Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
         [this] { m_desk.redo(); },
         [this] { return m_desk.trouble().isEmpty() && m_desk.session() != nullptr && m_desk.session()->canRedo(); },
         QT_TRANSLATE_NOOP("Command", "undo, redo")});
    m_commands->add({"edit.history",
                     group,
                     QT_TRANSLATE_NOOP("Command", "&History"),
                     {QKeySequence(Qt::Key_F6)},
                     [this] { toggleHistory(); },
                     whileReading()});
    m_commands->add(
        {"window.fold", group, QT_TRANSLATE_NOOP("Command", "&Fold panels away"), {QKeySequence(Qt::Key_F9)}, [this] {
             toggleSidePanels();
         }});
    m_commands->add(
        {"window.theme", group, QT_TRANSLATE_NOOP("Command", "&Light or dark"), {QKeySequence(Qt::Key_F8)}, [this] {
             toggleTheme();
         }});
    m_commands->add({"window.palette",
                     group,
                     QT_TRANSLATE_NOOP("Command", "&All commands by name …"),
                     {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
                     [this] { m_palette->open(); }});
    m_commands->add({"window.keys",
                     group,
                     QT_TRANSLATE_NOOP("Command", "&Keys"),
                     {QKeySequence(Qt::Key_Question), QKeySequence(Qt::Key_F1)},
                     [this] { m_keys->open(); }});
    m_commands->add({"window.settings",
                     group,
                     QT_TRANSLATE_NOOP("Command", "&Settings …"),
                     {QKeySequence(Qt::CTRL | Qt::Key_Comma)},
                     [this] { m_settings->open(); }});
    m_commands->add({"window.setKeys", group, QT_TRANSLATE_NOOP("Command", "Change &keys …"), {}, [this] {
                         m_settings->openKeys();
                     }});
    m_commands->add(
        {"window.about", group, QT_TRANSLATE_NOOP("Command", "&About Foragrade"), {}, [this] { m_about->open(); }});
    m_commands->add({"window.log", group, QT_TRANSLATE_NOOP("Command", "&Log …"), {}, [] {
                         QDesktopServices::openUrl(QUrl::fromLocalFile(logPath()));
                     }});
}

void MainWindow::buildMenus(QWidget* header)
{
    auto* bar = new QMenuBar(header);
    bar->setNativeMenuBar(false);
    bar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    qobject_cast<QHBoxLayout*>(header->layout())->addWidget(bar, 0, Qt::AlignVCenter);
    const auto addMenu = [&](const QString& title, const QStringList& ids) {
        auto* menu = bar->addMenu(title);
        for (const auto& id : ids) {
            if (id.isEmpty())
                menu->addSeparator();
            else
                menu->addAction(m_commands->action(id));
        }
        return menu;
    };
    auto* file = addMenu(tr("&File"), {"study.open", "study.openFiles", "study.close", "", "study.sign",
                                       "study.preview", "study.export", "", "study.quit"});
    auto* recent = new QMenu(tr("Open &recent"), file);
    fillRecent(recent);
    file->insertMenu(m_commands->action("study.close"), recent);
    addMenu(tr("&Edit"), {"edit.undo", "edit.redo", "edit.history", "", "window.settings"});
    auto* view = addMenu(tr("&View"), {"window.palette", "", "window.fold", "window.theme"});
    view->addSeparator();
    buildLayoutMenu(view->addMenu(tr("L&ayout")));
    addMenu(tr("&Project"), {"study.worklist", "study.nextCase"});
    addMenu(tr("&Help"), {"window.keys", "window.setKeys", "window.log", "", "window.about"});
}

} // namespace foragrade
