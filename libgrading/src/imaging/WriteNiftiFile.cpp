#include "Gzip.h"

#include "grading/base/Contract.h"
#include "grading/base/Files.h"
#include "grading/imaging/PackedNifti.h"
#include "grading/imaging/VolumeFile.h"

#include <nifti1_io.h> // the library that ITK reads and writes NIfTI with

#include <array>
#include <limits>
#include <memory>
#include <string_view>
#include <type_traits>

namespace grading {

namespace {

using Image = std::unique_ptr<nifti_image, decltype(&nifti_image_free)>;

template <class Value>
constexpr int dataType()
{
    if constexpr (std::is_same_v<Value, std::int16_t>)
        return DT_INT16;
    else if constexpr (std::is_same_v<Value, std::uint16_t>)
        return DT_UINT16;
    else if constexpr (std::is_same_v<Value, std::int32_t>)
        return DT_INT32;
    else
        return DT_FLOAT32;
}

/// Voxel indices to millimetres in NIfTI's RAS, where x grows to the patient's right and y to the front.
mat44 matrixOf(const VolumeGeometry& geometry)
{
    const std::array columns{geometry.rowDirection() * geometry.columnSpacing().value,
                             geometry.columnDirection() * geometry.rowSpacing().value,
                             geometry.normal() * geometry.sliceSpacing().value, geometry.origin() - PatientPoint{}};
    mat44 matrix{};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        matrix.m[0][i] = static_cast<float>(-columns[i].x);
        matrix.m[1][i] = static_cast<float>(-columns[i].y);
        matrix.m[2][i] = static_cast<float>(columns[i].z);
    }
    matrix.m[3][3] = 1;
    return matrix;
}

/// The place both as a quaternion and as a matrix: some programs read the one, some the other.
void putPlace(nifti_image& image, const VolumeGeometry& geometry)
{
    image.sto_xyz = matrixOf(geometry);
    nifti_mat44_to_quatern(image.sto_xyz, &image.quatern_b, &image.quatern_c, &image.quatern_d, &image.qoffset_x,
                           &image.qoffset_y, &image.qoffset_z, &image.dx, &image.dy, &image.dz, &image.qfac);
    image.pixdim[0] = image.qfac;
    image.pixdim[1] = image.dx;
    image.pixdim[2] = image.dy;
    image.pixdim[3] = image.dz;
    image.qform_code = NIFTI_XFORM_SCANNER_ANAT;
    image.sform_code = NIFTI_XFORM_SCANNER_ANAT;
    image.xyz_units = NIFTI_UNITS_MM;
}

Image emptyImage(const VolumeGeometry& geometry, int type)
{
    const std::array<int, 8> counts{3, geometry.columns(), geometry.rows(), geometry.slices(), 1, 1, 1, 1};
    nifti_set_debug_level(0); // it prints
    Image image(nifti_make_new_nim(counts.data(), type, 0), &nifti_image_free);
    if (image)
        putPlace(*image, geometry);
    return image;
}

Result<void> write(const std::filesystem::path& path, const VolumeGeometry& geometry, int type, const void* values,
                   std::size_t bytes)
{
    const auto image = emptyImage(geometry, type);
    const auto failed = [&] {
        return fail(ErrorCode::Io, path.string(), "can't be written", "check free space and permissions of the folder");
    };
    if (!image || nifti_set_filenames(image.get(), path.c_str(), 0, 1) != 0)
        return failed();
    constexpr int headerOnlyLeaveOpen = 2;
    znzFile file = nifti_image_write_hdr_img2(image.get(), headerOnlyLeaveOpen, "wb", nullptr, nullptr);
    if (znz_isnull(file))
        return failed();
    const bool isWritten = nifti_write_buffer(file, values, bytes) == bytes;
    const bool isClosed = znzclose(file) == 0;
    return isWritten && isClosed ? Result<void>() : failed();
}

/// The header of a single file and the four bytes that say that no extension follows.
std::string headOfSingleFile(const VolumeGeometry& geometry, int type)
{
    const auto image = emptyImage(geometry, type);
    GRADING_EXPECTS(image != nullptr); // out of memory
    image->nifti_type = NIFTI_FTYPE_NIFTI1_1;
    image->iname_offset = 352;
    const auto header = nifti_convert_nim2nhdr(image.get());
    std::string head(reinterpret_cast<const char*>(&header), sizeof header); // NOLINT: bytes
    return head.append(352 - sizeof header, '\0');
}

Result<void> checkCounts(const std::string& subject, const VolumeGeometry& geometry)
{
    for (const int count : {geometry.columns(), geometry.rows(), geometry.slices()}) {
        if (count > std::numeric_limits<std::int16_t>::max())
            return fail(ErrorCode::Unsupported, subject, "can't hold more than 32767 voxels along one axis",
                        "use .nrrd");
    }
    return {};
}

} // namespace

Result<std::string> packedNifti(const Volume& volume)
{
    const auto& geometry = volume.geometry();
    if (auto fits = checkCounts("NIfTI", geometry); !fits)
        return fail(fits.error());
    return std::visit(
        [&]<class Value>(const std::vector<Value>& values) {
            const std::string_view voxels(reinterpret_cast<const char*>(values.data()), // NOLINT: bytes
                                          values.size() * sizeof(Value));
            return gzipped(headOfSingleFile(geometry, dataType<Value>()), voxels);
        },
        volume.pixels());
}

Result<void> writeNiftiFile(const std::filesystem::path& path, const Volume& volume)
{
    const auto& geometry = volume.geometry();
    if (auto fits = checkCounts(path.string(), geometry); !fits)
        return fits;
    return writeFileBy(path, [&](const std::filesystem::path& temporary) {
        return std::visit(
            [&]<class Value>(const std::vector<Value>& values) {
                return write(temporary, geometry, dataType<Value>(), values.data(), values.size() * sizeof(Value));
            },
            volume.pixels());
    });
}

} // namespace grading
