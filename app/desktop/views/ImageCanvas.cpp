#include "views/ImageCanvas.h"

#include <QPaintEvent>
#include <QPainter>

#include <vtkAOSDataArrayTemplate.h>
#include <vtkImageData.h>
#include <vtkImageResliceToColors.h>
#include <vtkLookupTable.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkSmartPointer.h>

#include <algorithm>
#include <cmath>
#include <utility>

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

/// The screen's pixels along one axis that the slice covers.
struct Span {
    double origin = 0; ///< where the middle of the pane's first device pixel lies, in voxels from the first's middle
    double step = 1;   ///< voxels a device pixel
    int first = 0;
    int last = -1;

    [[nodiscard]] bool isEmpty() const { return last < first; }

    static Span of(double atFirst, double atSecond, int voxels, int pixels)
    {
        Span span{atFirst, atSecond - atFirst};
        const auto pixelAt = [&](double voxel) {
            return static_cast<int>(std::clamp(std::ceil((voxel - span.origin) / span.step), 0.0, double(pixels)));
        };
        span.first = pixelAt(-0.5);
        span.last = pixelAt(voxels - 0.5) - 1;
        return span;
    }
};

} // namespace

struct ImageCanvas::Pipeline {
    vtkNew<vtkImageData> image; ///< One unit a voxel.
    vtkNew<vtkLookupTable> greys;
    vtkNew<vtkImageResliceToColors> reslice;

    Pipeline()
    {
        greys->SetNumberOfTableValues(256);
        greys->SetHueRange(0, 0);
        greys->SetSaturationRange(0, 0);
        greys->SetRampToLinear();
        greys->SetNanColor(0, 0, 0, 1);
        reslice->SetLookupTable(greys);
        reslice->SetOutputFormatToRGBA();
        reslice->SetOutputScalarType(VTK_FLOAT); // greys between the values of narrow windows
    }
};

ImageCanvas::ImageCanvas(QWidget* parent) : QWidget(parent), m_pipeline(std::make_unique<Pipeline>())
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

ImageCanvas::~ImageCanvas() = default;

void ImageCanvas::setVolume(const grading::Volume& volume)
{
    m_isDirty = true;
    m_picture = {};
    if (!volume.isEmpty()) {
        const auto& geometry = volume.geometry();
        auto& image = *m_pipeline->image;
        image.SetDimensions(geometry.columns(), geometry.rows(), geometry.slices());
        image.GetPointData()->SetScalars(
            std::visit([](const auto& pixels) { return sharedArray(pixels); }, volume.pixels()));
        image.Modified();
        m_pipeline->reslice->SetInputData(&image);
    }
    m_volume = volume; // the former's pixels go only now
    update();
}

void ImageCanvas::setView(const SliceProjection& projection, int slice, const Look& look)
{
    m_projection = projection;
    m_slice = slice;
    m_look = look;
    m_isDirty = true;
    update();
}

void ImageCanvas::draw()
{
    m_picture = {};
    if (m_volume.isEmpty())
        return;
    const double ratio = devicePixelRatioF();
    const auto first = m_projection.toSlice(QPointF(0.5, 0.5) / ratio);
    const auto second = m_projection.toSlice(QPointF(1.5, 1.5) / ratio);
    const auto& geometry = m_volume.geometry();
    const auto x = Span::of(first.column, second.column, geometry.columns(), qCeil(width() * ratio));
    const auto y = Span::of(first.row, second.row, geometry.rows(), qCeil(height() * ratio));
    if (x.isEmpty() || y.isEmpty())
        return;
    auto& greys = *m_pipeline->greys;
    greys.SetTableRange(m_look.window.lower(), m_look.window.upper());
    greys.SetValueRange(m_look.isInverted ? 1 : 0, m_look.isInverted ? 0 : 1);
    greys.Build();
    auto& reslice = *m_pipeline->reslice;
    reslice.SetInterpolationMode(m_look.isSmooth ? VTK_RESLICE_LINEAR : VTK_RESLICE_NEAREST);
    reslice.SetOutputOrigin(x.origin, y.origin, m_slice);
    reslice.SetOutputSpacing(x.step, y.step, 1);
    reslice.SetOutputExtent(x.first, x.last, y.first, y.last, 0, 0);
    reslice.Update();
    // RGBA of opaque greys: the same bytes in any order.
    m_picture = QImage(static_cast<const uchar*>(reslice.GetOutput()->GetScalarPointer()), x.last - x.first + 1,
                       y.last - y.first + 1, QImage::Format_RGB32);
    m_picture.setDevicePixelRatio(ratio);
    m_corner = {x.first, y.first};
}

void ImageCanvas::paintEvent(QPaintEvent* event)
{
    if (std::exchange(m_isDirty, false) || (!m_picture.isNull() && m_picture.devicePixelRatio() != devicePixelRatioF()))
        draw();
    QPainter painter(this);
    painter.fillRect(event->rect(), Qt::black);
    if (!m_picture.isNull())
        painter.drawImage(QPointF(m_corner) / m_picture.devicePixelRatio(), m_picture);
}

} // namespace foragrade
