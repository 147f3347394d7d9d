#include "panels/WorklistDialog.h"

#include "models/WorklistModel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace foragrade {

WorklistDialog::WorklistDialog(QString store, QString reader, QWidget* parent)
    : QDialog(parent), m_list(std::move(store), std::move(reader)), m_model(new WorklistModel(this)),
      m_projects(new QComboBox(this)), m_progress(new QLabel(this)), m_table(new QTableView(this)),
      m_open(new QPushButton(tr("Open"), this)), m_agreement(new QPushButton(tr("Agreement …"), this))
{
    setObjectName("worklist");
    setWindowTitle(tr("Worklist of %1").arg(m_list.reader()));
    resize(640, 520);
    build();
    refresh();
}

void WorklistDialog::build()
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(8);
    auto* top = new QHBoxLayout;
    m_projects->setAccessibleName(tr("Project"));
    m_projects->setObjectName("projects");
    m_progress->setObjectName("worklistProgress");
    top->addWidget(m_projects);
    top->addWidget(m_progress, 1, Qt::AlignRight);
    rows->addLayout(top);
    m_table->setObjectName("worklistTable");
    m_table->setAccessibleName(tr("Studies to read"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(WorklistModel::Case, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    rows->addWidget(m_table, 1);
    auto* foot = new QHBoxLayout;
    m_open->setObjectName("primary");
    m_open->setDefault(true);
    foot->addWidget(m_agreement);
    foot->addStretch(1);
    foot->addWidget(m_open);
    rows->addLayout(foot);
    connect(m_open, &QPushButton::clicked, this, &WorklistDialog::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &WorklistDialog::openCurrent);
    connect(m_agreement, &QPushButton::clicked, this, [this] { emit agreementRequested(m_projects->currentText()); });
    connect(m_projects, &QComboBox::currentTextChanged, this, &WorklistDialog::showProject);
}

void WorklistDialog::refresh()
{
    const auto names = m_list.projects();
    if (!names) {
        showFailure(names.error());
        return;
    }
    const QString before = m_projects->currentText();
    const QSignalBlocker quiet(m_projects);
    m_projects->clear();
    m_projects->addItems(*names);
    m_projects->setCurrentText(before);
    showProject();
}

void WorklistDialog::showProject()
{
    m_model->show({});
    m_open->setEnabled(false);
    m_agreement->setEnabled(m_projects->count() > 0);
    if (m_projects->count() == 0) {
        m_progress->setText(tr("%1 takes part in no project of this store.").arg(m_list.reader()));
        return;
    }
    auto found = m_list.entries(m_projects->currentText());
    if (!found) {
        showFailure(found.error());
        return;
    }
    m_model->show(std::move(*found));
    m_progress->setText(m_model->rowCount() > 0 ? m_model->progress()
                                                : tr("Nothing to read: see Agreement for how the readers agree."));
    m_open->setEnabled(m_model->rowCount() > 0);
    if (const int next = m_model->nextToRead(); next >= 0)
        m_table->selectRow(next);
}

void WorklistDialog::showFailure(const grading::Error& error)
{
    m_progress->setText(error.code == grading::ErrorCode::NotFound
                            ? tr("Nothing to read: see Agreement for how the readers agree.")
                            : QString::fromStdString(error.message()));
}

void WorklistDialog::openCurrent()
{
    const auto row = m_table->currentIndex().row();
    if (row < 0)
        return;
    const auto& entry = m_model->entries()[static_cast<std::size_t>(row)];
    if (entry.state == grading::WorkState::Waiting) {
        m_progress->setText(tr("%1 can't be read yet.").arg(QString::fromStdString(entry.caseName)));
        return;
    }
    if (const auto begun = m_list.begin(m_projects->currentText(), entry); !begun) {
        showFailure(begun.error());
        return;
    }
    emit openRequested(entry);
    accept();
}

} // namespace foragrade
