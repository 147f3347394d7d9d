// What the reader set: who reads, where readings are kept, how the window looks.
#include "MainWindow.h"

#include "commands/CommandTable.h"
#include "panels/AboutBox.h"
#include "panels/SettingsPanel.h"
#include "panels/ToolPanel.h"
#include "theme/Theme.h"
#include "views/PaneGrid.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QToolButton>

namespace foragrade {

void MainWindow::buildSettings()
{
    m_settings = new SettingsPanel(m_desk, *m_commands, this);
    m_about = new AboutBox(this);
    buildLanguageRow();
    connect(m_settings, &SettingsPanel::readerChosen, this, &MainWindow::useReader);
    connect(m_settings, &SettingsPanel::storeRequested, this, &MainWindow::chooseStore);
    connect(m_settings, &SettingsPanel::themeChosen, this, [this](bool isLight) {
        if (isLight != (currentTheme() == Theme::Light))
            toggleTheme();
    });
    connect(m_settings, &SettingsPanel::lookChanged, this, [this] {
        m_tools->refresh();
        m_panes->repaintOverlays();
    });
}

/// The study stays; the reading of it is that reader's from now on.
void MainWindow::useReader(const QString& reader)
{
    leave([this, reader] {
        m_desk.setReader(reader);
        Options::rememberReader(reader);
        openReading();
        showReadingState();
    });
}

void MainWindow::chooseStore()
{
    const QString store =
        QFileDialog::getSaveFileName(this, tr("Where readings are kept"), QFileInfo(m_desk.storePath()).absolutePath(),
                                     tr("Stores (*.db)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!store.isEmpty())
        useStore(store);
}

void MainWindow::showKeys()
{
    m_commands->showKeyIn(m_sign, "study.sign", tr("Sign the reading, or revise a signed one"));
    const std::tuple<const char*, const char*, QString> fields[] = {
        {"findings", "field.findings", tr("What narrows the foramen; several")},
        {"etiology", "field.etiology", tr("Why it is narrow; several")},
        {"meyerding", "field.meyerding", tr("Meyerding grade of the spondylolisthesis")},
        {"quality", "field.quality", tr("Quality of the images at this foramen")},
        {"contact", "field.contact", tr("What disc or bone does to the root, Pfirrmann 2004")},
        {"confidence", "foramen.confidence", tr("Confidence: low, medium, high")},
        {"notGradable", "foramen.notGradable", tr("Can't be graded, for a reason")},
        {"numbering", "numbering", tr("How the vertebrae are counted")}};
    for (const auto& [widget, id, tip] : fields)
        m_commands->showKeyIn(findChild<QWidget*>(widget), id, tip);
    connect(m_commands, &CommandTable::keysChanged, this, &MainWindow::showReadingState);
}

} // namespace foragrade
