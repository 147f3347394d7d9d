#include "Sections.h"

#include "DrawingPainter.h"
#include "TablePainter.h"
#include "grading/report/Figures.h"
#include "grading/report/Tables.h"

#include <algorithm>

namespace foragrade {

namespace {

using grading::Report;
using grading::report::Fact;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

/// Label above value, one below the other; gives the height.
double paintFacts(PageFlow& flow, double x, double y, double width, const std::vector<Fact>& facts, double size)
{
    double at = y;
    for (const auto& fact : facts) {
        at += flow.drawText(x, at, width, text(fact.label), {size - 1.5, false, mutedColour});
        at += flow.drawText(x, at, width, text(fact.value), {size}) + flow.mm(1.2);
    }
    return at - y;
}

double factsHeight(PageFlow& flow, double width, const std::vector<Fact>& facts, double size)
{
    double height = 0;
    for (const auto& fact : facts)
        height += flow.textHeight(text(fact.label), width, {size - 1.5}) +
                  flow.textHeight(text(fact.value), width, {size}) + flow.mm(1.2);
    return height;
}

/// Labels in a column before the values.
void paintFactRows(PageFlow& flow, const std::vector<Fact>& facts, double labelWidth)
{
    for (const auto& fact : facts) {
        flow.keepTogether(flow.mm(5));
        flow.drawText(0, flow.y(), labelWidth, text(fact.label), {8, false, mutedColour});
        flow.flowText(labelWidth, flow.width() - labelWidth, text(fact.value), {});
        flow.skip(flow.mm(0.8));
    }
}

void paintSeal(PageFlow& flow, double y, const Report& report)
{
    const QColor colour = report.isSigned ? QColor(0x1e, 0x6a, 0x40) : warningColour;
    const QColor ground = report.isSigned ? QColor(0xe9, 0xf5, 0xee) : QColor(0xfd, 0xf1, 0xef);
    const TextStyle style{8.5, true, colour};
    const double width = flow.mm(62);
    const double height = flow.textHeight(text(report.signature), width - flow.mm(4), style);
    const QRectF box(flow.width() - width, y, width, height + flow.mm(3));
    flow.painter().setPen(QPen(colour, flow.mm(0.25), report.isSigned ? Qt::SolidLine : Qt::DashLine));
    flow.painter().setBrush(ground);
    flow.painter().drawRoundedRect(box, flow.mm(1), flow.mm(1));
    flow.drawText(box.x() + flow.mm(2), y + flow.mm(1.5), width - flow.mm(4), text(report.signature), style,
                  Qt::AlignHCenter);
}

/// Words of the overview's right column, which may need more than a page: line by line, over the whole width where the
/// column hasn't room for them.
void paintImpression(PageFlow& flow, double x, const Report& report)
{
    const double width = flow.width() - x;
    flow.flowText(x, width, "Impression", {11, true});
    flow.skip(flow.mm(2));
    for (const auto& sentence : report.impression) {
        flow.keepTogether(flow.mm(9));
        flow.painter().setPen(Qt::NoPen);
        flow.painter().setBrush(QColor(0x1f, 0x5f, 0x99));
        flow.painter().drawEllipse(QRectF(x, flow.y() + flow.mm(1.4), flow.mm(1.2), flow.mm(1.2)));
        const auto colon = sentence.find(": ");
        const bool hasLead = colon != std::string::npos;
        const double left = x + flow.mm(4);
        if (hasLead)
            flow.flowText(left, width - flow.mm(4), text(sentence.substr(0, colon)), {9.5, true});
        const std::string rest = hasLead ? sentence.substr(colon + 2) : sentence;
        flow.flowText(left, width - flow.mm(4), text(rest), {9.5});
        flow.skip(flow.mm(1.8));
    }
    if (report.contradictions.empty())
        return;
    flow.keepTogether(flow.mm(14));
    flow.skip(flow.mm(1));
    flow.flowText(x, width, "Grade and findings contradict each other", {9, true, warningColour});
    for (const auto& sentence : report.contradictions) {
        flow.skip(flow.mm(0.8));
        flow.flowText(x + flow.mm(4), width - flow.mm(4), text(sentence), {});
    }
}

double impressionHeight(PageFlow& flow, double width, const Report& report)
{
    double height = flow.mm(22);
    for (const auto& sentence : report.impression)
        height += flow.textHeight(text(sentence), width - flow.mm(4), {9.5}) + flow.mm(6.5);
    for (const auto& sentence : report.contradictions)
        height += flow.textHeight(text(sentence), width - flow.mm(4), {}) + flow.mm(1);
    return height;
}

double paintGradeKey(PageFlow& flow, double x, double y, double width)
{
    double at = y;
    for (const auto grade : grading::allGrades()) {
        paintGradeChip(flow, x, at, grade);
        const double height = flow.drawText(x + flow.mm(5.5), at + flow.mm(0.4), width - flow.mm(5.5),
                                            text(std::string(grade.definition())), {7.5, false, mutedColour});
        at += std::max(height, flow.mm(3.9)) + flow.mm(1.2);
    }
    return at - y;
}

void paintCaption(PageFlow& flow, double x, double y, double width, const std::string& words)
{
    flow.drawText(x, y, width, text(words), {7, false, mutedColour});
}

void paintPictures(PageFlow& flow, double y, double size, double gap, const grading::KeyImage& image)
{
    for (const bool withMarks : {false, true}) {
        const QRectF area(withMarks ? size + gap : 0, y, size, size);
        paintKeyImage(flow.painter(), area, image);
        paintDrawing(flow.painter(), area, grading::report::drawOverKeyImage(image, withMarks));
        paintCaption(flow, area.x(), y + size + flow.mm(0.8), size, withMarks ? "Marks outlined" : image.caption);
    }
}

void paintForamen(PageFlow& flow, const Report::Row& row)
{
    const double size = flow.mm(43);
    const double gap = flow.mm(4);
    const double wordsX = 3 * (size + gap);
    const auto facts = grading::report::pictureFacts(row);
    const double wordsWidth = flow.width() - wordsX;
    const double body = std::max(size + flow.mm(5), factsHeight(flow, wordsWidth, facts, 7.8));
    flow.keepTogether(body + flow.mm(10));
    flow.rule(flow.y(), lineColour, 0.2);
    flow.skip(flow.mm(2));
    const TextStyle title{9.5, true};
    const double lineHeight = flow.drawText(0, flow.y(), flow.mm(30), text(row.foramen.title()), title);
    flow.drawText(flow.mm(26), flow.y(), flow.mm(40), "nerve root " + text(row.nerveRoot), {9, false, mutedColour});
    const double verdictX = size + gap;
    if (row.grade) {
        paintGradeChip(flow, verdictX, flow.y(), *row.grade);
        flow.drawText(verdictX + flow.mm(5.5), flow.y(), flow.mm(60), text(std::string(row.grade->severity())), title);
    } else {
        flow.drawText(verdictX, flow.y(), flow.mm(60), text(row.verdict), title);
    }
    flow.skip(lineHeight + flow.mm(1.8));
    if (row.image)
        paintPictures(flow, flow.y(), size, gap, *row.image);
    if (row.rose) {
        const QRectF area(2 * (size + gap), flow.y(), size, size);
        paintDrawing(flow.painter(), area, grading::report::drawFatRose(*row.rose));
        paintCaption(flow, area.x(), flow.y() + size + flow.mm(0.8), size, "Fat rose, circles every 5 mm");
    }
    paintFacts(flow, wordsX, flow.y(), wordsWidth, facts, 7.8);
    flow.skip(body + flow.mm(1.5));
}

/// The three lines by which the structures are told apart.
void paintLineKey(PageFlow& flow)
{
    struct Line {
        grading::Drawing::Colour colour;
        Qt::PenStyle style;
        const char* words;
    };
    double x = 0;
    for (const auto& line : {Line{grading::palette::nerveRoot, Qt::SolidLine, "nerve root"},
                             Line{grading::palette::perineuralFat, Qt::DashLine, "perineural fat"},
                             Line{grading::palette::foramenOutline, Qt::DotLine, "foramen"}}) {
        flow.painter().setPen(QPen(colourOf(line.colour), flow.mm(0.7), line.style, Qt::FlatCap));
        flow.painter().drawLine(QPointF(x, flow.y() + flow.mm(1.6)), QPointF(x + flow.mm(7), flow.y() + flow.mm(1.6)));
        flow.drawText(x + flow.mm(8.5), flow.y(), flow.mm(25), line.words, {7.5, false, mutedColour});
        x += flow.mm(33);
    }
    const double height =
        flow.drawText(x, flow.y(), flow.width() - x,
                      "Ring of the rose: blue where a ray meets fat, red where it doesn’t.", {7.5, false, mutedColour});
    flow.skip(height + flow.mm(2));
}

/// Before the method, whose rows may go on over a page: by itself it would stand on a last page alone.
void paintDisclaimer(PageFlow& flow, const Report& report)
{
    const TextStyle style{8.5, true};
    flow.keepTogether(flow.textHeight(text(report.disclaimer), flow.width(), style) + flow.mm(30));
    flow.skip(flow.mm(2));
    flow.paragraph(text(report.disclaimer), style);
}

} // namespace

void paintHead(PageFlow& flow, const Report& report)
{
    const double titleWidth = flow.width() - flow.mm(66);
    flow.skip(flow.drawText(0, flow.y(), titleWidth, "MRI GRADING REPORT", {7.5, false, mutedColour}));
    paintSeal(flow, flow.y(), report);
    flow.skip(flow.drawText(0, flow.y(), titleWidth, text(report.title), {16, true}) + flow.mm(3));
    flow.rule(flow.y(), QColor(0x1c, 0x22, 0x2b), 0.5);
    flow.skip(flow.mm(2.5));
    const double column = flow.width() / 3;
    double height = 0;
    double x = 0;
    for (const auto& facts : {grading::report::patientFacts(report), grading::report::studyFacts(report),
                              grading::report::readerFacts(report)}) {
        height = std::max(height, paintFacts(flow, x, flow.y(), column - flow.mm(4), facts, 9));
        x += column;
    }
    flow.skip(height + flow.mm(0.5));
    flow.rule(flow.y(), lineColour, 0.2);
    flow.skip(flow.mm(2));
    if (!report.indication.empty()) {
        flow.flowText(0, flow.width(), "Indication", {7.5, false, mutedColour});
        flow.flowText(0, flow.width(), text(report.indication), {9});
        flow.skip(flow.mm(1.5));
        flow.rule(flow.y(), lineColour, 0.2);
    }
    flow.skip(flow.mm(5));
}

void paintOverview(PageFlow& flow, const Report& report)
{
    const double spineWidth = flow.mm(76);
    const double rightX = spineWidth + flow.mm(9);
    const auto spine = grading::report::drawSpine(report);
    const double room = flow.mm(150); // a whole spine is drawn narrower, so that it stays on the page
    const double width = std::min(spineWidth, room / spine.height * spine.width);
    const double spineHeight = spine.height / spine.width * width;
    flow.keepTogether(spineHeight + flow.mm(25));
    const double top = flow.y();
    const QRectF area((spineWidth - width) / 2, top, width, spineHeight);
    const double left = paintDrawing(flow.painter(), area, spine) + flow.mm(3);
    const double key = paintGradeKey(flow, 0, top + left, spineWidth);
    const double bottom = top + left + key;
    if (!flow.hasRoom(impressionHeight(flow, flow.width() - rightX, report))) {
        flow.moveTo(bottom + flow.mm(5));
        paintImpression(flow, 0, report);
        return;
    }
    paintImpression(flow, rightX, report);
    flow.moveTo(std::max(bottom, flow.y()));
}

void paintComments(PageFlow& flow, const Report& report)
{
    const auto facts = grading::report::comments(report);
    if (facts.empty())
        return;
    flow.heading("Comments", flow.mm(6));
    paintFactRows(flow, facts, flow.mm(28));
}

void paintMarkedForamina(PageFlow& flow, const Report& report)
{
    bool isFirst = true;
    for (const auto* row : report.rows()) {
        if (!row->rose && !row->image)
            continue;
        if (isFirst) {
            flow.heading("Marked foramina", flow.mm(65));
            paintLineKey(flow);
        }
        isFirst = false;
        paintForamen(flow, *row);
    }
}

void paintEnd(PageFlow& flow, const Report& report)
{
    paintDisclaimer(flow, report);
    flow.heading("Method", flow.mm(15));
    paintFactRows(flow, grading::report::methodFacts(report), flow.mm(42));
    if (!report.issues.empty()) {
        flow.heading("Remarks on images and measurements", flow.mm(6));
        for (const auto& issue : report.issues)
            flow.paragraph(text(issue.where.empty() ? issue.text : issue.where + ": " + issue.text),
                           {7.5, false, mutedColour});
    }
}

} // namespace foragrade
