#pragma once

#include <QColor>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QString>

namespace foragrade {

struct TextStyle {
    double size = 8.5; ///< points
    bool isBold = false;
    QColor colour{0x1c, 0x22, 0x2b};
};

inline const QColor mutedColour{0x5b, 0x66, 0x75};
inline const QColor warningColour{0xa3, 0x21, 0x1e};
inline const QColor lineColour{0xd5, 0xdb, 0xe2};

/// What stands at the foot of every page.
struct Running {
    QString left;
    QString middle;
    int pageCount = 0; ///< 0 while it is being found out.
};

/// Fills pages from the top. Places and sizes in the device's pixels; `mm` makes them.
class PageFlow {
public:
    PageFlow(QPagedPaintDevice& device, double pixelsPerMm, Running running);

    [[nodiscard]] double mm(double millimetres) const { return millimetres * m_pixelsPerMm; }
    [[nodiscard]] QPainter& painter() { return m_painter; }
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] double y() const { return m_y; }
    [[nodiscard]] int pages() const { return m_page; }

    void skip(double height) { m_y += height; }
    void moveTo(double y) { m_y = y; }
    /// Goes to the next page unless so much is left of this one; true when it did.
    bool keepTogether(double height);

    [[nodiscard]] double textHeight(const QString& text, double width, const TextStyle& style);
    /// Wrapped into the width, at any place of the page; gives its height.
    double drawText(double x, double y, double width, const QString& text, const TextStyle& style,
                    Qt::Alignment alignment = Qt::AlignLeft);
    /// The same at the current place, which moves down; line by line over as many pages as it takes.
    void flowText(double x, double width, const QString& text, const TextStyle& style);
    void paragraph(const QString& text, const TextStyle& style) { flowText(0, m_width, text, style); }
    /// Whether so much is left of this page.
    [[nodiscard]] bool hasRoom(double height) const { return m_y + height <= m_bottom; }
    void heading(const QString& text, double heightToKeep);
    void rule(double y, const QColor& colour, double thickness);

private:
    void beginPage();
    [[nodiscard]] QFont font(const TextStyle& style) const;

    QPagedPaintDevice& m_device;
    double m_pixelsPerMm;
    Running m_running;
    QPainter m_painter;
    double m_width = 0;
    double m_bottom = 0;
    double m_y = 0;
    int m_page = 0;
};

} // namespace foragrade
