#pragma once

#include "DicomFile.h"

#include "grading/base/Result.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcfcache.h>

#include <cstdint>
#include <filesystem>
#include <vector>

namespace grading {

/// One frame's stored values with what makes modality values of them.
struct StoredFrame {
    std::vector<std::int32_t> values; ///< Row by row.
    double slope = 1;
    double intercept = 0;
};

/// Decodes the frames of one monochrome image file.
class PixelReader {
public:
    /// NotFound, Unreadable; Unsupported: colour, floating point, packed bits, a modality look-up table.
    [[nodiscard]] static Result<PixelReader> open(const std::filesystem::path& path);

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int frames() const { return m_frames; }

    /// `frame` from 0. NotFound, Unreadable (cut off, broken), Unsupported (no decoder).
    Result<StoredFrame> read(int frame);

private:
    PixelReader() = default;
    [[nodiscard]] Result<void> describe();
    [[nodiscard]] Result<void> checkExtent() const;
    [[nodiscard]] std::size_t pixelCount() const;
    Result<std::vector<std::uint32_t>> rawValues(int frame);
    Result<std::vector<std::uint32_t>> rawJpeg2000(int frame);

    std::filesystem::path m_path;
    DicomFile m_file;
    std::unique_ptr<DcmFileCache> m_cache;
    Uint32 m_nextFragment = 0;
    int m_rows = 0;
    int m_columns = 0;
    int m_frames = 1;
    int m_bitsAllocated = 16;
    int m_bitsStored = 16;
    int m_highBit = 15;
    bool m_isSigned = false;
};

} // namespace grading
