#include "PageFlow.h"

#include "DrawingPainter.h"

#include <QTextLayout>

namespace foragrade {

PageFlow::PageFlow(QPagedPaintDevice& device, double pixelsPerMm, Running running)
    : m_device(device), m_pixelsPerMm(pixelsPerMm), m_running(std::move(running)), m_painter(&device)
{
    m_width = device.width();
    m_bottom = device.height() - mm(9); // the foot's room
    beginPage();
}

void PageFlow::beginPage()
{
    ++m_page;
    m_y = 0;
    const TextStyle style{7, false, mutedColour};
    const double foot = m_device.height() - mm(4);
    rule(foot - mm(1.5), lineColour, 0.2);
    drawText(0, foot, m_width * 0.5, m_running.left, style);
    drawText(m_width * 0.5, foot, m_width * 0.35, m_running.middle, style);
    drawText(m_width * 0.8, foot, m_width * 0.2, QString("Page %1 of %2").arg(m_page).arg(m_running.pageCount), style,
             Qt::AlignRight);
}

bool PageFlow::keepTogether(double height)
{
    if (m_y == 0 || m_y + height <= m_bottom)
        return false;
    m_device.newPage();
    beginPage();
    return true;
}

QFont PageFlow::font(const TextStyle& style) const
{
    QFont font(reportFont(style.isBold));
    font.setPixelSize(static_cast<int>(style.size / 72 * 25.4 * m_pixelsPerMm));
    return font;
}

double PageFlow::textHeight(const QString& text, double width, const TextStyle& style)
{
    const QFontMetricsF metrics(font(style), &m_device);
    return metrics.boundingRect(QRectF(0, 0, width, 1e7), Qt::TextWordWrap | Qt::AlignLeft, text).height();
}

double PageFlow::drawText(double x, double y, double width, const QString& text, const TextStyle& style,
                          Qt::Alignment alignment)
{
    m_painter.setFont(font(style));
    m_painter.setPen(style.colour);
    QRectF used;
    m_painter.drawText(QRectF(x, y, width, 1e7), static_cast<int>(Qt::TextWordWrap | alignment | Qt::AlignTop), text,
                       &used);
    return used.height();
}

void PageFlow::flowText(double x, double width, const QString& text, const TextStyle& style)
{
    for (const auto& part : text.split('\n')) {
        QTextLayout layout(part, font(style), &m_device);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            keepTogether(line.height());
            m_painter.setPen(style.colour);
            line.draw(&m_painter, QPointF(x, m_y));
            m_y += line.height();
        }
        layout.endLayout();
    }
}

void PageFlow::heading(const QString& text, double heightToKeep)
{
    if (!keepTogether(mm(13) + heightToKeep) && m_y > 0)
        m_y += mm(6);
    m_y += drawText(0, m_y, m_width, text, {11, true}) + mm(2);
}

void PageFlow::rule(double y, const QColor& colour, double thickness)
{
    m_painter.setPen(QPen(colour, mm(thickness)));
    m_painter.drawLine(QPointF(0, y), QPointF(m_width, y));
}

} // namespace foragrade
