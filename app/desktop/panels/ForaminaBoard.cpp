#include "panels/ForaminaBoard.h"

#include "models/ForaminaModel.h"
#include "panels/NumberingPanel.h"
#include "study/ReadingDesk.h"
#include "theme/Palette.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace foragrade {
namespace {

class CellDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& set = colours();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF cell = QRectF(option.rect).adjusted(3, 2, -3, -2);
        const QVariant grade = index.data(ForaminaModel::Grade);
        const bool isHovered = option.state & QStyle::State_MouseOver;
        QColor ground = grade.isValid() ? gradeColour(grade.toInt()) : isHovered ? set.hover : set.raised;
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(cell, 4, 4);
        if (index.data(ForaminaModel::NotGradable).toBool()) {
            painter->setBrush(QBrush(set.muted, Qt::BDiagPattern));
            painter->drawRoundedRect(cell, 4, 4);
        }
        QFont font = painter->font();
        font.setWeight(QFont::DemiBold);
        font.setPixelSize(15);
        painter->setFont(font);
        if (grade.isValid()) {
            painter->setPen(gradeInk(grade.toInt()));
            painter->drawText(cell, Qt::AlignCenter, grade.toString());
        } else if (!index.data(ForaminaModel::NotGradable).toBool()) {
            painter->setPen(set.muted);
            painter->drawText(cell, Qt::AlignCenter, "·");
        }
        const QColor ink = grade.isValid() ? gradeInk(grade.toInt()) : set.text;
        if (index.data(ForaminaModel::HasMarks).toBool()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(ink);
            painter->drawEllipse(QPointF(cell.left() + 12, cell.center().y()), 3, 3);
        }
        if (index.data(ForaminaModel::Contradiction).toBool()) {
            painter->setPen(ink);
            painter->drawText(cell.adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, "!");
        }
        if (index.data(ForaminaModel::Signed).toBool() && grade.isValid())
            paintLock(*painter, QPointF(cell.right() - 12, cell.center().y()), ink);
        if (index.data(ForaminaModel::Current).toBool()) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(set.panel, 4));
            painter->drawRoundedRect(cell, 4, 4);
            painter->setPen(QPen(set.accent, 2));
            painter->drawRoundedRect(cell, 4, 4);
        }
        painter->restore();
    }

private:
    static void paintLock(QPainter& painter, QPointF middle, const QColor& ink)
    {
        painter.setPen(QPen(ink, 1.3));
        painter.setBrush(Qt::NoBrush);
        painter.drawArc(QRectF(middle.x() - 2.5, middle.y() - 5.5, 5, 6), 0, 180 * 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawRoundedRect(QRectF(middle.x() - 4, middle.y() - 2, 8, 6), 1, 1);
    }
};

} // namespace

ForaminaBoard::ForaminaBoard(ReadingDesk& desk, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_model(new ForaminaModel(desk, this)), m_table(new QTableView(this)),
      m_summary(new QLabel(this)), m_numbering(new QPushButton(this)), m_numberingPanel(new NumberingPanel(desk, this))
{
    setObjectName("panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(m_table, 1);
    m_summary->setObjectName("boardSummary");
    m_summary->setWordWrap(true);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_numbering, 0, Qt::AlignBottom);
    layout->addLayout(foot);
    m_numbering->setObjectName("numbering");
    m_numbering->setProperty("kind", "link");
    m_numbering->setFocusPolicy(Qt::TabFocus);
    connect(m_numbering, &QPushButton::clicked, this, &ForaminaBoard::openNumbering);
    m_table->setObjectName("board");
    m_table->setAccessibleName(tr("Foramina"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setShowGrid(false);
    m_table->setMouseTracking(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setFixedHeight(22);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->setMinimumSectionSize(20);
    m_table->verticalHeader()->setFixedWidth(56);
    m_table->setCornerButtonEnabled(false);
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex& index) { m_desk.choose(m_model->foramenAt(index)); });
    connect(&m_desk, &ReadingDesk::changed, this, &ForaminaBoard::refresh);
    connect(&m_desk, &ReadingDesk::opened, this, &ForaminaBoard::refresh);
    connect(&m_desk, &ReadingDesk::closed, this, &ForaminaBoard::refresh);
}

void ForaminaBoard::openNumbering()
{
    m_numberingPanel->openAbove(m_numbering);
}

void ForaminaBoard::refresh()
{
    m_numbering->setVisible(m_desk.isOpen());
    if (m_desk.isOpen())
        m_numbering->setText(describe(m_desk.reading().numbering));
    m_summary->setText(m_desk.isOpen() ? m_model->summary() : QString());
}

} // namespace foragrade
