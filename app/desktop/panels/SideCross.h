#pragma once

#include "grading/scoring/FindingSet.h"

#include <QWidget>

#include <array>
#include <initializer_list>

class QToolButton;

namespace foragrade {

class ReadingDesk;

/// The four sides of the root and the root itself as a cross, placed as they lie on the screen; each press goes on to
/// the next state: kept, lost, not assessable.
class SideCross : public QWidget {
    Q_OBJECT
public:
    explicit SideCross(ReadingDesk& desk, QWidget* parent = nullptr);

    enum class Place { Up, Down, Left, Right };
    void cycle(Place place);
    void cycle(grading::AnatomicalDirection side);
    void cycleRoot();
    void cycleRootBack();
    bool takeMeasured(); ///< What the marks show becomes the findings. False when nothing is measured.
    void refresh();
    /// Sagittal images that show anterior at the right swap the two.
    void setAnteriorAtLeft(bool isAtLeft);

private:
    [[nodiscard]] grading::AnatomicalDirection sideAt(Place place) const;
    void turnRoot(std::initializer_list<grading::RootMorphology> order);

    ReadingDesk& m_desk;
    bool m_anteriorAtLeft = true;
    std::array<QToolButton*, 4> m_sides{}; ///< By Place.
    QToolButton* m_root;
    QToolButton* m_take;
};

} // namespace foragrade
