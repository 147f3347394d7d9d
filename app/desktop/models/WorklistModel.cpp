#include "models/WorklistModel.h"

#include "theme/Palette.h"

#include <QColor>

#include <algorithm>

namespace foragrade {
namespace {

using grading::WorklistEntry;
using grading::WorkState;

} // namespace

void WorklistModel::show(std::vector<WorklistEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int WorklistModel::nextToRead() const
{
    for (const auto state : {WorkState::Draft, WorkState::Open}) {
        const auto found =
            std::find_if(m_entries.begin(), m_entries.end(), [state](const auto& e) { return e.state == state; });
        if (found != m_entries.end())
            return static_cast<int>(found - m_entries.begin());
    }
    return -1;
}

QString WorklistModel::progress() const
{
    const auto count = [&](auto is) { return std::count_if(m_entries.begin(), m_entries.end(), is); };
    QStringList parts{tr("%1 of %2 signed")
                          .arg(count([](const auto& e) { return e.state == WorkState::Signed; }))
                          .arg(m_entries.size())};
    if (const auto begun = count([](const auto& e) { return e.state == WorkState::Draft; }); begun > 0)
        parts << tr("%1 begun").arg(begun);
    if (const auto overdue = count([](const auto& e) { return e.isOverdue; }); overdue > 0)
        parts << tr("%1 overdue").arg(overdue);
    return parts.join(", ");
}

int WorklistModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int WorklistModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant WorklistModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == Qt::ForegroundRole)
        return entry.isOverdue && index.column() == Due                                ? colours().danger
               : entry.state == WorkState::Signed || entry.state == WorkState::Waiting ? colours().muted
                                                                                       : colours().text;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Place:
        return entry.place;
    case Case: {
        const auto& name = entry.study.patientName;
        const QString shown = QString::fromStdString(name.empty() ? entry.caseName : name);
        return entry.round > 1 ? tr("%1, second reading").arg(shown) : shown;
    }
    case State:
        switch (entry.state) {
        case WorkState::Open:
            return tr("open");
        case WorkState::Draft:
            return tr("begun");
        case WorkState::Signed:
            return tr("signed ✓");
        case WorkState::Waiting:
            return entry.from ? tr("from %1").arg(QString::fromStdString(grading::toIso8601(*entry.from)).left(10))
                              : tr("waits for the first");
        }
        return {};
    case Due:
        return QString::fromStdString(entry.due) + (entry.isOverdue ? tr(", overdue") : QString());
    default:
        return {};
    }
}

QVariant WorklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Place:
        return tr("No.");
    case Case:
        return tr("Case");
    case State:
        return tr("State");
    default:
        return tr("Due");
    }
}

} // namespace foragrade
