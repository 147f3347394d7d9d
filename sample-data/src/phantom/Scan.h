#pragma once

#include "phantom/Anatomy.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace grading::phantom {

enum class Weighting { T1, T2 };

/// A block of parallel slices. Slices are ordered along row × column direction, as readers number them.
struct Stack {
    Vec3 origin;          ///< Centre of the first pixel of the first slice, patient space.
    Vec3 rowDirection;    ///< Along which columns count.
    Vec3 columnDirection; ///< Along which rows count.
    double pixel = 0.625; ///< mm, square
    int columns = 0;
    int rows = 0;
    int slices = 0;
    double thickness = 4.0; ///< mm
    double spacing = 4.4;   ///< mm between slice centres

    [[nodiscard]] Vec3 normal() const { return cross(rowDirection, columnDirection); }
    [[nodiscard]] Vec3 at(double column, double row, double slice) const
    {
        return origin + column * pixel * rowDirection + row * pixel * columnDirection + slice * spacing * normal();
    }
    [[nodiscard]] std::size_t slicePixels() const
    {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }
};

/// The sagittal block, shared by T1 and T2.
[[nodiscard]] Stack sagittalStack(const Options& options);
/// Four slices in the plane of each lumbar disc, from L1-L2 downwards.
[[nodiscard]] std::vector<Stack> axialStacks(const Anatomy& anatomy, const Options& options);

/// One slice's stored values for each weighting asked for.
struct SliceImages {
    std::vector<std::uint16_t> t1;
    std::vector<std::uint16_t> t2;
};

/// Samples one slice: partial volume over its thickness and its pixels, point spread, coil, noise.
/// `series` tells the noise of equal places apart.
[[nodiscard]] SliceImages scanSlice(const Anatomy& anatomy, const Stack& stack, int slice, const Options& options,
                                    std::uint64_t series, bool withT1);

/// Calls `work(i)` for 0 ≤ i < count on at least two threads. `work` must not throw.
void inParallel(int count, const std::function<void(int)>& work);

} // namespace grading::phantom
