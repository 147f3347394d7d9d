#include "DicomFile.h"

#include "Dcmtk.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcistrmf.h>
#include <dcmtk/dcmdata/dcmetinf.h>

#include <array>
#include <cstring>
#include <exception>
#include <fstream>
#include <optional>
#include <utility>

namespace grading {

namespace {

/// DCMTK's parser calls itself for every nested sequence; a few kB a level, and a file of 1 MB can hold 50 000 levels.
/// Real objects nest less than 20 deep.
constexpr std::uintptr_t stackLimit = 1u << 20;
/// Values longer than this stay on the disk.
constexpr Uint32 longestLoadedValue = 4096;
/// What a deflated file may come to, bytes: deflate shrinks a thousandfold.
constexpr std::int64_t inflatedLimit = std::int64_t{1} << 30;
/// The same of its header.
constexpr std::int64_t inflatedHeaderLimit = std::int64_t{1} << 27;
/// An element takes about three reads and 250 bytes; the largest enhanced objects have some million elements.
constexpr std::uint64_t readLimit = 15'000'000;

std::uintptr_t stackTop()
{
    return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)); // NOLINT
}

/// Finds a long value of a deflated file by inflating up to it again. DCMTK would load it at once, and ask for as much
/// memory as its length claims before it was found to be there.
class InflatingFactory : public DcmInputStreamFactory {
public:
    /// `begin`: where the deflated part begins in the file; `offset`: of the value in what it inflates to.
    InflatingFactory(const OFFilename& name, offile_off_t begin, offile_off_t offset)
        : m_name(name), m_begin(begin), m_offset(offset)
    {}

    DcmInputStream* create() const override
    {
        auto stream = std::make_unique<DcmInputFileStream>(m_name, m_begin);
        if (stream->good() && stream->installCompressionFilter(ESC_zlib).good())
            stream->skip(m_offset);
        return stream.release();
    }
    DcmInputStreamFactory* clone() const override { return new InflatingFactory(*this); }
    DcmInputStreamFactoryType ident() const override { return DFT_DcmInputFileStreamFactory; }

private:
    OFFilename m_name;
    offile_off_t m_begin;
    offile_off_t m_offset;
};

/// A file stream that fails when the parser nests too deep or gets too much: the parser then unwinds by itself.
class GuardedStream : public DcmInputFileStream {
public:
    GuardedStream(const OFFilename& name, std::int64_t mostInflated)
        : DcmInputFileStream(name), m_name(name), m_bottom(stackTop()), m_mostInflated(mostInflated)
    {}

    OFBool good() const override { return m_excess == nullptr && DcmInputFileStream::good(); }
    OFCondition status() const override { return m_excess ? EC_CorruptedData : DcmInputFileStream::status(); }
    OFBool eos() override { return m_excess != nullptr || DcmInputFileStream::eos(); }
    offile_off_t avail() override { return m_excess ? 0 : DcmInputFileStream::avail(); }
    OFCondition installCompressionFilter(E_StreamCompression type) override
    {
        m_deflatedFrom = tell();
        return DcmInputFileStream::installCompressionFilter(type);
    }
    DcmInputStreamFactory* newFactory() const override
    {
        if (m_deflatedFrom)
            return new InflatingFactory(m_name, *m_deflatedFrom, tell() - *m_deflatedFrom);
        return DcmInputFileStream::newFactory();
    }
    offile_off_t skip(offile_off_t length) override
    {
        if (m_deflatedFrom && length > m_mostInflated - tell())
            m_excess = inflatesTooMuch;
        return m_excess ? 0 : DcmInputFileStream::skip(length);
    }
    offile_off_t read(void* buffer, offile_off_t length) override
    {
        const std::uintptr_t top = stackTop();
        const std::uintptr_t used = m_bottom > top ? m_bottom - top : top - m_bottom;
        if (used > stackLimit)
            m_excess = "nests its elements too deep";
        else if (++m_reads > readLimit)
            m_excess = "has more elements than can be true";
        else if (m_deflatedFrom && length > m_mostInflated - tell())
            m_excess = inflatesTooMuch;
        return m_excess ? 0 : DcmInputFileStream::read(buffer, length);
    }

    /// What it has too much of; null while all is well.
    [[nodiscard]] const char* excess() const { return m_excess; }

private:
    static constexpr const char* inflatesTooMuch = "inflates to more than is read";

    OFFilename m_name;
    std::uintptr_t m_bottom;
    std::int64_t m_mostInflated;
    std::uint64_t m_reads = 0;
    std::optional<offile_off_t> m_deflatedFrom;
    const char* m_excess = nullptr;
};

tl::unexpected<Error> unreadable(const std::filesystem::path& path, std::string what)
{
    return fail(ErrorCode::Unreadable, path.string(), std::move(what), "get a new copy of the file");
}

/// What `read` of DCMTK's returns for `format`. DCMTK 3.6.7 throws at values that are too long for their kind in a
/// directory's records.
template <typename Read>
OFCondition parsedBy(DcmFileFormat& format, const Read& read)
{
    format.transferInit();
    OFCondition parsed = EC_CorruptedData;
    try {
        parsed = read();
    } catch (const std::exception&) {
        format.clear();
    }
    format.transferEnd();
    return parsed;
}

} // namespace

bool looksLikeDicom(const std::filesystem::path& path)
{
    std::array<char, 132> start{};
    std::ifstream in(path, std::ios::binary);
    in.read(start.data(), start.size());
    const auto count = static_cast<std::size_t>(in.gcount());
    if (count == start.size() && std::memcmp(start.data() + 128, "DICM", 4) == 0)
        return true;
    if (count < 16)
        return false;
    // No preamble: group 0002 or 0008, low element number; little or big endian.
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(start[at]); };
    const unsigned little = byte(0) | byte(1) << 8;
    const unsigned big = byte(0) << 8 | byte(1);
    const bool isLittle = (little == 0x0002 || little == 0x0008) && byte(3) <= 0x01;
    const bool isBig = (big == 0x0002 || big == 0x0008) && byte(2) <= 0x01;
    return isLittle || isBig;
}

Result<DicomFile> readHeader(const std::filesystem::path& path)
{
    prepareDcmtk();
    GuardedStream stream(OFFilename(path.c_str()), inflatedHeaderLimit);
    if (!stream.good())
        return fail(ErrorCode::Io, path.string(), "can't be opened", "check its permissions");
    DicomFile file{std::make_unique<DcmFileFormat>()};
    const OFCondition parsed = parsedBy(*file.format, [&] {
        return file.format->readUntilTag(stream, EXS_Unknown, EGL_noChange, longestLoadedValue, DcmTagKey(0x7fe0, 1));
    });
    if (stream.excess())
        return unreadable(path, stream.excess());
    file.endOffset = stream.tell();
    file.hasPixels = parsed.good() && !stream.eos();
    const bool isMarked = file.format->getMetaInfo()->card() > 0; // has a meta header, so it meant to be DICOM
    if (file.dataset().card() == 0 || (file.dataset().card() < 2 && !isMarked))
        return unreadable(path, "isn't readable as DICOM");
    if (parsed.bad())
        return unreadable(path, "is broken or cut off in its header");
    return file;
}

Result<DicomFile> readDicomFile(const std::filesystem::path& path)
{
    prepareDcmtk();
    GuardedStream stream(OFFilename(path.c_str()), inflatedLimit);
    if (!stream.good())
        return fail(ErrorCode::Io, path.string(), "can't be opened", "check that it is still there");
    DicomFile file{std::make_unique<DcmFileFormat>()};
    const OFCondition parsed = parsedBy(
        *file.format, [&] { return file.format->read(stream, EXS_Unknown, EGL_noChange, longestLoadedValue); });
    if (stream.excess())
        return unreadable(path, stream.excess());
    file.endOffset = stream.tell();
    file.hasPixels = file.dataset().tagExists(DCM_PixelData);
    file.isWhole = parsed.good();
    if (parsed.bad() && !file.hasPixels)
        return unreadable(path, "is broken or cut off");
    return file;
}

} // namespace grading
