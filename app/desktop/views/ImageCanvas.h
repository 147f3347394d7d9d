#pragma once

#include "views/SliceProjection.h"

#include "grading/imaging/DisplayWindow.h"
#include "grading/imaging/Volume.h"

#include <QVTKOpenGLNativeWidget.h>
#include <vtkNew.h>

class vtkGenericOpenGLRenderWindow;
class vtkImageData;
class vtkImageSlice;
class vtkImageSliceMapper;
class vtkLookupTable;
class vtkRenderer;

namespace foragrade {

/// The picture of one slice in its own plane, as stored, on pure black. Draws only when `render` is called.
class ImageCanvas : public QVTKOpenGLNativeWidget {
    Q_OBJECT
public:
    explicit ImageCanvas(QWidget* parent = nullptr);
    ~ImageCanvas() override;

    void setVolume(const grading::Volume& volume); ///< Shares the pixels.
    struct Look {
        grading::DisplayWindow window;
        bool isSmooth = true;
        bool isInverted = false; ///< Black for the highest values.
    };
    void render(const SliceProjection& projection, int slice, const Look& look);

private:
    grading::Volume m_volume; ///< Keeps the pixels that VTK points into.
    vtkNew<vtkGenericOpenGLRenderWindow> m_window;
    vtkNew<vtkRenderer> m_renderer;
    vtkNew<vtkImageData> m_image;
    vtkNew<vtkImageSliceMapper> m_mapper;
    vtkNew<vtkImageSlice> m_slice;
    vtkNew<vtkLookupTable> m_inverted;
};

} // namespace foragrade
