#include "grading/agreement/Ratings.h"

#include "grading/base/Csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace grading {

namespace {

constexpr std::array<std::string_view, 4> columnNames{"patient", "item", "reader", "rating"};
using Columns = std::array<std::size_t, 4>;

Result<Columns> findColumns(const CsvRecord& header, const std::string& subject)
{
    Columns columns{};
    for (std::size_t i = 0; i < columnNames.size(); ++i) {
        const auto found = std::find(header.fields.begin(), header.fields.end(), columnNames[i]);
        if (found == header.fields.end())
            return fail(ErrorCode::Unreadable, subject,
                        "has no column '" + std::string(columnNames[i]) + "' in its first line",
                        "name the columns patient,item,reader,rating");
        if (std::count(found, header.fields.end(), columnNames[i]) > 1)
            return fail(ErrorCode::Unreadable, subject,
                        "has more than one column '" + std::string(columnNames[i]) + "' in its first line",
                        "rename those that don't count");
        columns[i] = static_cast<std::size_t>(found - header.fields.begin());
    }
    return columns;
}

std::optional<double> number(const std::string& text)
{
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

tl::unexpected<Error> inLine(const std::string& subject, int line, const std::string& what, std::string advice)
{
    return fail(ErrorCode::Unreadable, subject, "line " + std::to_string(line) + ": " + what, std::move(advice));
}

Result<std::optional<int>> category(const std::string& text, const std::vector<double>& scale,
                                    const std::string& subject, int line)
{
    if (text.empty())
        return std::optional<int>();
    const auto value = number(text);
    if (!value)
        return inLine(subject, line, "rating '" + text + "' isn't a number", "leave it empty where there is none");
    const auto found = std::find(scale.begin(), scale.end(), *value);
    if (found == scale.end())
        return inLine(subject, line, "rating '" + text + "' isn't on the scale", "mend it or give another --scale");
    return std::optional(static_cast<int>(found - scale.begin()));
}

/// Numbers things in order of first appearance.
template <class Key>
struct Numbering {
    std::map<Key, std::size_t> known;

    std::pair<std::size_t, bool> of(const Key& key)
    {
        const auto [entry, isNew] = known.try_emplace(key, known.size());
        return {entry->second, isNew};
    }
};

} // namespace

std::vector<double> gradeScale()
{
    return {0, 1, 2, 3};
}

Result<Ratings> ratingsFromCsv(std::string_view text, const std::string& subject, std::vector<double> scale)
{
    const auto records = parseCsv(text, subject);
    if (!records)
        return fail(records.error());
    if (records->empty())
        return fail(ErrorCode::Unreadable, subject, "is empty", "it needs the columns patient,item,reader,rating");
    const auto columns = findColumns(records->front(), subject);
    if (!columns)
        return fail(columns.error());
    const std::size_t needed = *std::max_element(columns->begin(), columns->end()) + 1;

    Ratings ratings;
    ratings.scale = std::move(scale);
    Numbering<std::pair<std::string, std::string>> itemNumbers;
    Numbering<std::string> readerNumbers;
    std::map<std::pair<std::size_t, std::size_t>, int> seen; // item and reader → line
    for (std::size_t i = 1; i < records->size(); ++i) {
        const int line = (*records)[i].line;
        const auto& fields = (*records)[i].fields;
        if (fields.size() < needed)
            return inLine(subject, line,
                          "has " + std::to_string(fields.size()) + " fields instead of " +
                              std::to_string(records->front().fields.size()),
                          {});
        const auto field = [&](std::size_t column) -> const std::string& { return fields[(*columns)[column]]; };
        if (field(0).empty() || field(1).empty() || field(2).empty())
            return inLine(subject, line, "patient, item or reader is empty", "fill it in");
        const auto rated = category(field(3), ratings.scale, subject, line);
        if (!rated)
            return fail(rated.error());
        const auto [item, itemIsNew] = itemNumbers.of({field(0), field(1)});
        if (itemIsNew)
            ratings.items.push_back({field(0), field(1), Foramen::parse(field(1)), {}});
        const auto [reader, readerIsNew] = readerNumbers.of(field(2));
        if (readerIsNew)
            ratings.readers.push_back(field(2));
        const auto [before, isFirst] = seen.try_emplace({item, reader}, line);
        if (!isFirst)
            return inLine(subject, line,
                          "rating '" + field(3) + "': " + field(2) + " rated " + field(1) + " of patient " + field(0) +
                              " in line " + std::to_string(before->second) + " already",
                          "keep one of the two");
        auto& categories = ratings.items[item].categories;
        categories.resize(std::max(categories.size(), reader + 1));
        categories[reader] = *rated;
    }
    for (auto& item : ratings.items)
        item.categories.resize(ratings.readers.size());
    return ratings;
}

} // namespace grading
