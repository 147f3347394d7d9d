#pragma once

#include "grading/imaging/Volume.h"
#include "grading/marks/PixelSet.h"

namespace grading::detail {

/// A coil's sensitivity over a small part of a slice: a gain whose logarithm changes evenly with place, 1 at the
/// centre. After Wells et al., IEEE TMI 1996;15:429-442, with one tissue and a plane for the field.
class LinearGain {
public:
    LinearGain() = default; ///< 1 everywhere.

    /// From pixels that are taken for one tissue, by least squares of log signal; 1 everywhere when they are few or lie
    /// on a line. At most 2 % a millimetre.
    [[nodiscard]] static LinearGain fittedTo(const Volume& volume, int slice, const PixelSet& tissue,
                                             SlicePoint centre);

    [[nodiscard]] double at(double column, double row) const;

private:
    SlicePoint m_centre;
    double m_perColumn = 0; ///< of the logarithm
    double m_perRow = 0;
};

} // namespace grading::detail
