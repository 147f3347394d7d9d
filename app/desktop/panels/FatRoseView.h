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
    void show(std::optional<grading::SliceMeasurements> slice, const grading::VolumeGeometry& geometry);
    [[nodiscard]] QSize sizeHint() const override { return {176, 176}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// Pane direction of a ray: degrees as Ray::angle, x right, y down.
    [[nodiscard]] QPointF towards(double degrees) const;
    [[nodiscard]] QPointF onScreen(grading::PatientVector v) const;

    std::optional<grading::SliceMeasurements> m_slice;
    grading::VolumeGeometry m_geometry;
};

} // namespace foragrade
