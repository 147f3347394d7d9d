#pragma once

#include "grading/measure/Measurements.h"

#include <QWidget>

#include <optional>

class QLabel;
class QScrollArea;

namespace foragrade {

class FatRoseView;
class ReadingDesk;

/// What was measured of the current foramen and which grades that admits, with reasons: fat rose, sides with their
/// coverage, the root against the other side's and the neighbours'. Where the reader is to judge first, it says so and
/// shows nothing until the foramen is graded.
class EvidencePanel : public QWidget {
    Q_OBJECT
public:
    explicit EvidencePanel(ReadingDesk& desk, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] QString text() const; ///< As shown beside the rose, plain.

private:
    [[nodiscard]] QString admitted() const;
    [[nodiscard]] QStringList reasons() const;
    [[nodiscard]] QStringList measured(const grading::SliceMeasurements& slice) const;
    void point(std::optional<grading::AnatomicalDirection> side);

    ReadingDesk& m_desk;
    FatRoseView* m_rose;
    QScrollArea* m_scroll;
    QLabel* m_text;
    std::optional<grading::AnatomicalDirection> m_side; ///< Under the mouse.
};

} // namespace foragrade
