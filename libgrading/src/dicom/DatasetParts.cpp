#include "DatasetParts.h"

#include "CharacterSet.h"
#include "Dcmtk.h"

#include "grading/base/Files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <sstream>

namespace grading {

namespace {

std::string formatted(const char* pattern, Timestamp time)
{
    using namespace std::chrono;
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), pattern, static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return buffer.data();
}

bool isCharacterSetText(DcmEVR vr)
{
    return vr == EVR_LO || vr == EVR_LT || vr == EVR_PN || vr == EVR_SH || vr == EVR_ST || vr == EVR_UC || vr == EVR_UT;
}

/// An item may declare a character set of its own (PS3.5 section 7.5.3).
std::vector<std::string> characterSetOf(DcmItem& item, const std::vector<std::string>& inherited)
{
    std::vector<std::string> terms;
    std::istringstream values(text(item, DCM_SpecificCharacterSet));
    for (std::string term; std::getline(values, term, '\\');)
        terms.push_back(term);
    return terms.empty() ? inherited : terms;
}

void convertItem(DcmItem& item, const std::vector<std::string>& inherited)
{
    const auto terms = characterSetOf(item, inherited);
    for (unsigned long i = 0; i < item.card(); ++i) {
        auto* element = item.getElement(i);
        if (element->ident() == EVR_SQ) {
            auto& sequence = static_cast<DcmSequenceOfItems&>(*element);
            for (unsigned long k = 0; k < sequence.card(); ++k)
                convertItem(*sequence.getItem(k), terms);
        } else if (isCharacterSetText(element->ident())) {
            OFString value;
            if (element->getOFStringArray(value, OFFalse).good() && !value.empty())
                element->putString(toUtf8({value.c_str(), value.size()}, terms).c_str());
        }
    }
    if (item.tagExists(DCM_SpecificCharacterSet))
        put(item, DCM_SpecificCharacterSet, "ISO_IR 192");
}

} // namespace

void convertToUtf8(DcmItem& dataset)
{
    const auto terms = characterSetOf(dataset, {});
    if (!terms.empty() && terms != std::vector<std::string>{"ISO_IR 192"})
        convertItem(dataset, terms);
}

void convertAllToUtf8(DcmItem& dataset)
{
    convertItem(dataset, {});
    put(dataset, DCM_SpecificCharacterSet, "ISO_IR 192");
}

void put(DcmItem& item, const DcmTagKey& tag, const std::string& value)
{
    item.putAndInsertString(tag, value.c_str());
}

void put(DcmItem& item, const DcmTagKey& tag, const Uid& uid)
{
    put(item, tag, uid.text());
}

void putDecimals(DcmItem& item, const DcmTagKey& tag, const std::vector<double>& values)
{
    std::string joined;
    for (const double value : values)
        joined += (joined.empty() ? "" : "\\") + decimalString(value);
    put(item, tag, joined);
}

void putNumber(DcmItem& item, const DcmTagKey& tag, int value)
{
    if (DcmTag(tag).getEVR() == EVR_US)
        item.putAndInsertUint16(tag, static_cast<Uint16>(value));
    else
        put(item, tag, std::to_string(value));
}

void putCode(DcmItem& item, const DcmTagKey& sequence, const Code& code)
{
    auto& entry = addItem(item, sequence);
    put(entry, DCM_CodeValue, code.value);
    put(entry, DCM_CodingSchemeDesignator, code.scheme);
    put(entry, DCM_CodeMeaning, code.meaning);
}

DcmItem& addItem(DcmItem& item, const DcmTagKey& sequence)
{
    DcmItem* added = nullptr;
    item.findOrCreateSequenceItem(sequence, added, -2);
    return *added;
}

std::string decimalString(double value)
{
    std::array<char, 40> buffer{};
    for (int precision = 17; precision > 0; --precision) {
        const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value + 0.0,
                                                std::chars_format::general, precision);
        const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
        if (error == std::errc{} && text.size() <= 16)
            return std::string(text == "-0" ? "0" : text);
    }
    return "0";
}

std::string dicomDate(Timestamp time)
{
    return formatted("%04d%02u%02u", time);
}

std::string dicomTime(Timestamp time)
{
    return formatted("%04d%02u%02u%02d%02d%02d.%03d000", time).substr(8);
}

std::string dicomDateTime(Timestamp time)
{
    return formatted("%04d%02u%02u%02d%02d%02d.%03d000+0000", time);
}

std::optional<Timestamp> timestampFrom(const std::string& text)
{
    using namespace std::chrono;
    int part[7] = {};
    if (std::sscanf(text.c_str(), "%4d%2d%2d%2d%2d%2d.%3d", &part[0], &part[1], &part[2], &part[3], &part[4], &part[5],
                    &part[6]) < 6)
        return std::nullopt;
    const year_month_day date{year{part[0]}, month{static_cast<unsigned>(part[1])},
                              day{static_cast<unsigned>(part[2])}};
    if (!date.ok())
        return std::nullopt;
    return sys_days{date} + hours{part[3]} + minutes{part[4]} + seconds{part[5]} + milliseconds{part[6]};
}

std::string shortText(const std::string& text, std::size_t limit)
{
    std::string result;
    std::size_t characters = 0;
    for (const char c : text) {
        const bool begins = (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
        if (begins && ++characters > limit)
            break;
        result += c == '\\' ? '/' : c;
    }
    return result;
}

std::string text(DcmItem& item, const DcmTagKey& tag)
{
    OFString value;
    if (item.findAndGetOFStringArray(tag, value).bad())
        return {};
    while (!value.empty() && (value.back() == ' ' || value.back() == '\0'))
        value.erase(value.size() - 1);
    return {value.c_str(), value.size()};
}

Code readCode(DcmItem& item, const DcmTagKey& sequence)
{
    auto* entry = itemOf(item, sequence);
    if (!entry)
        return {};
    Code code{text(*entry, DCM_CodeValue), text(*entry, DCM_CodingSchemeDesignator), text(*entry, DCM_CodeMeaning)};
    if (code.value.empty())
        code.value = text(*entry, DCM_LongCodeValue);
    return code;
}

std::vector<DcmItem*> items(DcmItem& item, const DcmTagKey& sequence)
{
    std::vector<DcmItem*> found;
    DcmSequenceOfItems* all = nullptr;
    if (item.findAndGetSequence(sequence, all).bad() || !all)
        return found;
    found.reserve(all->card());
    for (DcmObject* entry = all->nextInContainer(nullptr); entry; entry = all->nextInContainer(entry))
        found.push_back(static_cast<DcmItem*>(entry));
    return found;
}

Result<DicomFile> loadObject(const std::filesystem::path& path)
{
    std::error_code problem;
    if (!std::filesystem::exists(path, problem))
        return fail(ErrorCode::NotFound, path.string(), "doesn't exist", "check the name");
    auto file = readDicomFile(path);
    if (!file)
        return fail(file.error());
    if (!file->isWhole)
        return fail(ErrorCode::Unreadable, path.string(), "is cut off or broken", "ask for the file again");
    convertToUtf8(file->dataset());
    return file;
}

Result<DicomFile> loadSourceHeader(const std::filesystem::path& path)
{
    std::error_code problem;
    if (!std::filesystem::exists(path, problem))
        return fail(ErrorCode::NotFound, path.string(), "doesn't exist any more", "scan the images again");
    auto file = readHeader(path);
    if (!file)
        return fail(file.error());
    convertToUtf8(file->dataset());
    return file;
}

Result<void> saveObject(const std::filesystem::path& path, DcmFileFormat& file)
{
    prepareDcmtk();
    return writeFileBy(path, [&](const std::filesystem::path& temporary) -> Result<void> {
        const auto status = file.saveFile(temporary.c_str(), EXS_LittleEndianExplicit, EET_ExplicitLength,
                                          EGL_withoutGL, EPD_withoutPadding);
        if (status.bad())
            return fail(ErrorCode::Io, path.string(), std::string("can't be written (") + status.text() + ")",
                        "check the folder's rights and space");
        return {};
    });
}

} // namespace grading
