#include "PixelReader.h"

#include "Decoders.h"
#include "FrameAttributes.h"
#include "Jpeg2000.h"
#include "PixelExtent.h"

#include "grading/base/Contract.h"

#include <dcmtk/dcmdata/dccodec.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <cstring>
#include <limits>

namespace grading {

namespace {

constexpr std::size_t largestFrame = std::size_t{1} << 27; ///< Bytes, 8192 × 8192 in 16 bits; beyond it a header lies.

DcmPixelData* pixelElement(const DicomFile& file)
{
    DcmElement* element = nullptr;
    if (file.dataset().findAndGetElement(DCM_PixelData, element).bad())
        return nullptr;
    return dynamic_cast<DcmPixelData*>(element);
}

/// The compressed pieces, an offset table first; null when there are none.
DcmPixelSequence* fragmentsOf(DcmPixelData& pixels)
{
    E_TransferSyntax syntax = EXS_Unknown;
    const DcmRepresentationParameter* parameter = nullptr;
    DcmPixelSequence* fragments = nullptr;
    pixels.getOriginalRepresentationKey(syntax, parameter);
    return pixels.getEncapsulatedRepresentation(syntax, parameter, fragments).good() ? fragments : nullptr;
}

/// Whether a frame's run lengths (PS3.5 G.5: the number of segments, then where each begins, 16 words of 32 bits) lie
/// within their `bytes`: DCMTK follows them without asking.
bool hasSoundSegments(const Uint8* bytes, std::size_t size)
{
    constexpr std::size_t words = 16;
    if (bytes == nullptr || size < words * 4)
        return false;
    const auto word = [&](std::size_t i) { // little endian
        return std::size_t{bytes[4 * i]} | std::size_t{bytes[4 * i + 1]} << 8 | std::size_t{bytes[4 * i + 2]} << 16 |
               std::size_t{bytes[4 * i + 3]} << 24;
    };
    const std::size_t segments = word(0);
    if (segments < 1 || segments >= words)
        return false;
    std::size_t before = words * 4;
    for (std::size_t i = 1; i <= segments; ++i) {
        if (word(i) < before || word(i) > size)
            return false;
        before = word(i);
    }
    return true;
}

} // namespace

tl::unexpected<Error> PixelReader::broken(std::string what) const
{
    return fail(ErrorCode::Unreadable, m_path.string(), std::move(what), "get a new copy of the file");
}

Result<PixelReader> PixelReader::open(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::NotFound, path.string(), "isn't there any more", "scan the folder again");
    PixelReader reader;
    reader.m_path = path;
    auto header = readHeaderFile(path);
    if (!header)
        return fail(header.error());
    reader.m_header = std::move(*header);
    if (auto described = reader.describe(); !described)
        return fail(described.error());
    const bool isNative = reader.m_header.encoding == PixelEncoding::Native;
    if (auto prepared = isNative ? reader.prepareNative() : reader.prepareDecoding(); !prepared)
        return fail(prepared.error());
    return reader;
}

Result<void> PixelReader::describe()
{
    const HeaderItem& dataset = m_header.dataset;
    const auto whole = [&](const DcmTagKey& tag, int otherwise) {
        return static_cast<int>(wholeNumber(dataset, tag, otherwise));
    };
    m_rows = whole(DCM_Rows, 0);
    m_columns = whole(DCM_Columns, 0);
    m_frames = std::max(1, whole(DCM_NumberOfFrames, 1));
    m_bitsAllocated = whole(DCM_BitsAllocated, 16);
    m_bitsStored = whole(DCM_BitsStored, m_bitsAllocated);
    m_highBit = whole(DCM_HighBit, m_bitsStored - 1);
    m_isSigned = whole(DCM_PixelRepresentation, 0) == 1;
    const auto unsupported = [&](std::string what) {
        return fail(ErrorCode::Unsupported, m_path.string(), std::move(what));
    };
    if (const auto compression = undecodableName(m_header.transferSyntax); !compression.empty())
        return unsupported("is compressed with " + compression + ", which can't be read");
    if (m_rows < 1 || m_columns < 1)
        return fail(ErrorCode::Unreadable, m_path.string(), "has no rows and columns");
    if (whole(DCM_SamplesPerPixel, 1) != 1 || firstText(dataset, DCM_PhotometricInterpretation) == "PALETTE COLOR")
        return unsupported("is in colour, which can't be a volume of values");
    if (m_header.isFloat || (m_bitsAllocated != 8 && m_bitsAllocated != 16 && m_bitsAllocated != 32))
        return unsupported("has pixels of neither 8, 16 nor 32 bits");
    if (m_bitsStored < 1 || m_bitsStored > m_bitsAllocated || m_highBit >= m_bitsAllocated ||
        m_highBit < m_bitsStored - 1) { // senseless: take the whole word
        m_bitsStored = m_bitsAllocated;
        m_highBit = m_bitsAllocated - 1;
    }
    if (dataset.has(DCM_ModalityLUTSequence) && !firstNumber(dataset, DCM_RescaleSlope)) {
        m_modalityTable = readLookUpTable(dataset, DCM_ModalityLUTSequence, m_isSigned);
        if (!m_modalityTable)
            return unsupported("maps its values through a modality look-up table that makes no sense");
    }
    if (pixelCount() > largestFrame || frameBytes() > largestFrame)
        return fail(ErrorCode::Unreadable, m_path.string(), "claims an image too large to be true");
    return {};
}

std::size_t PixelReader::pixelCount() const
{
    return static_cast<std::size_t>(m_rows) * static_cast<std::size_t>(m_columns);
}

std::size_t PixelReader::frameBytes() const
{
    return pixelCount() * static_cast<std::size_t>(m_bitsAllocated / 8);
}

Result<void> PixelReader::prepareNative()
{
    if (!m_header.hasPixels)
        return broken("has no pixel data");
    if (pixelExtent(m_path, m_header) != PixelExtent::Complete)
        return broken("is cut off in its pixel data");
    m_native = std::make_unique<FileWindow>(m_path);
    return {};
}

Result<void> PixelReader::prepareDecoding()
{
    auto file = readDicomFile(m_path);
    if (!file)
        return fail(file.error());
    m_file = std::move(*file);
    m_cache = std::make_unique<DcmFileCache>();
    DcmPixelData* pixels = pixelElement(m_file);
    const bool isEncapsulated = m_header.encoding == PixelEncoding::Encapsulated;
    if (pixels == nullptr)
        return broken("has no pixel data");
    // Broken: in the pixels, or only in what follows them?
    if (!m_file.isWhole && (m_header.encoding == PixelEncoding::Deflated || !m_header.hasPixels ||
                            pixelExtent(m_path, m_header) != PixelExtent::Complete))
        return broken("is cut off in its pixel data");
    const auto frames = static_cast<std::size_t>(m_frames);
    if (!isEncapsulated)
        return pixels->getLength() / frames < frameBytes() ? broken("is cut off in its pixel data") : Result<void>();
    DcmPixelSequence* fragments = fragmentsOf(*pixels);
    if (fragments == nullptr || fragments->card() < frames + 1) // a table, then one piece a frame at least
        return broken("is cut off in its pixel data");
    if (m_header.transferSyntax == UID_RLELosslessTransferSyntax && fragments->card() != frames + 1)
        return broken("has run lengths in more pieces than frames");
    return {};
}

bool PixelReader::hasSoundRunLengths(int frame)
{
    DcmPixelItem* fragment = nullptr; // the first piece is the offset table
    Uint8* bytes = nullptr;
    DcmPixelSequence* fragments = fragmentsOf(*pixelElement(m_file));
    return fragments != nullptr && fragments->getItem(fragment, static_cast<unsigned long>(frame) + 1).good() &&
           fragment->getUint8Array(bytes).good() && hasSoundSegments(bytes, fragment->getLength());
}

Result<std::vector<std::int32_t>> PixelReader::jpeg2000Values(int frame)
{
    DcmPixelSequence* fragments = fragmentsOf(*pixelElement(m_file));
    if (fragments == nullptr)
        return broken("has no compressed pixel data");
    Uint32 first = 0;
    Uint32 end = static_cast<Uint32>(fragments->card());
    const auto startOf = [&](int which, Uint32& start) {
        return DcmCodec::determineStartFragment(static_cast<Uint32>(which), m_frames, fragments, start).good();
    };
    if (!startOf(frame, first) || (frame + 1 < m_frames && !startOf(frame + 1, end)))
        return broken("doesn't tell where each frame's pixels begin");
    std::vector<std::uint8_t> codestream;
    for (Uint32 i = first; i < end; ++i) {
        DcmPixelItem* fragment = nullptr;
        Uint8* bytes = nullptr;
        if (fragments->getItem(fragment, i).bad() || fragment->getUint8Array(bytes).bad() || bytes == nullptr)
            return broken("is cut off in its pixel data");
        codestream.insert(codestream.end(), bytes, bytes + fragment->getLength());
    }
    auto decoded = decodeJpeg2000(std::move(codestream), m_rows, m_columns);
    if (!decoded)
        return broken(decoded.error().what);
    std::vector<std::uint8_t> words(decoded->size() * sizeof(std::int32_t));
    std::memcpy(words.data(), decoded->data(), words.size());
    return storedValues<std::uint32_t>(words);
}

Result<void> PixelReader::readNative(int frame, void* place) const
{
    const auto at = m_header.pixelOffset + static_cast<std::uint64_t>(frame) * frameBytes();
    if (!m_native->isOpen() || !m_native->read(at, place, frameBytes()))
        return broken("is cut off in its pixel data");
    return {};
}

Result<std::vector<std::uint8_t>> PixelReader::decodedBytes(int frame)
{
    std::vector<std::uint8_t> bytes((frameBytes() + 1) / 2 * 2);
    if (m_native) {
        if (auto read = readNative(frame, bytes.data()); !read)
            return fail(read.error());
        return bytes;
    }
    if (m_header.transferSyntax == UID_RLELosslessTransferSyntax && !hasSoundRunLengths(frame))
        return broken("has run lengths that point outside its pixel data");
    if (frame != m_nextFrame)
        m_nextFragment = 0; // to be looked up
    m_nextFrame = frame + 1;
    OFString colorModel;
    const OFCondition decoded = pixelElement(m_file)->getUncompressedFrame(
        &m_file.dataset(), static_cast<Uint32>(frame), m_nextFragment, bytes.data(), static_cast<Uint32>(bytes.size()),
        colorModel, m_cache.get());
    if (decoded.bad())
        return broken("has pixel data that is broken or cut off");
    return bytes;
}

/// Sign by Pixel Representation, bits above High Bit ignored (PS3.5 8.1.1).
template <class Word>
Result<std::vector<std::int32_t>> PixelReader::storedValues(const std::vector<std::uint8_t>& bytes) const
{
    const int shift = m_highBit + 1 - m_bitsStored;
    const std::uint32_t mask = m_bitsStored == 32 ? ~0u : (1u << m_bitsStored) - 1;
    const std::uint32_t sign = m_isSigned ? 1u << (m_bitsStored - 1) : 0;
    const auto* words = reinterpret_cast<const Word*>(bytes.data()); // NOLINT: local byte order
    std::vector<std::int32_t> values(pixelCount());
    std::uint32_t all = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint32_t bits = (std::uint32_t{words[i]} >> shift) & mask;
        all |= bits;
        // Two's complement in `bitsStored` bits: flipping and taking away the sign bit extends it.
        values[i] = static_cast<std::int32_t>((bits ^ sign) - sign);
    }
    if (!m_isSigned && all > std::uint32_t{std::numeric_limits<std::int32_t>::max()})
        return fail(ErrorCode::Unsupported, m_path.string(), "has values beyond 31 bits");
    return values;
}

Result<std::vector<std::int32_t>> PixelReader::storedValues(int frame)
{
    const std::string& syntax = m_header.transferSyntax;
    if (!m_native && (syntax == UID_JPEG2000LosslessOnlyTransferSyntax || syntax == UID_JPEG2000TransferSyntax))
        return jpeg2000Values(frame);
    const auto bytes = decodedBytes(frame);
    if (!bytes)
        return fail(bytes.error());
    switch (m_bitsAllocated) {
    case 8:
        return storedValues<std::uint8_t>(*bytes);
    case 16:
        return storedValues<std::uint16_t>(*bytes);
    default:
        return storedValues<std::uint32_t>(*bytes);
    }
}

Result<StoredFrame> PixelReader::read(int frame)
{
    if (frame < 0 || frame >= m_frames)
        return fail(ErrorCode::NotFound, m_path.string(), "has no frame " + std::to_string(frame + 1));
    auto values = storedValues(frame);
    if (!values)
        return fail(values.error());
    StoredFrame stored;
    stored.values = std::move(*values);
    if (m_modalityTable) {
        for (auto& value : stored.values)
            value = m_modalityTable->at(value);
        return stored;
    }
    const auto [slope, intercept] = rescaleOf(frame);
    stored.slope = slope;
    stored.intercept = intercept;
    return stored;
}

PixelReader::Rescale PixelReader::rescaleOf(int frame) const
{
    const HeaderItem& transformation =
        FrameAttributes(m_header.dataset, frame).groupOrDataset(DCM_PixelValueTransformationSequence);
    Rescale rescale{firstNumber(transformation, DCM_RescaleSlope).value_or(1),
                    firstNumber(transformation, DCM_RescaleIntercept).value_or(0)};
    if (rescale.slope == 0) // would erase the image; seen from writers that mean "none"
        rescale.slope = 1;
    return rescale;
}

bool PixelReader::holdsPlainWords(int frame) const
{
    if (!m_native || m_bitsAllocated != 16 || m_highBit != m_bitsStored - 1 || m_modalityTable)
        return false;
    const auto [slope, intercept] = rescaleOf(frame);
    return slope == 1 && intercept == 0;
}

/// Sign and bits above High Bit as in `storedValues`, here in place.
Result<bool> PixelReader::readWords(int frame, std::span<std::int16_t> place) const
{
    GRADING_EXPECTS(frame >= 0 && frame < m_frames && place.size() == pixelCount() && holdsPlainWords(frame));
    if (auto read = readNative(frame, place.data()); !read)
        return fail(read.error());
    const unsigned mask = (1u << m_bitsStored) - 1;
    const unsigned sign = m_isSigned ? 1u << (m_bitsStored - 1) : 0;
    unsigned all = 0;
    for (auto& word : place) {
        const unsigned bits = static_cast<std::uint16_t>(word) & mask;
        all |= bits;
        word = static_cast<std::int16_t>((bits ^ sign) - sign);
    }
    return m_isSigned || all <= unsigned{std::numeric_limits<std::int16_t>::max()};
}

} // namespace grading
