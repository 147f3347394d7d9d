#include "ImageHeader.h"

#include "Decoders.h"
#include "FrameAttributes.h"
#include "HeaderFile.h"
#include "PixelExtent.h"

#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace grading {

namespace {

/// Objects with rows and columns that aren't images of the patient.
bool isDerivedObject(const std::string& sopClass)
{
    constexpr std::array<std::string_view, 5> derived{
        "1.2.840.10008.5.1.4.1.1.66.4",  // segmentation
        "1.2.840.10008.5.1.4.1.1.66.7",  // label map segmentation
        "1.2.840.10008.5.1.4.1.1.30",    // parametric map
        "1.2.840.10008.5.1.4.1.1.481.2", // radiotherapy dose
        "1.2.840.10008.5.1.4.1.1.77.1.6" // whole slide microscopy
    };
    return std::find(derived.begin(), derived.end(), sopClass) != derived.end();
}

void readStudyAndSeries(const HeaderItem& dataset, ImageHeader& header)
{
    const auto characterSet = textValues(dataset, DCM_SpecificCharacterSet);
    header.study.uid = Uid(firstText(dataset, DCM_StudyInstanceUID));
    header.study.patientId = utf8Text(dataset, DCM_PatientID, characterSet);
    header.study.patientName = utf8Text(dataset, DCM_PatientName, characterSet);
    header.study.date = firstText(dataset, DCM_StudyDate);
    header.study.description = utf8Text(dataset, DCM_StudyDescription, characterSet);
    if (firstText(dataset, DCM_PatientIdentityRemoved) != "YES") { // what is left is a dummy or a hint at who it was
        header.study.patientBirthDate = firstText(dataset, DCM_PatientBirthDate);
        header.study.patientSex = firstText(dataset, DCM_PatientSex);
    }
    header.series.uid = Uid(firstText(dataset, DCM_SeriesInstanceUID));
    header.series.number = static_cast<int>(wholeNumber(dataset, DCM_SeriesNumber, 0));
    header.series.description = utf8Text(dataset, DCM_SeriesDescription, characterSet);
    header.series.modality = firstText(dataset, DCM_Modality);
    header.series.bodyPart = firstText(dataset, DCM_BodyPartExamined);
}

Issue leftOut(std::string code, const std::filesystem::path& path, std::string text,
              Severity severity = Severity::Warning)
{
    return {severity, std::move(code), path.string(), std::move(text)};
}

/// None when the pixels are all there, or the Issue that keeps the file out.
std::optional<Issue> pixelProblem(const std::filesystem::path& path, const HeaderFile& file)
{
    if (!file.hasPixels)
        return leftOut("no-pixel-data", path, "The file ends before its pixel data; left out");
    switch (pixelExtent(path, file)) {
    case PixelExtent::Complete:
        return std::nullopt;
    case PixelExtent::CutOff:
        return leftOut("cut-off", path, "The file is cut off in its pixel data; left out");
    case PixelExtent::TooShort:
        return leftOut("pixels-missing", path, "There are fewer pixels than rows, columns and frames say; left out");
    }
    return std::nullopt;
}

FrameHeader commonPart(const HeaderItem& dataset, const ImageHeader& header, const std::filesystem::path& path)
{
    FrameHeader common;
    common.frame.file = path;
    common.frame.sopClass = Uid(firstText(dataset, DCM_SOPClassUID));
    common.frame.sopInstance = Uid(firstText(dataset, DCM_SOPInstanceUID));
    common.frameOfReference = Uid(firstText(dataset, DCM_FrameOfReferenceUID));
    common.rows = static_cast<int>(wholeNumber(dataset, DCM_Rows, 0));
    common.columns = static_cast<int>(wholeNumber(dataset, DCM_Columns, 0));
    common.isColor = wholeNumber(dataset, DCM_SamplesPerPixel, 1) != 1;
    common.acquisition.description = header.series.description;
    const auto protocol = utf8Text(dataset, DCM_ProtocolName, textValues(dataset, DCM_SpecificCharacterSet));
    if (!protocol.empty() && protocol != header.series.description)
        common.acquisition.description += (header.series.description.empty() ? "" : " / ") + protocol;
    return common;
}

void readFrames(const std::filesystem::path& path, const HeaderFile& file, ImageHeader& header)
{
    const HeaderItem& dataset = file.dataset;
    FrameHeader common = commonPart(dataset, header, path);
    common.undecodable = undecodableName(file.transferSyntax);
    const bool isMultiFrame = dataset.has(DCM_PerFrameFunctionalGroupsSequence);
    const long frames = std::max(1L, wholeNumber(dataset, DCM_NumberOfFrames, 1));
    if (auto problem = pixelProblem(path, file)) {
        header.issues.push_back(std::move(*problem));
        return;
    }
    const bool hasAllGroups = !isMultiFrame || itemOf(dataset, DCM_PerFrameFunctionalGroupsSequence,
                                                      static_cast<std::size_t>(frames - 1)) != nullptr;
    if (!hasAllGroups || (!isMultiFrame && frames > 1)) {
        header.issues.push_back(leftOut("no-position", path, "Its frames have no place each in the patient; left out"));
        return;
    }
    for (int i = 0; i < frames; ++i) {
        FrameHeader frame = common;
        frame.frame.isMultiFrame = isMultiFrame;
        if (!readFrame(dataset, i, frame)) {
            header.frames.clear();
            header.issues.push_back(leftOut(
                "no-position", path, "Position, orientation or pixel spacing is missing or senseless; left out"));
            return;
        }
        header.frames.push_back(std::move(frame));
    }
}

} // namespace

Result<ImageHeader> readImageHeader(const std::filesystem::path& path)
{
    const auto file = readHeaderFile(path);
    if (!file)
        return fail(file.error());
    const HeaderItem& dataset = file->dataset;
    ImageHeader header;
    readStudyAndSeries(dataset, header);
    auto sopClass = firstText(dataset, DCM_SOPClassUID);
    if (sopClass.empty())
        sopClass = firstText(file->meta, DCM_MediaStorageSOPClassUID);
    const bool isMarked = !firstText(file->meta, DCM_TransferSyntaxUID).empty();
    if (!isMarked && sopClass.empty() && header.series.uid.isEmpty())
        return fail(ErrorCode::Unreadable, path.string(), "isn't readable as DICOM");
    const bool hasGrid = wholeNumber(dataset, DCM_Rows, 0) > 0 && wholeNumber(dataset, DCM_Columns, 0) > 0;
    header.isImage = hasGrid && !isDerivedObject(sopClass) && !header.series.uid.isEmpty();
    if (header.isImage)
        readFrames(path, *file, header);
    else if (!hasGrid && dcmIsImageStorageSOPClassUID(sopClass.c_str()))
        header.issues.push_back(leftOut("no-pixel-data", path, "An image, but it has no rows and columns; left out"));
    else if (hasGrid && header.series.uid.isEmpty())
        header.issues.push_back(leftOut("no-series", path, "It names no series; left out"));
    return header;
}

} // namespace grading
