#pragma once

#include "views/SliceProjection.h"

#include <QLineF>
#include <QString>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace foragrade {

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
    bool isCurrent = false;
};

/// Draws annotations, marks and the tool's preview over the image with Qt, so that a moving cursor or a growing stroke
/// costs no rendering of the image. Transparent and deaf to the mouse.
class SliceOverlay : public QWidget {
    Q_OBJECT
public:
    using Paint = std::function<void(QPainter&)>;
    explicit SliceOverlay(QWidget* parent, std::function<SliceAnnotations()> annotations, Paint marks);

    void setProjection(const SliceProjection& projection);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintScaleBar(QPainter& painter, double bottom) const;
    void paintEdges(QPainter& painter, const SliceAnnotations& notes) const;
    void paintReferenceLines(QPainter& painter, const SliceAnnotations& notes) const;

    std::function<SliceAnnotations()> m_annotations;
    Paint m_marks;
    SliceProjection m_projection;
};

} // namespace foragrade
