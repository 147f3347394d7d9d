#include "Attributes.h"

#include "CharacterSet.h"
#include "HeaderItem.h"

#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

/// Header values are short; a longer claim is an error or an attack.
constexpr Uint32 longestValue = 1u << 16;

DcmElement* element(DcmItem& item, const DcmTagKey& tag)
{
    DcmElement* found = nullptr;
    if (item.findAndGetElement(tag, found).bad() || found == nullptr || found->getLengthField() > longestValue)
        return nullptr;
    return found;
}

std::string wholeValue(DcmItem& item, const DcmTagKey& tag)
{
    OFString value;
    DcmElement* found = element(item, tag);
    if (found == nullptr || found->getOFStringArray(value, OFFalse).bad())
        return {};
    return std::string(trimmedValue({value.c_str(), value.size()}));
}

} // namespace

std::vector<std::string> textValues(DcmItem& item, const DcmTagKey& tag)
{
    const std::string whole = wholeValue(item, tag);
    std::vector<std::string> values;
    if (whole.empty())
        return values;
    std::size_t start = 0;
    while (true) {
        const std::size_t end = std::min(whole.find('\\', start), whole.size());
        values.emplace_back(trimmedValue(std::string_view(whole).substr(start, end - start)));
        if (end == whole.size())
            return values;
        start = end + 1;
    }
}

std::string firstText(DcmItem& item, const DcmTagKey& tag)
{
    const auto all = textValues(item, tag);
    return all.empty() ? std::string() : all.front();
}

std::string utf8Text(DcmItem& item, const DcmTagKey& tag, const std::vector<std::string>& characterSet)
{
    return toUtf8(wholeValue(item, tag), characterSet);
}

std::vector<double> numberValues(DcmItem& item, const DcmTagKey& tag)
{
    std::vector<double> values;
    for (const auto& part : textValues(item, tag)) {
        const auto value = parsedNumber(part);
        if (!value)
            return {};
        values.push_back(*value);
    }
    return values;
}

std::optional<double> firstNumber(DcmItem& item, const DcmTagKey& tag)
{
    const auto all = textValues(item, tag);
    return all.empty() ? std::nullopt : parsedNumber(all.front());
}

long wholeNumber(DcmItem& item, const DcmTagKey& tag, long otherwise)
{
    const auto value = firstNumber(item, tag);
    return value && std::abs(*value) < 2e9 ? std::lround(*value) : otherwise;
}

DcmItem* itemOf(DcmItem& item, const DcmTagKey& sequence)
{
    DcmItem* found = nullptr;
    return item.findAndGetSequenceItem(sequence, found, 0).good() ? found : nullptr;
}

} // namespace grading
