#include "grading/measure/MeasurementParameters.h"

#include "grading/base/Files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <variant>
#include <vector>

namespace grading {

namespace {

struct Field {
    std::string name;
    double low;
    double high;
    std::variant<double*, int*> value;

    [[nodiscard]] bool isWhole() const { return std::holds_alternative<int*>(value); }
    [[nodiscard]] double get() const
    {
        return std::visit([](auto* at) { return static_cast<double>(*at); }, value);
    }
    void set(double to)
    {
        std::visit([to](auto* at) { *at = static_cast<std::remove_pointer_t<decltype(at)>>(to); }, value);
    }
};

std::vector<Field> fieldsOf(MeasurementParameters& p)
{
    return {{"maximumGapMm", 0, 20, &p.maximumGap.value},
            {"minimumThicknessMm", 0, 20, &p.minimumThickness.value},
            {"preservedCoverage", 0, 1, &p.preservedCoverage},
            {"lostCoverage", 0, 1, &p.lostCoverage},
            {"maximumShareLeaving", 0, 1, &p.maximumShareLeaving},
            {"minimumRootPixels", 1, 100000, &p.minimumRootPixels},
            {"flattenedBelow", 0, 1, &p.flattenedBelow},
            {"flattenedBelowOfReference", 0, 1, &p.flattenedBelowOfReference},
            {"solidityBelow", 0, 1, &p.solidityBelow},
            {"smallBelowOfReference", 0, 1, &p.smallBelowOfReference},
            {"largeAboveOfReference", 1, 100, &p.largeAboveOfReference},
            {"deformedFromSigns", 1, 3, &p.deformedFromSigns},
            {"outlineAxisRatio", 1, 100, &p.outlineAxisRatio},
            {"outlineMaximumLeanDegrees", 0, 90, &p.outlineMaximumLean.value},
            {"originPeakShare", 0, 1, &p.originPeakShare}};
}

Result<void> setField(const std::string& file, std::vector<Field>& fields, const std::string& name,
                      const nlohmann::json& value)
{
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
    if (field == fields.end())
        return fail(ErrorCode::Unreadable, file, "has an unknown field \"" + name + "\"", "check its spelling");
    if (!value.is_number() || value.get<double>() < field->low || value.get<double>() > field->high)
        return fail(ErrorCode::InvalidArgument, file, "\"" + name + "\" is out of its range");
    if (field->isWhole() && std::floor(value.get<double>()) != value.get<double>())
        return fail(ErrorCode::InvalidArgument, file, "\"" + name + "\" must be a whole number");
    field->set(value.get<double>());
    return {};
}

} // namespace

std::vector<Threshold> thresholdsOf(const MeasurementParameters& parameters)
{
    MeasurementParameters copy = parameters;
    std::vector<Threshold> thresholds;
    for (const auto& field : fieldsOf(copy))
        thresholds.push_back({field.name, field.get()});
    return thresholds;
}

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
        } else if (name == "schema") {
            if (value != "foragrade/parameters/1")
                return fail(ErrorCode::Unreadable, file, "\"schema\" isn't foragrade/parameters/1");
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
