#include "panels/StartPage.h"

#include "theme/Palette.h"

#include <QFileInfo>
#include <QLabel>
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
    QFont font = title->font();
    font.setPixelSize(22);
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    auto* hint = new QLabel(tr("A folder, DICOMDIR or files of a spine MRI. Nothing leaves this computer."), this);
    hint->setObjectName("hint");
    auto* open = new QPushButton(tr("Open folder …"), this);
    open->setObjectName("primary");
    open->setCursor(Qt::PointingHandCursor);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(hint, 0, Qt::AlignHCenter);
    layout->addSpacing(12);
    layout->addWidget(open, 0, Qt::AlignHCenter);
    layout->addSpacing(24);
    new QVBoxLayout(m_recent);
    m_recent->layout()->setSpacing(2);
    layout->addWidget(m_recent, 0, Qt::AlignHCenter);
    layout->addStretch(4);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
}

void StartPage::setRecent(const QStringList& folders)
{
    qDeleteAll(m_recent->findChildren<QWidget*>());
    if (folders.isEmpty())
        return;
    auto* title = new QLabel(tr("RECENT"), m_recent);
    title->setObjectName("panelTitle");
    m_recent->layout()->addWidget(title);
    for (const auto& folder : folders) {
        auto* button = new QPushButton(QFileInfo(folder).fileName(), m_recent);
        button->setObjectName("link");
        button->setToolTip(folder);
        button->setCursor(Qt::PointingHandCursor);
        m_recent->layout()->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, folder] { emit recentChosen(folder); });
    }
}

void StartPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colours().window);
    painter.setPen(QPen(colours().line, 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(24, 24, -24, -24), 12, 12);
}

} // namespace foragrade
