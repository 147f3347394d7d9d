#include "phantom/DicomImage.h"

#include "grading/base/Files.h"
#include "grading/base/Uid.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <fmt/format.h>

namespace grading::phantom {

namespace {

/// Up to 16 characters, as a decimal string (DS) allows.
std::string decimal(double value)
{
    const std::string text = fmt::format("{:.8f}", value + 0.0).substr(0, 14);
    return text == "-0.00000000" ? "0" : text;
}

std::string decimals(std::initializer_list<double> values)
{
    std::string text;
    for (const double value : values)
        text += (text.empty() ? "" : "\\") + decimal(value);
    return text;
}

void put(DcmDataset& data, const DcmTagKey& tag, const std::string& value)
{
    // Only fails for a tag whose VR holds no text: every tag here does.
    static_cast<void>(data.putAndInsertString(tag, value.c_str()));
}

void putStudy(DcmDataset& data, const StudyPlan& study)
{
    put(data, DCM_SpecificCharacterSet, "ISO_IR 192");
    put(data, DCM_PatientName, study.patientName);
    put(data, DCM_PatientID, study.patientId);
    put(data, DCM_PatientBirthDate, "");
    put(data, DCM_PatientSex, "O");
    put(data, DCM_StudyInstanceUID, study.uid);
    put(data, DCM_StudyDate, "20260302");
    put(data, DCM_StudyTime, "090000");
    put(data, DCM_StudyID, "1");
    put(data, DCM_AccessionNumber, "");
    put(data, DCM_ReferringPhysicianName, "");
    put(data, DCM_StudyDescription, "MRI lumbar spine");
    put(data, DCM_FrameOfReferenceUID, study.frameOfReference);
    put(data, DCM_PositionReferenceIndicator, "");
}

void putSeries(DcmDataset& data, const SeriesPlan& series)
{
    const bool isT1 = series.weighting == Weighting::T1;
    put(data, DCM_Modality, "MR");
    put(data, DCM_SeriesInstanceUID, series.uid);
    put(data, DCM_SeriesNumber, std::to_string(series.number));
    put(data, DCM_SeriesDescription, series.description);
    put(data, DCM_SeriesDate, "20260302");
    put(data, DCM_SeriesTime, fmt::format("09{:02}00", 5 * series.number));
    put(data, DCM_ProtocolName, series.description);
    put(data, DCM_BodyPartExamined, "LSPINE");
    put(data, DCM_PatientPosition, "HFS");
    put(data, DCM_Manufacturer, "Foragrade phantom");
    put(data, DCM_ManufacturerModelName, "foragrade-phantom");
    put(data, DCM_DeviceSerialNumber, "1");
    put(data, DCM_SoftwareVersions, "1");
    put(data, DCM_ScanningSequence, "SE");
    put(data, DCM_SequenceVariant, "SK");
    put(data, DCM_ScanOptions, "");
    put(data, DCM_MRAcquisitionType, "2D");
    put(data, DCM_SequenceName, isT1 ? "*tse2d1_3" : "*tse2d1_17");
    put(data, DCM_RepetitionTime, isT1 ? "550" : "3500");
    put(data, DCM_EchoTime, isT1 ? "10" : "102");
    put(data, DCM_EchoTrainLength, isT1 ? "3" : "17");
    put(data, DCM_MagneticFieldStrength, "1.5");
    put(data, DCM_ImagingFrequency, "63.87");
    put(data, DCM_FlipAngle, isT1 ? "90" : "150");
    put(data, DCM_NumberOfAverages, "2");
}

void putPlace(DcmDataset& data, const SlicePlace& place)
{
    const Stack& stack = place.stack;
    const Vec3 at = stack.at(0, 0, place.slice);
    const Vec3 r = stack.rowDirection;
    const Vec3 c = stack.columnDirection;
    put(data, DCM_InstanceNumber, std::to_string(place.instance));
    put(data, DCM_AcquisitionNumber, "1");
    put(data, DCM_ImagePositionPatient, decimals({at.x, at.y, at.z}));
    put(data, DCM_ImageOrientationPatient, decimals({r.x, r.y, r.z, c.x, c.y, c.z}));
    put(data, DCM_SliceLocation, decimal(dot(at, stack.normal())));
    put(data, DCM_SliceThickness, decimal(stack.thickness));
    put(data, DCM_SpacingBetweenSlices, decimal(stack.spacing));
    put(data, DCM_PixelSpacing, decimals({stack.pixel, stack.pixel}));
}

void putPixels(DcmDataset& data, const SeriesPlan& series, const Stack& stack, const std::vector<std::uint16_t>& pixels)
{
    const auto number = [&](const DcmTagKey& tag, int value) {
        static_cast<void>(data.putAndInsertUint16(tag, static_cast<Uint16>(value)));
    };
    number(DCM_SamplesPerPixel, 1);
    put(data, DCM_PhotometricInterpretation, "MONOCHROME2");
    number(DCM_Rows, stack.rows);
    number(DCM_Columns, stack.columns);
    number(DCM_BitsAllocated, 16);
    number(DCM_BitsStored, 12);
    number(DCM_HighBit, 11);
    number(DCM_PixelRepresentation, 0);
    const bool isT1 = series.weighting == Weighting::T1;
    put(data, DCM_WindowCenter, isT1 ? "500" : "440");
    put(data, DCM_WindowWidth, isT1 ? "1020" : "920");
    static_cast<void>(data.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size()));
}

} // namespace

std::string instanceUid(const SeriesPlan& series, int instance)
{
    return Uid::fromName(series.uid + "/" + std::to_string(instance)).text();
}

Result<void> writeMrImage(const std::filesystem::path& path, const StudyPlan& study, const SeriesPlan& series,
                          const SlicePlace& place, const std::vector<std::uint16_t>& pixels)
{
    DcmFileFormat file;
    DcmDataset& data = *file.getDataset();
    put(data, DCM_ImageType, "ORIGINAL\\PRIMARY\\M\\SE");
    put(data, DCM_SOPClassUID, UID_MRImageStorage);
    put(data, DCM_SOPInstanceUID, instanceUid(series, place.instance));
    put(data, DCM_ContentDate, "20260302");
    put(data, DCM_ContentTime, fmt::format("09{:02}00", 5 * series.number));
    putStudy(data, study);
    putSeries(data, series);
    putPlace(data, place);
    putPixels(data, series, place.stack, pixels);
    return writeFileBy(path, [&](const std::filesystem::path& target) -> Result<void> {
        const OFCondition done = file.saveFile(target.c_str(), EXS_LittleEndianExplicit);
        if (done.bad())
            return fail(ErrorCode::Io, path.string(), std::string("cannot be written: ") + done.text());
        return {};
    });
}

} // namespace grading::phantom
