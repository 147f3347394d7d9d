#include "MainWindow.h"

#include "commands/CommandTable.h"
#include "language/Language.h"
#include "panels/AskBar.h"
#include "panels/Banner.h"
#include "panels/CommandPalette.h"
#include "panels/ForamenForm.h"
#include "panels/ForaminaBoard.h"
#include "panels/HistoryPanel.h"
#include "panels/KeyOverlay.h"
#include "panels/ReadersPanel.h"
#include "panels/ScrollPanel.h"
#include "panels/SeriesPanel.h"
#include "panels/SignPanel.h"
#include "panels/StartPage.h"
#include "panels/StatusLine.h"
#include "panels/StoreTrouble.h"
#include "panels/ToolPanel.h"
#include "tools/Tool.h"
#include "views/PaneGrid.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace foragrade {

MainWindow::MainWindow(Options options, QWidget* parent)
    : QMainWindow(parent), m_options(std::move(options)), m_study(m_background),
      m_desk(m_options.store, m_options.reader)
{
    setAcceptDrops(true);
    resize(1600, 1000);
    build();
    QTimer::singleShot(0, this, [this] { m_desk.openStore(); }); // says early what it will come to
}

void MainWindow::build()
{
    m_language = currentLanguage();
    m_commands = new CommandTable(this);
    buildCommands();
    setMenuWidget(buildHeader());
    setCentralWidget(buildCentre());
    m_keys = new KeyOverlay(*m_commands, this);
    m_palette = new CommandPalette(*m_commands, this);
    buildSettings();
    m_preview = nullptr; // made when it is wanted: its printer asks the system for all printers
    qApp->installEventFilter(this);
    showKeys();
    if (m_study.state() == OpenStudy::State::Ready)
        emit m_study.opened(); // for the panels alone: the window's own answer would open the reading anew
    if (m_desk.isOpen())
        emit m_desk.opened();
    connectProject();
    connectStudy();
    connectReading();
    connectImages();
    connectStore();
    connectOpening();
    fitPanels();
    showTitle();
    showStoreState();
    goToCurrent();
}

void MainWindow::connectStudy()
{
    connect(&m_background, &Background::progressed, m_status, &StatusLine::setProgress);
    connect(m_status, &StatusLine::cancelRequested, this, [this] {
        m_background.cancelAll();
        m_study.stopLoading();
    });
    connect(&m_study, &OpenStudy::failed, this, [this](const QString& message) { m_banner->tell(message); });
    connect(&m_study, &OpenStudy::scanning, this, [this] {
        m_banner->hide();
        m_ask->hide();
        showPage();
    });
    connect(&m_study, &OpenStudy::opened, this, [this] {
        showPage();
        m_desk.close();
        openReading();
        showTitle(); // now it is known whether the patient may be named
    });
    connect(&m_study, &OpenStudy::closed, this, [this] {
        m_desk.close();
        showPage();
        showTitle();
    });
    connect(m_series, &SeriesPanel::chosen, this, [this](const QString& id) {
        if (m_panes->current() != nullptr)
            m_panes->chooseStack(m_panes->current(), id.toStdString());
    });
}

MainWindow::~MainWindow()
{
    hide(); // here, not in the base: hiding asks the board for its texts, and those come from the desk
    m_study.disconnect(this);
    m_desk.disconnect(this);
    m_panes->setTool(nullptr);
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
    m_title = new ElidedLabel(header);
    m_title->setObjectName("studyTitle");
    m_reader = new QLabel(tr("reader: %1").arg(m_options.reader), header);
    m_reader->setObjectName("readerName");
    m_saved = new QLabel(header);
    m_saved->setObjectName("saved");
    m_title->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_reader);
    layout->addWidget(m_saved);
    m_sign = new QPushButton(tr("Sign"), header);
    m_sign->setObjectName("sign");
    m_sign->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_sign);
    connect(m_sign, &QPushButton::clicked, this, &MainWindow::askToSign);
    return header;
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
    m_storeBar = new StoreTrouble(StoreTrouble::Form::Bar, centre);
    m_storeBar->hide();
    rows->addWidget(m_storeBar);
    auto* body = new QHBoxLayout;
    body->setSpacing(2);
    m_series = new SeriesPanel(m_study, centre);
    m_tools = new ToolPanel(m_desk, *m_commands, centre);
    m_left = new QWidget(centre);
    m_left->setFixedWidth(172);
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(2);
    m_series->setMinimumHeight(132); // two of the list
    left->addWidget(m_series, 1);
    auto* tools = new ScrollPanel(m_tools, m_left);
    tools->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    left->addWidget(tools);
    body->addWidget(m_left);
    m_pages = new QStackedWidget(centre);
    m_start = new StartPage(m_pages);
    m_waiting = new QLabel(tr("Reading the images' headers …"), m_pages);
    m_waiting->setObjectName("hint");
    m_waiting->setAlignment(Qt::AlignCenter);
    m_panes = new PaneGrid(m_study, m_pages);
    m_pages->addWidget(new ScrollPanel(m_start, m_pages));
    m_pages->addWidget(m_waiting);
    m_pages->addWidget(m_panes);
    m_storePage = new StoreTrouble(StoreTrouble::Form::Page, m_pages);
    m_storePage->setObjectName("storePage");
    m_pages->addWidget(m_storePage);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(2);
    m_history = new HistoryPanel(m_desk, centre); // beside the images alone, so that the form keeps its width
    m_history->hide();
    auto* upper = new QHBoxLayout;
    upper->setSpacing(2);
    upper->addWidget(m_pages, 1);
    upper->addWidget(m_history);
    middle->addLayout(upper, 1);
    m_ask = new AskBar(centre);
    middle->addWidget(m_ask);
    middle->addWidget(new ReadersPanel(m_desk, centre));
    m_signing = new SignPanel(m_desk, centre);
    middle->addWidget(m_signing);
    m_lower = buildLower(centre);
    middle->addWidget(m_lower);
    body->addLayout(middle, 1);
    rows->addLayout(body, 1);
    m_status = new StatusLine(centre);
    rows->addWidget(m_status);
    return centre;
}

QWidget* MainWindow::buildLower(QWidget* parent)
{
    auto* lower = new QWidget(parent);
    auto* columns = new QHBoxLayout(lower);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(2);
    m_board = new ForaminaBoard(m_desk, lower);
    m_board->setFixedWidth(204);
    m_form = new ForamenForm(m_desk, lower);
    columns->addWidget(m_board);
    auto* form = new ScrollPanel(m_form, lower);
    form->setObjectName("formScroll");
    columns->addWidget(form, 1);
    return lower;
}

void MainWindow::showTitle()
{
    const auto* study = m_study.study();
    if (study == nullptr) {
        m_title->clear();
        setWindowTitle(tr("Foragrade"));
        return;
    }
    if (const QString hidden = caseName(); !hidden.isEmpty()) {
        m_title->setText(hidden);
        setWindowTitle(hidden);
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

QString MainWindow::message() const
{
    return m_banner->message();
}

void MainWindow::fitPanels()
{
    m_lower->setFixedHeight(std::clamp(height() / 3, 150, 232)); // the images own the screen
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    fitPanels();
}

} // namespace foragrade
