#include "MainWindow.h"

#include "panels/Banner.h"
#include "panels/SeriesPanel.h"
#include "panels/StartPage.h"
#include "panels/StatusLine.h"
#include "views/PaneRow.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace foragrade {

MainWindow::MainWindow(Options options, QWidget* parent)
    : QMainWindow(parent), m_options(std::move(options)), m_study(m_background)
{
    setAcceptDrops(true);
    resize(1600, 1000);
    setMenuWidget(buildHeader());
    setCentralWidget(buildCentre());
    connect(&m_background, &Background::progressed, m_status, &StatusLine::setProgress);
    connect(m_status, &StatusLine::cancelRequested, this, [this] {
        const bool wasScanning = m_study.state() == OpenStudy::State::Scanning;
        m_background.cancelAll();
        if (wasScanning)
            m_study.close();
    });
    connect(&m_study, &OpenStudy::failed, this, [this](const QString& message) { m_banner->tell(message); });
    connect(&m_study, &OpenStudy::scanning, this, [this] {
        m_banner->hide();
        m_pages->setCurrentWidget(m_waiting);
    });
    connect(&m_study, &OpenStudy::opened, this, [this] {
        m_pages->setCurrentWidget(m_panes);
        showTitle();
    });
    connect(&m_study, &OpenStudy::closed, this, [this] {
        m_pages->setCurrentWidget(m_start);
        showTitle();
    });
    connect(m_series, &SeriesPanel::chosen, this, [this](const QString& id) {
        if (m_panes->current() != nullptr)
            m_panes->showStack(m_panes->current(), id.toStdString());
    });
    showTitle();
}

MainWindow::~MainWindow()
{
    m_study.disconnect(this);
    m_study.close();
}

QWidget* MainWindow::buildHeader()
{
    auto* header = new QWidget(this);
    header->setObjectName("header");
    header->setAttribute(Qt::WA_StyledBackground);
    header->setFixedHeight(38);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(12);
    auto* product = new QLabel(tr("Foragrade"), header);
    product->setObjectName("product");
    layout->addWidget(product);
    buildMenus(header);
    m_title = new QLabel(header);
    m_title->setObjectName("studyTitle");
    m_reader = new QLabel(tr("reader: %1").arg(m_options.reader), header);
    m_reader->setObjectName("readerName");
    m_saved = new QLabel(header);
    m_saved->setObjectName("saved");
    layout->addStretch(1);
    layout->addWidget(m_title);
    layout->addStretch(1);
    layout->addWidget(m_reader);
    layout->addWidget(m_saved);
    return header;
}

void MainWindow::buildMenus(QWidget* header)
{
    auto* bar = new QMenuBar(header);
    bar->setNativeMenuBar(false);
    bar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    qobject_cast<QHBoxLayout*>(header->layout())->addWidget(bar, 0, Qt::AlignVCenter);
    auto* file = bar->addMenu(tr("&File"));
    file->addAction(tr("&Open folder …"), QKeySequence::Open, this, &MainWindow::chooseFolder);
    file->addAction(tr("&Close study"), QKeySequence::Close, &m_study, &OpenStudy::close);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
}

QWidget* MainWindow::buildCentre()
{
    auto* centre = new QWidget(this);
    centre->setObjectName("centre");
    auto* rows = new QVBoxLayout(centre);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_banner = new Banner(centre);
    rows->addWidget(m_banner);
    auto* body = new QHBoxLayout;
    body->setSpacing(2);
    m_series = new SeriesPanel(m_study, centre);
    m_series->setFixedWidth(176);
    body->addWidget(m_series);
    m_pages = new QStackedWidget(centre);
    m_start = new StartPage(m_pages);
    m_waiting = new QLabel(tr("Reading the images' headers …"), m_pages);
    m_waiting->setObjectName("hint");
    m_waiting->setAlignment(Qt::AlignCenter);
    m_panes = new PaneRow(m_study, m_pages);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_waiting);
    m_pages->addWidget(m_panes);
    body->addWidget(m_pages, 1);
    rows->addLayout(body, 1);
    m_status = new StatusLine(centre);
    rows->addWidget(m_status);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFolder);
    connect(m_start, &StartPage::recentChosen, this, [this](const QString& folder) { open({folder}); });
    return centre;
}

void MainWindow::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a study's folder"));
    if (!folder.isEmpty())
        open({folder});
}

void MainWindow::open(const QStringList& paths)
{
    std::vector<std::filesystem::path> found;
    for (const auto& path : paths)
        found.emplace_back(path.toStdString());
    m_study.open(found);
}

void MainWindow::showTitle()
{
    const auto* study = m_study.study();
    if (study == nullptr) {
        m_title->clear();
        setWindowTitle(tr("Foragrade"));
        return;
    }
    QString date = QString::fromStdString(study->date);
    if (date.size() == 8)
        date = date.left(4) + '-' + date.mid(4, 2) + '-' + date.mid(6);
    QStringList parts{QString::fromStdString(study->patientName), QString::fromStdString(study->description), date};
    parts.removeAll(QString());
    m_title->setText(parts.join(" · "));
    setWindowTitle(parts.join(" · "));
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
    if (!paths.isEmpty())
        open(paths);
}

} // namespace foragrade
