// The window in a labelling project: the worklist, what is hidden, how readers agree.
#include "MainWindow.h"

#include "commands/CommandTable.h"
#include "models/ReaderWorklist.h"
#include "models/WorklistModel.h"
#include "panels/AgreementDialog.h"
#include "panels/Banner.h"
#include "panels/SignPanel.h"
#include "panels/StartPage.h"
#include "panels/WorklistDialog.h"
#include "study/FetchStudy.h"

namespace foragrade {

void MainWindow::addProjectCommands()
{
    m_commands->add({"study.worklist",
                     CommandGroup::Study,
                     QT_TRANSLATE_NOOP("Command", "&Worklist …"),
                     {QKeySequence(Qt::CTRL | Qt::Key_L)},
                     [this] { showWorklist(); }});
    m_commands->add({"study.nextCase",
                     CommandGroup::Study,
                     QT_TRANSLATE_NOOP("Command", "&Next case"),
                     {QKeySequence(Qt::CTRL | Qt::Key_N)},
                     [this] { openNextCase(); }});
}

void MainWindow::connectProject()
{
    m_study.setHides([this](const grading::Uid& study) { return m_desk.hidesIdentity(study); });
    // Before the study is taken to the desk: a folder may hold others beside the one on the worklist.
    connect(&m_study, &OpenStudy::opened, this, [this] {
        if (m_wantedStudy.isEmpty() || m_study.study()->uid == m_wantedStudy)
            return;
        if (m_study.catalogue().findStudy(m_wantedStudy) != nullptr) {
            m_study.chooseStudy(m_wantedStudy);
            return;
        }
        m_study.close();
        m_banner->tell(tr("The case's folder doesn't hold its study any more; ask who manages the project."));
    });
    connect(m_start, &StartPage::worklistRequested, this, &MainWindow::showWorklist);
    connect(m_signing, &SignPanel::readingSigned, this, &MainWindow::offerNextCase);
    connect(&m_desk, &ReadingDesk::opened, this, &MainWindow::showTitle);
    connect(&m_desk, &ReadingDesk::opened, this, [this] {
        if (!m_desk.predecessors().empty())
            showReadersSideBySide();
    });
}

QString MainWindow::caseName() const
{
    if (m_desk.isOpen())
        return m_desk.caseName();
    // Hidden, or nobody can tell while the store can't be asked.
    return m_openCase.isEmpty() && !m_study.namesFiles() ? tr("Hidden") : m_openCase;
}

void MainWindow::showWorklist()
{
    auto* list = new WorklistDialog(m_desk.storePath(), m_desk.reader(), this);
    list->setAttribute(Qt::WA_DeleteOnClose);
    connect(list, &WorklistDialog::openRequested, this, &MainWindow::openFromWorklist);
    connect(list, &WorklistDialog::agreementRequested, this, &MainWindow::showAgreement);
    list->show();
}

void MainWindow::showAgreement(const QString& project)
{
    auto* dialogue = new AgreementDialog(m_desk.storePath(), m_desk.reader(), project, this);
    dialogue->setAttribute(Qt::WA_DeleteOnClose);
    dialogue->show();
}

void MainWindow::openFromWorklist(const grading::WorklistEntry& entry)
{
    leave([this, entry] {
        const bool isHidden = entry.hidesIdentity;
        m_openCase = isHidden ? QString::fromStdString(entry.caseName) : QString();
        m_wantedStudy = entry.study.uid;
        if (entry.images.peer.empty()) {
            m_study.open({entry.images.folder}, isHidden); // not among the recent ones: its name may be the patient's
            return;
        }
        m_study.close();
        const auto show = [this, isHidden](const grading::CachedStudy& place) {
            m_study.open({place.folder}, isHidden);
            if (!place.issues.empty())
                m_banner->tell(QString::fromStdString(place.issues.front().text), Banner::Kind::Warning);
        };
        fetchStudy(m_background, entry, show, [this](const QString& message) { m_banner->tell(message); });
    });
}

void MainWindow::openNextCase()
{
    const ReaderWorklist list(m_desk.storePath(), m_desk.reader());
    auto project = m_desk.projectName();
    if (project.isEmpty()) {
        const auto all = list.projects();
        if (!all || all->size() != 1) {
            showWorklist(); // says what is wrong, or asks which project
            return;
        }
        project = all->first();
    }
    const auto entries = list.entries(project);
    if (!entries) {
        m_banner->tell(QString::fromStdString(entries.error().message()));
        return;
    }
    const auto* next = nextCase(*entries, m_desk.isOpen() ? &m_desk.reading() : nullptr);
    if (next == nullptr) {
        m_banner->tell(tr("No other case of %1 is to be read now.").arg(project), Banner::Kind::Info);
        return;
    }
    if (const auto begun = list.begin(project, *next); !begun)
        m_banner->tell(QString::fromStdString(begun.error().message()));
    else
        openFromWorklist(*next);
}

void MainWindow::offerNextCase()
{
    const auto project = m_desk.projectName();
    if (project.isEmpty())
        return;
    auto entries = ReaderWorklist(m_desk.storePath(), m_desk.reader()).entries(project);
    if (!entries)
        return; // the next look at the worklist says why
    std::vector<Banner::Action> actions;
    if (nextCase(*entries, &m_desk.reading()) != nullptr)
        actions.push_back({tr("Next case"), [this] { openNextCase(); }});
    WorklistModel worklist;
    worklist.show(std::move(*entries));
    m_banner->tell(tr("Signed. %1: %2.").arg(project, worklist.progress()), Banner::Kind::Info, actions);
}

} // namespace foragrade
