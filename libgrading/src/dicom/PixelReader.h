#pragma once

#include "DicomFile.h"
#include "HeaderFile.h"
#include "LookUpTable.h"

#include "grading/base/Result.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcfcache.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace grading {

/// One frame's stored values (mapped, where there is a modality look-up table) with what makes modality values of them.
struct StoredFrame {
    std::vector<std::int32_t> values; ///< Row by row.
    double slope = 1;
    double intercept = 0;
};

/// Decodes the frames of one monochrome image file. Native pixels are read from their place in the file, all others by
/// DCMTK and OpenJPEG.
class PixelReader {
public:
    /// NotFound, Unreadable; Unsupported: colour, floating point, packed bits, an unknown compression.
    [[nodiscard]] static Result<PixelReader> open(const std::filesystem::path& path);

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int frames() const { return m_frames; }

    /// `frame` from 0. NotFound, Unreadable (cut off, broken).
    Result<StoredFrame> read(int frame);

    /// Whether the modality values of `frame` are its stored words of 16 bits, which `readWords` reads without a copy.
    [[nodiscard]] bool holdsPlainWords(int frame) const;
    /// Fills `place`, of one frame's size, row by row. False when a value is beyond 32767, to be read by `read`.
    Result<bool> readWords(int frame, std::span<std::int16_t> place) const;

private:
    PixelReader() = default;
    [[nodiscard]] Result<void> describe();
    [[nodiscard]] Result<void> prepareNative();
    [[nodiscard]] Result<void> prepareDecoding();
    [[nodiscard]] std::size_t pixelCount() const;
    [[nodiscard]] std::size_t frameBytes() const;
    struct Rescale {
        double slope = 1;
        double intercept = 0;
    };
    [[nodiscard]] Rescale rescaleOf(int frame) const;
    [[nodiscard]] bool hasSoundRunLengths(int frame);
    [[nodiscard]] Result<void> readNative(int frame, void* place) const;
    Result<std::vector<std::uint8_t>> decodedBytes(int frame);
    Result<std::vector<std::int32_t>> jpeg2000Values(int frame);
    Result<std::vector<std::int32_t>> storedValues(int frame);
    template <class Word>
    Result<std::vector<std::int32_t>> storedValues(const std::vector<std::uint8_t>& bytes) const;
    [[nodiscard]] tl::unexpected<Error> broken(std::string what) const;

    std::filesystem::path m_path;
    HeaderFile m_header;
    std::unique_ptr<FileWindow> m_native; ///< Else:
    DicomFile m_file;
    std::unique_ptr<DcmFileCache> m_cache;
    int m_nextFrame = 0;       ///< Its compressed pixels begin with
    Uint32 m_nextFragment = 0; ///< this piece.
    std::optional<LookUpTable> m_modalityTable;
    int m_rows = 0;
    int m_columns = 0;
    int m_frames = 1;
    int m_bitsAllocated = 16;
    int m_bitsStored = 16;
    int m_highBit = 15;
    bool m_isSigned = false;
};

} // namespace grading
