#include "Risk.h"

#include "Attributes.h"

#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>

namespace grading {

namespace {

constexpr std::array images{
    UID_MRImageStorage,         UID_EnhancedMRImageStorage,          UID_CTImageStorage,
    UID_EnhancedCTImageStorage, UID_ComputedRadiographyImageStorage, UID_DigitalXRayImageStorageForPresentation};
constexpr std::array documents{UID_BasicTextSRStorage, UID_EnhancedSRStorage, UID_ComprehensiveSRStorage,
                               UID_Comprehensive3DSRStorage, UID_KeyObjectSelectionDocumentStorage};

bool isSecondaryCapture(const std::string& sopClass)
{
    return sopClass == UID_SecondaryCaptureImageStorage ||
           sopClass.starts_with(std::string(UID_SecondaryCaptureImageStorage) + ".");
}

/// An overlay whose bits lie in the pixels' unused ones can't go without touching the pixels.
bool hasOverlayInPixels(DcmItem& dataset)
{
    for (Uint16 group = 0x6000; group <= 0x601E; group += 2) {
        if (dataset.tagExists(DcmTagKey(group, 0x0010)) && !dataset.tagExists(DcmTagKey(group, 0x3000)))
            return true;
    }
    return false;
}

bool says(DcmItem& dataset, const DcmTagKey& tag, const std::string& part)
{
    const auto values = textValues(dataset, tag);
    return std::ranges::any_of(values, [&](const std::string& value) { return value.find(part) != std::string::npos; });
}

} // namespace

ObjectKind kindOf(DcmItem& dataset)
{
    const auto sopClass = firstText(dataset, DCM_SOPClassUID);
    const auto is = [&](const char* known) { return sopClass == known; };
    if (std::ranges::any_of(images, is) || isSecondaryCapture(sopClass))
        return ObjectKind::Image;
    if (sopClass == UID_SegmentationStorage)
        return ObjectKind::Segmentation;
    return std::ranges::any_of(documents, is) ? ObjectKind::Document : ObjectKind::Other;
}

std::string riskOf(DcmItem& dataset)
{
    const auto sopClass = firstText(dataset, DCM_SOPClassUID);
    const auto burnedIn = firstText(dataset, DCM_BurnedInAnnotation);
    if (kindOf(dataset) == ObjectKind::Other)
        return "is of a kind that can't be cleaned (" + sopClass + ")";
    if (burnedIn == "YES")
        return "has text burned into its pixels (Burned In Annotation is YES)";
    if (firstText(dataset, DCM_RecognizableVisualFeatures) == "YES")
        return "shows a recognizable face (Recognizable Visual Features is YES)";
    if (isSecondaryCapture(sopClass) && burnedIn != "NO")
        return "is a secondary capture that doesn't say whether text is burned into its pixels";
    if (says(dataset, DCM_ImageType, "SCREEN") || says(dataset, DCM_SeriesDescription, "creen save"))
        return "is a saved screen";
    if (hasOverlayInPixels(dataset))
        return "has an overlay within its pixels";
    return {};
}

bool isDirectory(DcmItem& dataset)
{
    return dataset.tagExists(DCM_DirectoryRecordSequence);
}

} // namespace grading
