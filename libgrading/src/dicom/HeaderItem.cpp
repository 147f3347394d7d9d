#include "HeaderItem.h"

#include "CharacterSet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace grading {

namespace {

template <class Number>
std::vector<double> numbersIn(const std::string& bytes)
{
    std::vector<double> values(bytes.size() / sizeof(Number));
    for (std::size_t i = 0; i < values.size(); ++i) {
        Number value{};
        std::memcpy(&value, bytes.data() + i * sizeof(Number), sizeof(Number)); // both little endian
        values[i] = static_cast<double>(value);
    }
    return values;
}

std::vector<double> binaryValues(const HeaderElement& element)
{
    switch (element.kind) {
    case ValueKind::Unsigned16:
        return numbersIn<std::uint16_t>(element.value);
    case ValueKind::Signed16:
        return numbersIn<std::int16_t>(element.value);
    case ValueKind::Unsigned32:
        return numbersIn<std::uint32_t>(element.value);
    case ValueKind::Signed32:
        return numbersIn<std::int32_t>(element.value);
    case ValueKind::Float32:
        return numbersIn<float>(element.value);
    case ValueKind::Float64:
        return numbersIn<double>(element.value);
    default:
        return {};
    }
}

/// `call` gets each value of a text, trimmed, until it returns false.
template <class Call>
void forEachValue(std::string_view whole, Call call)
{
    whole = trimmedValue(whole);
    if (whole.empty())
        return;
    while (true) {
        const std::size_t end = std::min(whole.find('\\'), whole.size());
        if (!call(trimmedValue(whole.substr(0, end))) || end == whole.size())
            return;
        whole.remove_prefix(end + 1);
    }
}

} // namespace

const HeaderElement* HeaderItem::find(const DcmTagKey& tag) const
{
    const auto found =
        std::lower_bound(elements.begin(), elements.end(), number(tag),
                         [](const HeaderElement& element, std::uint32_t wanted) { return element.tag < wanted; });
    return found != elements.end() && found->tag == number(tag) ? &*found : nullptr;
}

std::string_view trimmedValue(std::string_view text)
{
    const auto isPadding = [](char character) { return character == ' ' || character == '\0'; };
    while (!text.empty() && isPadding(text.back()))
        text.remove_suffix(1);
    while (!text.empty() && isPadding(text.front()))
        text.remove_prefix(1);
    return text;
}

std::optional<double> parsedNumber(std::string_view text)
{
    text = trimmedValue(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::vector<std::string> textValues(const HeaderItem& item, const DcmTagKey& tag)
{
    std::vector<std::string> values;
    const HeaderElement* element = item.find(tag);
    if (element == nullptr)
        return values;
    if (element->kind != ValueKind::Text) {
        for (const double value : binaryValues(*element))
            values.push_back(fmt::format("{}", value));
        return values;
    }
    forEachValue(element->value, [&](std::string_view value) {
        values.emplace_back(value);
        return true;
    });
    return values;
}

std::string firstText(const HeaderItem& item, const DcmTagKey& tag)
{
    const HeaderElement* element = item.find(tag);
    if (element == nullptr)
        return {};
    if (element->kind != ValueKind::Text) {
        const auto values = binaryValues(*element);
        return values.empty() ? std::string() : fmt::format("{}", values.front());
    }
    std::string first;
    forEachValue(element->value, [&](std::string_view value) {
        first = value;
        return false;
    });
    return first;
}

std::string utf8Text(const HeaderItem& item, const DcmTagKey& tag, const std::vector<std::string>& characterSet)
{
    const HeaderElement* element = item.find(tag);
    if (element == nullptr || element->kind != ValueKind::Text)
        return {};
    return toUtf8(trimmedValue(element->value), characterSet);
}

std::vector<double> numberValues(const HeaderItem& item, const DcmTagKey& tag)
{
    const HeaderElement* element = item.find(tag);
    if (element == nullptr)
        return {};
    std::vector<double> values;
    bool isSound = true;
    if (element->kind != ValueKind::Text) {
        values = binaryValues(*element);
        isSound = std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
    } else {
        forEachValue(element->value, [&](std::string_view text) {
            const auto value = parsedNumber(text);
            isSound = value.has_value();
            values.push_back(value.value_or(0));
            return isSound;
        });
    }
    return isSound ? values : std::vector<double>();
}

std::optional<double> firstNumber(const HeaderItem& item, const DcmTagKey& tag)
{
    const HeaderElement* element = item.find(tag);
    if (element == nullptr)
        return std::nullopt;
    std::optional<double> first;
    if (element->kind != ValueKind::Text) {
        const auto values = binaryValues(*element);
        if (!values.empty() && std::isfinite(values.front()))
            first = values.front();
        return first;
    }
    forEachValue(element->value, [&](std::string_view text) {
        first = parsedNumber(text);
        return false;
    });
    return first;
}

long wholeNumber(const HeaderItem& item, const DcmTagKey& tag, long otherwise)
{
    const auto value = firstNumber(item, tag);
    return value && std::abs(*value) < 2e9 ? std::lround(*value) : otherwise;
}

const HeaderItem* itemOf(const HeaderItem& item, const DcmTagKey& sequence)
{
    return itemOf(item, sequence, 0);
}

const HeaderItem* itemOf(const HeaderItem& item, const DcmTagKey& sequence, std::size_t index)
{
    const HeaderElement* element = item.find(sequence);
    return element != nullptr && index < element->items.size() ? &element->items[index] : nullptr;
}

} // namespace grading
