#include "panels/StartPage.h"

#include "theme/Palette.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace foragrade {

StartPage::StartPage(QWidget* parent) : QWidget(parent), m_recent(new QWidget(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addStretch(3);
    auto* title = new QLabel(tr("Drop a study here"), this);
    title->setObjectName("startTitle");
    auto* hint = new QLabel(tr("A folder, DICOMDIR or files of a spine MRI. Nothing leaves this computer."), this);
    hint->setObjectName("hint");
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignHCenter);
    auto* folder = new QPushButton(tr("Open folder …"), this);
    folder->setObjectName("primary");
    auto* files = new QPushButton(tr("Open files or DICOMDIR …"), this);
    files->setObjectName("openFiles");
    auto* worklist = new QPushButton(tr("Worklist …"), this);
    worklist->setObjectName("openWorklist");
    auto* ways = new QHBoxLayout;
    ways->addStretch();
    for (auto* button : {folder, files, worklist}) {
        button->setCursor(Qt::PointingHandCursor);
        ways->addWidget(button);
    }
    ways->addStretch();
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(hint);
    layout->addSpacing(12);
    layout->addLayout(ways);
    layout->addSpacing(24);
    new QVBoxLayout(m_recent);
    m_recent->layout()->setSpacing(2);
    layout->addWidget(m_recent, 0, Qt::AlignHCenter);
    layout->addStretch(4);
    connect(folder, &QPushButton::clicked, this, &StartPage::openFolderRequested);
    connect(files, &QPushButton::clicked, this, &StartPage::openFilesRequested);
    connect(worklist, &QPushButton::clicked, this, &StartPage::worklistRequested);
}

void StartPage::setRecent(const std::vector<RecentStudy>& studies)
{
    for (auto* part : m_recent->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        part->hide();
        part->deleteLater(); // one of them may be what was clicked
    }
    if (studies.empty())
        return;
    auto* title = new QLabel(tr("RECENT"), m_recent);
    title->setObjectName("panelTitle");
    m_recent->layout()->addWidget(title);
    for (const auto& study : studies) {
        auto* button = new QPushButton(study.title, m_recent);
        button->setObjectName("link");
        button->setProperty("recent", true);
        button->setEnabled(study.isThere());
        button->setToolTip(
            study.isThere() ? tr("%1\nopened %2")
                                  .arg(study.paths.join('\n'), QLocale().toString(study.opened, QLocale::ShortFormat))
                            : tr("%1\nis no longer there").arg(study.paths.join('\n')));
        button->setCursor(Qt::PointingHandCursor);
        m_recent->layout()->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, paths = study.paths] { emit recentChosen(paths); });
    }
    auto* forget = new QPushButton(tr("Forget these"), m_recent);
    forget->setObjectName("link");
    forget->setProperty("quiet", true);
    m_recent->layout()->addWidget(forget);
    connect(forget, &QPushButton::clicked, this, &StartPage::forgetRequested);
}

void StartPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colours().window);
    painter.setPen(QPen(colours().muted, 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(24, 24, -24, -24), 12, 12);
}

} // namespace foragrade
