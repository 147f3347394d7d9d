#pragma once

#include "grading/geometry/VolumeGeometry.h"
#include "grading/measure/Measurements.h"

#include <QWidget>

#include <optional>

namespace foragrade {

/// The fat around the root as measured: silhouette in the middle, 360 rays with their fat, the four sides tinted by
/// their state, letters placed as the slice lies on the screen.
class FatRoseView : public QWidget {
    Q_OBJECT
public:
    explicit FatRoseView(QWidget* parent = nullptr);
    /// Without a slice, `hint` is written instead.
    void show(std::optional<grading::SliceMeasurements> slice, const grading::VolumeGeometry& geometry,
              const QString& hint);
    [[nodiscard]] QSize sizeHint() const override { return {176, 176}; }

signals:
    void pointedAt(std::optional<grading::AnatomicalDirection> side); ///< The side under the mouse, when it changes.

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    /// Pane direction of a ray: degrees as Ray::angle, x right, y down.
    [[nodiscard]] QPointF towards(double degrees) const;
    [[nodiscard]] QPointF onScreen(grading::PatientVector v) const;

    void point(std::optional<grading::AnatomicalDirection> side);

    std::optional<grading::SliceMeasurements> m_slice;
    QString m_hint;
    std::optional<grading::AnatomicalDirection> m_pointed;
    grading::VolumeGeometry m_geometry;
};

} // namespace foragrade
