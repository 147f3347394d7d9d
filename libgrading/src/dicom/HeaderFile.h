#pragma once

#include "FileWindow.h"
#include "HeaderItem.h"

#include "grading/base/Result.h"

#include <filesystem>

namespace grading {

enum class PixelEncoding {
    Native, ///< Little endian as it lies in the file.
    BigEndian,
    Deflated,    ///< The whole data set is; where its pixels lie shows only when it is inflated.
    Encapsulated ///< In fragments, compressed.
};

/// A DICOM file's header, up to the pixel data.
struct HeaderFile {
    HeaderItem meta; ///< Group 0002; empty in files without it.
    HeaderItem dataset;
    std::string transferSyntax; ///< UID
    PixelEncoding encoding = PixelEncoding::Native;
    bool hasPixels = false;
    bool isFloat = false;          ///< Float or double float pixel data.
    std::uint64_t pixelOffset = 0; ///< First byte of the pixel data's value.
    std::uint32_t pixelLength = 0; ///< As the element says; 0xffffffff: undefined.
    std::uint64_t fileSize = 0;
};

/// Reads a usual file (preamble, little endian) by itself, without DCMTK; others DCMTK reads. Hostile nesting and
/// numbers of elements end it. Io, Unreadable: not DICOM, or broken before the pixel data.
Result<HeaderFile> readHeaderFile(const std::filesystem::path& path);

/// Reads what is usual; false for everything else, then `header` is of no use.
bool readPlainHeader(FileWindow& file, HeaderFile& header);

} // namespace grading
