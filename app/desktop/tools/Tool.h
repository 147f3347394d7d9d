#pragma once

#include "grading/marks/PixelSet.h"

#include <Qt>

class QPainter;

namespace foragrade {

class SliceView;

/// What the left mouse button does in a pane. A tool shows what it will do before it does it, and changes the reading
/// through commands alone.
class Tool {
public:
    Tool() = default;
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;
    virtual ~Tool() = default;

    virtual void press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) = 0;
    virtual void drag(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) = 0;
    virtual void release(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) = 0;
    virtual void hover(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) = 0;
    /// True when the double click was the tool's; else the pane fits.
    virtual bool doubleClick(SliceView& view, grading::SlicePoint at) = 0;
    /// True when the key was the tool's.
    virtual bool key(SliceView& view, int key) = 0;
    virtual void cancel() = 0; ///< Drops what isn't a command yet.
    virtual void paint(const SliceView& view, QPainter& painter) const = 0;
    [[nodiscard]] virtual Qt::CursorShape cursor() const = 0;
};

} // namespace foragrade
