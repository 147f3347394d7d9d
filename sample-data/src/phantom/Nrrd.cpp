#include "phantom/Nrrd.h"

#include "grading/base/Files.h"

#include <fmt/format.h>
#include <zlib.h>

namespace grading::phantom {

namespace {

/// With a gzip header that names neither time nor file, so equal input gives equal bytes.
Result<std::string> gzip(const std::vector<std::uint8_t>& bytes)
{
    z_stream stream{};
    constexpr int gzipWindow = 15 + 16;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return fail(ErrorCode::Io, "label image", "cannot be compressed");
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 32, '\0');
    std::vector<std::uint8_t> input = bytes; // zlib's interface isn't const-correct everywhere
    stream.next_in = input.data();
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int status = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (status != Z_STREAM_END)
        return fail(ErrorCode::Io, "label image", "cannot be compressed");
    return packed;
}

std::string vector(Vec3 v)
{
    return fmt::format("({:.10g},{:.10g},{:.10g})", v.x + 0.0, v.y + 0.0, v.z + 0.0);
}

} // namespace

Result<void> writeNrrd(const std::filesystem::path& path, const Stack& stack, const std::vector<std::uint8_t>& labels)
{
    const auto packed = gzip(labels);
    if (!packed)
        return fail(packed.error());
    const std::string header = fmt::format(
        "NRRD0004\n# 1 nerve root, 2 perineural fat, 3 rest of the foramen\ntype: uint8\ndimension: 3\n"
        "space: left-posterior-superior\nsizes: {} {} {}\nspace directions: {} {} {}\nkinds: domain domain domain\n"
        "endian: little\nencoding: gzip\nspace origin: {}\n\n",
        stack.columns, stack.rows, stack.slices, vector(stack.pixel * stack.rowDirection),
        vector(stack.pixel * stack.columnDirection), vector(stack.spacing * stack.normal()), vector(stack.origin));
    return writeFile(path, header + *packed);
}

} // namespace grading::phantom
