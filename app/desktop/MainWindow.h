#pragma once

#include "Options.h"
#include "study/Background.h"
#include "study/OpenStudy.h"
#include "study/Question.h"
#include "study/ReadingDesk.h"
#include "study/Rulers.h"

#include <QMainWindow>

#include <memory>

class QAction;
class QLabel;
class QMenu;
class QPainter;
class QPushButton;
class QStackedWidget;

namespace foragrade {

class AskBar;
class Banner;
class CommandPalette;
class CommandTable;
class ForamenForm;
class ForaminaBoard;
class HistoryPanel;
class KeyOverlay;
class PaneGrid;
class SeriesPanel;
class SettingsPanel;
class AboutBox;
class ReportPreview;
class SignPanel;
class SliceView;
class StartPage;
class StatusLine;
class StoreTrouble;
class Tool;
class ToolPanel;
enum class WindowPreset;
struct SliceAnnotations;

/// The window: images in the middle, series and tools at the left, board and form below.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Options options, QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const QStringList& paths);
    [[nodiscard]] OpenStudy& study() { return m_study; }
    [[nodiscard]] ReadingDesk& desk() { return m_desk; }
    [[nodiscard]] PaneGrid& panes() { return *m_panes; }
    [[nodiscard]] CommandTable& commands() { return *m_commands; }
    [[nodiscard]] QString message() const; ///< What the banner says; empty when nothing.

    /// Writes the reading's exports into a folder, in the background.
    void exportTo(const QString& folder);
    void useStore(const QString& store); ///< Keeps readings there from now on, the open one with them.

signals:
    void exported(const QString& folder);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;     ///< Another window's time isn't the foramen's; another language.
    void closeEvent(QCloseEvent* event) override; ///< Asks first while a step is in hand that isn't stored.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();            ///< All that shows, around the study and the reading.
    void takeDown();         ///< What `build` made.
    void buildAnew();        ///< When the language is another than the one it was built in.
    void buildLanguageRow(); ///< Of the settings.
    [[nodiscard]] QWidget* buildHeader();
    [[nodiscard]] QWidget* buildCentre();
    [[nodiscard]] QWidget* buildLower(QWidget* parent);
    void buildMenus(QWidget* header);
    void buildCommands();
    void addStudyCommands();
    void addProjectCommands();
    void addForamenCommands();
    void addFindingCommands();
    void addToolCommands();
    void addMarkCommands();
    void addMarkCombinations();
    void addMarkLooks();
    [[nodiscard]] std::function<void()> editing(std::function<QString(const SliceView&)> edit);
    [[nodiscard]] QString copyMarksOf(const QString& role, const SliceView& view);
    void addImageCommands();
    void addLayoutCommands();
    void addWindowCommands();
    void showKeys(); ///< Wherever the window names one.
    [[nodiscard]] std::function<bool()> whileReading();
    [[nodiscard]] std::function<bool()> whileLooking();
    bool resizeBrush(const QWheelEvent& wheel); ///< True when the wheel was the brush's.
    [[nodiscard]] static bool isOverWindow(const QWidget& widget);
    void connectProject();
    void fitPanels();
    void connectStudy();
    void connectReading();
    void connectStore();
    void connectImages();
    void openReading(); ///< Of the study on the desk, when there is none yet.
    void showStoreState();
    void showSaved(const QString& text, bool isSaved);
    void showPage();
    void leave(std::function<void()> then); ///< Now, or once the reader gives up the step in hand.

    void addOpenCommands();
    void fillRecent(QMenu* menu);
    void connectOpening();
    void chooseFolder();
    void chooseFiles();
    void forgetRecent();
    void buildReports();
    [[nodiscard]] bool mayReport(); ///< Says why not.
    void previewReport();
    void chooseExportFolder();
    void tellOfExport(const QString& folder, const grading::Issues& remarks);
    void showTitle();
    void showReadingState();
    void goToCurrent();
    void annotate(const SliceView& view, SliceAnnotations& notes);
    void paintAllMarks(const SliceView& view, QPainter& painter);
    void showReadersSideBySide();
    void buildLayoutMenu(QMenu* menu);
    void setMidlineAt(const SliceView& view);
    void showPaneMenu(SliceView* view, const QPoint& global);
    void nextWindowPreset();
    void useWindowPreset(SliceView& view, WindowPreset preset);
    void toggleSmooth();
    void useTool();
    void gradeBy(int digit, bool stays);
    void askToSign();
    void toggleHistory();
    void toggleTheme();
    void buildSettings();
    void useReader(const QString& reader);
    void chooseStore();
    void toggleSidePanels();
    void showWorklist();
    void showAgreement(const QString& project);
    void openFromWorklist(const grading::WorklistEntry& entry);
    void openNextCase();
    void offerNextCase();                   ///< After signing in a project.
    [[nodiscard]] QString caseName() const; ///< Empty where the patient may be named.

    CommandTable* m_commands = nullptr;
    Options m_options;
    Background m_background;
    OpenStudy m_study;
    ReadingDesk m_desk;
    Rulers m_rulers;
    std::unique_ptr<Tool> m_tool;
    ToolKind m_toolKind = ToolKind::Look; ///< Of `m_tool`.
    QLabel* m_title = nullptr;
    QLabel* m_reader = nullptr;
    QLabel* m_saved = nullptr;
    QPushButton* m_sign = nullptr;
    Banner* m_banner = nullptr;
    AskBar* m_ask = nullptr;
    StoreTrouble* m_storeBar = nullptr;
    StoreTrouble* m_storePage = nullptr;
    bool m_looksOnly = false; ///< Images without a reading, as the store can't be reached.
    bool m_isLeaving = false;
    QString m_language; ///< That it was built in.
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    QLabel* m_waiting = nullptr;
    PaneGrid* m_panes = nullptr;
    SeriesPanel* m_series = nullptr;
    ToolPanel* m_tools = nullptr;
    QWidget* m_left = nullptr;
    QWidget* m_lower = nullptr;
    ForaminaBoard* m_board = nullptr;
    ForamenForm* m_form = nullptr;
    StatusLine* m_status = nullptr;
    HistoryPanel* m_history = nullptr;
    SignPanel* m_signing = nullptr;
    KeyOverlay* m_keys = nullptr;
    CommandPalette* m_palette = nullptr;
    SettingsPanel* m_settings = nullptr;
    AboutBox* m_about = nullptr;
    ReportPreview* m_preview = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    bool m_hidesMarks = false;
    bool m_isSmooth = true;
    grading::Uid m_wantedStudy; ///< Of the folder's studies, where the worklist opened it.
    QString m_openCase;         ///< By which the worklist named it where identity is hidden.
};

} // namespace foragrade
