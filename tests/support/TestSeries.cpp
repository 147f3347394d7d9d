#include "TestSeries.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include <unistd.h>

namespace grading::test {

namespace {

std::string decimals(std::initializer_list<double> values)
{
    std::string joined;
    for (const double value : values) {
        std::array<char, 32> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%.8g", value);
        joined += (joined.empty() ? "" : "\\") + std::string(buffer.data());
    }
    return joined;
}

void putIdentity(DcmDataset& item, const TestSeries& series)
{
    const auto put = [&](const DcmTagKey& tag, const std::string& value) {
        item.putAndInsertString(tag, value.c_str());
    };
    put(DCM_SpecificCharacterSet, "ISO_IR 192");
    put(DCM_SOPClassUID, UID_MRImageStorage);
    put(DCM_StudyInstanceUID, series.study.text());
    put(DCM_SeriesInstanceUID, series.series.text());
    put(DCM_FrameOfReferenceUID, series.frameOfReference.text());
    put(DCM_PositionReferenceIndicator, "");
    put(DCM_PatientName, series.patientName);
    put(DCM_PatientID, "PHANTOM-1");
    put(DCM_PatientBirthDate, "19700101");
    put(DCM_PatientSex, "O");
    put(DCM_StudyDate, "20260302");
    put(DCM_StudyTime, "091500");
    put(DCM_StudyID, "1");
    put(DCM_StudyDescription, "MR lumbar spine");
    put(DCM_AccessionNumber, "");
    put(DCM_ReferringPhysicianName, "");
    put(DCM_Modality, "MR");
    put(DCM_SeriesNumber, "3");
    put(DCM_SeriesDescription, "T2 sagittal");
    put(DCM_BodyPartExamined, series.bodyPart);
    put(DCM_PatientPosition, "HFS");
    put(DCM_Manufacturer, "Foragrade tests");
    put(DCM_ScanningSequence, "SE");
    put(DCM_SequenceVariant, "SK");
    put(DCM_ScanOptions, "");
    put(DCM_MRAcquisitionType, "2D");
    put(DCM_EchoTime, "102");
    put(DCM_RepetitionTime, "3500");
    put(DCM_EchoTrainLength, "15");
    put(DCM_ImageType, "ORIGINAL\\PRIMARY\\M\\SE");
}

void putImage(DcmDataset& item, const TestSeries& series)
{
    item.putAndInsertString(DCM_SliceThickness, decimals({series.sliceSpacing * 0.9}).c_str());
    item.putAndInsertString(DCM_SpacingBetweenSlices, decimals({series.sliceSpacing}).c_str());
    item.putAndInsertString(DCM_PixelSpacing, decimals({series.rowSpacing, series.columnSpacing}).c_str());
    const auto row = series.rowDirection;
    const auto column = series.columnDirection;
    item.putAndInsertString(DCM_ImageOrientationPatient,
                            decimals({row.x, row.y, row.z, column.x, column.y, column.z}).c_str());
    item.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(series.rows));
    item.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(series.columns));
    item.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    item.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME2");
    item.putAndInsertUint16(DCM_BitsAllocated, 16);
    item.putAndInsertUint16(DCM_BitsStored, 12);
    item.putAndInsertUint16(DCM_HighBit, 11);
    item.putAndInsertUint16(DCM_PixelRepresentation, 0);
    const std::vector<Uint16> pixels(static_cast<std::size_t>(series.rows) * static_cast<std::size_t>(series.columns));
    item.putAndInsertUint16Array(DCM_PixelData, pixels.data(), static_cast<unsigned long>(pixels.size()));
}

} // namespace

Stack writeSeries(const std::filesystem::path& folder, const TestSeries& series)
{
    std::filesystem::create_directories(folder);
    Stack stack;
    stack.id = series.series.text() + "#1";
    stack.studyUid = series.study;
    stack.seriesUid = series.series;
    stack.frameOfReference = series.frameOfReference;
    stack.columns = series.columns;
    stack.rows = series.rows;
    stack.rowDirection = series.rowDirection;
    stack.columnDirection = series.columnDirection;
    const auto normal = cross(series.rowDirection, series.columnDirection);
    for (int slice = 0; slice < series.slices; ++slice) {
        DcmFileFormat file;
        auto& item = *file.getDataset();
        putIdentity(item, series);
        putImage(item, series);
        const Uid instance(series.series.text() + "." + std::to_string(slice + 1));
        const auto position = series.origin + normal * (series.sliceSpacing * slice);
        item.putAndInsertString(DCM_SOPInstanceUID, instance.text().c_str());
        item.putAndInsertString(DCM_InstanceNumber, std::to_string(series.slices - slice).c_str());
        item.putAndInsertString(DCM_AcquisitionNumber, "1");
        item.putAndInsertString(DCM_ImagePositionPatient, decimals({position.x, position.y, position.z}).c_str());
        const auto path = folder / ("image" + std::to_string((slice * 7) % series.slices + slice * 1000) + ".dcm");
        if (file.saveFile(path.c_str(), EXS_LittleEndianExplicit).bad())
            throw std::runtime_error("can't write " + path.string());
        stack.frames.push_back({path, 0, false, Uid(UID_MRImageStorage), instance, position});
    }
    stack.geometry =
        VolumeGeometry::make(series.origin, series.rowDirection, series.columnDirection, {series.columnSpacing},
                             {series.rowSpacing}, {series.sliceSpacing}, series.columns, series.rows, series.slices)
            .value();
    return stack;
}

std::filesystem::path testData()
{
    const char* named = std::getenv("FORAGRADE_TEST_DATA");
    const std::filesystem::path folder = named ? named : FORAGRADE_SOURCE_DIR "/../shared/data";
    return std::filesystem::is_directory(folder) ? folder : std::filesystem::path();
}

std::optional<std::string> outputOf(const std::string& program, const std::string& arguments)
{
    if (std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) != 0)
        return std::nullopt;
    std::FILE* pipe = popen((program + " " + arguments + " 2>&1").c_str(), "r");
    if (!pipe)
        return std::nullopt;
    std::string output;
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), count);
    pclose(pipe);
    return output;
}

} // namespace grading::test
