#include "Tables.h"

#include "grading/base/Csv.h"

#include <algorithm>

namespace grading {

namespace {

std::string csvLine(const Row& row)
{
    std::string line;
    for (const auto& field : row)
        line += (&field == &row.front() ? "" : ",") + csvField(field);
    return line + '\n';
}

constexpr char cellEnd = '\x1F'; // ASCII's unit separator, which no text has a use for

/// A tab or line end would end the cell.
std::string tsvField(const std::string& text)
{
    std::string field = text.empty() ? "n/a" : text;
    for (auto& c : field) {
        if (c == '\t' || c == '\n' || c == '\r')
            c = ' ';
    }
    return field;
}

} // namespace

std::string joinedCells(const Row& row)
{
    std::string text;
    for (const auto& cell : row) {
        text += cell;
        std::replace(text.end() - std::ptrdiff_t(cell.size()), text.end(), cellEnd, ' ');
        text += cellEnd;
    }
    return text;
}

Row cellsOf(const std::string& joined)
{
    Row row;
    for (std::size_t begin = 0; begin < joined.size();) {
        const auto end = std::min(joined.find(cellEnd, begin), joined.size());
        row.push_back(joined.substr(begin, end - begin));
        begin = end + 1;
    }
    return row;
}

const JoinedRows& rowsOf(const Rows& rows, const std::string& table)
{
    static const JoinedRows none;
    const auto found = rows.find(table);
    return found == rows.end() ? none : found->second;
}

std::string toCsv(const Table& table, const JoinedRows& rows)
{
    Row header;
    for (const auto& column : table.columns)
        header.push_back(column.name);
    std::string text = csvLine(header);
    for (const auto& row : rows)
        text += csvLine(cellsOf(row));
    return text;
}

std::string toTsv(const Table& table, const JoinedRows& rows)
{
    std::string text;
    for (const auto& column : table.columns)
        text += (text.empty() ? "" : "\t") + column.name;
    text += '\n';
    for (const auto& row : rows) {
        std::string line;
        for (const auto& field : cellsOf(row))
            line += tsvField(field) + '\t';
        line.back() = '\n';
        text += line;
    }
    return text;
}

std::string dataDictionary(const std::vector<Table>& tables, const std::string& extension)
{
    std::string text = "file,column,type,unit,values,description\n";
    for (const auto& table : tables) {
        for (const auto& column : table.columns)
            text += csvLine(
                {table.name + extension, column.name, column.type, column.unit, column.values, column.description});
    }
    return text;
}

} // namespace grading
