#pragma once

#include "tools/Tool.h"

#include "study/ToolSettings.h"

#include "grading/anatomy/Foramen.h"
#include "grading/geometry/Patient.h"
#include "grading/marks/PixelSet.h"

#include <functional>
#include <optional>
#include <vector>

namespace foragrade {

class ReadingDesk;

/// Whether the slice that is seen has no image of its own; the user is then told so.
bool refusesMarks(ReadingDesk& desk, const SliceView& view);

/// Calls `land` with the foramen being read; where the mark lies on the other side or at another level, asks first
/// which is meant.
void landWhereMeant(ReadingDesk& desk, const SliceView& view, const grading::PixelSet& mark,
                    std::function<void(const grading::Foramen&)> land);
/// The same for marks with their middles at these places; the first that seems misplaced is asked for.
void landWhereMeant(ReadingDesk& desk, const SliceView& view, const std::vector<grading::PatientPoint>& places,
                    std::function<void(const grading::Foramen&)> land);

/// Lays finished pixels down as one command for the foramen being read, or erases them. A root covers what
/// was there, fat and outline keep off what is marked. On the other side of the midline it is asked first.
void layDown(ReadingDesk& desk, const SliceView& view, const char* gesture, const grading::PixelSet& pixels,
             bool isErasing);

/// A disc true to millimetres, dragged without gaps; the stroke is one command at its end.
class BrushTool : public Tool {
public:
    explicit BrushTool(ReadingDesk& desk) : m_desk(desk) {}

    void press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void drag(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void release(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void hover(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    bool doubleClick(SliceView& view, grading::SlicePoint at) override;
    bool key(SliceView& view, int key) override;
    void cancel() override;
    void paint(const SliceView& view, QPainter& painter) const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::BlankCursor; }

protected:
    [[nodiscard]] ReadingDesk& desk() const { return m_desk; }
    [[nodiscard]] const std::vector<grading::SlicePoint>& path() const { return m_path; } ///< Of this stroke.

private:
    /// What of the disc's pixels is marked.
    [[nodiscard]] virtual grading::PixelSet shaped(const SliceView&, const grading::PixelSet& pixels) const
    {
        return pixels;
    }
    virtual void finish(SliceView& view, const grading::PixelSet& stroke, bool isErasing);

    ReadingDesk& m_desk;
    const SliceView* m_view = nullptr; ///< Where the stroke is, while there is one.
    std::vector<grading::SlicePoint> m_path;
    grading::PixelSet m_stroke;
    bool m_isErasing = false;
};

/// Corners by clicks, closed by Enter or a double click; or one drag, closed at its end.
class OutlineTool : public Tool {
public:
    OutlineTool(ReadingDesk& desk, bool isFreehand) : m_desk(desk), m_isFreehand(isFreehand) {}

    void press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void drag(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void release(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    void hover(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
    bool doubleClick(SliceView& view, grading::SlicePoint at) override;
    bool key(SliceView& view, int key) override;
    void cancel() override;
    void paint(const SliceView& view, QPainter& painter) const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

private:
    [[nodiscard]] grading::PixelSet interior(const SliceView& view, const std::vector<grading::SlicePoint>& line) const;
    void finish(SliceView& view);

    ReadingDesk& m_desk;
    bool m_isFreehand;
    const SliceView* m_view = nullptr;
    std::vector<grading::SlicePoint> m_corners;
    grading::SlicePoint m_mouse;
    bool m_isErasing = false;
};

} // namespace foragrade
