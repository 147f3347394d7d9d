#pragma once

#include "grading/store/Worklist.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace foragrade {

/// What a reader has to do in the projects of a store, or an adjudicator to decide. Every call opens the store for
/// itself and waits for another program's write no longer than a window can stand still.
class ReaderWorklist {
public:
    ReaderWorklist(QString store, QString reader) : m_store(std::move(store)), m_reader(std::move(reader)) {}

    [[nodiscard]] const QString& reader() const { return m_reader; }
    /// Those that the reader takes part in.
    [[nodiscard]] grading::Result<QStringList> projects() const;
    /// In the order of reading; for an adjudicator the studies on which the readers differ.
    [[nodiscard]] grading::Result<std::vector<grading::WorklistEntry>> entries(const QString& project) const;
    /// Makes the draft of a decision where the reader is the project's adjudicator; nothing for others.
    grading::Result<void> begin(const QString& project, const grading::WorklistEntry& entry) const;

private:
    [[nodiscard]] grading::Result<grading::Store> open() const;
    [[nodiscard]] grading::Result<bool> decides(const grading::Store& store, const QString& project) const;

    QString m_store;
    QString m_reader;
};

/// The first after that reading's case that is neither signed nor waiting, from the start again behind the last;
/// nullptr when there is no other one. `current` may be nullptr.
[[nodiscard]] const grading::WorklistEntry* nextCase(const std::vector<grading::WorklistEntry>& entries,
                                                     const grading::Reading* current);

} // namespace foragrade
