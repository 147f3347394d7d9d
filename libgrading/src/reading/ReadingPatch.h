#pragma once

#include "JsonField.h"

#include "grading/reading/ReadingJson.h"

#include <functional>
#include <vector>

namespace grading {

template <class Record>
using Setters = std::vector<std::function<void(Record&)>>;
using ForamenSetters = Setters<ForamenReading>;

/// Turns the fields that an object has into setters; a field that is left out sets nothing.
template <class Record>
class FieldSetters {
public:
    FieldSetters(const JsonField& object, Setters<Record>& setters) : m_object(object), m_setters(setters) {}

    /// `read` turns the field into a value; null gives the empty optional.
    template <class Value, class Read, class Set>
    void optional(const std::string& key, Read read, Set set)
    {
        const auto field = m_object.find(key);
        if (!field)
            return;
        const auto value = field->isNull() ? std::optional<Value>() : std::optional<Value>(read(*field));
        m_setters.push_back([value, set](Record& record) { set(record, value); });
    }

    /// The same for a member whose default stands for null.
    template <class Value, class Read>
    void plain(const std::string& key, Value Record::*member, Read read)
    {
        const auto field = m_object.find(key);
        if (!field)
            return;
        Value value = field->isNull() ? Value{} : read(*field);
        m_setters.push_back([value = std::move(value), member](Record& record) { record.*member = value; });
    }

    void text(const std::string& key, std::string Record::*member)
    {
        plain(key, member, [](const JsonField& f) { return f.text(); });
    }

    /// A list of keys; a single one may stand alone.
    template <class Choice, class Parse>
    void choices(const std::string& key, std::set<Choice> Record::*member, Parse parse)
    {
        plain(key, member, [parse](const JsonField& f) {
            std::set<Choice> chosen;
            if (f.isText())
                return std::set<Choice>{f.choice(parse)};
            for (const auto& item : f.items())
                chosen.insert(item.choice(parse));
            return chosen;
        });
    }

private:
    const JsonField& m_object;
    Setters<Record>& m_setters;
};

/// What a JSON document sets in a reading, already checked field by field: only the fields that it has.
struct ReadingPatch {
    Setters<Reading> setters;
    std::vector<std::pair<Foramen, ForamenSetters>> foramina;
    Issues issues; ///< Unknown fields.

    void applyTo(Reading& reading) const;
};

/// Thrown when marks by file name can't be had; the error of the reader of files.
struct BadMarks {
    Error error;
};

/// What the reader decides: scheme, numbering, indication, series, foramina. Throws BadField, BadMarks.
[[nodiscard]] ReadingPatch patchFrom(const JsonField& document, const ReadMarks& readMarks);

/// ReadMarks for one foramen; empty where marks by file aren't taken.
using ReadMarksFile = std::function<Result<StackMarks>(const std::string& file, const std::string& stackId)>;

/// One foramen's record. `field` may have a "foramen" besides.
[[nodiscard]] ForamenSetters foramenPatchFrom(const JsonField& field, const ReadMarksFile& readMarks, Issues& issues);

/// Inline or by file, as the field says.
[[nodiscard]] StackMarks marksFrom(const JsonField& field, const ReadMarksFile& readMarks, Issues& issues);

[[nodiscard]] std::vector<std::string> textsFrom(const JsonField& list);

} // namespace grading
