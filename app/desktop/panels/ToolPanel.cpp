#include "panels/ToolPanel.h"

#include "study/ReadingDesk.h"
#include "theme/Palette.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

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
    QColor fill = structureColour(structure);
    fill.setAlphaF(0.3F);
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
    const QString structure = QString::fromStdString(std::string(grading::name(tool.structure)));
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
    }
    return {};
}

ToolPanel::ToolPanel(ReadingDesk& desk, QWidget* parent) : QFrame(parent), m_desk(desk), m_size(new QLabel(this))
{
    setObjectName("panel");
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(4);
    const auto add = [&](const QString& text, const QString& key) {
        auto* button = new QPushButton(this);
        button->setText(QString("%1   %2").arg(key, text));
        button->setProperty("kind", "tool");
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        rows->addWidget(button);
        return button;
    };
    rows->addWidget(title(tr("TOOLS"), this));
    const std::tuple<ToolKind, QString, QString> tools[] = {{ToolKind::Look, tr("Look"), "V"},
                                                            {ToolKind::Brush, tr("Brush"), "B"},
                                                            {ToolKind::Polygon, tr("Polygon"), "P"},
                                                            {ToolKind::Freehand, tr("Freehand"), "F"},
                                                            {ToolKind::RootFromClick, tr("Root by click"), "R"},
                                                            {ToolKind::FatAroundRoot, tr("Fat around root"), "S"},
                                                            {ToolKind::RootNextSlice, tr("Next slice"), "D"},
                                                            {ToolKind::NameLevels, tr("Name discs"), "U"}};
    for (const auto& [kind, text, key] : tools) {
        m_tools[kind] = add(text, key);
        connect(m_tools[kind], &QPushButton::clicked, this, [this, kind = kind] {
            auto tool = m_desk.tool();
            tool.kind = kind;
            m_desk.setTool(tool);
        });
    }
    m_tools[ToolKind::Brush]->setToolTip(
        tr("Shift+B: a ball, on the neighbouring slices too. Shift+T: only what looks like the stroke's first place."));
    m_tools[ToolKind::Polygon]->setToolTip(tr("Shift+P: livewire, along edges."));
    m_tools[ToolKind::RootFromClick]->setToolTip(tr("Shift+R: the foramen too."));
    m_size->setObjectName("hint");
    rows->addWidget(m_size);
    rows->addSpacing(6);
    rows->addWidget(title(tr("STRUCTURE"), this));
    const std::tuple<grading::Structure, QString, QString> structures[] = {
        {grading::Structure::NerveRoot, tr("Nerve root"), "Q"},
        {grading::Structure::PerineuralFat, tr("Fat"), "W"},
        {grading::Structure::ForamenOutline, tr("Foramen"), "E"}};
    for (const auto& [structure, text, key] : structures) {
        m_structures[structure] = add(text, key);
        m_structures[structure]->setIcon(swatch(structure));
        m_structures[structure]->setIconSize({18, 14});
        connect(m_structures[structure], &QPushButton::clicked, this, [this, structure = structure] {
            auto tool = m_desk.tool();
            tool.structure = structure;
            m_desk.setTool(tool);
        });
    }
    connect(&m_desk, &ReadingDesk::toolChanged, this, &ToolPanel::refresh);
    refresh();
}

void ToolPanel::refresh()
{
    const auto& tool = m_desk.tool();
    for (const auto& [kind, button] : m_tools)
        button->setChecked(kind == tool.kind);
    for (const auto& [structure, button] : m_structures)
        button->setChecked(structure == tool.structure);
    m_size->setText(tr("⌀ %1 mm  [ ]  Ctrl erases").arg(2 * tool.brushRadius.value));
}

} // namespace foragrade
