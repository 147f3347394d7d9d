#include "grading/measure/MeasurementParameters.h"

#include "grading/base/Files.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <functional>
#include <vector>

namespace grading {

namespace {

struct Field {
    std::string name;
    double low;
    double high;
    std::function<void(double)> set;
};

std::vector<Field> fieldsOf(MeasurementParameters& p)
{
    const auto number = [](double& to) { return [&to](double value) { to = value; }; };
    const auto whole = [](int& to) { return [&to](double value) { to = static_cast<int>(value); }; };
    return {{"maximumGapMm", 0, 20, number(p.maximumGap.value)},
            {"minimumThicknessMm", 0, 20, number(p.minimumThickness.value)},
            {"preservedCoverage", 0, 1, number(p.preservedCoverage)},
            {"lostCoverage", 0, 1, number(p.lostCoverage)},
            {"maximumShareLeaving", 0, 1, number(p.maximumShareLeaving)},
            {"minimumRootPixels", 1, 100000, whole(p.minimumRootPixels)},
            {"flattenedBelow", 0, 1, number(p.flattenedBelow)},
            {"flattenedBelowOfReference", 0, 1, number(p.flattenedBelowOfReference)},
            {"solidityBelow", 0, 1, number(p.solidityBelow)},
            {"smallBelowOfReference", 0, 1, number(p.smallBelowOfReference)},
            {"largeAboveOfReference", 1, 100, number(p.largeAboveOfReference)},
            {"deformedFromSigns", 1, 3, whole(p.deformedFromSigns)},
            {"outlineAxisRatio", 1, 100, number(p.outlineAxisRatio)},
            {"outlineMaximumLeanDegrees", 0, 90, number(p.outlineMaximumLean.value)},
            {"originPeakShare", 0, 1, number(p.originPeakShare)}};
}

Result<void> setField(const std::string& file, std::vector<Field>& fields, const std::string& name,
                      const nlohmann::json& value)
{
    for (auto& field : fields) {
        if (field.name != name)
            continue;
        if (!value.is_number() || value.get<double>() < field.low || value.get<double>() > field.high)
            return fail(ErrorCode::InvalidArgument, file, "\"" + name + "\" is out of its range");
        const bool isWhole = field.high > 1 && field.low == 1 && field.name.find("Ratio") == std::string::npos &&
                             field.name.find("Reference") == std::string::npos;
        if (isWhole && std::floor(value.get<double>()) != value.get<double>())
            return fail(ErrorCode::InvalidArgument, file, "\"" + name + "\" must be a whole number");
        field.set(value.get<double>());
        return {};
    }
    return fail(ErrorCode::Unreadable, file, "has an unknown field \"" + name + "\"", "check its spelling");
}

} // namespace

Result<MeasurementParameters> readParameters(const std::filesystem::path& path)
{
    const std::string file = path.string();
    const auto text = readFile(path, 1u << 20);
    if (!text)
        return fail(text.error());
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object())
        return fail(ErrorCode::Unreadable, file, "isn't a JSON object", "give measurement parameters as JSON");
    MeasurementParameters parameters;
    auto fields = fieldsOf(parameters);
    for (const auto& [name, value] : json.items()) {
        if (name == "id") {
            if (!value.is_string() || value.get<std::string>().empty())
                return fail(ErrorCode::InvalidArgument, file, "\"id\" must be a name");
            parameters.id = value.get<std::string>();
        } else if (const auto set = setField(file, fields, name, value); !set) {
            return fail(set.error());
        }
    }
    if (parameters.lostCoverage > parameters.preservedCoverage)
        return fail(ErrorCode::InvalidArgument, file, "\"lostCoverage\" is above \"preservedCoverage\"");
    const MeasurementParameters defaults;
    if (parameters.id == defaults.id && parameters != defaults)
        return fail(ErrorCode::InvalidArgument, file, "changes values but keeps the id " + defaults.id,
                    "give the set an \"id\" of its own");
    return parameters;
}

} // namespace grading
