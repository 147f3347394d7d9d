#pragma once

#include "panels/Sheet.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QTabWidget;

namespace foragrade {

class CommandTable;
class KeySettings;
class ReadingDesk;

/// What the reader can set, each kept at once: the person and the window, marking, keys.
class SettingsPanel : public Sheet {
    Q_OBJECT
public:
    SettingsPanel(ReadingDesk& desk, CommandTable& commands, QWidget* window);
    [[nodiscard]] QFormLayout* general() { return m_general; } ///< For rows that other parts of the window add.
    void openKeys();

signals:
    void readerChosen(const QString& name);
    void storeRequested(); ///< Another place for readings is to be chosen.
    void themeChosen(bool isLight);
    void lookChanged(); ///< Of marks.

protected:
    void prepare() override;

private:
    [[nodiscard]] QWidget* buildGeneral();
    [[nodiscard]] QWidget* buildMarking();
    void takeReader();
    void takeMarking();

    ReadingDesk& m_desk;
    CommandTable& m_commands;
    QTabWidget* m_pages;
    QFormLayout* m_general = nullptr;
    QComboBox* m_theme = nullptr;
    QLineEdit* m_reader = nullptr;
    QLabel* m_readerSays = nullptr;
    QLabel* m_store = nullptr;
    QCheckBox* m_judgeFirst = nullptr;
    QCheckBox* m_texts = nullptr;
    QDoubleSpinBox* m_brush = nullptr;
    QDoubleSpinBox* m_margin = nullptr;
    QDoubleSpinBox* m_island = nullptr;
    QDoubleSpinBox* m_fill = nullptr;
    QCheckBox* m_lines = nullptr;
    bool m_isShowing = false; ///< What is set now is put into the fields, which is no choice of the reader's.
};

} // namespace foragrade
