#include "Seeds.h"

#include "AnalyticSlices.h"
#include "TemporaryFolder.h"

#include "grading/base/Files.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpls/djencode.h>

#include <openjpeg.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace grading::fuzz {

namespace {

using test::AnalyticSlice;

constexpr int columns = 16;
constexpr int rows = 12;

AnalyticSlice small()
{
    AnalyticSlice slice;
    slice.columns = columns;
    slice.rows = rows;
    slice.file = "seed.dcm";
    slice.instance = "1.2.826.0.1.3680043.10.543.7.1.1";
    return slice;
}

void expect(bool isDone)
{
    if (!isDone)
        throw std::runtime_error("a seed can't be made");
}

std::string asSaved(DcmFileFormat& file, E_TransferSyntax syntax)
{
    const samples::TemporaryFolder folder;
    expect(file.saveFile(folder.file("seed.dcm").c_str(), syntax).good());
    return readFile(folder / "seed.dcm").value();
}

Seed plain(const std::string& name, const AnalyticSlice& slice)
{
    const samples::TemporaryFolder folder;
    return {name + ".dcm", readFile(test::writeSlice(folder.path(), slice)).value()};
}

Seed compressed(const std::string& name, E_TransferSyntax syntax, int bits = 12)
{
    const samples::TemporaryFolder folder;
    auto slice = small();
    slice.bitsStored = bits;
    slice.bitsAllocated = bits > 8 ? 16 : 8;
    DcmFileFormat file;
    expect(file.loadFile(test::writeSlice(folder.path(), slice).c_str()).good());
    expect(file.getDataset()->chooseRepresentation(syntax, nullptr).good());
    // What is lossy is a new instance to DCMTK, with an UID that no two runs share.
    expect(file.getDataset()->putAndInsertString(DCM_SOPInstanceUID, slice.instance.c_str()).good());
    return {name + ".dcm", asSaved(file, syntax)};
}

OPJ_SIZE_T append(void* bytes, OPJ_SIZE_T count, void* user)
{
    static_cast<std::string*>(user)->append(static_cast<const char*>(bytes), count);
    return count;
}

std::string jpeg2000Codestream()
{
    opj_cparameters_t parameters{};
    opj_set_default_encoder_parameters(&parameters);
    parameters.tcp_numlayers = 1;
    parameters.cp_disto_alloc = 1;
    parameters.numresolution = 3;
    opj_image_cmptparm_t component{};
    component.dx = component.dy = 1;
    component.w = columns;
    component.h = rows;
    component.prec = 12;
    const std::unique_ptr<opj_image_t, decltype(&opj_image_destroy)> image(
        opj_image_create(1, &component, OPJ_CLRSPC_GRAY), &opj_image_destroy);
    image->x1 = columns;
    image->y1 = rows;
    for (int i = 0; i < columns * rows; ++i)
        image->comps[0].data[i] = i * 7;
    const std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)> codec(opj_create_compress(OPJ_CODEC_J2K),
                                                                           &opj_destroy_codec);
    const std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)> stream(opj_stream_default_create(OPJ_FALSE),
                                                                              &opj_stream_destroy);
    std::string codestream;
    opj_stream_set_user_data(stream.get(), &codestream, nullptr);
    opj_stream_set_write_function(stream.get(), append);
    expect(opj_setup_encoder(codec.get(), &parameters, image.get()) == OPJ_TRUE &&
           opj_start_compress(codec.get(), image.get(), stream.get()) == OPJ_TRUE &&
           opj_encode(codec.get(), stream.get()) == OPJ_TRUE &&
           opj_end_compress(codec.get(), stream.get()) == OPJ_TRUE);
    return codestream;
}

/// DCMTK can't encode JPEG 2000, but carries what another has encoded.
Seed jpeg2000()
{
    const samples::TemporaryFolder folder;
    DcmFileFormat file;
    expect(file.loadFile(test::writeSlice(folder.path(), small()).c_str()).good());
    auto codestream = jpeg2000Codestream();
    codestream.resize((codestream.size() + 1) / 2 * 2);
    auto pixels = std::make_unique<DcmPixelData>(DCM_PixelData);
    auto sequence = std::make_unique<DcmPixelSequence>(DCM_PixelSequenceTag);
    for (const auto& bytes : {std::string(), codestream}) { // the first is an empty offset table
        auto item = std::make_unique<DcmPixelItem>(DCM_PixelItemTag);
        expect(item->putUint8Array(reinterpret_cast<const Uint8*>(bytes.data()), // NOLINT
                                   static_cast<unsigned long>(bytes.size()))
                   .good());
        expect(sequence->insert(item.release()).good());
    }
    pixels->putOriginalRepresentation(EXS_JPEG2000LosslessOnly, nullptr, sequence.release());
    expect(file.getDataset()->insert(pixels.release(), OFTrue).good());
    return {"jpeg2000.dcm", asSaved(file, EXS_JPEG2000LosslessOnly)};
}

DcmItem& group(DcmItem& parent, const DcmTagKey& sequence)
{
    DcmItem* item = nullptr;
    expect(parent.findOrCreateSequenceItem(sequence, item, 0).good());
    return *item;
}

/// A multi-frame object whose frames have their places in functional groups (PS3.3 C.7.6.16).
Seed enhanced()
{
    const samples::TemporaryFolder folder;
    DcmFileFormat file;
    expect(file.loadFile(test::writeSlice(folder.path(), small()).c_str()).good());
    DcmItem& dataset = *file.getDataset();
    const auto put = [](DcmItem& item, const DcmTagKey& tag, const std::string& value) {
        expect(item.putAndInsertString(tag, value.c_str()).good());
    };
    constexpr int frames = 3;
    put(dataset, DCM_SOPClassUID, UID_EnhancedMRImageStorage);
    put(dataset, DCM_NumberOfFrames, std::to_string(frames));
    DcmItem& shared = group(dataset, DCM_SharedFunctionalGroupsSequence);
    put(group(shared, DCM_PlaneOrientationSequence), DCM_ImageOrientationPatient, "0\\1\\0\\0\\0\\-1");
    put(group(shared, DCM_PixelMeasuresSequence), DCM_PixelSpacing, "0.7\\0.6");
    put(group(shared, DCM_PixelMeasuresSequence), DCM_SliceThickness, "4");
    put(group(shared, DCM_MRTimingAndRelatedParametersSequence), DCM_RepetitionTime, "3500");
    for (int i = 0; i < frames; ++i) {
        DcmItem* frame = nullptr;
        expect(dataset.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, i).good());
        put(group(*frame, DCM_PlanePositionSequence), DCM_ImagePositionPatient, std::to_string(-4 * i) + "\\0\\0");
        put(group(*frame, DCM_PixelValueTransformationSequence), DCM_RescaleSlope, std::to_string(i + 1));
        put(group(*frame, DCM_PixelValueTransformationSequence), DCM_RescaleIntercept, "-5");
    }
    const std::vector<Uint16> pixels(std::size_t{frames} * columns * rows, 77);
    expect(dataset.putAndInsertUint16Array(DCM_PixelData, pixels.data(), static_cast<unsigned long>(pixels.size()))
               .good());
    return {"enhanced.dcm", asSaved(file, EXS_LittleEndianExplicit)};
}

Seed dicomDir()
{
    DcmFileFormat file;
    DcmItem& dataset = *file.getDataset();
    for (const char* name : {"IMAGES\\I1", "..\\..\\I2"}) {
        DcmItem* record = nullptr;
        expect(dataset.findOrCreateSequenceItem(DCM_DirectoryRecordSequence, record, -2).good());
        record->putAndInsertString(DCM_DirectoryRecordType, "IMAGE");
        record->putAndInsertString(DCM_ReferencedFileID, name);
    }
    dataset.putAndInsertString(DCM_SOPClassUID, UID_MediaStorageDirectoryStorage);
    dataset.putAndInsertString(DCM_SOPInstanceUID, "1.2.826.0.1.3680043.10.543.8");
    return {"dicomdir.dcm", asSaved(file, EXS_LittleEndianExplicit)};
}

std::vector<Seed> plainSeeds()
{
    std::vector<Seed> seeds;
    for (const auto& [name, syntax] : {std::pair{"implicit", EXS_LittleEndianImplicit},
                                       {"explicit", EXS_LittleEndianExplicit},
                                       {"big-endian", EXS_BigEndianExplicit},
                                       {"deflated", EXS_DeflatedLittleEndianExplicit}}) {
        auto slice = small();
        slice.transferSyntax = syntax;
        seeds.push_back(plain(name, slice));
    }
    auto bare = small();
    bare.hasMetaHeader = false;
    seeds.push_back(plain("no-meta-header", bare));
    auto scaled = small();
    scaled.isSigned = true;
    scaled.texts = {{"RescaleSlope", "0.25"},
                    {"RescaleIntercept", "-3"},
                    {"WindowCenter", "40\\50"},
                    {"WindowWidth", "400\\80"},
                    {"SpecificCharacterSet", "\\ISO 2022 IR 87"}};
    seeds.push_back(plain("rescaled", scaled));
    return seeds;
}

} // namespace

std::vector<Seed> imageSeeds()
{
    DcmRLEEncoderRegistration::registerCodecs();
    DJEncoderRegistration::registerCodecs();
    DJLSEncoderRegistration::registerCodecs();
    auto seeds = plainSeeds();
    seeds.push_back(compressed("rle", EXS_RLELossless));
    seeds.push_back(compressed("rle-8-bit", EXS_RLELossless, 8));
    seeds.push_back(compressed("jpeg-baseline", EXS_JPEGProcess1, 8));
    seeds.push_back(compressed("jpeg-extended", EXS_JPEGProcess2_4));
    seeds.push_back(compressed("jpeg-lossless", EXS_JPEGProcess14SV1));
    seeds.push_back(compressed("jpeg-lossless-16", EXS_JPEGProcess14SV1, 16));
    seeds.push_back(compressed("jpeg-ls", EXS_JPEGLSLossless));
    seeds.push_back(compressed("jpeg-ls-lossy", EXS_JPEGLSLossy, 8));
    seeds.push_back(jpeg2000());
    seeds.push_back(enhanced());
    seeds.push_back(dicomDir());
    return seeds;
}

} // namespace grading::fuzz
