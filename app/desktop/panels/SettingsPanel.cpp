#include "panels/SettingsPanel.h"

#include "commands/CommandTable.h"
#include "panels/KeySettings.h"
#include "study/ReadingDesk.h"
#include "theme/MarkLook.h"
#include "theme/Theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace foragrade {
namespace {

QDoubleSpinBox* sizeBox(const char* name, double least, double most, double step, const QString& unit, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(name);
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setDecimals(unit == " %" ? 0 : 2);
    box->setSuffix(unit);
    box->setFixedWidth(130);
    return box;
}

QFormLayout* formIn(QWidget* page)
{
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 16, 0, 0);
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return form;
}

} // namespace

SettingsPanel::SettingsPanel(ReadingDesk& desk, CommandTable& commands, QWidget* window)
    : Sheet(window), m_desk(desk), m_commands(commands), m_pages(new QTabWidget(page()))
{
    setObjectName("settings");
    setPageSize({860, 640});
    m_pages->setObjectName("settingsPages");
    m_pages->setDocumentMode(true);
    m_pages->tabBar()->setDrawBase(false);
    m_pages->addTab(buildGeneral(), tr("General"));
    m_pages->addTab(buildMarking(), tr("Marking"));
    m_pages->addTab(new KeySettings(commands, m_pages), tr("Keys"));
    rows()->addWidget(m_pages, 1);
}

void SettingsPanel::openKeys()
{
    m_pages->setCurrentIndex(m_pages->count() - 1);
    open();
}

QWidget* SettingsPanel::buildGeneral()
{
    auto* pageOfGeneral = new QWidget(m_pages);
    m_general = formIn(pageOfGeneral);
    m_theme = new QComboBox(pageOfGeneral);
    m_theme->setObjectName("themeChoice");
    m_theme->addItems({tr("Dark, for the reading room"), tr("Light")});
    m_reader = new QLineEdit(pageOfGeneral);
    m_reader->setObjectName("readerField");
    m_reader->setAccessibleName(tr("Reader"));
    m_reader->setPlaceholderText("Family^Given");
    m_readerSays = new QLabel(pageOfGeneral);
    m_readerSays->setObjectName("hint");
    m_readerSays->setWordWrap(true);
    m_store = new QLabel(pageOfGeneral);
    m_store->setWordWrap(true);
    m_store->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* change = new QPushButton(tr("Choose another …"), pageOfGeneral);
    change->setObjectName("changeStore");
    auto* store = new QHBoxLayout;
    store->addWidget(m_store, 1);
    store->addWidget(change);
    m_judgeFirst = new QCheckBox(tr("Show what was measured only once a foramen is graded"), pageOfGeneral);
    m_judgeFirst->setObjectName("judgeFirst");
    m_texts = new QCheckBox(tr("Texts in the images' corners"), pageOfGeneral);
    m_texts->setObjectName("imageTexts");
    m_general->addRow(tr("Colours"), m_theme);
    auto* reader = new QVBoxLayout;
    reader->setSpacing(4);
    reader->addWidget(m_reader);
    reader->addWidget(m_readerSays);
    m_general->addRow(tr("Reader"), reader);
    m_general->addRow(tr("Readings are kept in"), store);
    m_general->addRow(tr("Evidence"), m_judgeFirst);
    m_general->addRow(tr("Images"), m_texts);
    connect(m_theme, &QComboBox::activated, this, [this](int index) { emit themeChosen(index == 1); });
    connect(m_reader, &QLineEdit::editingFinished, this, &SettingsPanel::takeReader);
    connect(change, &QPushButton::clicked, this, [this] {
        close();
        emit storeRequested();
    });
    connect(m_judgeFirst, &QCheckBox::clicked, this, [this](bool isOn) { m_desk.setEvidenceHidden(isOn); });
    connect(m_texts, &QCheckBox::clicked, m_commands.action("image.texts"), &QAction::trigger);
    return pageOfGeneral;
}

QWidget* SettingsPanel::buildMarking()
{
    auto* pageOfMarking = new QWidget(m_pages);
    auto* form = formIn(pageOfMarking);
    m_brush = sizeBox("brushSetting", 0.5, 30, 0.5, tr(" mm"), pageOfMarking);
    m_margin = sizeBox("marginSetting", 0.25, 10, 0.25, tr(" mm"), pageOfMarking);
    m_island = sizeBox("islandSetting", 0.25, 200, 0.25, tr(" mm²"), pageOfMarking);
    m_fill = sizeBox("fillSetting", 0, 100, 5, " %", pageOfMarking);
    m_lines = new QCheckBox(tr("Lines only"), pageOfMarking);
    m_lines->setObjectName("linesSetting");
    form->addRow(tr("Brush, across"), m_brush);
    form->addRow(tr("Grow and shrink by"), m_margin);
    form->addRow(tr("An island is small below"), m_island);
    form->addRow(tr("Fill of the marks"), m_fill);
    form->addRow(QString(), m_lines);
    for (auto* box : {m_brush, m_margin, m_island, m_fill})
        connect(box, &QDoubleSpinBox::valueChanged, this, &SettingsPanel::takeMarking);
    connect(m_lines, &QCheckBox::clicked, this, &SettingsPanel::takeMarking);
    return pageOfMarking;
}

void SettingsPanel::prepare()
{
    setTitle(tr("Settings"));
    const QScopedValueRollback showing(m_isShowing, true);
    m_theme->setCurrentIndex(currentTheme() == Theme::Light ? 1 : 0);
    m_reader->setText(m_desk.reader());
    m_readerSays->setText(tr("As it stands in reports and in the store. Each reader has readings of their own."));
    m_store->setText(m_desk.storePath());
    m_judgeFirst->setChecked(m_desk.isEvidenceHidden());
    m_texts->setChecked(m_commands.action("image.texts")->isChecked());
    const auto& tool = m_desk.tool();
    m_brush->setValue(2 * tool.brushRadius.value);
    m_margin->setValue(tool.editMargin.value);
    m_island->setValue(tool.smallIsland.value);
    m_fill->setValue(100 * markLook().fill);
    m_lines->setChecked(markLook().isLineOnly);
}

void SettingsPanel::takeReader()
{
    const QString name = m_reader->text().trimmed();
    if (name == m_desk.reader())
        return;
    if (!grading::isPersonName(name.toStdString())) {
        m_readerSays->setText(tr("“%1” can't stand in DICOM as a name; write Family^Given.").arg(name));
        m_reader->setText(m_desk.reader());
        return;
    }
    emit readerChosen(name);
}

void SettingsPanel::takeMarking()
{
    if (m_isShowing)
        return;
    auto tool = m_desk.tool();
    tool.brushRadius.value = m_brush->value() / 2;
    tool.editMargin.value = m_margin->value();
    tool.smallIsland.value = m_island->value();
    keepSizes(tool);
    m_desk.setTool(tool);
    setMarkLook({m_fill->value() / 100, m_lines->isChecked()});
    emit lookChanged();
}

} // namespace foragrade
