#pragma once

#include "tools/MarkTools.h"

#include "grading/assist/ThresholdBrush.h"

namespace foragrade {

/// A ball true to millimetres: marks the neighbouring slices too, as far as it reaches.
class SphereBrushTool : public BrushTool {
public:
    using BrushTool::BrushTool;

private:
    void finish(SliceView& view, const grading::PixelSet& stroke, bool isErasing) override;
};

/// A disc that marks only what looks like the place where the stroke began.
class ThresholdBrushTool : public BrushTool {
public:
    using BrushTool::BrushTool;
    void press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;

private:
    grading::PixelSet shaped(const SliceView& view, const grading::PixelSet& pixels) const override;
    void finish(SliceView& view, const grading::PixelSet& stroke, bool isErasing) override;

    grading::SignalRange m_range;
};

} // namespace foragrade
