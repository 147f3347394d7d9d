#include "Decoders.h"

#include <algorithm>
#include <array>
#include <utility>

namespace grading {

namespace {

/// What DCMTK and OpenJPEG read; an empty one belongs to files without meta header. PS3.6 table A-1.
constexpr std::array<std::string_view, 16> decodable{"",
                                                     "1.2.840.10008.1.2",      // implicit little endian
                                                     "1.2.840.10008.1.2.1",    // explicit little endian
                                                     "1.2.840.10008.1.2.1.99", // deflated
                                                     "1.2.840.10008.1.2.2",    // explicit big endian
                                                     "1.2.840.10008.1.2.4.50", // JPEG baseline
                                                     "1.2.840.10008.1.2.4.51", // JPEG extended
                                                     "1.2.840.10008.1.2.4.53", // JPEG spectral selection
                                                     "1.2.840.10008.1.2.4.55", // JPEG full progression
                                                     "1.2.840.10008.1.2.4.57", // JPEG lossless
                                                     "1.2.840.10008.1.2.4.70", // JPEG lossless, first order
                                                     "1.2.840.10008.1.2.4.80", // JPEG-LS lossless
                                                     "1.2.840.10008.1.2.4.81", // JPEG-LS near lossless
                                                     "1.2.840.10008.1.2.4.90", // JPEG 2000 lossless
                                                     "1.2.840.10008.1.2.4.91", // JPEG 2000
                                                     "1.2.840.10008.1.2.5"};   // RLE

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> named{{
    {"1.2.840.10008.1.2.4.92", "JPEG 2000 part 2 lossless"},
    {"1.2.840.10008.1.2.4.93", "JPEG 2000 part 2"},
    {"1.2.840.10008.1.2.4.94", "JPIP"},
    {"1.2.840.10008.1.2.4.95", "JPIP deflated"},
    {"1.2.840.10008.1.2.4.100", "MPEG2"},
    {"1.2.840.10008.1.2.4.102", "MPEG-4"},
    {"1.2.840.10008.1.2.4.107", "HEVC"},
    {"1.2.840.10008.1.2.4.110", "JPEG XL lossless"},
    {"1.2.840.10008.1.2.4.112", "JPEG XL"},
    {"1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 lossless"},
    {"1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 lossless RPCL"},
    {"1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"},
    {"1.2.840.113619.5.2", "GE's own big endian pixels"},
}};

} // namespace

std::string undecodableName(std::string_view transferSyntax)
{
    if (std::find(decodable.begin(), decodable.end(), transferSyntax) != decodable.end())
        return {};
    const auto* found =
        std::find_if(named.begin(), named.end(), [&](const auto& entry) { return entry.first == transferSyntax; });
    return found == named.end() ? "transfer syntax " + std::string(transferSyntax)
                                : std::string(found->second) + " (" + std::string(transferSyntax) + ")";
}

} // namespace grading
