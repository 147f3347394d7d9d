#include "grading/base/Files.h"
#include "grading/scoring/GradingScheme.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace grading {

namespace {

using Json = nlohmann::json;

constexpr std::array<const char*, 6> patternNames{"none", "one", "twoOpposing", "twoAdjacent", "three", "four"};
constexpr std::array<const char*, 4> sideNames{"superior", "inferior", "anterior", "posterior"};

tl::unexpected<Error> wrong(const std::string& file, const std::string& what)
{
    return fail(ErrorCode::Unreadable, file, what, "see docs/schemas/scheme-1.schema.json");
}

template <class Names>
bool isOneOf(const std::string& name, const Names& names)
{
    return std::any_of(names.begin(), names.end(), [&](const char* known) { return name == known; });
}

/// One letter or digit each, none twice; empty when anything else.
std::vector<std::string> gradesFrom(const Json& list)
{
    std::vector<std::string> grades;
    if (!list.is_array())
        return {};
    for (const auto& entry : list) {
        const std::string grade = entry.is_number_integer() ? entry.dump()
                                  : entry.is_string()       ? entry.get<std::string>()
                                                            : std::string();
        const bool isGrade = grade.size() == 1 && (std::isdigit(static_cast<unsigned char>(grade[0])) ||
                                                   (grade[0] >= 'A' && grade[0] <= 'Z'));
        if (!isGrade || std::find(grades.begin(), grades.end(), grade) != grades.end())
            return {};
        grades.push_back(grade);
    }
    return grades;
}

Result<void> readTexts(GradingScheme& scheme, const Json& json, const std::string& file)
{
    for (const auto& [name, to] : {std::pair{"id", &scheme.id},
                                   {"version", &scheme.version},
                                   {"title", &scheme.title},
                                   {"source", &scheme.source}}) {
        if (!json.contains(name) || !json[name].is_string() || json[name].get<std::string>().empty())
            return wrong(file, std::string("\"") + name + "\" must be a text");
        *to = json[name].get<std::string>();
    }
    if (findScheme(scheme.id) != nullptr || scheme.id == "rsna-2024")
        return wrong(file, "\"id\" is that of a built-in scheme");
    return {};
}

Result<void> readTable(GradingScheme& scheme, const Json& json, const std::string& file)
{
    if (!json.contains("grades") || !json["grades"].is_object())
        return wrong(file, "has no \"grades\"");
    const auto& table = json["grades"];
    for (std::size_t i = 0; i < patternNames.size(); ++i) {
        if (table.contains(patternNames[i]))
            scheme.byLoss[i] = gradesFrom(table[patternNames[i]]);
        if (scheme.byLoss[i].empty())
            return wrong(file, std::string("\"grades\".\"") + patternNames[i] + "\" must list letters A–Z or digits");
    }
    if (table.contains("deformed")) {
        scheme.byDeformity = gradesFrom(table["deformed"]);
        if (scheme.byDeformity->empty())
            return wrong(file, "\"grades\".\"deformed\" must list letters A–Z or digits");
    }
    for (const auto& [name, list] : table.items()) {
        if (!isOneOf(name, patternNames) && name != "deformed")
            return wrong(file, "has an unknown entry \"" + name + "\" in \"grades\"");
    }
    return {};
}

Result<void> readSuffixes(GradingScheme& scheme, const Json& json, const std::string& file)
{
    if (!json.contains("sideSuffixes"))
        return {};
    const auto& suffixes = json["sideSuffixes"];
    scheme.sideSuffixes.emplace();
    for (std::size_t i = 0; i < sideNames.size(); ++i) {
        const auto digit = suffixes.is_object() ? suffixes.value(sideNames[i], Json()) : Json();
        if (suffixes.size() != sideNames.size() || !digit.is_number_integer() || digit < 1 || digit > 9)
            return wrong(file, "\"sideSuffixes\" must give each of the four sides a digit from 1 to 9");
        (*scheme.sideSuffixes)[i] = digit.get<int>();
    }
    return {};
}

/// Its grades can be the reader's own only if they are among 0 to 3.
Result<void> readScale(GradingScheme& scheme, const Json& json, const std::string& file)
{
    const auto isReaders = json.value("readersScale", Json(false));
    if (!isReaders.is_boolean())
        return wrong(file, "\"readersScale\" must be true or false");
    scheme.isReadersScale = isReaders.get<bool>();
    const auto isReadersGrade = [](const std::string& grade) { return grade[0] >= '0' && grade[0] <= '3'; };
    const auto fits = [&](const auto& grades) { return std::all_of(grades.begin(), grades.end(), isReadersGrade); };
    if (scheme.isReadersScale &&
        (scheme.sideSuffixes || !std::all_of(scheme.byLoss.begin(), scheme.byLoss.end(), fits) ||
         (scheme.byDeformity && !fits(*scheme.byDeformity))))
        return wrong(file, "\"readersScale\" needs grades from 0 to 3 without suffixes");
    return {};
}

/// Digits as numbers, letters as texts.
nlohmann::ordered_json gradesToJson(const std::vector<std::string>& grades)
{
    auto list = nlohmann::ordered_json::array();
    for (const auto& grade : grades) {
        if (std::isdigit(static_cast<unsigned char>(grade[0])))
            list.push_back(grade[0] - '0');
        else
            list.push_back(grade);
    }
    return list;
}

} // namespace

std::string toJson(const GradingScheme& scheme)
{
    nlohmann::ordered_json json{{"schema", "foragrade/scheme/1"},
                                {"id", scheme.id},
                                {"version", scheme.version},
                                {"title", scheme.title},
                                {"source", scheme.source}};
    auto& grades = json["grades"];
    for (std::size_t i = 0; i < patternNames.size(); ++i)
        grades[patternNames[i]] = gradesToJson(scheme.byLoss[i]);
    if (scheme.byDeformity)
        grades["deformed"] = gradesToJson(*scheme.byDeformity);
    if (scheme.sideSuffixes) {
        for (std::size_t i = 0; i < sideNames.size(); ++i)
            json["sideSuffixes"][sideNames[i]] = (*scheme.sideSuffixes)[i];
    }
    if (scheme.isReadersScale)
        json["readersScale"] = true;
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string tableInWords(const GradingScheme& scheme)
{
    constexpr std::array<const char*, 6> patterns{"no side lost", "one",   "two opposing",
                                                  "two adjacent", "three", "four"};
    const auto joined = [](const std::vector<std::string>& grades) {
        std::string text;
        for (const auto& grade : grades)
            text += (text.empty() ? "" : " or ") + grade;
        return text;
    };
    std::string text;
    for (std::size_t i = 0; i < patterns.size(); ++i)
        text += (i > 0 ? "; " : "") + std::string(patterns[i]) + ": " + joined(scheme.byLoss[i]);
    if (scheme.byDeformity)
        text += "; root deformed: " + joined(*scheme.byDeformity);
    if (!scheme.sideSuffixes)
        return text;
    text += "; suffixes";
    for (std::size_t i = 0; i < sideNames.size(); ++i)
        text += (i > 0 ? ", " : " ") + std::string(sideNames[i]) + " " + std::to_string((*scheme.sideSuffixes)[i]);
    return text;
}

Result<GradingScheme> readScheme(const std::filesystem::path& path)
{
    const auto text = readFile(path, 1u << 20);
    if (!text)
        return fail(text.error());
    return schemeFromJson(*text, path.string());
}

Result<GradingScheme> schemeFromJson(const std::string& text, const std::string& file)
{
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return wrong(file, "isn't a JSON object");
    if (json.value("schema", Json()) != "foragrade/scheme/1")
        return wrong(file, "\"schema\" isn't foragrade/scheme/1");
    for (const auto& [name, value] : json.items()) {
        constexpr std::array<const char*, 8> known{"schema", "id",     "version",      "title",
                                                   "source", "grades", "sideSuffixes", "readersScale"};
        if (!isOneOf(name, known))
            return wrong(file, "has an unknown field \"" + name + "\"");
    }
    GradingScheme scheme;
    for (const auto read : {readTexts, readTable, readSuffixes, readScale}) {
        if (const auto done = read(scheme, json, file); !done)
            return fail(done.error());
    }
    return scheme;
}

} // namespace grading
