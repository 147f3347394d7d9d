#include "JsonField.h"

#include <cmath>

namespace grading {

namespace {

constexpr std::size_t longestShown = 60;

std::string joined(const std::string& path, const std::string& key)
{
    return path.empty() ? key : path + "." + key;
}

} // namespace

std::string JsonField::shown() const
{
    if (m_value->is_object())
        return "an object";
    if (m_value->is_array())
        return "a list";
    const auto text = m_value->dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    return text.size() <= longestShown ? text : text.substr(0, longestShown) + "…";
}

std::string JsonField::json() const
{
    return m_value->dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

void JsonField::refuse(const std::string& what) const
{
    throw BadField{m_path, what + " " + shown()};
}

std::string JsonField::text() const
{
    if (!m_value->is_string())
        refuse("must be a text, not");
    return m_value->get<std::string>();
}

bool JsonField::boolean() const
{
    if (!m_value->is_boolean())
        refuse("must be true or false, not");
    return m_value->get<bool>();
}

std::int64_t JsonField::integer(std::int64_t lowest, std::int64_t highest) const
{
    const auto expected =
        "must be a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest) + ", not";
    if (!m_value->is_number())
        refuse(expected);
    const double value = m_value->get<double>();
    if (value != std::floor(value) || value < static_cast<double>(lowest) || value > static_cast<double>(highest))
        refuse(expected);
    return m_value->is_number_float() ? static_cast<std::int64_t>(value) : m_value->get<std::int64_t>();
}

double JsonField::number() const
{
    if (!m_value->is_number() || !std::isfinite(m_value->get<double>()))
        refuse("must be a number, not");
    return m_value->get<double>();
}

std::vector<JsonField> JsonField::items() const
{
    if (!m_value->is_array())
        refuse("must be a list, not");
    std::vector<JsonField> items;
    for (std::size_t i = 0; i < m_value->size(); ++i)
        items.emplace_back((*m_value)[i], m_path + "[" + std::to_string(i + 1) + "]");
    return items;
}

std::vector<double> JsonField::numbers(std::size_t count) const
{
    std::vector<double> numbers;
    for (const auto& item : items())
        numbers.push_back(item.number());
    if (numbers.size() != count)
        throw BadField{m_path, "must be a list of " + std::to_string(count) + " numbers, not of " +
                                   std::to_string(numbers.size())};
    return numbers;
}

void JsonField::expectObject() const
{
    if (!m_value->is_object())
        refuse("must be an object, not");
}

std::optional<JsonField> JsonField::find(const std::string& key) const
{
    expectObject();
    const auto found = m_value->find(key);
    return found == m_value->end() ? std::nullopt : std::optional(JsonField(*found, joined(m_path, key)));
}

JsonField JsonField::at(const std::string& key) const
{
    auto found = find(key);
    if (!found)
        throw BadField{joined(m_path, key), "is missing"};
    return *found;
}

void JsonField::reportUnknown(const std::set<std::string>& known, Issues& issues) const
{
    expectObject();
    for (const auto& [key, value] : m_value->items()) {
        if (!known.contains(key))
            issues.push_back(
                {Severity::Warning, "unknown-field", joined(m_path, key), "There is no such field, it is ignored."});
    }
}

JsonField JsonField::remarked(const std::string& remark) const
{
    return {*m_value, m_path + " (" + remark + ")"};
}

} // namespace grading
