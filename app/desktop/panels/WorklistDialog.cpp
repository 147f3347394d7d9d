#include "panels/WorklistDialog.h"

#include "models/AdjudicationList.h"
#include "models/WorklistModel.h"

#include "grading/store/Adjudication.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace foragrade {
namespace {

/// Another program's write is waited for no longer than the window can stand still.
constexpr std::chrono::milliseconds patience{250};

grading::Result<grading::Store> openFor(const QString& where, const QString& reader)
{
    auto store = grading::Store::open(where.toStdString(), grading::Store::IfMissing::Fail, patience);
    if (store)
        store->actAs(reader.toStdString());
    return store;
}

} // namespace

WorklistDialog::WorklistDialog(QString store, QString reader, QWidget* parent)
    : QDialog(parent), m_store(std::move(store)), m_reader(std::move(reader)), m_model(new WorklistModel(this)),
      m_projects(new QComboBox(this)), m_progress(new QLabel(this)), m_table(new QTableView(this)),
      m_open(new QPushButton(tr("Open"), this)), m_agreement(new QPushButton(tr("Agreement …"), this))
{
    setObjectName("worklist");
    setWindowTitle(tr("Worklist of %1").arg(m_reader));
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
    const auto store = openFor(m_store, m_reader);
    const auto names = store ? grading::projectNames(*store) : grading::fail(store.error());
    if (!names) {
        showFailure(names.error());
        return;
    }
    const QString before = m_projects->currentText();
    const QSignalBlocker quiet(m_projects);
    m_projects->clear();
    for (const auto& name : *names) {
        const auto project = grading::findProject(*store, name);
        if (project && project->find(m_reader.toStdString()) != nullptr)
            m_projects->addItem(QString::fromStdString(name));
    }
    m_projects->setCurrentText(before);
    showProject();
}

grading::Result<std::vector<grading::WorklistEntry>> WorklistDialog::entries() const
{
    const auto store = openFor(m_store, m_reader);
    if (!store)
        return grading::fail(store.error());
    const auto project = m_projects->currentText().toStdString();
    return m_decides ? adjudicationList(*store, project) : grading::worklist(*store, project, m_reader.toStdString());
}

bool WorklistDialog::beginDecision(const grading::WorklistEntry& entry)
{
    auto store = openFor(m_store, m_reader);
    if (!store) {
        showFailure(store.error());
        return false;
    }
    const auto begun = grading::beginAdjudication(*store, m_projects->currentText().toStdString(), entry.study.uid);
    if (begun || begun.error().code == grading::ErrorCode::Exists)
        return true;
    showFailure(begun.error());
    return false;
}

void WorklistDialog::showProject()
{
    m_model->show({});
    m_open->setEnabled(false);
    m_agreement->setEnabled(m_projects->count() > 0);
    if (m_projects->count() == 0) {
        m_progress->setText(tr("%1 takes part in no project of this store.").arg(m_reader));
        return;
    }
    const auto store = openFor(m_store, m_reader);
    const auto project =
        store ? grading::findProject(*store, m_projects->currentText().toStdString()) : grading::fail(store.error());
    const auto* member = project ? project->find(m_reader.toStdString()) : nullptr;
    m_decides = member != nullptr && member->role == grading::MemberRole::Adjudicator;
    auto found = entries();
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
    if (m_decides && !beginDecision(entry))
        return;
    emit openRequested(entry);
    accept();
}

} // namespace foragrade
