#pragma once

#include "tools/Tool.h"

#include "grading/marks/PixelSet.h"

namespace foragrade {

class ReadingDesk;

/// Marks what looks like the place under the mouse and hangs together with it, within eight times the brush's radius.
/// The tint shows it before the click; with Ctrl it is erased.
class FloodTool : public Tool {
public:
    explicit FloodTool(ReadingDesk& desk) : m_desk(desk) {}

    void press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void drag(SliceView&, grading::SlicePoint, Qt::KeyboardModifiers) override {}
    void release(SliceView&, grading::SlicePoint, Qt::KeyboardModifiers) override {}
    void hover(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    bool doubleClick(SliceView&, grading::SlicePoint) override { return true; }
    bool key(SliceView&, int) override { return false; }
    void cancel() override;
    void paint(const SliceView& view, QPainter& painter) const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

    static constexpr double reachInRadii = 8;

private:
    [[nodiscard]] grading::PixelSet filledAt(const SliceView& view, grading::SlicePoint at) const;

    ReadingDesk& m_desk;
    const SliceView* m_view = nullptr; ///< Where the tint is.
    int m_slice = 0;
    grading::PixelSet m_tint;
};

} // namespace foragrade
