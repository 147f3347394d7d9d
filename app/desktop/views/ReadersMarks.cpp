#include "views/ReadersMarks.h"

#include "theme/Palette.h"
#include "theme/Theme.h"
#include "views/MarkPainter.h"
#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include "grading/marks/Contour.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace foragrade {
namespace {

/// Line styles tell readers apart, colours structures.
constexpr std::array<Qt::PenStyle, 3> styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine};

QString words(const char* text)
{
    return QCoreApplication::translate("ReadersMarks", text);
}

QPainterPath outlineOf(const SliceProjection& projection, const grading::PixelSet& pixels)
{
    QPainterPath path;
    for (const auto& contour : grading::outlines(pixels)) {
        QPolygonF polygon;
        for (const auto& point : contour.points)
            polygon << projection.toPane(point);
        path.addPolygon(polygon);
        path.closeSubpath();
    }
    return path;
}

QString sideWord(std::optional<grading::SideState> state)
{
    if (!state)
        return words(QT_TRANSLATE_NOOP("ReadersMarks", "–"));
    return *state == grading::SideState::Preserved ? words(QT_TRANSLATE_NOOP("ReadersMarks", "kept"))
           : *state == grading::SideState::Lost    ? words(QT_TRANSLATE_NOOP("ReadersMarks", "lost"))
                                                   : words(QT_TRANSLATE_NOOP("ReadersMarks", "not assessable"));
}

QString rootWord(std::optional<grading::RootMorphology> root)
{
    static constexpr std::array<const char*, 4> titles{
        QT_TRANSLATE_NOOP("ReadersMarks", "normal"), QT_TRANSLATE_NOOP("ReadersMarks", "deformed"),
        QT_TRANSLATE_NOOP("ReadersMarks", "collapsed"), QT_TRANSLATE_NOOP("ReadersMarks", "not assessable")};
    return words(root ? titles.at(static_cast<std::size_t>(*root)) : QT_TRANSLATE_NOOP("ReadersMarks", "–"));
}

} // namespace

QString letterOf(std::size_t reader)
{
    return QString(QChar('A' + static_cast<int>(reader)));
}

QString titleOfReader(const std::vector<grading::Reading>& readings, std::size_t reader)
{
    return letterOf(reader) + "  " + QString::fromStdString(readings[reader].reader.name).replace('^', ' ');
}

void paintMarksOfReader(QPainter& painter, const SliceView& view, const grading::Reading& reading,
                        const grading::Foramen& foramen)
{
    const auto* record = reading.find(foramen);
    const auto* marks = record != nullptr ? record->marksOn(view.stack()->id) : nullptr;
    if (marks == nullptr)
        return;
    for (const auto structure : grading::allStructures)
        paintPixels(painter, view.projection(), marks->labels.pixels(view.slice(), structure), structure);
}

void paintReadersMarks(QPainter& painter, const SliceView& view, const std::vector<grading::Reading>& readings,
                       const grading::Foramen& foramen)
{
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const auto* record = readings[i].find(foramen);
        const auto* marks = record != nullptr ? record->marksOn(view.stack()->id) : nullptr;
        if (marks == nullptr)
            continue;
        QRectF all;
        for (const auto structure : grading::allStructures) {
            const auto path = outlineOf(view.projection(), marks->labels.pixels(view.slice(), structure));
            painter.strokePath(path, QPen(structureColour(structure), 1.5, styles[i % styles.size()]));
            all |= path.boundingRect();
        }
        if (all.isEmpty())
            continue;
        painter.setFont(overlayFont());
        const double x = i % 2 == 0 ? all.left() - 16 : all.right() + 4;
        drawRimmedText(painter, QRectF(x, all.top() + 8.0 * static_cast<double>(i), 20, 16),
                       Qt::AlignLeft | Qt::AlignVCenter, letterOf(i), Qt::white);
    }
}

QStringList statementsOf(const std::vector<grading::Reading>& readings, const grading::Foramen& foramen)
{
    QStringList lines;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const auto* record = readings[i].find(foramen);
        const QString who = titleOfReader(readings, i);
        if (record == nullptr) {
            lines << who + ": " + words(QT_TRANSLATE_NOOP("ReadersMarks", "not read"));
            continue;
        }
        const QString grade = record->grade
                                  ? words(QT_TRANSLATE_NOOP("ReadersMarks", "grade %1")).arg(record->grade->digit())
                              : record->notGradable ? words(QT_TRANSLATE_NOOP("ReadersMarks", "not gradable"))
                                                    : words(QT_TRANSLATE_NOOP("ReadersMarks", "not graded"));
        QStringList sides;
        static constexpr std::array<const char*, 4> letters{"S", "I", "A", "P"};
        for (const auto side : grading::allDirections)
            sides << QString(letters[grading::indexOf(side)]) + ' ' + sideWord(record->findings.side(side));
        lines << who + ": " + grade + " · " + sides.join(", ") + " · " +
                     words(QT_TRANSLATE_NOOP("ReadersMarks", "root")) + ' ' + rootWord(record->findings.root);
    }
    return lines;
}

} // namespace foragrade
