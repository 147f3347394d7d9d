#include "grading/base/Contract.h"
#include "grading/report/Writers.h"

#include <png.h>

namespace grading::report {

std::string toPng(const KeyImage& image)
{
    GRADING_EXPECTS(image.grey.size() ==
                    static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    png_image description{};
    description.version = PNG_IMAGE_VERSION;
    description.format = PNG_FORMAT_GRAY;
    description.width = static_cast<png_uint_32>(image.width);
    description.height = static_cast<png_uint_32>(image.height);
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(description);
    std::string bytes(size, '\0');
    if (png_image_write_to_memory(&description, bytes.data(), &size, 0, image.grey.data(), image.width, nullptr) == 0)
        return {};
    bytes.resize(size);
    return bytes;
}

} // namespace grading::report
