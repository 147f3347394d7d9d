#include "grading/base/Csv.h"

#include <csv.h>

#include <memory>

namespace grading {

namespace {

struct Collector {
    std::vector<CsvRecord> records;
    CsvRecord current;
    int line = 1;
};

void endOfField(void* text, std::size_t size, void* data)
{
    auto& collector = *static_cast<Collector*>(data);
    if (collector.current.fields.empty())
        collector.current.line = collector.line;
    collector.current.fields.emplace_back(text == nullptr ? "" : static_cast<const char*>(text), size);
}

void endOfRecord(int /*terminator*/, void* data)
{
    auto& collector = *static_cast<Collector*>(data);
    collector.records.push_back(std::move(collector.current));
    collector.current = {};
}

} // namespace

Result<std::vector<CsvRecord>> parseCsv(std::string_view text, const std::string& subject)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    csv_parser state{};
    if (csv_init(&state, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
        return fail(ErrorCode::Io, subject, "can't be read: out of memory");
    const std::unique_ptr<csv_parser, decltype(&csv_free)> parser(&state, &csv_free);
    Collector collector;
    const auto malformed = [&] {
        return fail(ErrorCode::Unreadable, subject,
                    "line " + std::to_string(collector.line) +
                        " has a double quote that isn't closed or stands inside a field",
                    "quote the whole field and double the quotes within it");
    };
    while (!text.empty()) { // line by line, so that each record knows where it begins
        const auto end = text.find('\n');
        const auto piece = text.substr(0, end == std::string_view::npos ? end : end + 1);
        if (csv_parse(parser.get(), piece.data(), piece.size(), endOfField, endOfRecord, &collector) != piece.size())
            return malformed();
        text.remove_prefix(piece.size());
        ++collector.line;
    }
    --collector.line;
    if (csv_fini(parser.get(), endOfField, endOfRecord, &collector) != 0)
        return malformed();
    return std::move(collector.records);
}

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' '))
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace grading
