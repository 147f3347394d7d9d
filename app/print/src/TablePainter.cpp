#include "TablePainter.h"

#include "DrawingPainter.h"

#include <algorithm>

namespace foragrade {

namespace {

using grading::report::Table;

class Painter {
public:
    Painter(PageFlow& flow, const Table& table) : m_flow(flow), m_table(table)
    {
        double total = 0;
        for (const auto& column : table.columns)
            total += column.share;
        double x = 0;
        for (const auto& column : table.columns) {
            const double width = m_flow.width() * column.share / total;
            m_columns.push_back({x, width - m_flow.mm(2.5)});
            x += width;
        }
        m_columns.back().width += m_flow.mm(2.5);
    }

    void paint()
    {
        m_flow.heading(QString::fromStdString(m_table.title), m_flow.mm(20));
        paintTitles();
        for (const auto& row : m_table.rows) {
            if (m_flow.keepTogether(heightOf(row)))
                paintTitles();
            paintRow(row);
        }
        if (!m_table.note.empty()) {
            m_flow.skip(m_flow.mm(1.2));
            m_flow.paragraph(QString::fromStdString(m_table.note), {7, false, mutedColour});
        }
    }

private:
    struct Place {
        double x;
        double width;
    };

    [[nodiscard]] Qt::Alignment alignment(std::size_t column) const
    {
        return m_table.columns[column].isNumber ? Qt::AlignRight : Qt::AlignLeft;
    }

    void paintTitles()
    {
        const TextStyle style{7.2, true, mutedColour};
        double height = 0;
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            height = std::max(height, m_flow.textHeight(title(i), m_columns[i].width, style));
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const double own = m_flow.textHeight(title(i), m_columns[i].width, style);
            m_flow.drawText(m_columns[i].x, m_flow.y() + height - own, m_columns[i].width, title(i), style,
                            alignment(i));
        }
        m_flow.skip(height + m_flow.mm(1));
        m_flow.rule(m_flow.y(), QColor(0x1c, 0x22, 0x2b), 0.3);
    }

    [[nodiscard]] QString title(std::size_t column) const
    {
        return QString::fromStdString(m_table.columns[column].title);
    }

    static TextStyle styleOf(const Table::Cell& cell)
    {
        TextStyle style{8, cell.isStrong};
        if (cell.isWarning)
            style.colour = warningColour;
        return style;
    }

    /// Room for the grade's digit before the words.
    [[nodiscard]] double indentOf(const Table::Cell& cell) const { return cell.grade ? m_flow.mm(5.2) : 0; }

    double heightOf(const std::vector<Table::Cell>& row)
    {
        double height = 0;
        for (std::size_t i = 0; i < row.size(); ++i)
            height = std::max(height, m_flow.textHeight(QString::fromStdString(row[i].text),
                                                        m_columns[i].width - indentOf(row[i]), styleOf(row[i])));
        return height + m_flow.mm(2.2);
    }

    void paintRow(const std::vector<Table::Cell>& row)
    {
        const double height = heightOf(row);
        const double y = m_flow.y() + m_flow.mm(1.1);
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].grade)
                paintGradeChip(m_flow, m_columns[i].x, y - m_flow.mm(0.1), *row[i].grade);
            m_flow.drawText(m_columns[i].x + indentOf(row[i]), y, m_columns[i].width - indentOf(row[i]),
                            QString::fromStdString(row[i].text), styleOf(row[i]), alignment(i));
        }
        m_flow.skip(height);
        m_flow.rule(m_flow.y(), lineColour, 0.15);
    }

    PageFlow& m_flow;
    const Table& m_table;
    std::vector<Place> m_columns;
};

} // namespace

void paintTable(PageFlow& flow, const Table& table)
{
    if (!table.rows.empty())
        Painter(flow, table).paint();
}

double paintGradeChip(PageFlow& flow, double x, double y, grading::Grade grade)
{
    const double size = flow.mm(3.9);
    const auto digit = static_cast<std::size_t>(grade.digit());
    auto& painter = flow.painter();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(grading::palette::grades.at(digit)));
    painter.drawEllipse(QRectF(x, y, size, size));
    const TextStyle style{7.5, true, colourOf(grading::palette::onGrades.at(digit))};
    const QString text = QString::number(grade.digit());
    const double height = flow.textHeight(text, size, style);
    flow.drawText(x, y + (size - height) / 2, size, text, style, Qt::AlignHCenter);
    return size;
}

} // namespace foragrade
