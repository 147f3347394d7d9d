#include "Gzip.h"

#include "grading/base/Contract.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <memory>

namespace grading {

namespace {

constexpr int level = 6; // packs label images faster than lower ones
constexpr std::size_t pieceSize = 1U << 15U;

const std::string& emptyPiece()
{
    static const std::string zeros(pieceSize, '\0');
    return zeros;
}

/// Deflates pieces such that any sequence of them can follow one another: each ends on a byte and none looks back.
class PieceDeflater {
public:
    PieceDeflater()
    {
        constexpr int noHeader = -15;
        constexpr int usualMemory = 8;
        GRADING_EXPECTS(deflateInit2(&m_stream, level, Z_DEFLATED, noHeader, usualMemory, Z_DEFAULT_STRATEGY) == Z_OK);
        m_packed.resize(deflateBound(&m_stream, pieceSize) + 16);
    }
    ~PieceDeflater() { deflateEnd(&m_stream); }
    PieceDeflater(const PieceDeflater&) = delete;
    PieceDeflater& operator=(const PieceDeflater&) = delete;

    /// Valid until the next one. Of `pieceSize` at most.
    std::string_view deflated(std::string_view piece)
    {
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data())); // NOLINT: only read
        m_stream.avail_in = static_cast<uInt>(piece.size());
        m_stream.next_out = reinterpret_cast<Bytef*>(m_packed.data()); // NOLINT: bytes
        m_stream.avail_out = static_cast<uInt>(m_packed.size());
        GRADING_EXPECTS(deflate(&m_stream, Z_FULL_FLUSH) == Z_OK && m_stream.avail_out > 0);
        return {m_packed.data(), m_packed.size() - m_stream.avail_out};
    }

private:
    z_stream m_stream{};
    std::string m_packed;
};

template <class Piece>
void forEachPiece(std::string_view bytes, Piece piece)
{
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), pieceSize)))
        piece(bytes.substr(0, pieceSize));
}

bool isMostlyEmpty(std::string_view bytes)
{
    std::size_t empty = 0;
    forEachPiece(bytes, [&](std::string_view piece) { empty += piece == emptyPiece() ? pieceSize : 0; });
    return empty > bytes.size() / 2;
}

void appendNumber(std::string& text, std::size_t number)
{
    for (int shift = 0; shift < 32; shift += 8)
        text += static_cast<char>(number >> unsigned(shift) & 0xFFU);
}

/// What is empty in a label image, nearly all of it, is packed once for all, and the rest by zlib, since libdeflate
/// can't leave off and go on: in half the time that libdeflate takes for the whole.
std::string gzippedByPieces(std::string_view head, std::string_view body)
{
    PieceDeflater deflater;
    static const std::string emptyDeflated(PieceDeflater().deflated(emptyPiece()));
    std::string packed("\x1F\x8B\x08\0\0\0\0\0\0\xFF", 10); // deflate, no name, no time, no system
    const auto add = [&](std::string_view piece) {
        packed += piece == emptyPiece() ? emptyDeflated : deflater.deflated(piece);
    };
    forEachPiece(head, add);
    forEachPiece(body, add);
    packed += std::string_view("\x03\0", 2); // a last block, without contents
    appendNumber(packed, libdeflate_crc32(libdeflate_crc32(0, head.data(), head.size()), body.data(), body.size()));
    appendNumber(packed, head.size() + body.size());
    return packed;
}

std::string gzippedAtOnce(const std::string& bytes)
{
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
    GRADING_EXPECTS(compressor != nullptr); // out of memory
    const auto most = libdeflate_gzip_compress_bound(compressor.get(), bytes.size());
    const std::unique_ptr<char[]> packed(new char[most]); // NOLINT: only what is filled is ever touched
    return {packed.get(), libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), packed.get(), most)};
}

} // namespace

std::string gzipped(std::string_view head, std::string_view body)
{
    return isMostlyEmpty(body) ? gzippedByPieces(head, body) : gzippedAtOnce(std::string(head).append(body));
}

} // namespace grading
