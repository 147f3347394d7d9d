#include "views/ImageCanvas.h"

#include <vtkAOSDataArrayTemplate.h>
#include <vtkCamera.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkImageData.h>
#include <vtkImageProperty.h>
#include <vtkImageSlice.h>
#include <vtkImageSliceMapper.h>
#include <vtkLookupTable.h>
#include <vtkPointData.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

namespace foragrade {
namespace {

/// VTK's view of the same memory; VTK only reads it.
template <class T>
vtkSmartPointer<vtkDataArray> sharedArray(const std::vector<T>& pixels)
{
    auto array = vtkSmartPointer<vtkAOSDataArrayTemplate<T>>::New();
    array->SetNumberOfComponents(1);
    array->SetArray(const_cast<T*>(pixels.data()), static_cast<vtkIdType>(pixels.size()), 1);
    return array;
}

} // namespace

ImageCanvas::ImageCanvas(QWidget* parent) : QVTKOpenGLNativeWidget(parent)
{
    m_window->SetMultiSamples(0);
    setRenderWindow(m_window.Get());
    setEnableHiDPI(true);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_renderer->SetBackground(0, 0, 0);
    m_renderer->GetActiveCamera()->ParallelProjectionOn();
    m_window->AddRenderer(m_renderer);
    m_mapper->SetOrientationToZ();
    m_mapper->BorderOn();
    m_slice->SetMapper(m_mapper);
    m_slice->VisibilityOff();
    m_inverted->SetNumberOfTableValues(256);
    m_inverted->SetHueRange(0, 0);
    m_inverted->SetSaturationRange(0, 0);
    m_inverted->SetValueRange(1, 0);
    m_inverted->SetRampToLinear();
    m_inverted->Build();
    m_renderer->AddViewProp(m_slice);
}

ImageCanvas::~ImageCanvas() = default;

void ImageCanvas::setVolume(const grading::Volume& volume)
{
    m_slice->SetVisibility(!volume.isEmpty());
    if (volume.isEmpty()) {
        m_volume = volume;
        return;
    }
    const auto& geometry = volume.geometry();
    m_image->SetDimensions(geometry.columns(), geometry.rows(), geometry.slices());
    m_image->SetSpacing(geometry.columnSpacing().value, geometry.rowSpacing().value, geometry.sliceSpacing().value);
    m_image->SetOrigin(0, 0, 0);
    const auto scalars = std::visit([](const auto& pixels) { return sharedArray(pixels); }, volume.pixels());
    m_image->GetPointData()->SetScalars(scalars);
    m_image->Modified();
    m_mapper->SetInputData(m_image);
    m_volume = volume;
}

void ImageCanvas::render(const SliceProjection& projection, int slice, const Look& look)
{
    if (!isValid())
        return;
    if (!m_volume.isEmpty()) {
        m_mapper->SetSliceNumber(slice);
        auto* property = m_slice->GetProperty();
        property->SetColorWindow(look.window.width);
        property->SetColorLevel(look.window.center);
        property->SetLookupTable(look.isInverted ? m_inverted.Get() : nullptr);
        if (look.isSmooth)
            property->SetInterpolationTypeToLinear();
        else
            property->SetInterpolationTypeToNearest();
        // Looking along +z with rows going down puts increasing columns to the right: the slice as stored.
        const double z = slice * projection.geometry.sliceSpacing().value;
        auto* camera = m_renderer->GetActiveCamera();
        camera->SetFocalPoint(projection.centre.x(), projection.centre.y(), z);
        camera->SetPosition(projection.centre.x(), projection.centre.y(), z - 100);
        camera->SetViewUp(0, -1, 0);
        camera->SetParallelScale(projection.pane.height() * projection.mmPerPixel / 2);
        camera->SetClippingRange(50, 150);
    }
    m_window->Render();
}

} // namespace foragrade
