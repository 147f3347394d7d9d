#pragma once

#include "tools/Tool.h"

#include "grading/assist/Assist.h"

#include <string>

namespace foragrade {

class ReadingDesk;

/// What a program proposes on a slice, shown as a tint until Enter takes it as one command or Esc drops it.
class ProposalTool : public Tool {
public:
    explicit ProposalTool(ReadingDesk& desk) : m_desk(desk) {}

    /// The proposal that needs no click; shows in `view`, or says there why it can't be made.
    virtual void start(SliceView&) {}
    void press(SliceView& view, grading::SlicePoint, Qt::KeyboardModifiers) override { start(view); }
    void drag(SliceView&, grading::SlicePoint, Qt::KeyboardModifiers) override {}
    void release(SliceView&, grading::SlicePoint, Qt::KeyboardModifiers) override {}
    void hover(SliceView&, grading::SlicePoint, Qt::KeyboardModifiers) override {}
    bool doubleClick(SliceView&, grading::SlicePoint) override { return true; }
    bool key(SliceView& view, int key) override;
    void cancel() override;
    void paint(const SliceView& view, QPainter& painter) const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

protected:
    void begin(SliceView& view);
    void proposeRoot(const grading::Result<grading::AssistedMark>& root); ///< And the fat around it.
    void proposeFat(const grading::PixelSet& root);                       ///< Or the refusal.
    /// The foramen around the marked root; without one the root at that place, its foramen and the fat in it.
    void proposeForamen(grading::SlicePoint at);
    void refuse(std::string why) { m_refusal = std::move(why); }
    /// The current foramen's root on a slice of that pane's stack; empty when none is marked.
    [[nodiscard]] grading::PixelSet markedRoot(const SliceView& view, int slice) const;
    /// All that the current foramen's outline goes round on the slice that is shown; empty without an outline.
    [[nodiscard]] grading::PixelSet markedForamen(const SliceView& view) const;

private:
    void take(SliceView& view);

    ReadingDesk& m_desk;
    const SliceView* m_view = nullptr;
    grading::PixelSet m_root;
    grading::PixelSet m_fat;
    grading::PixelSet m_foramen; ///< With root and fat in it.
    std::string m_algorithm;
    std::string m_refusal; ///< Why nothing was proposed.
};

/// A click proposes the root and the fat around it.
class RootTool : public ProposalTool {
public:
    using ProposalTool::ProposalTool;
    void press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
};

/// A click proposes the foramen, and root and fat in it where no root is marked yet.
class ForamenTool : public ProposalTool {
public:
    using ProposalTool::ProposalTool;
    void press(SliceView& view, grading::SlicePoint at, Qt::KeyboardModifiers modifiers) override;
};

/// Proposes the fat around the root that is marked on the slice.
class FatTool : public ProposalTool {
public:
    using ProposalTool::ProposalTool;
    void start(SliceView& view) override;
};

/// Proposes the marked root, and its fat, on the neighbouring slice: on this one when it has none yet, else on the next
/// that has none.
class NextSliceTool : public ProposalTool {
public:
    using ProposalTool::ProposalTool;
    void start(SliceView& view) override;
};

} // namespace foragrade
