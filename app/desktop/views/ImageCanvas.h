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
class vtkRenderer;

namespace foragrade {

/// The picture of one slice in its own plane, as stored, on pure black. Draws only when `render` is called.
class ImageCanvas : public QVTKOpenGLNativeWidget {
    Q_OBJECT
public:
    explicit ImageCanvas(QWidget* parent = nullptr);
    ~ImageCanvas() override;

    void setVolume(const grading::Volume& volume); ///< Shares the pixels.
    void render(const SliceProjection& projection, int slice, grading::DisplayWindow window, bool smooth);

private:
    grading::Volume m_volume; ///< Keeps the pixels that VTK points into.
    vtkNew<vtkGenericOpenGLRenderWindow> m_window;
    vtkNew<vtkRenderer> m_renderer;
    vtkNew<vtkImageData> m_image;
    vtkNew<vtkImageSliceMapper> m_mapper;
    vtkNew<vtkImageSlice> m_slice;
};

} // namespace foragrade
