#include "Tables.h"

#include "grading/base/Csv.h"

namespace grading {

namespace {

std::string csvLine(const Row& row)
{
    std::string line;
    for (const auto& field : row)
        line += (&field == &row.front() ? "" : ",") + csvField(field);
    return line + '\n';
}

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

std::string toCsv(const Table& table, const std::vector<Row>& rows)
{
    Row header;
    for (const auto& column : table.columns)
        header.push_back(column.name);
    std::string text = csvLine(header);
    for (const auto& row : rows)
        text += csvLine(row);
    return text;
}

std::string toTsv(const Table& table, const std::vector<Row>& rows)
{
    std::string text;
    for (const auto& column : table.columns)
        text += (text.empty() ? "" : "\t") + column.name;
    text += '\n';
    for (const auto& row : rows) {
        std::string line;
        for (const auto& field : row)
            line += (&field == &row.front() ? "" : "\t") + tsvField(field);
        text += line + '\n';
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
