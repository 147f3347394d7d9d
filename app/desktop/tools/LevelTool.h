#pragma once

#include "tools/Tool.h"

#include "grading/geometry/Patient.h"
#include "grading/reading/LevelPlaces.h"

#include <optional>

namespace foragrade {

class ReadingDesk;

/// Names discs. The first click asks for the name; each further one lands on the level that lies nearest along the
/// spine. A named disc can be dragged to its place; a click on it offers to name it otherwise, which moves all names,
/// marks and grades along, and Ctrl with a click takes the name back.
class LevelTool : public Tool {
public:
    explicit LevelTool(ReadingDesk& desk) : m_desk(desk) {}

    void press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void drag(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void release(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void hover(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    bool doubleClick(SliceView&, grading::SlicePoint) override { return true; }
    bool key(SliceView& view, int key) override;
    void cancel() override;
    void paint(const SliceView& view, QPainter& painter) const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::PointingHandCursor; }

private:
    [[nodiscard]] const grading::PlacedLevel* grabbed(const SliceView& view, grading::SlicePoint at) const;
    /// The level that a click there names without asking; none while no disc is named, or far from any.
    [[nodiscard]] const grading::PlacedLevel* meant(const SliceView& view, const grading::PatientPoint& point) const;
    void askName(SliceView& view, const grading::PatientPoint& point);
    void askOtherName(SliceView& view, const grading::Level& level);

    ReadingDesk& m_desk;
    std::optional<grading::Level> m_held;
    bool m_isMoved = false;
    bool m_isPressed = false; ///< On no named disc.
    grading::SlicePoint m_at;
};

} // namespace foragrade
