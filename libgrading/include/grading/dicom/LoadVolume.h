#pragma once

#include "grading/base/Progress.h"
#include "grading/base/Result.h"
#include "grading/imaging/SeriesCatalogue.h"
#include "grading/imaging/Volume.h"

namespace grading {

/// Reads the pixels of a stack: stored values by their own sign, bits above High Bit ignored, each slice with its own
/// rescale slope and intercept (or pixel value transformation). MONOCHROME1 isn't inverted.
/// In the places of `missingSlices` it has the average of the neighbours, weighted by distance: to look at, not to
/// mark. Unreadable: a file is gone, cut off or doesn't decode, then nothing is returned. Unsupported: colour, floating
/// point pixels, a codec that isn't there, slices that don't lie on an even grid. Refused: more than 2^29 voxels.
/// Cancelled.
Result<Volume> loadVolume(const Stack& stack, const Progress& progress = {});

/// The same for looking at slice by slice, also of a stack without an even grid: its slices then follow each other as
/// if they were evenly spaced, so nothing between slices, and no slice's place, is to be trusted: neither mark nor
/// measure.
Result<Volume> loadPictures(const Stack& stack, const Progress& progress = {});

/// One image of a stack as a volume of one slice, in its own place; also for stacks without an even grid.
/// `slice` from 0; NotFound outside. Else as `loadVolume`.
Result<Volume> loadFrame(const Stack& stack, int slice);

} // namespace grading
