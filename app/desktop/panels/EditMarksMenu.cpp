#include "panels/EditMarksMenu.h"

#include "commands/CommandTable.h"
#include "study/ReadingDesk.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QWidgetAction>

namespace foragrade {

EditMarksMenu::EditMarksMenu(ReadingDesk& desk, CommandTable& commands, QWidget* parent) : QMenu(parent), m_desk(desk)
{
    setObjectName("editMarks");
    const auto add = [&](QMenu* menu, const QStringList& ids) {
        for (const auto& id : ids)
            menu->addAction(commands.action(id));
    };
    add(this, {"marks.allSlices"});
    addSeparator();
    m_margin = addSize(tr("Grow and shrink by"), tr(" mm"), 10);
    m_margin->setObjectName("editMargin");
    add(this, {"marks.grow", "marks.shrink"});
    addSeparator();
    m_island = addSize(tr("An island is small below"), tr(" mm²"), 200);
    m_island->setObjectName("smallIsland");
    add(this, {"marks.largest", "marks.small", "marks.holes"});
    addSeparator();
    add(this, {"marks.between"});
    add(addMenu(tr("With the slice before")), {"marks.copyBefore", "marks.commonBefore", "marks.withoutBefore"});
    add(addMenu(tr("With the slice after")), {"marks.copyAfter", "marks.commonAfter", "marks.withoutAfter"});
    add(addMenu(tr("With another structure")), {"marks.takeRoot", "marks.takeFat", "marks.takeForamen"});
    add(addMenu(tr("Copy to this pane")), {"marks.copyT1", "marks.copyT2", "marks.copyAxial"});
    connect(m_margin, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        auto tool = m_desk.tool();
        tool.editMargin.value = value;
        m_desk.setTool(tool);
    });
    connect(m_island, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        auto tool = m_desk.tool();
        tool.smallIsland.value = value;
        m_desk.setTool(tool);
    });
    connect(this, &QMenu::aboutToShow, this, &EditMarksMenu::showSizes);
    connect(this, &QMenu::aboutToShow, &commands, &CommandTable::refresh);
}

QDoubleSpinBox* EditMarksMenu::addSize(const QString& text, const QString& unit, double largest)
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 4, 12, 4);
    auto* box = new QDoubleSpinBox(row);
    box->setRange(0.25, largest);
    box->setSingleStep(0.25);
    box->setDecimals(2);
    box->setSuffix(unit);
    box->setAccessibleName(text);
    layout->addWidget(new QLabel(text, row), 1);
    layout->addWidget(box);
    auto* action = new QWidgetAction(this);
    action->setDefaultWidget(row);
    addAction(action);
    return box;
}

void EditMarksMenu::showSizes()
{
    const QSignalBlocker quietMargin(m_margin);
    const QSignalBlocker quietIsland(m_island);
    m_margin->setValue(m_desk.tool().editMargin.value);
    m_island->setValue(m_desk.tool().smallIsland.value);
}

} // namespace foragrade
