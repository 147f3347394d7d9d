#pragma once

#include "views/SliceProjection.h"

#include "grading/imaging/DisplayWindow.h"
#include "grading/imaging/SeriesCatalogue.h"
#include "grading/imaging/Volume.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace foragrade {

class ImageCanvas;
class SliceOverlay;
class Tool;
struct SliceAnnotations;

/// One image pane: a stack's slice in its own plane as stored, with its annotations, marks and the tool in hand.
/// Wheel turns slices, right drag windows and a right click asks for the menu, middle drag zooms, space (or Shift with
/// middle) drag pans, a double click asks for the whole grid. Left drag belongs to the tool. Changes mark the pane
/// dirty; it draws once when the event queue is empty.
class SliceView : public QWidget {
    Q_OBJECT
public:
    explicit SliceView(QWidget* parent = nullptr);
    ~SliceView() override;

    /// `stack` must outlive its showing. An empty volume shows `message` instead.
    void setStack(const grading::Stack* stack, const grading::Volume& volume, const QString& message = {});
    void clear(const QString& message);

    [[nodiscard]] const grading::Stack* stack() const { return m_stack; }
    [[nodiscard]] const grading::Volume& volume() const { return m_volume; }
    [[nodiscard]] bool hasImage() const { return !m_volume.isEmpty(); }
    [[nodiscard]] int slice() const { return m_slice; }
    [[nodiscard]] const SliceProjection& projection() const { return m_projection; }
    [[nodiscard]] grading::DisplayWindow window() const { return m_window; }
    [[nodiscard]] std::optional<QPointF> mousePlace() const { return m_mouse; }
    [[nodiscard]] bool isCurrent() const { return m_isCurrent; }
    [[nodiscard]] bool isInverted() const { return m_isInverted; }
    [[nodiscard]] bool isSmooth() const { return m_isSmooth; }

    void setSlice(int slice);
    void setWindow(grading::DisplayWindow window);
    /// The image's own range, then each window that its file names, then its own range again.
    void nextWindow();
    void setSmooth(bool smooth);
    void setInverted(bool inverted);
    void setTextHidden(bool isHidden); ///< Of the corners; sides and scale stay.
    void fit();
    /// The slice nearest to `point`, zoomed so that `width` of tissue shows.
    void showPlace(const grading::PatientPoint& point, std::optional<grading::Millimetres> width);
    void setCurrent(bool isCurrent);
    void setTool(Tool* tool);
    /// What else to print over the image; asked at every painting.
    void setAnnotator(std::function<void(const SliceView&, SliceAnnotations&)> annotator);
    [[nodiscard]] SliceAnnotations annotations() const; ///< What stands over the image now.
    /// What else to draw over the image, below the tool's preview.
    void setMarkPainter(std::function<void(const SliceView&, QPainter&)> painter);
    void repaintOverlay();

    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 160}; }

signals:
    void sliceChanged(int slice);
    void pastEnd(int direction); ///< The wheel went beyond the first (-1) or last (+1) slice.
    void becameCurrent();
    void pointedAt(const grading::PatientPoint& point);     ///< The mouse moves over the image.
    void pointedAway();                                     ///< The mouse left the image.
    void jumpRequested(const grading::PatientPoint& point); ///< Shift and click.
    void stackDropped(const QString& stackId);
    void maximiseRequested();
    void confirmed();     ///< Enter, that the tool had no use for.
    void loadRequested(); ///< A double click where there is no image.
    void menuRequested(const QPoint& global);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Drag { None, Tool, Window, Zoom, Pan };

    void markDirty();
    void setProjection(const SliceProjection& projection);
    [[nodiscard]] QString placeOfMouse() const; ///< "LPS -12.3, -40.1, 22.0 mm · 431"
    void paintMarks(QPainter& painter);
    void showCursorShape();

    ImageCanvas* m_canvas;
    SliceOverlay* m_overlay;
    const grading::Stack* m_stack = nullptr;
    grading::Volume m_volume;
    SliceProjection m_projection;
    grading::DisplayWindow m_window;
    int m_slice = 0;
    bool m_isSmooth = true;
    bool m_isInverted = false;
    bool m_isTextHidden = false;
    bool m_isFitted = true; ///< Stays fitted while the pane changes size.
    bool m_isCurrent = false;
    QString m_message;
    Tool* m_tool = nullptr;
    Drag m_drag = Drag::None;
    bool m_spaceHeld = false;
    QPointF m_dragStart;
    QPointF m_dragLast;
    int m_wheelRest = 0;
    std::optional<QPointF> m_mouse;
    std::function<void(const SliceView&, SliceAnnotations&)> m_annotator;
    std::function<void(const SliceView&, QPainter&)> m_markPainter;
};

} // namespace foragrade
