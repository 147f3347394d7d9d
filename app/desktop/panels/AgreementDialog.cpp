#include "panels/AgreementDialog.h"

#include "models/Words.h"
#include "panels/DrawingView.h"
#include "study/ExportAgreement.h"
#include "theme/Palette.h"

#include "grading/dashboard/AgreementFigures.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTableWidget>

namespace foragrade {
namespace {

constexpr int resamplings = 2000;

grading::Drawing::Colour colourOf(const QColor& colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue()), 1};
}

grading::FigureColours onScreen()
{
    const auto& set = colours();
    return {colourOf(set.text), colourOf(set.muted), colourOf(set.line), colourOf(set.panel), colourOf(set.accent)};
}

/// With the library's words in the window's language.
grading::Drawing inWords(grading::Drawing drawing, const QString& description)
{
    drawing.description = description.toStdString();
    for (auto& item : drawing.items) {
        if (auto* text = std::get_if<grading::Drawing::Text>(&item))
            text->text = said(text->text).toStdString();
    }
    return drawing;
}

QString shown(const grading::Statistic& statistic)
{
    return statistic.value ? QString::number(*statistic.value, 'f', 2) : QStringLiteral("–");
}

QString titleOf(const grading::AgreementGroup& site)
{
    const auto foramen = grading::Foramen::parse(site.level.value_or("") + (site.side == "left" ? ":L" : ":R"));
    return foramen ? said(*foramen) : AgreementDialog::tr("no foramen");
}

QString readable(const std::string& personName)
{
    return QString::fromStdString(personName).replace('^', ' ');
}

} // namespace

AgreementDialog::AgreementDialog(const QString& store, const QString& reader, const QString& project, QWidget* parent)
    : QDialog(parent), m_summary(new QLabel(this)), m_message(new QLabel(this)), m_pairs(new QComboBox(this)),
      m_table(new QTableWidget(this)), m_confusion(new DrawingView(this)), m_forest(new DrawingView(this)),
      m_dice(new DrawingView(this)), m_export(new QPushButton(tr("Export CSV, SVG, PNG …"), this))
{
    setObjectName("agreement");
    setWindowTitle(tr("Agreement in %1").arg(project));
    resize(QSize(1240, 860).boundedTo(screen()->availableSize() - QSize(16, 48))); // with a frame and a title bar
    build();
    compute(store, reader, project);
}

void AgreementDialog::build()
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 16, 16, 16);
    grid->setSpacing(12);
    m_summary->setObjectName("heading");
    m_message->setObjectName("agreementMessage");
    m_message->setWordWrap(true);
    m_export->setEnabled(false);
    grid->addWidget(m_summary, 0, 0);
    grid->addWidget(m_export, 0, 1, Qt::AlignRight);
    grid->addWidget(m_message, 1, 0, 1, 2);
    m_table->setObjectName("agreementTable");
    m_table->setAccessibleName(tr("Agreement by level and side"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->verticalHeader()->setDefaultSectionSize(24);
    grid->addWidget(m_table, 2, 0);
    grid->addWidget(m_forest, 2, 1);
    m_pairs->setObjectName("pairs");
    m_pairs->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_pairs->setAccessibleName(tr("Pair of readers"));
    grid->addWidget(m_pairs, 3, 0, Qt::AlignLeft);
    grid->addWidget(m_confusion, 4, 0);
    grid->addWidget(m_dice, 3, 1, 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);
    grid->setRowStretch(4, 1);
    connect(m_pairs, &QComboBox::currentIndexChanged, this, &AgreementDialog::drawFigures);
    connect(m_export, &QPushButton::clicked, this, &AgreementDialog::chooseFolder);
}

void AgreementDialog::compute(const QString& store, const QString& reader, const QString& project)
{
    m_message->setText(tr("Computing …"));
    using Made = grading::Result<grading::AgreementDashboard>;
    m_background.run<grading::AgreementDashboard>(
        tr("Agreement"),
        [where = store.toStdString(), viewer = reader.toStdString(),
         name = project.toStdString()](const grading::Progress& progress) -> Made {
            auto opened = grading::Store::open(where, grading::Store::IfMissing::Fail);
            if (!opened)
                return grading::fail(opened.error());
            opened->actAs(viewer);
            grading::AgreementOptions options;
            options.bootstraps = resamplings;
            return grading::agreementDashboard(*opened, name, options, progress);
        },
        [this](Made made) {
            if (made)
                take(std::move(*made));
            else
                m_message->setText(QString::fromStdString(made.error().message()));
            emit computed();
        });
}

void AgreementDialog::take(grading::AgreementDashboard dashboard)
{
    m_dashboard = std::move(dashboard);
    m_message->clear();
    m_export->setEnabled(true);
    m_summary->setText(tr("%1 readers, %2 foramina, first readings only")
                           .arg(m_dashboard->all.readers.size())
                           .arg(m_dashboard->all.items));
    for (const auto& pair : m_dashboard->all.pairs)
        m_pairs->addItem(tr("%1 and %2").arg(readable(pair.first), readable(pair.second)));
    fillTable();
    drawFigures();
}

std::vector<grading::ForestRow> AgreementDialog::forestRows() const
{
    auto rows = grading::forestRows(*m_dashboard);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].title = (rows[i].isTotal ? tr("All foramina") : titleOf(m_dashboard->bySite[i])).toStdString();
    return rows;
}

void AgreementDialog::fillTable()
{
    const QStringList titles{tr("Foramina"), tr("Items"),    tr("Same grade"),
                             tr("Gwet AC2"), tr("Fleiss κ"), tr("α ordinal")};
    m_table->setColumnCount(static_cast<int>(titles.size()));
    m_table->setHorizontalHeaderLabels(titles);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto rows = forestRows();
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const auto& s = rows[at].isTotal ? m_dashboard->all : m_dashboard->bySite[at].statistics;
        const QString percent =
            s.percent.value ? QString("%1 %").arg(*s.percent.value * 100, 0, 'f', 0) : QStringLiteral("–");
        const QStringList texts{QString::fromStdString(rows[at].title),
                                QString::number(s.items),
                                percent,
                                shown(s.gwet),
                                shown(s.fleiss),
                                shown(s.alphaOrdinal)};
        for (int column = 0; column < static_cast<int>(texts.size()); ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            QFont font = m_table->font();
            font.setBold(rows[at].isTotal);
            item->setFont(font);
            m_table->setItem(row, column, item);
        }
    }
}

void AgreementDialog::drawFigures()
{
    if (!m_dashboard)
        return;
    const auto pair = static_cast<std::size_t>(std::max(0, m_pairs->currentIndex()));
    m_forest->show(inWords(grading::drawForest(forestRows(), onScreen()),
                           tr("Agreement of each level and side with its 95 % interval")));
    m_dice->show(inWords(grading::drawDice(grading::diceDistributions(*m_dashboard), onScreen()),
                         tr("How often the readers' marks overlap how well")));
    if (pair >= m_dashboard->all.pairs.size())
        return;
    const auto& chosen = m_dashboard->all.pairs[pair];
    m_confusion->show(
        inWords(grading::drawConfusion(chosen, m_dashboard->scale, onScreen()),
                tr("Grades by %1 in rows and by %2 in columns").arg(readable(chosen.first), readable(chosen.second))));
}

void AgreementDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        drawFigures();
}

QString AgreementDialog::message() const
{
    return m_message->text();
}

void AgreementDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Export tables and figures into a folder"));
    if (!folder.isEmpty())
        exportTo(folder);
}

void AgreementDialog::exportTo(const QString& folder)
{
    if (!m_dashboard)
        return;
    const auto done = exportAgreement(*m_dashboard, folder.toStdString());
    m_message->setText(done ? tr("Exported to %1.").arg(folder) : QString::fromStdString(done.error().message()));
}

} // namespace foragrade
