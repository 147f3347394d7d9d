// The window when the store keeps nothing: red, locked, with ways out.
#include "MainWindow.h"

#include "panels/AskBar.h"
#include "panels/StoreTrouble.h"
#include "study/FetchStudy.h"
#include "views/PaneGrid.h"

#include <QCloseEvent>
#include <QStackedWidget>

namespace foragrade {

void MainWindow::connectStore()
{
    connect(&m_desk, &ReadingDesk::troubleChanged, this, [this] {
        if (m_desk.trouble().isEmpty())
            openReading(); // where there is none yet, as the store couldn't be reached
        else
            showStoreState();
    });
    connect(m_storeBar, &StoreTrouble::reloadRequested, &m_desk, &ReadingDesk::reload);
    for (auto* trouble : {m_storeBar, m_storePage}) {
        connect(trouble, &StoreTrouble::tryAgainRequested, this, [this] { m_desk.tryStoreAgain(); });
        connect(trouble, &StoreTrouble::otherStoreRequested, this, &MainWindow::chooseStore);
    }
    connect(m_storePage, &StoreTrouble::lookOnlyRequested, this, [this] {
        m_looksOnly = true;
        showStoreState();
    });
}

void MainWindow::useStore(const QString& store)
{
    if (!m_desk.useStore(store))
        return;
    Options::rememberStore(store);
    openReading();
}

void MainWindow::openReading()
{
    if (m_study.study() != nullptr && !m_desk.isOpen())
        m_desk.open(*m_study.study(), placeToRemember(m_study.paths()));
    showStoreState();
}

void MainWindow::showStoreState()
{
    const QString& trouble = m_desk.trouble();
    const bool isTrouble = !trouble.isEmpty();
    if (!isTrouble)
        m_looksOnly = false;
    m_storeBar->tell(trouble, m_desk.stepInHand(), m_desk.isConflict());
    m_storePage->tell(trouble, {});
    m_storeBar->setVisible(isTrouble && (m_desk.isOpen() || m_looksOnly));
    showSaved(isTrouble ? tr("NOT SAVED") : m_desk.isOpen() ? tr("saved ✓") : QString(), !isTrouble);
    showReadingState();
    useTool();
    showPage();
}

void MainWindow::showPage()
{
    if (!m_desk.trouble().isEmpty() && !m_desk.isOpen() && !m_looksOnly)
        m_pages->setCurrentWidget(m_storePage);
    else if (m_study.state() == OpenStudy::State::Ready)
        m_pages->setCurrentWidget(m_panes);
    else
        m_pages->setCurrentIndex(m_study.state() == OpenStudy::State::Scanning ? 1 : 0);
}

void MainWindow::leave(std::function<void()> then)
{
    if (m_desk.stepInHand().isEmpty() || m_desk.tryStoreAgain()) {
        then();
        return;
    }
    m_ask->ask({tr("“%1” isn't stored yet and would be lost.").arg(m_desk.stepInHand()),
                {{tr("Stay"), {}}, {tr("Leave without it"), std::move(then)}}});
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_isLeaving || m_desk.stepInHand().isEmpty() || m_desk.tryStoreAgain())
        return;
    event->ignore();
    leave([this] {
        m_isLeaving = true;
        close();
    });
}

} // namespace foragrade
