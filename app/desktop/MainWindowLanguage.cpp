// The window in another language: built anew around the study and the reading, which stay as they are.
#include "MainWindow.h"

#include "language/Language.h"
#include "panels/SettingsPanel.h"
#include "tools/Tool.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPointer>

namespace foragrade {

void MainWindow::buildLanguageRow()
{
    auto* choice = new QComboBox(m_settings->general()->parentWidget());
    choice->setObjectName("languageChoice");
    for (const auto& language : languages()) {
        choice->addItem(language.name, language.code);
        if (language.code == currentLanguage())
            choice->setCurrentIndex(choice->count() - 1);
    }
    auto* label = new QLabel(tr("Language"), choice->parentWidget());
    label->setBuddy(choice);
    m_settings->general()->addRow(label, choice);
    connect(choice, &QComboBox::activated, this, [choice](int index) {
        rememberLanguage(choice->itemData(index).toString());
        setLanguage(choice->itemData(index).toString());
    });
}

void MainWindow::buildAnew()
{
    if (m_language == currentLanguage())
        return;
    setFocus(); // what is being typed is entered
    std::vector<std::pair<std::string, int>> shown;
    for (const auto* view : m_panes->panes())
        shown.emplace_back(view->stack()->id, view->slice());
    const bool isTextHidden = m_panes->isTextHidden();
    takeDown();
    build();
    m_panes->setTextHidden(isTextHidden);
    m_panes->setSmooth(m_isSmooth);
    for (auto* view : m_panes->panes()) {
        for (const auto& [stack, slice] : shown) {
            if (view->stack()->id == stack)
                view->setSlice(slice);
        }
    }
    if (auto* pane = m_panes->current())
        pane->setFocus();
}

void MainWindow::takeDown()
{
    m_panes->setTool(nullptr);
    m_tool.reset();
    m_background.disconnect(this);
    m_study.disconnect(this);
    m_desk.disconnect(this);
    setMenuWidget(nullptr);
    delete takeCentralWidget();
    for (auto* action : actions())
        delete action;
    std::vector<QPointer<QObject>> left;
    for (auto* child : children())
        left.emplace_back(child);
    for (const auto& child : left) {
        if (child != nullptr && qobject_cast<QLayout*>(child.data()) == nullptr)
            delete child.data();
    }
}

} // namespace foragrade
