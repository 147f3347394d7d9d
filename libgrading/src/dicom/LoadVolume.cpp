#include "grading/dicom/LoadVolume.h"

namespace grading {

Result<Volume> loadVolume(const Stack& stack, const Progress&)
{
    return fail(ErrorCode::Unsupported, stack.id, "reading pixels isn't there yet");
}

Result<Volume> loadFrame(const Stack& stack, int)
{
    return fail(ErrorCode::Unsupported, stack.id, "reading pixels isn't there yet");
}

} // namespace grading
