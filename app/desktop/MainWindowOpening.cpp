// The ways a study comes into the window: folder, files, DICOMDIR, drop, one of the last.
#include "MainWindow.h"

#include "commands/CommandTable.h"
#include "models/RecentStudies.h"
#include "panels/SeriesPanel.h"
#include "panels/StartPage.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QUrl>

namespace foragrade {

namespace {

const char* const studiesFolderKey = "folders/studies";

QString studiesFolder() ///< Where the last study lay.
{
    return QSettings().value(studiesFolderKey).toString();
}

void keepStudiesFolder(const QString& folder)
{
    QSettings().setValue(studiesFolderKey, folder);
}

} // namespace

void MainWindow::addOpenCommands()
{
    m_commands->add({"study.openFiles",
                     CommandGroup::Study,
                     QT_TRANSLATE_NOOP("Command", "Open &files or DICOMDIR …"),
                     {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
                     [this] { chooseFiles(); }});
}

void MainWindow::fillRecent(QMenu* menu)
{
    menu->setObjectName("recentMenu");
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const auto& study : recentStudies()) {
            auto* action = menu->addAction(QString(study.title).replace('&', "&&"));
            action->setEnabled(study.isThere());
            connect(action, &QAction::triggered, this, [this, paths = study.paths] { open(paths); });
        }
        menu->addSeparator();
        menu->addAction(tr("&Forget these"), this, &MainWindow::forgetRecent)->setEnabled(menu->actions().size() > 1);
    });
}

void MainWindow::connectOpening()
{
    m_start->setRecent(recentStudies());
    connect(m_start, &StartPage::openFolderRequested, this, &MainWindow::chooseFolder);
    connect(m_start, &StartPage::openFilesRequested, this, &MainWindow::chooseFiles);
    connect(m_start, &StartPage::recentChosen, this, &MainWindow::open);
    connect(m_start, &StartPage::forgetRequested, this, &MainWindow::forgetRecent);
    connect(&m_study, &OpenStudy::opened, this, [this] { m_series->offerStudies(caseName().isEmpty()); });
    connect(&m_desk, &ReadingDesk::opened, this, [this] { m_series->offerStudies(caseName().isEmpty()); });
    connect(m_series, &SeriesPanel::studyChosen, this, [this](const QString& uid) {
        leave([this, uid] { m_study.chooseStudy(grading::Uid(uid.toStdString())); });
    });
    connect(&m_study, &OpenStudy::opened, this, [this] {
        if (!m_wantedStudy.isEmpty() || !caseName().isEmpty())
            return; // opened as a case: neither its folder nor its patient are to be read here
        QStringList paths;
        for (const auto& path : m_study.paths())
            paths << QString::fromStdString(path.string());
        if (!paths.isEmpty())
            rememberStudy(paths, m_title->text());
        m_start->setRecent(recentStudies());
    });
}

void MainWindow::forgetRecent()
{
    forgetRecentStudies();
    QSettings().remove(studiesFolderKey); // its name may be a patient's
    m_start->setRecent({});
}

void MainWindow::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a study's folder"), studiesFolder());
    if (folder.isEmpty())
        return;
    keepStudiesFolder(QFileInfo(folder).absolutePath());
    open({folder});
}

void MainWindow::chooseFiles()
{
    const QStringList files =
        QFileDialog::getOpenFileNames(this, tr("Open a DICOMDIR or a study's files"), studiesFolder());
    if (files.isEmpty())
        return;
    keepStudiesFolder(QFileInfo(files.first()).absolutePath());
    open(files);
}

void MainWindow::open(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    std::vector<std::filesystem::path> found;
    for (const auto& path : paths)
        found.emplace_back(QFileInfo(path).absoluteFilePath().toStdString());
    leave([this, found] {
        m_wantedStudy = {};
        m_openCase.clear();
        m_study.open(found);
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const auto& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    open(paths);
}

} // namespace foragrade
