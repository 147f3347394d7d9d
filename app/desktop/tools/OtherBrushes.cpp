#include "tools/OtherBrushes.h"

#include "study/ReadingDesk.h"
#include "tools/LayDown.h"
#include "views/SliceView.h"

namespace foragrade {

void SphereBrushTool::finish(SliceView& view, const grading::PixelSet&, bool isErasing)
{
    layDownVoxels(desk(), view, "Sphere brush",
                  grading::sphereStroke(view.volume().geometry(), view.slice(), path(), desk().tool().brushRadius), {},
                  isErasing);
}

void ThresholdBrushTool::press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers)
{
    m_range = grading::signalLike(view.volume(), view.slice(), at);
    BrushTool::press(view, at, modifiers);
}

grading::PixelSet ThresholdBrushTool::shaped(const SliceView& view, const grading::PixelSet& pixels) const
{
    return grading::pixelsInRange(view.volume(), view.slice(), pixels, m_range);
}

void ThresholdBrushTool::finish(SliceView& view, const grading::PixelSet& stroke, bool isErasing)
{
    layDownVoxels(desk(), view, "Threshold brush", {{view.slice(), stroke}},
                  std::string(grading::thresholdBrushAlgorithm), isErasing);
}

} // namespace foragrade
