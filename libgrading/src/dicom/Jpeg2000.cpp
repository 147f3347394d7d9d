#include "Jpeg2000.h"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace grading {

namespace {

struct Source {
    std::vector<std::uint8_t> bytes;
    std::size_t at = 0;
};

OPJ_SIZE_T readBytes(void* buffer, OPJ_SIZE_T wanted, void* user)
{
    auto& source = *static_cast<Source*>(user);
    const std::size_t count = std::min<std::size_t>(wanted, source.bytes.size() - source.at);
    if (count == 0)
        return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(buffer, source.bytes.data() + source.at, count);
    source.at += count;
    return count;
}

OPJ_OFF_T skipBytes(OPJ_OFF_T wanted, void* user)
{
    auto& source = *static_cast<Source*>(user);
    if (wanted < 0)
        return -1;
    const auto left = static_cast<OPJ_OFF_T>(source.bytes.size() - source.at);
    const OPJ_OFF_T count = std::min(wanted, left);
    source.at += static_cast<std::size_t>(count);
    return count;
}

OPJ_BOOL seekTo(OPJ_OFF_T place, void* user)
{
    auto& source = *static_cast<Source*>(user);
    if (place < 0 || static_cast<std::size_t>(place) > source.bytes.size())
        return OPJ_FALSE;
    source.at = static_cast<std::size_t>(place);
    return OPJ_TRUE;
}

using Codec = std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)>;
using Stream = std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)>;
using Image = std::unique_ptr<opj_image_t, decltype(&opj_image_destroy)>;

Stream streamOn(Source& source)
{
    Stream stream(opj_stream_default_create(OPJ_TRUE), &opj_stream_destroy);
    opj_stream_set_user_data(stream.get(), &source, nullptr);
    opj_stream_set_user_data_length(stream.get(), source.bytes.size());
    opj_stream_set_read_function(stream.get(), readBytes);
    opj_stream_set_skip_function(stream.get(), skipBytes);
    opj_stream_set_seek_function(stream.get(), seekTo);
    return stream;
}

/// DICOM holds bare codestreams; some writers wrap them into a JP2 file all the same.
bool isWrapped(const std::vector<std::uint8_t>& bytes)
{
    return bytes.size() > 8 && std::memcmp(bytes.data() + 4, "jP  ", 4) == 0;
}

} // namespace

Result<std::vector<std::int32_t>> decodeJpeg2000(std::vector<std::uint8_t> codestream, int rows, int columns)
{
    const auto broken = [](const char* what) { return fail(ErrorCode::Unreadable, {}, what); };
    Source source{std::move(codestream)};
    const Codec codec(opj_create_decompress(isWrapped(source.bytes) ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K),
                      &opj_destroy_codec);
    opj_dparameters_t parameters{};
    opj_set_default_decoder_parameters(&parameters);
    if (codec == nullptr || opj_setup_decoder(codec.get(), &parameters) == OPJ_FALSE)
        return broken("JPEG 2000 can't be decoded here");
    opj_decoder_set_strict_mode(codec.get(), OPJ_TRUE); // a cut off codestream fails
    const Stream stream = streamOn(source);
    opj_image_t* header = nullptr;
    const bool hasHeader = opj_read_header(stream.get(), codec.get(), &header) == OPJ_TRUE;
    const Image image(header, &opj_image_destroy);
    if (!hasHeader || image == nullptr || image->numcomps != 1)
        return broken("has JPEG 2000 data that can't be decoded");
    const auto width = std::int64_t{image->x1} - image->x0;
    const auto height = std::int64_t{image->y1} - image->y0;
    if (width != columns || height != rows)
        return broken("has JPEG 2000 data of another size than its header says");
    if (opj_decode(codec.get(), stream.get(), image.get()) == OPJ_FALSE)
        return broken("has JPEG 2000 data that is broken or cut off");
    const opj_image_comp_t& component = image->comps[0];
    if (component.data == nullptr || std::int64_t{component.w} != columns || std::int64_t{component.h} != rows)
        return broken("has JPEG 2000 data of another size than its header says");
    return std::vector<std::int32_t>(component.data, component.data + std::ptrdiff_t{rows} * columns);
}

} // namespace grading
