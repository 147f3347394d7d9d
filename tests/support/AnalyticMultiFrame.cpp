#include "AnalyticSlices.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <fmt/format.h>

#include <stdexcept>

namespace grading::test {

namespace {

void put(DcmItem& item, const DcmTagKey& tag, const std::string& value)
{
    item.putAndInsertString(tag, value.c_str());
}

DcmItem& group(DcmItem& holder, const DcmTagKey& sequence)
{
    DcmItem* item = nullptr;
    if (holder.findOrCreateSequenceItem(sequence, item, 0).bad())
        throw std::runtime_error("no functional group");
    return *item;
}

void putShared(DcmItem& dataset, const AnalyticSlice& first)
{
    DcmItem& shared = group(dataset, DCM_SharedFunctionalGroupsSequence);
    DcmItem& measures = group(shared, DCM_PixelMeasuresSequence);
    put(measures, DCM_PixelSpacing, fmt::format("{}\\{}", first.rowSpacing, first.columnSpacing));
    put(measures, DCM_SliceThickness, fmt::format("{}", first.thickness));
    put(group(shared, DCM_MRTimingAndRelatedParametersSequence), DCM_RepetitionTime, "3500");
    group(shared, DCM_MREchoSequence).putAndInsertFloat64(DCM_EffectiveEchoTime, 102);
}

void putFrame(DcmItem& frame, const AnalyticSlice& slice, Uint32 place)
{
    const auto& row = slice.rowDirection;
    const auto& column = slice.columnDirection;
    DcmItem& content = group(frame, DCM_FrameContentSequence);
    const Uint32 index[] = {1, place};
    content.putAndInsertUint32Array(DCM_DimensionIndexValues, index, 2);
    put(group(frame, DCM_PlanePositionSequence), DCM_ImagePositionPatient,
        fmt::format("{}\\{}\\{}", slice.position.x, slice.position.y, slice.position.z));
    put(group(frame, DCM_PlaneOrientationSequence), DCM_ImageOrientationPatient,
        fmt::format("{}\\{}\\{}\\{}\\{}\\{}", row.x, row.y, row.z, column.x, column.y, column.z));
}

} // namespace

std::filesystem::path writeMultiFrame(const std::filesystem::path& folder, const std::vector<AnalyticSlice>& frames)
{
    const AnalyticSlice& first = frames.front();
    DcmFileFormat file;
    DcmDataset& item = *file.getDataset();
    put(item, DCM_SOPClassUID, UID_EnhancedMRImageStorage);
    put(item, DCM_StudyInstanceUID, first.study);
    put(item, DCM_SeriesInstanceUID, first.series);
    put(item, DCM_SOPInstanceUID, first.series + ".1");
    put(item, DCM_FrameOfReferenceUID, first.frameOfReference);
    put(item, DCM_Modality, "MR");
    put(item, DCM_ImageType, "ORIGINAL\\PRIMARY\\M\\NONE");
    put(item, DCM_NumberOfFrames, std::to_string(frames.size()));
    item.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    put(item, DCM_PhotometricInterpretation, "MONOCHROME2");
    item.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(first.rows));
    item.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(first.columns));
    item.putAndInsertUint16(DCM_BitsAllocated, 16);
    item.putAndInsertUint16(DCM_BitsStored, 12);
    item.putAndInsertUint16(DCM_HighBit, 11);
    item.putAndInsertUint16(DCM_PixelRepresentation, 0);
    putShared(item, first);
    std::vector<Uint16> pixels;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        DcmItem* frame = nullptr;
        if (item.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, -2).bad())
            throw std::runtime_error("no frame");
        putFrame(*frame, frames[i], static_cast<Uint32>(i) + 1);
        for (int pixel = 0; pixel < first.rows * first.columns; ++pixel)
            pixels.push_back(static_cast<Uint16>(frames[i].base + pixel));
    }
    item.putAndInsertUint16Array(DCM_PixelData, pixels.data(), static_cast<unsigned long>(pixels.size()));
    std::filesystem::create_directories(folder);
    const auto path = folder / "frames";
    const auto syntax =
        first.transferSyntax < 0 ? EXS_LittleEndianExplicit : static_cast<E_TransferSyntax>(first.transferSyntax);
    if (file.saveFile(path.c_str(), syntax).bad())
        throw std::runtime_error("can't write " + path.string());
    return path;
}

} // namespace grading::test
