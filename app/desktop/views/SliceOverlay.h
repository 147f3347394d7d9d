#pragma once

#include "views/SliceProjection.h"

#include <QLineF>
#include <QString>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace foragrade {

/// The name of a level at its disc.
struct LevelLabel {
    QPointF at; ///< pane coordinates
    QString name;
    bool isPointedAt = false; ///< Else it follows from the others.
    bool isCurrent = false;
    bool isTextAtLeft = true; ///< In front of the spine, away from the foramina.
};

/// Text and lines around one slice, gathered when the pane paints.
struct SliceAnnotations {
    QStringList topLeft;                                    ///< patient
    QStringList topRight;                                   ///< level and slice number
    QStringList bottomLeft;                                 ///< window, above the scale bar
    QStringList bottomRight;                                ///< series
    QString top, bottom, left, right;                       ///< orientation letters of the pane's edges
    QString side;                                           ///< "R", "L" on sagittal slices off the midline
    QString message;                                        ///< In the middle instead of an image.
    std::vector<std::pair<QLineF, QString>> referenceLines; ///< pane coordinates
    std::optional<QPointF> cursor;                          ///< the place pointed at in another pane
    std::vector<LevelLabel> levels;
    bool isTextHidden = false; ///< Corners and level names.
    bool isCurrent = false;
};

/// Light text with a dark rim and shadow, readable on bright tissue; on one line.
void drawRimmedText(QPainter& painter, const QRectF& where, Qt::Alignment flags, const QString& text, QColor colour);

/// Draws annotations, marks and the tool's preview over the image with Qt, so that a moving cursor or a growing stroke
/// costs no rendering of the image. Transparent and deaf to the mouse.
class SliceOverlay : public QWidget {
    Q_OBJECT
public:
    using Paint = std::function<void(QPainter&)>;
    explicit SliceOverlay(QWidget* parent, std::function<SliceAnnotations()> annotations, Paint marks);

    void setProjection(const SliceProjection& projection);
    [[nodiscard]] SliceAnnotations annotations() const { return m_annotations(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintScaleBar(QPainter& painter, double bottom) const;
    /// The orientation letters with their places, true to their size.
    [[nodiscard]] std::vector<std::pair<QRectF, QString>> edges(const SliceAnnotations& notes) const;
    void paintEdges(QPainter& painter, const SliceAnnotations& notes) const;
    void paintReferenceLines(QPainter& painter, const SliceAnnotations& notes) const;
    static void paintCursor(QPainter& painter, QPointF at);
    static void paintLevels(QPainter& painter, const SliceAnnotations& notes);

    std::function<SliceAnnotations()> m_annotations;
    Paint m_marks;
    SliceProjection m_projection;
};

} // namespace foragrade
