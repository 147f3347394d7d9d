#include "grading/reading/RatingsTable.h"

#include "TableCells.h"

#include "grading/base/Csv.h"
#include "grading/reading/Words.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace grading {

namespace {

const std::vector<std::string>& knownFields()
{
    static const std::vector<std::string> fields{"study", "reader",     "foramen",  "level",      "side",
                                                 "grade", "superior",   "inferior", "anterior",   "posterior",
                                                 "root",  "confidence", "comment",  "notGradable"};
    return fields;
}

tl::unexpected<Error> wrongMapping(const std::string& what)
{
    return fail(ErrorCode::InvalidArgument, "columns", what,
                "write study=COLUMN,level=COLUMN,side=COLUMN,grade=COLUMN, or L4-L5:R=COLUMN for one column a foramen");
}

Result<void> addMapping(TableColumns& columns, const std::string& item)
{
    const auto equals = item.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == item.size())
        return wrongMapping("has '" + item + "', which isn't FIELD=COLUMN");
    const auto field = item.substr(0, equals);
    const auto column = item.substr(equals + 1);
    const auto foramen = Foramen::parse(field);
    const bool isNew =
        foramen ? columns.gradesOf.emplace(*foramen, column).second : columns.fields.emplace(field, column).second;
    if (!foramen && std::ranges::find(knownFields(), field) == knownFields().end())
        return wrongMapping("has the unknown field '" + field + "'");
    return isNew ? Result<void>() : wrongMapping("names '" + field + "' twice");
}

Result<void> checkMapping(const TableColumns& columns)
{
    const auto has = [&](const char* field) { return columns.fields.contains(field); };
    if (!has("study"))
        return wrongMapping("doesn't say which column holds the study");
    const bool isLong = has("foramen") || (has("level") && has("side"));
    if (has("foramen") && (has("level") || has("side")))
        return wrongMapping("has both foramen and level or side");
    if (isLong == !columns.gradesOf.empty())
        return wrongMapping(isLong ? "has both one row and one column a foramen"
                                   : "doesn't say which foramen is meant");
    if (!isLong && std::ranges::any_of(columns.fields, [](const auto& each) {
            return each.first != "study" && each.first != "reader";
        }))
        return wrongMapping("has one column a foramen, which holds its grade alone");
    return {};
}

/// One row's cells by what they hold, and where they stand.
class RowCells {
public:
    RowCells(const CsvRecord& record, const std::map<std::string, std::size_t>& places, const TableColumns& columns,
             TableProblems& problems)
        : m_record(record), m_places(places), m_columns(columns), m_problems(problems)
    {}

    [[nodiscard]] std::string field(const std::string& field) const
    {
        const auto known = m_columns.fields.find(field);
        return known == m_columns.fields.end() ? std::string() : at(known->second);
    }

    [[nodiscard]] std::string at(const std::string& column) const
    {
        const auto place = m_places.at(column);
        return place < m_record.fields.size() ? m_record.fields[place] : std::string();
    }

    void isWrong(const std::string& field, const std::string& what) const
    {
        m_problems.add(m_record.line, m_columns.fields.contains(field) ? m_columns.fields.at(field) : field, what);
    }

    [[nodiscard]] int line() const { return m_record.line; }

private:
    const CsvRecord& m_record;
    const std::map<std::string, std::size_t>& m_places;
    const TableColumns& m_columns;
    TableProblems& m_problems;
};

void takeGrade(TableRating& rating, const RowCells& cells, const std::string& column, const std::string& text)
{
    const auto cell = parseGradeCell(text);
    if (!cell)
        return cells.isWrong(column, "'" + text + "' isn't a grade: 0, 1, 2, 3, Normal/Mild, Moderate or Severe");
    rating.grade = cell->grade;
    rating.rsnaLabel = cell->rsnaLabel;
}

std::optional<Foramen> foramenOf(const RowCells& cells, bool isOneColumn)
{
    if (isOneColumn) {
        const auto text = cells.field("foramen");
        const auto foramen = parseForamenCell(text);
        if (!foramen)
            cells.isWrong("foramen", "'" + text + "' isn't a foramen such as L4-L5:R");
        return foramen;
    }
    const auto level = parseLevelCell(cells.field("level"));
    const auto side = parseSideCell(cells.field("side"));
    if (!level)
        cells.isWrong("level", "'" + cells.field("level") + "' isn't a level such as L4-L5");
    if (!side)
        cells.isWrong("side", "'" + cells.field("side") + "' isn't a side: right or left");
    return level && side ? std::optional(Foramen{*level, *side}) : std::nullopt;
}

template <class Value>
void takeWord(std::optional<Value>& target, const RowCells& cells, const std::string& field,
              std::optional<Value> (*parse)(std::string_view))
{
    const auto text = cells.field(field);
    if (text.empty())
        return;
    target = parse(text);
    if (!target)
        cells.isWrong(field, "'" + text + "' isn't one of the words of a reading's JSON");
}

void takeOthers(TableRating& rating, const RowCells& cells)
{
    for (const auto direction : allDirections)
        takeWord(rating.others.findings.sides[indexOf(direction)], cells, std::string(name(direction)),
                 &parseSideState);
    takeWord(rating.others.findings.root, cells, "root", &parseRootMorphology);
    takeWord(rating.others.confidence, cells, "confidence", &parseConfidence);
    rating.others.comment = cells.field("comment");
    if (const auto reason = cells.field("notGradable"); !reason.empty())
        rating.others.notGradable = reason;
    if (rating.others.notGradable && (rating.grade || rating.rsnaLabel))
        cells.isWrong("notGradable", "gives a reason beside a grade");
}

std::vector<TableRating> ratingsOf(const RowCells& cells, const TableColumns& columns)
{
    TableRating rating;
    rating.row = cells.line();
    rating.study = cells.field("study");
    rating.reader = cells.field("reader");
    if (rating.study.empty())
        cells.isWrong("study", "is empty");
    if (columns.fields.contains("reader") && !isPersonName(rating.reader))
        cells.isWrong("reader", "'" + rating.reader + "' isn't a person name such as Family^Given");
    std::vector<TableRating> ratings;
    for (const auto& [foramen, column] : columns.gradesOf) {
        auto one = rating;
        one.foramen = foramen;
        takeGrade(one, cells, column, cells.at(column));
        if (one.grade || one.rsnaLabel)
            ratings.push_back(std::move(one));
    }
    if (!columns.gradesOf.empty())
        return ratings;
    const auto foramen = foramenOf(cells, columns.fields.contains("foramen"));
    if (!foramen)
        return ratings;
    rating.foramen = *foramen;
    if (columns.fields.contains("grade"))
        takeGrade(rating, cells, "grade", cells.field("grade"));
    takeOthers(rating, cells);
    ratings.push_back(std::move(rating));
    return ratings;
}

Result<std::map<std::string, std::size_t>> placesOf(const CsvRecord& header, const std::string& subject,
                                                    const TableColumns& columns)
{
    std::set<std::string> wanted;
    for (const auto& [field, column] : columns.fields)
        wanted.insert(column);
    for (const auto& [foramen, column] : columns.gradesOf)
        wanted.insert(column);
    std::map<std::string, std::size_t> places;
    for (const auto& column : wanted) {
        const auto found = std::ranges::find(header.fields, column);
        if (found == header.fields.end())
            return fail(ErrorCode::Unreadable, subject, "has no column '" + column + "'",
                        "name columns as its header does");
        if (std::find(found + 1, header.fields.end(), column) != header.fields.end())
            return fail(ErrorCode::Unreadable, subject, "has the column '" + column + "' twice", "rename one of them");
        places[column] = std::size_t(found - header.fields.begin());
    }
    return places;
}

Result<void> checkOnce(const std::vector<TableRating>& ratings, const std::string& subject)
{
    std::map<std::tuple<std::string, std::string, Foramen>, int> rows;
    for (const auto& rating : ratings) {
        const auto [first, isNew] = rows.emplace(std::tuple(rating.study, rating.reader, rating.foramen), rating.row);
        if (!isNew)
            return fail(ErrorCode::Unreadable, subject + ", row " + std::to_string(rating.row),
                        rating.foramen.key() + " of study " + rating.study + " is rated in row " +
                            std::to_string(first->second) + " too",
                        "keep one of the two");
    }
    return {};
}

} // namespace

Result<TableColumns> parseTableColumns(const std::string& mapping)
{
    const auto items = parseCsv(mapping, "columns");
    if (!items)
        return fail(items.error());
    if (items->size() != 1)
        return wrongMapping("is no mapping");
    TableColumns columns;
    for (const auto& item : items->front().fields) {
        if (auto added = addMapping(columns, item); !added)
            return fail(added.error());
    }
    if (auto checked = checkMapping(columns); !checked)
        return fail(checked.error());
    return columns;
}

Result<std::vector<TableRating>> readRatingsTable(std::string_view csv, const std::string& subject,
                                                  const TableColumns& columns)
{
    const auto records = parseCsv(csv, subject);
    if (!records)
        return fail(records.error());
    if (records->size() < 2)
        return fail(ErrorCode::Unreadable, subject, "has no row below its header", "save the sheet as CSV with commas");
    const auto places = placesOf(records->front(), subject, columns);
    if (!places)
        return fail(places.error());
    TableProblems problems(subject);
    std::vector<TableRating> ratings;
    for (std::size_t i = 1; i < records->size(); ++i) {
        const RowCells cells((*records)[i], *places, columns, problems);
        for (auto& rating : ratingsOf(cells, columns))
            ratings.push_back(std::move(rating));
    }
    if (problems.isAny())
        return problems.asError();
    if (auto isOnce = checkOnce(ratings, subject); !isOnce)
        return fail(isOnce.error());
    return ratings;
}

} // namespace grading
