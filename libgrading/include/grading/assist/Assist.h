#pragma once

#include "grading/base/Result.h"
#include "grading/imaging/Volume.h"
#include "grading/marks/PixelSet.h"

#include <string>

namespace grading {

/// Marks that a program proposed: shown as a preview until the reader takes them, then recorded as semi-automatic.
struct AssistedMark {
    PixelSet pixels;
    std::string algorithm; ///< Name and version, for the record: "foragrade root from click 1".
};

/// The nerve root under a click: the closed line around it, found as the cheapest way through signal borders in polar
/// coordinates. Works on T1 and T2 sagittal slices, where the root is darker than fat and brighter than cortex; needs
/// no bias correction, since it looks at the 8 mm around the click only. Where root and disc have the same signal and
/// touch, the dark line between them bounds it; where there is none, the line follows the usual size of a root: look at
/// it before taking it. InvalidArgument: the click isn't in
/// the image. NotFound: no border around it.
[[nodiscard]] Result<AssistedMark> rootAt(const Volume& volume, int slice, SlicePoint click);

/// Perineural fat around a marked root: the bright one of two classes, after the coil's sensitivity is evened out, of
/// what lies within the foramen. Without a foramen, what lies next to the root or shut in below it, no farther than a
/// foramen reaches or its wall is seen. InvalidArgument: no root on the slice. NotFound: no fat near it (it may all be
/// lost).
[[nodiscard]] Result<AssistedMark> fatAround(const Volume& volume, int slice, const PixelSet& root,
                                             const PixelSet& foramen = {});

/// The whole foramen, root and fat included, around a marked root: the closed line along its dark wall of bone,
/// ligament and disc that is nearest to a keyhole's usual shape, leaning up to 30° off the patient's axis.
/// InvalidArgument: no root on the slice. NotFound: no wall around it.
[[nodiscard]] Result<AssistedMark> foramenAround(const Volume& volume, int slice, const PixelSet& root);

/// The whole foramen around the root under a click. Errors as `rootAt` and `foramenAround`.
[[nodiscard]] Result<AssistedMark> foramenAt(const Volume& volume, int slice, SlicePoint click);

/// The same root on a neighbouring slice, looked for from the middle of the marked one. Errors as `rootAt`.
[[nodiscard]] Result<AssistedMark> rootOnSlice(const Volume& volume, int slice, const PixelSet& rootOnOther);

} // namespace grading
