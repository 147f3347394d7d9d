#include "grading/imaging/SeriesRole.h"

#include <cmath>

namespace grading {

ImagePlane planeOf(PatientVector normal)
{
    const double x = std::abs(normal.x);
    const double y = std::abs(normal.y);
    const double z = std::abs(normal.z);
    if (x >= y && x >= z)
        return ImagePlane::Sagittal;
    return z >= y ? ImagePlane::Axial : ImagePlane::Coronal;
}

std::string_view name(ImagePlane plane)
{
    switch (plane) {
    case ImagePlane::Sagittal:
        return "sagittal";
    case ImagePlane::Axial:
        return "axial";
    case ImagePlane::Coronal:
        return "coronal";
    }
    return "sagittal";
}

std::string_view name(Weighting weighting)
{
    switch (weighting) {
    case Weighting::T1:
        return "T1";
    case Weighting::T2:
        return "T2";
    case Weighting::Stir:
        return "STIR";
    case Weighting::T2FatSaturated:
        return "T2-FS";
    case Weighting::ProtonDensity:
        return "PD";
    case Weighting::Dixon:
        return "Dixon";
    case Weighting::Other:
        return "other";
    }
    return "other";
}

std::string SeriesRole::name() const
{
    if (isLocalizer)
        return "localizer";
    const std::string planeName(grading::name(plane));
    switch (weighting) {
    case Weighting::T1:
        return planeName + "-T1";
    case Weighting::T2:
    case Weighting::T2FatSaturated:
        return planeName + "-T2";
    case Weighting::Stir:
        return plane == ImagePlane::Sagittal ? "sagittal-STIR" : "other";
    default:
        return "other";
    }
}

} // namespace grading
