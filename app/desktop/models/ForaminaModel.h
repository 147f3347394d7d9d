#pragma once

#include "grading/anatomy/Foramen.h"

#include <QAbstractTableModel>

namespace foragrade {

class ReadingDesk;

/// Levels by sides: what the board shows of each foramen.
class ForaminaModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { Grade = Qt::UserRole + 1, NotGradable, HasMarks, Contradiction, Signed, Current };

    explicit ForaminaModel(ReadingDesk& desk, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const grading::Foramen& foramenAt(const QModelIndex& index) const;
    [[nodiscard]] QString summary() const; ///< "6 of 10 graded", and in a second line "1 contradiction"

private:
    ReadingDesk& m_desk;
};

} // namespace foragrade
