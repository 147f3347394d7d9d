#include "PixelReader.h"

#include "Attributes.h"
#include "Dcmtk.h"
#include "FrameAttributes.h"
#include "Jpeg2000.h"
#include "PixelExtent.h"

#include <dcmtk/dcmdata/dccodec.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <algorithm>
#include <limits>

namespace grading {

namespace {

constexpr std::size_t largestFrame = std::size_t{1} << 27; ///< Bytes, 8192 × 8192 in 16 bits; beyond it a header lies.

bool isJpeg2000(E_TransferSyntax syntax)
{
    return syntax == EXS_JPEG2000 || syntax == EXS_JPEG2000LosslessOnly;
}

DcmPixelData* pixelElement(const DicomFile& file)
{
    DcmElement* element = nullptr;
    if (file.dataset().findAndGetElement(DCM_PixelData, element).bad())
        return nullptr;
    return dynamic_cast<DcmPixelData*>(element);
}

/// Compressed pieces, without the offset table that comes first.
unsigned long fragmentsOf(DcmPixelData& pixels)
{
    E_TransferSyntax syntax = EXS_Unknown;
    const DcmRepresentationParameter* parameter = nullptr;
    DcmPixelSequence* sequence = nullptr;
    pixels.getOriginalRepresentationKey(syntax, parameter);
    if (pixels.getEncapsulatedRepresentation(syntax, parameter, sequence).bad() || sequence == nullptr)
        return 0;
    return sequence->card() - std::min(1UL, sequence->card());
}

template <class Word>
std::vector<std::uint32_t> widened(const std::vector<std::uint8_t>& bytes, std::size_t count)
{
    std::vector<std::uint32_t> values(count);
    const auto* words = reinterpret_cast<const Word*>(bytes.data()); // NOLINT: DCMTK delivers local byte order
    std::copy_n(words, count, values.begin());
    return values;
}

} // namespace

Result<PixelReader> PixelReader::open(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::NotFound, path.string(), "isn't there any more", "scan the folder again");
    PixelReader reader;
    reader.m_path = path;
    auto file = readDicomFile(path);
    if (!file)
        return fail(file.error());
    reader.m_file = std::move(*file);
    reader.m_cache = std::make_unique<DcmFileCache>();
    if (auto described = reader.describe(); !described)
        return fail(described.error());
    if (auto complete = reader.checkExtent(); !complete)
        return fail(complete.error());
    return reader;
}

Result<void> PixelReader::describe()
{
    DcmItem& dataset = m_file.dataset();
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
    const auto unsupported = [&](const char* what) { return fail(ErrorCode::Unsupported, m_path.string(), what); };
    if (m_rows < 1 || m_columns < 1)
        return fail(ErrorCode::Unreadable, m_path.string(), "has no rows and columns");
    if (whole(DCM_SamplesPerPixel, 1) != 1 || firstText(dataset, DCM_PhotometricInterpretation) == "PALETTE COLOR")
        return unsupported("is in colour, which can't be a volume of values");
    if (m_bitsAllocated != 8 && m_bitsAllocated != 16 && m_bitsAllocated != 32)
        return unsupported("has pixels of neither 8, 16 nor 32 bits");
    if (dataset.tagExists(DCM_ModalityLUTSequence) && !firstNumber(dataset, DCM_RescaleSlope))
        return unsupported("maps its values through a modality look-up table");
    if (m_bitsStored < 1 || m_bitsStored > m_bitsAllocated || m_highBit >= m_bitsAllocated ||
        m_highBit < m_bitsStored - 1) { // senseless: take the whole word
        m_bitsStored = m_bitsAllocated;
        m_highBit = m_bitsAllocated - 1;
    }
    return {};
}

std::size_t PixelReader::pixelCount() const
{
    return static_cast<std::size_t>(m_rows) * static_cast<std::size_t>(m_columns);
}

Result<void> PixelReader::checkExtent() const
{
    const auto cutOff = [&] {
        return fail(ErrorCode::Unreadable, m_path.string(), "is cut off in its pixel data",
                    "get a new copy of the file");
    };
    DcmPixelData* pixels = pixelElement(m_file);
    const DcmXfer syntax(m_file.dataset().getOriginalXfer());
    if (pixels == nullptr)
        return fail(ErrorCode::Unreadable, m_path.string(), "has no pixel data", "get a new copy of the file");
    if (!m_file.isWhole) { // broken: in the pixels, or only in what follows them?
        const auto header = readHeader(m_path);
        const bool isDeflated = syntax.getStreamCompression() != ESC_none;
        if (!header || !header->hasPixels || isDeflated || pixelExtent(m_path, *header) != PixelExtent::Complete)
            return cutOff();
    }
    const std::size_t frameBytes = pixelCount() * static_cast<std::size_t>(m_bitsAllocated / 8);
    if (frameBytes > largestFrame)
        return fail(ErrorCode::Unreadable, m_path.string(), "claims an image too large to be true");
    if (!isEncapsulated(syntax) && std::size_t{pixels->getLength()} < frameBytes * static_cast<std::size_t>(m_frames))
        return cutOff();
    if (isEncapsulated(syntax) && fragmentsOf(*pixels) < static_cast<unsigned long>(m_frames)) // each has one at least
        return cutOff();
    return {};
}

Result<std::vector<std::uint32_t>> PixelReader::rawJpeg2000(int frame)
{
    const auto broken = [&](std::string what) { return fail(ErrorCode::Unreadable, m_path.string(), std::move(what)); };
    DcmPixelSequence* fragments = nullptr;
    DcmPixelData* pixels = pixelElement(m_file);
    E_TransferSyntax syntax = EXS_Unknown;
    const DcmRepresentationParameter* parameter = nullptr;
    pixels->getOriginalRepresentationKey(syntax, parameter);
    if (pixels->getEncapsulatedRepresentation(syntax, parameter, fragments).bad() || fragments == nullptr)
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
    const auto decoded = decodeJpeg2000(std::move(codestream), m_rows, m_columns);
    if (!decoded)
        return broken(decoded.error().what);
    return std::vector<std::uint32_t>(decoded->begin(), decoded->end());
}

Result<std::vector<std::uint32_t>> PixelReader::rawValues(int frame)
{
    const E_TransferSyntax syntax = m_file.dataset().getOriginalXfer();
    if (isJpeg2000(syntax))
        return rawJpeg2000(frame);
    const auto bytesPerPixel = static_cast<std::size_t>(m_bitsAllocated / 8);
    std::vector<std::uint8_t> bytes((pixelCount() * bytesPerPixel + 1) / 2 * 2);
    OFString colorModel;
    const OFCondition decoded = pixelElement(m_file)->getUncompressedFrame(
        &m_file.dataset(), static_cast<Uint32>(frame), m_nextFragment, bytes.data(), static_cast<Uint32>(bytes.size()),
        colorModel, m_cache.get());
    if (decoded == EC_CannotChangeRepresentation || decoded == EC_UnsupportedEncoding)
        return fail(ErrorCode::Unsupported, m_path.string(),
                    std::string("is compressed with ") + DcmXfer(syntax).getXferName() + ", which can't be read");
    if (decoded.bad())
        return fail(ErrorCode::Unreadable, m_path.string(), "has pixel data that is broken or cut off",
                    "get a new copy of the file");
    switch (m_bitsAllocated) {
    case 8:
        return widened<std::uint8_t>(bytes, pixelCount());
    case 16:
        return widened<std::uint16_t>(bytes, pixelCount());
    default:
        return widened<std::uint32_t>(bytes, pixelCount());
    }
}

Result<StoredFrame> PixelReader::read(int frame)
{
    if (frame < 0 || frame >= m_frames)
        return fail(ErrorCode::NotFound, m_path.string(), "has no frame " + std::to_string(frame + 1));
    auto raw = rawValues(frame);
    if (!raw)
        return fail(raw.error());
    StoredFrame stored;
    stored.values.reserve(raw->size());
    const int shift = m_highBit + 1 - m_bitsStored;
    const std::uint32_t mask = m_bitsStored == 32 ? ~0u : (1u << m_bitsStored) - 1;
    const std::uint32_t sign = m_isSigned ? 1u << (m_bitsStored - 1) : 0;
    for (const std::uint32_t word : *raw) {
        const std::uint32_t bits = (word >> shift) & mask;
        if (!m_isSigned && bits > std::uint32_t{std::numeric_limits<std::int32_t>::max()})
            return fail(ErrorCode::Unsupported, m_path.string(), "has values beyond 31 bits");
        // Two's complement in `bitsStored` bits: flipping and taking away the sign bit extends it.
        stored.values.push_back(static_cast<std::int32_t>((bits ^ sign) - sign));
    }
    DcmItem& transformation =
        FrameAttributes(m_file.dataset(), frame).groupOrDataset(DCM_PixelValueTransformationSequence);
    stored.slope = firstNumber(transformation, DCM_RescaleSlope).value_or(1);
    stored.intercept = firstNumber(transformation, DCM_RescaleIntercept).value_or(0);
    if (stored.slope == 0) // would erase the image; seen from writers that mean "none"
        stored.slope = 1;
    return stored;
}

} // namespace grading
