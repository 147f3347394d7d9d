#pragma once

#include "views/SliceProjection.h"

#include "grading/imaging/DisplayWindow.h"
#include "grading/imaging/Volume.h"

#include <QImage>
#include <QWidget>

#include <memory>

namespace foragrade {

/// The picture of one slice in its own plane, as stored, on pure black. VTK resamples and windows the slice for just
/// the screen's pixels that it covers, without OpenGL (docs/adr/0008-slices-without-opengl.md), and once for each
/// change.
class ImageCanvas : public QWidget {
    Q_OBJECT
public:
    explicit ImageCanvas(QWidget* parent = nullptr);
    ~ImageCanvas() override;

    struct Look {
        grading::DisplayWindow window;
        bool isSmooth = true;
        bool isInverted = false; ///< Black for the highest values.
    };
    void setVolume(const grading::Volume& volume); ///< Shares the pixels.
    void setView(const SliceProjection& projection, int slice, const Look& look);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Pipeline;

    void draw();

    grading::Volume m_volume; ///< Keeps the pixels that VTK points into.
    SliceProjection m_projection;
    int m_slice = 0;
    Look m_look;
    std::unique_ptr<Pipeline> m_pipeline;
    QImage m_picture; ///< In the memory of the pipeline's output.
    QPoint m_corner;  ///< of the picture, device pixels
    bool m_isDirty = false;
};

} // namespace foragrade
