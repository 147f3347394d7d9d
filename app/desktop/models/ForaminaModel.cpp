#include "models/ForaminaModel.h"

#include "models/Words.h"
#include "study/ReadingDesk.h"

namespace foragrade {

ForaminaModel::ForaminaModel(ReadingDesk& desk, QObject* parent) : QAbstractTableModel(parent), m_desk(desk)
{
    const auto reset = [this] {
        beginResetModel();
        endResetModel();
    };
    const auto touch = [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, 1));
    };
    connect(&m_desk, &ReadingDesk::opened, this, reset);
    connect(&m_desk, &ReadingDesk::closed, this, reset);
    connect(&m_desk, &ReadingDesk::renumbered, this, reset);
    connect(&m_desk, &ReadingDesk::changed, this, touch);
    connect(&m_desk, &ReadingDesk::foramenChosen, this, touch);
}

int ForaminaModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_desk.foramina().size() / 2);
}

int ForaminaModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

const grading::Foramen& ForaminaModel::foramenAt(const QModelIndex& index) const
{
    return m_desk.foramina()[static_cast<std::size_t>(2 * index.row() + index.column())];
}

QVariant ForaminaModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_desk.isOpen())
        return {};
    const auto& foramen = foramenAt(index);
    const auto record = m_desk.record(foramen);
    switch (role) {
    case Grade:
        return record.grade ? QVariant(record.grade->digit()) : QVariant();
    case NotGradable:
        return record.notGradable.has_value();
    case HasMarks:
        return !record.marks.empty();
    case Contradiction:
        return m_desk.isContradicted(foramen);
    case Signed:
        return m_desk.isSigned();
    case Current:
        return foramen == m_desk.current();
    case Qt::DisplayRole:
        return record.grade ? QString::number(record.grade->digit()) : QString();
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        QString text = said(foramen) + ": ";
        text += record.grade         ? said(*record.grade)
                : record.notGradable ? tr("not gradable, %1").arg(QString::fromStdString(*record.notGradable))
                                     : tr("not graded");
        if (m_desk.isContradicted(foramen))
            text += tr(" — contradicts the findings; give a reason or change one of them");
        return text;
    }
    default:
        return {};
    }
}

QVariant ForaminaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return section == 0 ? tr("R") : tr("L");
    return QString::fromStdString(m_desk.foramina()[static_cast<std::size_t>(2 * section)].level.name());
}

QString ForaminaModel::summary() const
{
    int graded = 0;
    int contradicted = 0;
    for (const auto& foramen : m_desk.foramina()) {
        graded += m_desk.record(foramen).isComplete() ? 1 : 0;
        contradicted += m_desk.isContradicted(foramen) ? 1 : 0;
    }
    QString text = tr("%1 of %2 graded").arg(graded).arg(m_desk.foramina().size());
    if (contradicted > 0)
        text += '\n' + (contradicted == 1 ? tr("1 contradiction") : tr("%1 contradictions").arg(contradicted));
    else if (m_desk.isSigned())
        text += '\n' + tr("signed");
    return text;
}

} // namespace foragrade
