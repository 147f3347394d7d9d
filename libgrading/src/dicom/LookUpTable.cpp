#include "LookUpTable.h"

#include "CharacterSet.h"

#include <algorithm>

namespace grading {

namespace {

/// Where the outputs leave their least and reach their greatest value, 2 % of the range aside.
std::optional<DisplayWindow> risingPart(const LookUpTable& table)
{
    const auto [least, most] = std::minmax_element(table.outputs.begin(), table.outputs.end());
    const double slack = 0.02 * (*most - *least);
    const double low = *least + slack;
    const double high = *most - slack;
    const auto begin =
        std::find_if(table.outputs.begin(), table.outputs.end(), [&](auto value) { return value > low; });
    const auto end = std::find_if(begin, table.outputs.end(), [&](auto value) { return value >= high; });
    if (end == table.outputs.end() || end == begin)
        return std::nullopt;
    const double from = table.first + static_cast<double>(begin - table.outputs.begin());
    const double to = table.first + static_cast<double>(end - table.outputs.begin());
    return DisplayWindow{(from + to) / 2, to - from};
}

} // namespace

std::int32_t LookUpTable::at(std::int32_t input) const
{
    const auto place = std::int64_t{input} - first;
    return outputs[static_cast<std::size_t>(std::clamp<std::int64_t>(place, 0, std::ssize(outputs) - 1))];
}

std::optional<LookUpTable> readLookUpTable(const HeaderItem& holder, const DcmTagKey& sequence, bool hasSignedInput)
{
    const HeaderItem* item = itemOf(holder, sequence);
    if (item == nullptr)
        return std::nullopt;
    const auto descriptor = numberValues(*item, DCM_LUTDescriptor);
    const auto data = numberValues(*item, DCM_LUTData);
    if (descriptor.size() != 3 || data.empty() || descriptor[0] < 0 || descriptor[0] > 65535)
        return std::nullopt;
    const auto entries = descriptor[0] == 0 ? std::size_t{65536} : static_cast<std::size_t>(descriptor[0]);
    LookUpTable table;
    table.first = static_cast<std::int32_t>(std::clamp(descriptor[1], -65536.0, 65535.0));
    if (hasSignedInput && table.first > 32767) // written as US all the same
        table.first -= 65536;
    for (const double value : data) {
        const auto word = static_cast<std::uint16_t>(std::clamp(value, 0.0, 65535.0));
        if (data.size() * 2 == entries + entries % 2 && descriptor[2] <= 8) { // two entries of eight bits in a word
            table.outputs.push_back(word & 0xff);
            table.outputs.push_back(word >> 8);
        } else {
            table.outputs.push_back(word);
        }
    }
    if (table.outputs.size() < entries)
        return std::nullopt;
    table.outputs.resize(entries);
    return table;
}

std::vector<NamedWindow> windowsOf(const HeaderItem& voi, const HeaderItem& dataset)
{
    const auto centers = numberValues(voi, DCM_WindowCenter);
    const auto widths = numberValues(voi, DCM_WindowWidth);
    auto names = textValues(voi, DCM_WindowCenterWidthExplanation);
    for (auto& name : names)
        name = toUtf8(name, textValues(dataset, DCM_SpecificCharacterSet));
    std::vector<NamedWindow> windows;
    for (std::size_t i = 0; i < std::min(centers.size(), widths.size()); ++i) {
        if (widths[i] >= 1e-6)
            windows.push_back({{centers[i], widths[i]}, i < names.size() ? names[i] : std::string()});
    }
    if (!windows.empty())
        return windows;
    const bool isSigned = wholeNumber(dataset, DCM_PixelRepresentation, 0) == 1 ||
                          firstNumber(dataset, DCM_RescaleIntercept).value_or(0) < 0;
    if (const auto table = readLookUpTable(voi, DCM_VOILUTSequence, isSigned)) {
        if (const auto window = risingPart(*table))
            windows.push_back({*window, utf8Text(*itemOf(voi, DCM_VOILUTSequence), DCM_LUTExplanation,
                                                 textValues(dataset, DCM_SpecificCharacterSet))});
    }
    return windows;
}

} // namespace grading
