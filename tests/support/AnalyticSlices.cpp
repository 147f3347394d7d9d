#include "AnalyticSlices.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

namespace grading::test {

namespace {

std::string decimals(std::initializer_list<double> values)
{
    std::string joined;
    for (const double value : values) {
        std::array<char, 32> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%.9g", value);
        joined += (joined.empty() ? "" : "\\") + std::string(buffer.data());
    }
    return joined;
}

void put(DcmItem& item, const DcmTagKey& tag, const std::string& value)
{
    item.putAndInsertString(tag, value.c_str());
}

void putUsual(DcmItem& item, const AnalyticSlice& slice)
{
    put(item, DCM_SOPClassUID, UID_MRImageStorage);
    put(item, DCM_StudyInstanceUID, slice.study);
    put(item, DCM_SeriesInstanceUID, slice.series);
    put(item, DCM_SOPInstanceUID, slice.instance);
    put(item, DCM_FrameOfReferenceUID, slice.frameOfReference);
    put(item, DCM_PatientID, "PHANTOM-1");
    put(item, DCM_PatientName, "Phantom^Lumbar");
    put(item, DCM_StudyDate, "20260302");
    put(item, DCM_Modality, "MR");
    put(item, DCM_SeriesNumber, "3");
    put(item, DCM_SeriesDescription, "t2_tse");
    put(item, DCM_ImageType, "ORIGINAL\\PRIMARY\\M\\SE");
    put(item, DCM_ScanningSequence, "SE");
    put(item, DCM_RepetitionTime, "3500");
    put(item, DCM_EchoTime, "102");
    if (slice.instanceNumber != 0)
        put(item, DCM_InstanceNumber, std::to_string(slice.instanceNumber));
}

void putGeometry(DcmItem& item, const AnalyticSlice& slice)
{
    const auto& row = slice.rowDirection;
    const auto& column = slice.columnDirection;
    put(item, DCM_ImagePositionPatient, decimals({slice.position.x, slice.position.y, slice.position.z}));
    put(item, DCM_ImageOrientationPatient, decimals({row.x, row.y, row.z, column.x, column.y, column.z}));
    put(item, DCM_PixelSpacing, decimals({slice.rowSpacing, slice.columnSpacing}));
    put(item, DCM_SliceThickness, decimals({slice.thickness}));
    if (slice.statedSpacing != 0)
        put(item, DCM_SpacingBetweenSlices, decimals({slice.statedSpacing}));
}

void putPixels(DcmItem& item, const AnalyticSlice& slice)
{
    item.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    put(item, DCM_PhotometricInterpretation, slice.photometric);
    item.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(slice.rows));
    item.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(slice.columns));
    item.putAndInsertUint16(DCM_BitsAllocated, static_cast<Uint16>(slice.bitsAllocated));
    item.putAndInsertUint16(DCM_BitsStored, static_cast<Uint16>(slice.bitsStored));
    item.putAndInsertUint16(DCM_HighBit, static_cast<Uint16>(slice.bitsStored - 1));
    item.putAndInsertUint16(DCM_PixelRepresentation, slice.isSigned ? 1 : 0);
    const std::uint32_t mask = (1u << slice.bitsStored) - 1;
    std::vector<Uint16> words;
    std::vector<Uint8> bytes;
    for (int i = 0; i < slice.rows * slice.columns; ++i) {
        const auto value = (static_cast<std::uint32_t>(slice.base + i) & mask) | slice.strayBits;
        words.push_back(static_cast<Uint16>(value));
        bytes.push_back(static_cast<Uint8>(value));
    }
    if (slice.bitsAllocated == 8)
        item.putAndInsertUint8Array(DCM_PixelData, bytes.data(), static_cast<unsigned long>(bytes.size()));
    else
        item.putAndInsertUint16Array(DCM_PixelData, words.data(), static_cast<unsigned long>(words.size()));
}

void putTable(DcmItem& item, const DcmTagKey& sequence, const std::vector<std::uint16_t>& outputs)
{
    DcmItem* table = nullptr;
    if (outputs.empty() || item.findOrCreateSequenceItem(sequence, table, 0).bad())
        return;
    const std::array<Uint16, 3> descriptor{static_cast<Uint16>(outputs.size()), 0, 16};
    table->putAndInsertUint16Array(DCM_LUTDescriptor, descriptor.data(), descriptor.size());
    table->putAndInsertUint16Array(DcmTag(DCM_LUTData, EVR_OW), outputs.data(),
                                   static_cast<unsigned long>(outputs.size()));
}

/// Lengths that change with the UID are kept right; the data set stays as it was written.
void claimSyntax(const std::filesystem::path& path, const std::string& uid)
{
    std::ifstream in(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const std::string plain = std::string("UI\x14\0", 4) + UID_LittleEndianExplicitTransferSyntax;
    const auto at = bytes.find(plain);
    if (at == std::string::npos || uid.size() != 23)
        throw std::runtime_error("can't claim " + uid);
    bytes.replace(at, plain.size() + 1, std::string("UI\x18\0", 4) + uid + '\0');
    bytes[140] = static_cast<char>(bytes[140] + 4); // length of group 0002
    std::ofstream(path, std::ios::binary) << bytes;
}

} // namespace

std::filesystem::path writeSlice(const std::filesystem::path& folder, const AnalyticSlice& given)
{
    static int made = 0;
    AnalyticSlice slice = given;
    ++made;
    if (slice.file.empty())
        slice.file = "i" + std::to_string(made * 7919 % 10007);
    if (slice.instance.empty())
        slice.instance = slice.series + "." + std::to_string(made * 7919 % 10007 + 1);
    DcmFileFormat file;
    DcmDataset& item = *file.getDataset();
    putUsual(item, slice);
    putGeometry(item, slice);
    for (const auto& [keyword, value] : slice.texts) {
        DcmTag tag;
        if (DcmTag::findTagFromName(keyword.c_str(), tag).bad())
            throw std::runtime_error("no attribute " + keyword);
        put(item, tag, value);
    }
    putPixels(item, slice);
    putTable(item, DCM_ModalityLUTSequence, slice.modalityTable);
    putTable(item, DCM_VOILUTSequence, slice.voiTable);
    std::filesystem::create_directories(folder);
    const auto path = folder / slice.file;
    const auto syntax =
        slice.transferSyntax < 0 ? EXS_LittleEndianExplicit : static_cast<E_TransferSyntax>(slice.transferSyntax);
    const auto written = file.saveFile(path.c_str(), syntax, EET_ExplicitLength, EGL_recalcGL, EPD_noChange, 0, 0,
                                       slice.hasMetaHeader ? EWM_fileformat : EWM_dataset);
    if (written.bad())
        throw std::runtime_error("can't write " + path.string());
    if (!slice.claimedSyntax.empty())
        claimSyntax(path, slice.claimedSyntax);
    if (slice.cutOffBytes > 0)
        std::filesystem::resize_file(path, std::filesystem::file_size(path) - slice.cutOffBytes);
    return path;
}

std::vector<AnalyticSlice> stackOf(const AnalyticSlice& first, int count, double spacing)
{
    const PatientVector normal = cross(first.rowDirection, first.columnDirection);
    std::vector<AnalyticSlice> slices;
    for (int i = 0; i < count; ++i) {
        slices.push_back(first);
        slices.back().position = first.position + normal * (spacing * i);
        slices.back().base = first.base + 40 * i;
    }
    return slices;
}

void shuffle(std::vector<AnalyticSlice>& slices)
{
    std::mt19937 chance(20260302); // NOLINT: the same at every run
    std::vector<int> numbers(slices.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = static_cast<int>(i) + 1;
    const auto mix = [&] {
        for (std::size_t i = numbers.size(); i > 1; --i)
            std::swap(numbers[i - 1], numbers[chance() % i]);
    };
    mix();
    for (std::size_t i = 0; i < slices.size(); ++i)
        slices[i].instanceNumber = numbers[i];
    mix();
    for (std::size_t i = 0; i < slices.size(); ++i)
        slices[i].file = "x" + std::to_string(numbers[i] * 37 % 1009);
}

void writeAll(const std::filesystem::path& folder, const std::vector<AnalyticSlice>& slices)
{
    const std::size_t count = slices.size();
    std::size_t step = 7;
    while (count > 1 && count % step == 0)
        step += 2;
    for (std::size_t i = 0; i < count; ++i)
        writeSlice(folder, slices[i * step % count]);
}

} // namespace grading::test
