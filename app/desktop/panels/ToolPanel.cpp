#include "panels/ToolPanel.h"

#include "commands/CommandTable.h"
#include "models/Words.h"
#include "panels/EditMarksMenu.h"
#include "study/ReadingDesk.h"
#include "theme/MarkLook.h"
#include "theme/Palette.h"
#include "tools/FloodTool.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foragrade {
namespace {

/// The structure's line and fill, as it is drawn over the image.
QIcon swatch(grading::Structure structure)
{
    QPixmap picture(36, 28);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black); // as on the images
    painter.drawRoundedRect(QRectF(0, 0, 18, 14), 3, 3);
    QColor fill = structureColour(structure);
    fill.setAlphaF(static_cast<float>(markLook().effectiveFill()));
    painter.setBrush(fill);
    painter.setPen(structurePen(structure, 1.6));
    painter.drawRoundedRect(QRectF(1, 1, 16, 12), 3, 3);
    return QIcon(picture);
}

QLabel* title(const QString& text, QWidget* parent)
{
    auto* made = new QLabel(text, parent);
    made->setObjectName("panelTitle");
    return made;
}

} // namespace

QString describe(const ToolSettings& tool)
{
    const QString structure = said(grading::name(tool.structure));
    switch (tool.kind) {
    case ToolKind::Look:
        return QObject::tr("look");
    case ToolKind::Brush:
        return QObject::tr("brush %1 mm · %2").arg(2 * tool.brushRadius.value).arg(structure);
    case ToolKind::Polygon:
        return QObject::tr("polygon · %1 · Enter closes").arg(structure);
    case ToolKind::Freehand:
        return QObject::tr("freehand · %1").arg(structure);
    case ToolKind::RootFromClick:
        return QObject::tr("root and fat from a click");
    case ToolKind::FatAroundRoot:
        return QObject::tr("fat around the marked root · click or S proposes");
    case ToolKind::RootNextSlice:
        return QObject::tr("root on the next slice · click or D proposes");
    case ToolKind::NameLevels:
        return QObject::tr("name discs · Ctrl and click takes a name back");
    case ToolKind::Distance:
        return QObject::tr("distance · drag · Delete takes the last away");
    case ToolKind::Angle:
        return QObject::tr("angle · three clicks · Delete takes the last away");
    case ToolKind::SphereBrush:
        return QObject::tr("sphere brush %1 mm · %2").arg(2 * tool.brushRadius.value).arg(structure);
    case ToolKind::ThresholdBrush:
        return QObject::tr("threshold brush · %1 · marks what looks like its first place").arg(structure);
    case ToolKind::Livewire:
        return QObject::tr("livewire · %1 · Enter closes").arg(structure);
    case ToolKind::ForamenFromClick:
        return QObject::tr("root, fat and foramen from a click");
    case ToolKind::FloodFill:
        return QObject::tr("fill · %1 · what looks alike within %2 mm of the click")
            .arg(structure)
            .arg(FloodTool::reachInRadii * tool.brushRadius.value);
    }
    return {};
}

ToolPanel::ToolPanel(ReadingDesk& desk, CommandTable& commands, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_commands(commands), m_size(new QLabel(this))
{
    setObjectName("panel");
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(4);
    rows->addWidget(title(tr("TOOLS"), this));
    const std::pair<ToolKind, const char*> tools[] = {
        {ToolKind::Look, "tool.look"},          {ToolKind::Brush, "tool.brush"},
        {ToolKind::Polygon, "tool.polygon"},    {ToolKind::Freehand, "tool.freehand"},
        {ToolKind::RootFromClick, "tool.root"}, {ToolKind::FatAroundRoot, "tool.fat"},
        {ToolKind::RootNextSlice, "tool.next"}, {ToolKind::NameLevels, "tool.levels"}};
    for (const auto& [kind, id] : tools)
        rows->addWidget(m_tools[kind] = addButton(id));
    rows->addWidget(buildMenus());
    m_size->setObjectName("hint");
    rows->addWidget(m_size);
    rows->addSpacing(6);
    rows->addWidget(title(tr("STRUCTURE"), this));
    const std::pair<grading::Structure, const char*> structures[] = {
        {grading::Structure::NerveRoot, "structure.root"},
        {grading::Structure::PerineuralFat, "structure.fat"},
        {grading::Structure::ForamenOutline, "structure.outline"}};
    for (const auto& [structure, id] : structures) {
        rows->addWidget(m_structures[structure] = addButton(id));
        m_structures[structure]->setIconSize({18, 14});
    }
    rows->addWidget(buildLook());
    connect(&m_desk, &ReadingDesk::toolChanged, this, &ToolPanel::refresh);
    connect(&m_commands, &CommandTable::keysChanged, this, &ToolPanel::refresh);
    refresh();
}

/// The tools that are needed less often, and what is done to marks that are there.
QWidget* ToolPanel::buildMenus()
{
    auto* row = new QWidget(this);
    auto* columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 2, 0, 0);
    columns->setSpacing(4);
    const auto add = [&](const char* name, QMenu* menu) {
        auto* button = new QPushButton(row);
        button->setObjectName(name);
        button->setProperty("kind", "menu");
        button->setFocusPolicy(Qt::TabFocus);
        button->setMenu(menu);
        menu->setParent(button, menu->windowFlags());
        columns->addWidget(button, 1);
        return button;
    };
    auto* more = new QMenu;
    for (const char* id : {"tool.foramen", "tool.livewire", "tool.sphere", "tool.threshold", "tool.flood",
                           "tool.distance", "tool.angle"})
        more->addAction(m_commands.action(id));
    m_more = add("moreTools", more);
    m_more->setCheckable(true);
    m_edit = add("editMarksButton", new EditMarksMenu(m_desk, m_commands, this));
    return row;
}

/// How strongly marks are filled, or lines alone.
QWidget* ToolPanel::buildLook()
{
    auto* row = new QWidget(this);
    auto* columns = new QHBoxLayout(row);
    columns->setContentsMargins(2, 2, 0, 0);
    columns->setSpacing(6);
    m_fill = new QSlider(Qt::Horizontal, row);
    m_fill->setObjectName("markFill");
    m_fill->setRange(0, 100);
    m_fill->setSingleStep(5);
    m_fill->setFocusPolicy(Qt::TabFocus);
    m_lines = new QPushButton(row);
    m_lines->setObjectName("markLines");
    m_lines->setCheckable(true);
    m_lines->setProperty("kind", "menu");
    m_lines->setFocusPolicy(Qt::TabFocus);
    columns->addWidget(m_fill, 1);
    columns->addWidget(m_lines);
    connect(m_lines, &QPushButton::clicked, m_commands.action("marks.lines"), &QAction::trigger);
    connect(m_fill, &QSlider::valueChanged, this, [this](int percent) {
        auto look = markLook();
        look.fill = percent / 100.0;
        setMarkLook(look);
        refresh();
        emit lookChanged();
    });
    return row;
}

void ToolPanel::openEditMenu()
{
    m_edit->showMenu();
}

QPushButton* ToolPanel::addButton(const QString& id)
{
    auto* button = new QPushButton(this);
    button->setObjectName(id);
    button->setProperty("kind", "tool");
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, m_commands.action(id), &QAction::trigger);
    connect(button, &QPushButton::clicked, this, &ToolPanel::refresh); // where it couldn't be done
    return button;
}

void ToolPanel::showKeys()
{
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("More tools: foramen by click, livewire, sphere, threshold, fill, rulers"));
    m_edit->setText(tr("Edit"));
    m_edit->setToolTip(
        tr("Edit marks: grow, shrink, islands, between slices, copies (%1)").arg(m_commands.keyOf("marks.menu")));
    m_lines->setText(tr("Lines"));
    m_lines->setToolTip(tr("Lines only, without fill (%1)").arg(m_commands.keyOf("marks.lines")));
    m_fill->setToolTip(tr("Fill of the marks: %1 %").arg(m_fill->value()));
    m_fill->setAccessibleName(tr("Fill of the marks"));
    for (auto* button : findChildren<QPushButton*>()) {
        if (m_commands.find(button->objectName()) == nullptr)
            continue;
        const QString key = m_commands.keyOf(button->objectName());
        button->setText(QString("%1   %2").arg(key.isEmpty() ? "·" : key, m_commands.textOf(button->objectName())));
    }
    m_tools[ToolKind::Brush]->setToolTip(
        tr("%1: a ball, on the neighbouring slices too. %2: only what looks like the stroke's first place.")
            .arg(m_commands.keyOf("tool.sphere"), m_commands.keyOf("tool.threshold")));
    m_tools[ToolKind::Polygon]->setToolTip(tr("%1: livewire, along edges.").arg(m_commands.keyOf("tool.livewire")));
    m_tools[ToolKind::RootFromClick]->setToolTip(tr("%1: the foramen too.").arg(m_commands.keyOf("tool.foramen")));
}

void ToolPanel::refresh()
{
    const auto& tool = m_desk.tool();
    for (const auto& [kind, button] : m_tools)
        button->setChecked(kind == tool.kind);
    for (const auto& [structure, button] : m_structures)
        button->setChecked(structure == tool.structure);
    m_more->setChecked(std::ranges::none_of(m_tools, [&](const auto& each) { return each.first == tool.kind; }));
    const QSignalBlocker quiet(m_fill);
    m_fill->setValue(static_cast<int>(std::lround(100 * markLook().fill)));
    m_fill->setEnabled(!markLook().isLineOnly);
    m_lines->setChecked(markLook().isLineOnly);
    for (const auto& [structure, button] : m_structures)
        button->setIcon(swatch(structure));
    m_size->setText(tr("⌀ %1 mm  %2 %3  Ctrl erases")
                        .arg(2 * tool.brushRadius.value)
                        .arg(m_commands.keyOf("brush.smaller"), m_commands.keyOf("brush.larger")));
    showKeys();
}

} // namespace foragrade
