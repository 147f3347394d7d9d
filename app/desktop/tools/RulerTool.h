#pragma once

#include "tools/Tool.h"

#include "study/Rulers.h"

#include <optional>

class QPainter;

namespace foragrade {

/// Distance by a drag, angle by three clicks. Ends can be dragged later, with either tool; Delete takes the last away.
class RulerTool : public Tool {
public:
    RulerTool(Rulers& rulers, bool isAngle) : m_rulers(rulers), m_isAngle(isAngle) {}

    void press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void drag(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void release(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void hover(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    bool doubleClick(SliceView&, grading::SlicePoint) override { return true; }
    bool key(SliceView& view, int key) override;
    void cancel() override;
    void paint(const SliceView& view, QPainter& painter) const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

private:
    [[nodiscard]] bool isOn(const SliceView& view) const;
    bool grab(const SliceView& view, grading::SlicePoint at);

    Rulers& m_rulers;
    bool m_isAngle;
    std::optional<Ruler> m_drawn;          ///< Not finished yet.
    grading::SlicePoint* m_held = nullptr; ///< An end of a finished one.
};

/// Those of the view's slice, with what they measure.
void paintRulers(QPainter& painter, const SliceView& view, const Rulers& rulers);
/// mm of two points, degrees of three; by the stack's spacing.
[[nodiscard]] double measured(const Ruler& ruler, const SliceView& view);

} // namespace foragrade
