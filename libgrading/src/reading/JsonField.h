#pragma once

#include "grading/base/Issue.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// A value that can't stand where it stands. Thrown and caught within this module's reader of JSON only.
struct BadField {
    std::string path; ///< "foramina[2] (L4-L5:R).grade"
    std::string what; ///< "must be 0, 1, 2, 3 or null, not 7"
};

/// A value of a JSON document together with the path to it. Accessors throw BadField on a wrong type or value.
class JsonField {
public:
    JsonField(const nlohmann::json& value, std::string path) : m_value(&value), m_path(std::move(path)) {}

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] bool isNull() const { return m_value->is_null(); }
    [[nodiscard]] bool isText() const { return m_value->is_string(); }
    [[nodiscard]] bool isObject() const { return m_value->is_object(); }

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] std::int64_t integer(std::int64_t lowest, std::int64_t highest) const;
    [[nodiscard]] double number() const; ///< finite
    [[nodiscard]] std::vector<JsonField> items() const;
    [[nodiscard]] std::vector<double> numbers(std::size_t count) const;

    /// One of a list of keys, by its parse function.
    template <class Parse>
    [[nodiscard]] auto choice(Parse parse) const
    {
        const auto found = parse(std::string_view(text()));
        if (!found)
            refuse("can't be");
        return *found;
    }

    /// A member, none when it is left out. Expects an object.
    [[nodiscard]] std::optional<JsonField> find(const std::string& key) const;
    [[nodiscard]] JsonField at(const std::string& key) const; ///< Must be there.
    /// An Issue for each member that isn't one of `known`: ignored, but it may be a slip of the pen.
    void reportUnknown(const std::set<std::string>& known, Issues& issues) const;

    /// The same value, its path followed by a remark in brackets.
    [[nodiscard]] JsonField remarked(const std::string& remark) const;

    /// Throws "<path>: <what> <the value>".
    [[noreturn]] void refuse(const std::string& what) const;
    [[nodiscard]] std::string shown() const; ///< The value, cut to a line.
    [[nodiscard]] std::string json() const;  ///< The value as it stands.

private:
    void expectObject() const;

    const nlohmann::json* m_value;
    std::string m_path;
};

} // namespace grading
