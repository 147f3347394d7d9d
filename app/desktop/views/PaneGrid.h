#pragma once

#include "grading/base/Uid.h"
#include "grading/geometry/Patient.h"
#include "grading/geometry/Units.h"

#include <QWidget>

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

/// One to three panes side by side, hung by role and linked by place in the patient: parallel stacks of one frame of
/// reference turn together, crossing ones show each other's slice as a line, the mouse shows in all.
class PaneRow : public QWidget {
    Q_OBJECT
public:
    explicit PaneRow(OpenStudy& study, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<SliceView*> panes() const; ///< Those in use, from the left.
    [[nodiscard]] SliceView* current() const { return m_current; }
    void setCurrent(SliceView* view);
    void showStack(SliceView* view, const std::string& stackId);

    /// All panes go to `point`, given in the frame of reference of `frame`; with `width` they zoom to it.
    void goTo(const grading::PatientPoint& point, const grading::Uid& frame, std::optional<grading::Millimetres> width);

    void setTool(Tool* tool);
    void setMarkPainter(std::function<void(const SliceView&, QPainter&)> painter);
    void setAnnotator(std::function<void(const SliceView&, SliceAnnotations&)> annotator);
    void fitAll();
    void repaintOverlays();

signals:
    void currentChanged();
    void sliceChanged();

private:
    void hangStudy();
    void closeAll();
    void refresh(const std::string& stackId);
    void follow(SliceView* moved);
    void pastEnd(SliceView* view, int direction);
    void annotate(const SliceView& view, SliceAnnotations& notes) const;
    void addReferenceLines(const SliceView& view, SliceAnnotations& notes) const;

    OpenStudy& m_study;
    QSplitter* m_splitter;
    std::vector<SliceView*> m_views; ///< Always three; those not in use are hidden.
    SliceView* m_current = nullptr;
    SliceView* m_pointing = nullptr;
    std::optional<grading::PatientPoint> m_pointed;
    bool m_isFollowing = false;
    std::function<void(const SliceView&, SliceAnnotations&)> m_annotator;
};

} // namespace foragrade
