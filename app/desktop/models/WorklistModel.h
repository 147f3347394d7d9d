#pragma once

#include "grading/store/Worklist.h"

#include <QAbstractTableModel>

#include <vector>

namespace foragrade {

/// One reader's worklist of a project as a table: place, case, state, due date.
class WorklistModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Place, Case, State, Due, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<grading::WorklistEntry> entries);
    [[nodiscard]] const std::vector<grading::WorklistEntry>& entries() const { return m_entries; }
    [[nodiscard]] int nextToRead() const;   ///< The row of the first draft, else of the first open one; -1 for none.
    [[nodiscard]] QString progress() const; ///< "3 of 12 signed, 1 begun, 2 overdue"

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<grading::WorklistEntry> m_entries;
};

} // namespace foragrade
