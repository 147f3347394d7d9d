#include "grading/marks/MarkEdits.h"

namespace grading {

LabelMap reshaped(const LabelMap& marks, int slice, Structure structure, const PixelSet& shape)
{
    return marks.erased(slice, marks.pixels(slice, structure).without(shape), structure)
        .filled(slice, shape, structure);
}

LabelMap combined(const LabelMap& marks, int slice, Structure structure, SetOperation operation, const PixelSet& other)
{
    switch (operation) {
    case SetOperation::Unite:
        return marks.painted(slice, other, structure);
    case SetOperation::Subtract:
        return marks.erased(slice, other, structure);
    case SetOperation::Intersect:
        return marks.erased(slice, marks.pixels(slice, structure).without(other), structure);
    }
    return marks;
}

} // namespace grading
