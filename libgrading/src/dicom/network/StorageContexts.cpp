#include "StorageContexts.h"

#include "Association.h"

#include <array>

namespace grading {

namespace {

constexpr std::array imageClasses{UID_MRImageStorage,
                                  UID_EnhancedMRImageStorage,
                                  UID_LegacyConvertedEnhancedMRImageStorage,
                                  UID_EnhancedMRColorImageStorage,
                                  UID_CTImageStorage,
                                  UID_EnhancedCTImageStorage,
                                  UID_SecondaryCaptureImageStorage};
constexpr std::array packedSyntaxes{
    UID_JPEGProcess14SV1TransferSyntax,     UID_JPEGProcess14TransferSyntax,
    UID_JPEGLSLosslessTransferSyntax,       UID_JPEGLSLossyTransferSyntax,
    UID_JPEG2000LosslessOnlyTransferSyntax, UID_JPEG2000TransferSyntax,
    UID_RLELosslessTransferSyntax,          UID_JPEGProcess1TransferSyntax,
    UID_JPEGProcess2_4TransferSyntax,       UID_DeflatedExplicitVRLittleEndianTransferSyntax,
    UID_BigEndianExplicitTransferSyntax};
constexpr std::array otherClasses{UID_SegmentationStorage,
                                  UID_BasicTextSRStorage,
                                  UID_EnhancedSRStorage,
                                  UID_ComprehensiveSRStorage,
                                  UID_Comprehensive3DSRStorage,
                                  UID_KeyObjectSelectionDocumentStorage,
                                  UID_GrayscaleSoftcopyPresentationStateStorage,
                                  UID_EncapsulatedPDFStorage,
                                  UID_RawDataStorage,
                                  UID_MRSpectroscopyStorage,
                                  UID_MultiframeGrayscaleByteSecondaryCaptureImageStorage,
                                  UID_MultiframeGrayscaleWordSecondaryCaptureImageStorage,
                                  UID_MultiframeTrueColorSecondaryCaptureImageStorage,
                                  UID_UltrasoundImageStorage,
                                  UID_ComputedRadiographyImageStorage,
                                  UID_DigitalXRayImageStorageForPresentation};
static_assert(imageClasses.size() * (packedSyntaxes.size() + 1) + otherClasses.size() + 1 <= 128);

} // namespace

void addStorageContexts(DcmSCU& scu)
{
    for (const auto* kind : imageClasses) {
        scu.addPresentationContext(kind, plainSyntaxes(), ASC_SC_ROLE_SCP);
        for (const auto* packed : packedSyntaxes) {
            OFList<OFString> one;
            one.emplace_back(packed);
            scu.addPresentationContext(kind, one, ASC_SC_ROLE_SCP);
        }
    }
    for (const auto* kind : otherClasses)
        scu.addPresentationContext(kind, plainSyntaxes(), ASC_SC_ROLE_SCP);
}

} // namespace grading
