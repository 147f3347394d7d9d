#include "panels/SeriesPanel.h"

#include "models/SeriesModel.h"
#include "study/OpenStudy.h"
#include "theme/Palette.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace foragrade {
namespace {

constexpr int picture = 48;

class SeriesDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {150, picture + 12};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& set = colours();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        const QRect cell = option.rect.adjusted(4, 2, -4, -2);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state & QStyle::State_Selected ? set.hover : set.raised);
            painter->drawRoundedRect(cell, 4, 4);
        }
        const QRect frame(cell.left() + 4, cell.top() + 4, picture, picture);
        painter->fillRect(frame, Qt::black);
        const auto image = index.data(SeriesModel::Thumbnail).value<QImage>();
        if (!image.isNull()) {
            QSize size = image.size().scaled(frame.size(), Qt::KeepAspectRatio);
            QRect target(QPoint(), size);
            target.moveCenter(frame.center());
            painter->drawImage(target, image);
        }
        const QRect text = cell.adjusted(picture + 14, 6, -6, -6);
        painter->setPen(set.text);
        painter->drawText(
            text, Qt::AlignLeft | Qt::AlignTop,
            painter->fontMetrics().elidedText(index.data(SeriesModel::Title).toString(), Qt::ElideRight, text.width()));
        QFont small = painter->font();
        small.setPixelSize(12);
        painter->setFont(small);
        painter->setPen(set.muted);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom, index.data(SeriesModel::Detail).toString());
        if (!index.data(SeriesModel::IssueText).toString().isEmpty())
            paintBadge(*painter, QPointF(text.right() - 6, text.bottom() - 7),
                       index.data(SeriesModel::IsError).toBool() ? set.danger : set.warning);
        painter->restore();
    }

private:
    static void paintBadge(QPainter& painter, QPointF middle, QColor colour)
    {
        QPainterPath triangle;
        triangle.moveTo(middle + QPointF(0, -7));
        triangle.lineTo(middle + QPointF(8, 6));
        triangle.lineTo(middle + QPointF(-8, 6));
        triangle.closeSubpath();
        painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(triangle);
        painter.drawLine(middle + QPointF(0, -2.5), middle + QPointF(0, 1.5));
        painter.drawPoint(middle + QPointF(0, 4));
    }
};

} // namespace

SeriesPanel::SeriesPanel(OpenStudy& study, QWidget* parent)
    : QFrame(parent), m_study(study), m_model(new SeriesModel(study, this)), m_studies(new QComboBox(this)),
      m_list(new QListView(this)), m_notes(new QLabel(this))
{
    setObjectName("panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 4);
    layout->setSpacing(4);
    auto* title = new QLabel(tr("SERIES"), this);
    title->setObjectName("panelTitle");
    title->setContentsMargins(12, 0, 0, 0);
    layout->addWidget(title);
    layout->addWidget(m_studies);
    layout->addWidget(m_list);
    m_notes->setObjectName("folderNotes");
    m_notes->setContentsMargins(12, 0, 8, 2);
    m_notes->setWordWrap(true);
    m_notes->hide();
    layout->addWidget(m_notes);
    connect(&study, &OpenStudy::opened, this, &SeriesPanel::showNotes);
    connect(&study, &OpenStudy::closed, m_notes, &QLabel::hide);
    m_studies->setObjectName("studies");
    m_studies->setAccessibleName(tr("Studies in this folder"));
    m_studies->setFocusPolicy(Qt::TabFocus);
    m_studies->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_studies->hide();
    connect(&study, &OpenStudy::opened, this, &SeriesPanel::showStudies);
    connect(&study, &OpenStudy::closed, m_studies, &QComboBox::hide);
    connect(m_studies, &QComboBox::activated, this,
            [this](int index) { emit studyChosen(m_studies->itemData(index).toString()); });
    m_list->setObjectName("seriesList");
    m_list->setAccessibleName(tr("Series"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SeriesDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setFocusPolicy(Qt::ClickFocus);
    connect(m_list, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { emit chosen(index.data(SeriesModel::StackId).toString()); });
}

void SeriesPanel::showStudies()
{
    m_studies->clear();
    for (const auto& study : m_study.catalogue().studies) {
        QStringList parts{QString::fromStdString(study.patientName), QString::fromStdString(study.date),
                          QString::fromStdString(study.description)};
        parts.removeAll(QString());
        m_studies->addItem(parts.isEmpty() ? tr("Study %1").arg(m_studies->count() + 1) : parts.join(" · "),
                           QString::fromStdString(study.uid.text()));
        m_studies->setItemData(m_studies->count() - 1, parts.join('\n'), Qt::ToolTipRole);
        if (&study == m_study.study())
            m_studies->setCurrentIndex(m_studies->count() - 1);
    }
    offerStudies(true);
}

void SeriesPanel::offerStudies(bool isOffered)
{
    m_studies->setVisible(isOffered && m_studies->count() > 1);
}

void SeriesPanel::showNotes()
{
    constexpr int most = 25; // lines that a tooltip holds
    QStringList lines;
    int count = 0;
    for (const auto& issue : m_study.catalogue().issues) {
        if (issue.severity == grading::Severity::Info || ++count > most)
            continue;
        const auto where =
            m_study.namesFiles() ? QString::fromStdString(issue.where).section('/', -2) : tr("a file of the case");
        lines << QString("<b>%1</b> %2").arg(where.toHtmlEscaped(), QString::fromStdString(issue.text).toHtmlEscaped());
    }
    if (count > most)
        lines << tr("… and %1 more: Help, Log").arg(count - most);
    m_notes->setText("⚠ " + (count == 1 ? tr("1 note on the files") : tr("%1 notes on the files").arg(count)));
    m_notes->setToolTip(lines.join("<br>"));
    m_notes->setVisible(count > 0);
}

} // namespace foragrade
