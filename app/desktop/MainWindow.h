#pragma once

#include "Options.h"
#include "study/Background.h"
#include "study/OpenStudy.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QStackedWidget;

namespace foragrade {

class Banner;
class PaneRow;
class SeriesPanel;
class StartPage;
class StatusLine;

/// The window: images in the middle, series and tools at the left, board and form below.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Options options, QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const QStringList& paths);
    [[nodiscard]] OpenStudy& study() { return m_study; }
    [[nodiscard]] PaneRow& panes() { return *m_panes; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildMenus(QWidget* header);
    [[nodiscard]] QWidget* buildHeader();
    [[nodiscard]] QWidget* buildCentre();
    void chooseFolder();
    void showTitle();

    Options m_options;
    Background m_background;
    OpenStudy m_study;
    QLabel* m_title = nullptr;
    QLabel* m_reader = nullptr;
    QLabel* m_saved = nullptr;
    Banner* m_banner = nullptr;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    QLabel* m_waiting = nullptr;
    PaneRow* m_panes = nullptr;
    SeriesPanel* m_series = nullptr;
    StatusLine* m_status = nullptr;
};

} // namespace foragrade
