#pragma once

#include "tools/Tool.h"

#include "grading/assist/Livewire.h"

#include <optional>
#include <vector>

namespace foragrade {

class ReadingDesk;

/// An outline whose sides follow edges: a click sets a corner on the nearest edge, the line to the mouse is shown;
/// Enter or a double click closes it.
class LivewireTool : public Tool {
public:
    explicit LivewireTool(ReadingDesk& desk) : m_desk(desk) {}

    void press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void drag(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void release(SliceView&, grading::SlicePoint, Qt::KeyboardModifiers) override {}
    void hover(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    bool doubleClick(SliceView& view, grading::SlicePoint at) override;
    bool key(SliceView& view, int key) override;
    void cancel() override;
    void paint(const SliceView& view, QPainter& painter) const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

private:
    using Line = std::vector<grading::SlicePoint>;

    [[nodiscard]] bool isAt(const SliceView& view) const;
    [[nodiscard]] Line closedLine() const; ///< Through all corners and back to the first.
    void takeBack();
    void finish(SliceView& view);

    ReadingDesk& m_desk;
    const SliceView* m_view = nullptr;
    int m_slice = 0; ///< Where the corners are.
    Line m_corners;
    std::vector<Line> m_sides;               ///< From each corner to the next.
    std::optional<grading::Livewire> m_wire; ///< From the last corner.
    grading::SlicePoint m_mouse;
    bool m_isErasing = false;
};

} // namespace foragrade
