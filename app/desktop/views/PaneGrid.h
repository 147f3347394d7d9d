#pragma once

#include "models/Hanging.h"

#include "grading/base/Uid.h"
#include "grading/geometry/Patient.h"
#include "grading/geometry/Units.h"

#include <QWidget>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

class QPainter;
class QSplitter;

namespace foragrade {

class OpenStudy;
class SliceView;
class Tool;
struct SliceAnnotations;

/// One to four panes, hung by a layout and linked by place in the patient: parallel stacks of one frame of reference
/// turn together, crossing ones show each other's slice as a line, the mouse shows in all.
class PaneGrid : public QWidget {
    Q_OBJECT
public:
    explicit PaneGrid(OpenStudy& study, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<SliceView*> panes() const; ///< Those in use, from the left, upper row first.
    [[nodiscard]] SliceView* current() const { return m_current; }
    void setCurrent(SliceView* view);
    void showStack(SliceView* view, const std::string& stackId);
    /// The same by the reader's own hand: remembered for studies of this region.
    void chooseStack(SliceView* view, const std::string& stackId);

    [[nodiscard]] Layout layoutInUse() const { return m_hanging.layout; }
    void setLayoutInUse(Layout layout); ///< Hangs anew; remembered for studies of this region.
    /// The same stack in so many panes for a reader each, and in one more for the decision; until the next layout.
    void showSideBySide(const std::string& stackId, std::size_t readers);
    /// Which reader's pane it is, from 0; none for all other panes.
    [[nodiscard]] std::optional<std::size_t> readerIn(const SliceView& view) const;
    [[nodiscard]] bool isSideBySide() const { return m_readers > 0; }
    /// That pane alone, or all again.
    void toggleMaximised(SliceView* view);
    [[nodiscard]] bool isMaximised() const { return m_maximised != nullptr; }

    /// All panes go to `point`, given in the frame of reference of `frame`; with `width` they zoom to it.
    void goTo(const grading::PatientPoint& point, const grading::Uid& frame, std::optional<grading::Millimetres> width);

    void setTool(Tool* tool);
    void setMarkPainter(std::function<void(const SliceView&, QPainter&)> painter);
    void setAnnotator(std::function<void(const SliceView&, SliceAnnotations&)> annotator);
    void fitAll();
    void setSmooth(bool isSmooth);
    void setTextHidden(bool isHidden);
    [[nodiscard]] bool isTextHidden() const { return m_isTextHidden; }
    void repaintOverlays();

signals:
    void currentChanged();
    void sliceChanged();
    void hung(); ///< Other stacks hang, or elsewhere.
    void confirmed();
    void menuRequested(SliceView* view, const QPoint& global);

private:
    /// Two rows of places; a layout of four takes two of each, others the upper row alone.
    static constexpr std::array<int, 2> placesInRow{3, 2};

    SliceView* makeView(int place);
    void hangStudy();
    void hang();
    void fill(const std::vector<std::string>& stackIds, std::size_t current);
    void arrange();
    void closeAll();
    void refresh(const std::string& stackId);
    void follow(SliceView* moved);
    void pastEnd(SliceView* view, int direction);
    void annotate(const SliceView& view, SliceAnnotations& notes) const;
    void addLinks(const SliceView& view, SliceAnnotations& notes) const;

    OpenStudy& m_study;
    std::vector<QSplitter*> m_rows;
    QSplitter* m_column = nullptr;
    std::vector<SliceView*> m_views; ///< For every place; those not in use have no stack and are hidden.
    RememberedHanging m_hanging;
    std::size_t m_readers = 0; ///< Panes from the left that are a reader's; 0: no decision is made side by side.
    Tool* m_tool = nullptr;
    SliceView* m_current = nullptr;
    SliceView* m_maximised = nullptr;
    SliceView* m_pointing = nullptr;
    std::optional<grading::PatientPoint> m_pointed;
    bool m_isFollowing = false;
    bool m_isTextHidden = false;
    std::function<void(const SliceView&, SliceAnnotations&)> m_annotator;
};

} // namespace foragrade
