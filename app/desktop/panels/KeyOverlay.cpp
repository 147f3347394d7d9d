#include "panels/KeyOverlay.h"

#include "theme/Palette.h"
#include "theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <vector>

namespace foragrade {
namespace {

constexpr int columns = 3;
constexpr double keyWidth = 164; ///< pixels, before what the key does

struct Group {
    QString title;
    std::vector<std::pair<QString, QString>> keys;
};

std::vector<Group> groups()
{
    const auto tr = [](const char* text) { return QObject::tr(text); };
    return {
        {tr("Foramina"),
         {{tr("Arrows"), tr("go to the neighbouring foramen")},
          {"Tab", tr("next ungraded")},
          {"0 1 2 3", tr("grade and go on")},
          {tr("Shift + digit"), tr("grade and stay")},
          {"G", tr("not gradable, with a reason")},
          {"C", tr("confidence")},
          {"M", tr("comment")},
          {tr("U, Shift+U"), tr("name discs, how vertebrae are counted")}}},
        {tr("Findings"),
         {{tr("I K J L, numpad 8 2 4 6"), tr("side above, below, left, right")},
          {tr("O, numpad 5, Shift+O"), tr("root, the other way round")},
          {"N", tr("no fat seen")},
          {"Enter", tr("sides and root as measured")},
          {"Shift+F E C Q M", tr("finding, cause, contact, quality, slip")}}},
        {tr("Marking"),
         {{"Q W E", tr("nerve root, fat, foramen")},
          {"B P F R V", tr("brush, polygon, freehand, root, look")},
          {"S D", tr("fat around root, root on next slice")},
          {"Shift+R P B T", tr("foramen, livewire, sphere, threshold")},
          {"Ctrl", tr("erases while held")},
          {"[ ]", tr("brush smaller, larger")},
          {tr("Enter, Esc"), tr("take or drop what is shown")},
          {tr("H held"), tr("hides marks")},
          {"Z Y", tr("undo, redo")}}},
        {tr("Window"),
         {{"F9", tr("fold panels away")},
          {"F8", tr("light or dark")},
          {"Ctrl+O", tr("open a folder")},
          {"Ctrl+E", tr("export")},
          {"Ctrl+Return", tr("sign")},
          {"?", tr("these keys")}}},
        {tr("Images"),
         {{tr("Wheel, Page keys"), tr("slices")},
          {tr("Right drag"), tr("window and level")},
          {tr("Right click"), tr("menu: presets, series, layout")},
          {tr("Middle, Space + drag"), tr("zoom, pan")},
          {tr("Shift + click"), tr("all panes to that place")},
          {tr("X, double click"), tr("fit, one pane alone and back")},
          {tr("A, Shift+W"), tr("full range and the file's, next preset")},
          {tr("T, Shift+I"), tr("interpolation, inverted")},
          {tr("Shift+D, Shift+A"), tr("measure a distance, an angle")},
          {tr("Shift+H"), tr("hides texts")},
          {"Ctrl+1 … 6", tr("layouts")}}},
    };
}

} // namespace

KeyOverlay::KeyOverlay(QWidget* parent) : QWidget(parent)
{
    setObjectName("keyOverlay");
    setAccessibleName(tr("Keys"));
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void KeyOverlay::open()
{
    setGeometry(parentWidget()->rect());
    raise();
    show();
    setFocus();
}

void KeyOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), QColor(0, 0, 0, 150));
    QRectF sheet(0, 0, std::min(1320.0, width() - 32.0), std::min(560.0, height() - 32.0));
    sheet.moveCenter(QRectF(rect()).center());
    painter.setPen(colours().line);
    painter.setBrush(colours().panel);
    painter.drawRoundedRect(sheet, 10, 10);
    painter.setPen(colours().text);
    painter.setFont(headingFont());
    painter.drawText(sheet.adjusted(28, 20, 0, 0), Qt::AlignLeft | Qt::AlignTop, tr("Keys"));
    double x = sheet.left() + 28;
    double y = sheet.top() + 60;
    const double column = (sheet.width() - 56) / columns;
    for (const auto& group : groups()) {
        const double tall = 30 + 24 * static_cast<double>(group.keys.size());
        if (y + tall > sheet.bottom() - 16 && x + column < sheet.right() - 28) {
            x += column;
            y = sheet.top() + 60;
        }
        QFont title = font();
        title.setPixelSize(11);
        title.setWeight(QFont::DemiBold);
        painter.setFont(title);
        painter.setPen(colours().accent);
        painter.drawText(QPointF(x, y), group.title.toUpper());
        y += 24;
        painter.setFont(font());
        for (const auto& [key, what] : group.keys) {
            painter.setPen(colours().text);
            painter.drawText(QPointF(x, y), key);
            painter.setPen(colours().muted);
            painter.drawText(QPointF(x + keyWidth, y), what);
            y += 24;
        }
        y += 14;
    }
}

void KeyOverlay::mousePressEvent(QMouseEvent*)
{
    hide();
}

void KeyOverlay::keyPressEvent(QKeyEvent*)
{
    hide();
    parentWidget()->setFocus();
}

} // namespace foragrade
