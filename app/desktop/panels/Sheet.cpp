#include "panels/Sheet.h"

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foragrade {

Sheet::Sheet(QWidget* window)
    : QWidget(window), m_page(new QFrame(this)), m_title(new QLabel(m_page)), m_rows(new QVBoxLayout(m_page))
{
    setFocusPolicy(Qt::StrongFocus);
    m_page->setObjectName("popup");
    m_title->setObjectName("heading");
    m_rows->setContentsMargins(24, 16, 24, 20);
    m_rows->setSpacing(12);
    auto* top = new QHBoxLayout;
    auto* close = new QToolButton(m_page);
    close->setObjectName("closeSheet");
    close->setText(QString(QChar(0x2715)));
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    close->setFocusPolicy(Qt::TabFocus);
    top->addWidget(m_title, 1);
    top->addWidget(close);
    m_rows->addLayout(top);
    connect(close, &QToolButton::clicked, this, &Sheet::close);
    window->installEventFilter(this);
    hide();
}

void Sheet::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Sheet::open()
{
    if (isVisible())
        return;
    prepare();
    m_before = QApplication::focusWidget();
    arrange();
    raise();
    show();
    setFocus();
}

void Sheet::close()
{
    if (!isVisible())
        return;
    hide();
    put();
    if (m_before != nullptr)
        m_before->setFocus();
}

void Sheet::arrange()
{
    setGeometry(parentWidget()->rect());
    QRect page(QPoint(), m_largest.boundedTo(size() - QSize(32, 32)));
    page.moveCenter(rect().center());
    m_page->setGeometry(page);
}

void Sheet::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), QColor(0, 0, 0, 150));
}

void Sheet::mousePressEvent(QMouseEvent* event)
{
    if (!m_page->geometry().contains(event->position().toPoint()))
        close();
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
}

/// The window's keys rest while the sheet is open.
bool Sheet::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        arrange();
    return QWidget::eventFilter(watched, event);
}

} // namespace foragrade
