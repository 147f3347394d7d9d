#include "Escape.h"
#include "grading/report/Writers.h"

#include <fmt/format.h>

namespace grading::report {

namespace {

std::string joined(const std::vector<std::string>& items)
{
    std::string text;
    for (const auto& item : items)
        text += (text.empty() ? "" : "; ") + item;
    return text;
}

template <class Unit>
std::string number(const std::optional<Quantity<Unit>>& quantity)
{
    return quantity ? fmt::format("{:.2f}", quantity->value) : std::string{};
}

std::string share(const std::optional<double>& value)
{
    return value ? fmt::format("{:.3f}", *value) : std::string{};
}

/// One record: names and values side by side, so that header and rows can't drift apart.
struct Field {
    const char* name;
    std::string value;
};

std::vector<Field> studyFields(const Report& report, const Report::Row& row)
{
    return {{"patient_id", report.patientId},
            {"patient_name", report.patientName},
            {"study_uid", report.study.text()},
            {"study_date", report.studyDate},
            {"reader", report.readerName},
            {"status", report.isSigned ? "signed" : "draft"},
            {"revision", std::to_string(report.revision)},
            {"foramen", row.foramen.key()},
            {"level", row.foramen.level.name()},
            {"side", std::string(name(row.foramen.side))},
            {"nerve_root", row.nerveRoot}};
}

std::vector<Field> readerFields(const Report::Row& row)
{
    constexpr std::array<const char*, 3> states{"graded", "not gradable", "not read"};
    std::vector<Field> fields{{"state", states.at(static_cast<std::size_t>(row.state))},
                              {"grade", row.grade ? std::to_string(row.grade->digit()) : ""},
                              {"not_gradable_reason", row.notGradableReason}};
    constexpr std::array<const char*, 4> names{"fat_superior", "fat_inferior", "fat_anterior", "fat_posterior"};
    for (const auto direction : allDirections)
        fields.push_back({names.at(indexOf(direction)), row.sides[indexOf(direction)].stated});
    fields.push_back({"root", row.root});
    fields.push_back({"contact", row.contact});
    fields.push_back({"confidence", row.confidence});
    fields.push_back({"contributory_findings", joined(row.contributory)});
    fields.push_back({"etiology", joined(row.etiology)});
    fields.push_back({"image_quality", row.imageQuality});
    fields.push_back({"comment", row.comment});
    fields.push_back({"decision_reason", row.decisionReason});
    return fields;
}

std::vector<Field> suggestionFields(const Report& report, const Report::Row& row)
{
    return {{"scheme", report.schemeId},
            {"scheme_version", report.schemeVersion},
            {"scheme_table", report.schemeTable},
            {"parameters", row.measured ? report.parametersId : ""},
            {"thresholds", row.measured ? report.thresholds : ""},
            {"admitted_grades", row.suggested ? row.suggested->grades : ""},
            {"admitted_by", row.suggested ? row.suggested->basis : ""},
            {"reasons", row.suggested ? joined(row.suggested->reasons) : ""},
            {"agreement", row.agreement ? std::string(name(*row.agreement)) : ""},
            {"disagreement_reason", row.disagreementReason}};
}

std::vector<Field> measureFields(const Report::Row& row)
{
    const Report::Measured none;
    const bool has = row.measured.has_value();
    const auto& m = has ? *row.measured : none;
    const auto when = [has](std::string text) { return has ? std::move(text) : std::string{}; };
    std::vector<Field> fields{{"slice", when(std::to_string(m.slice))},
                              {"root_area_mm2", when(fmt::format("{:.2f}", m.rootArea.value))},
                              {"root_diameter_mm", when(fmt::format("{:.2f}", m.rootDiameter.value))},
                              {"root_flattening", when(fmt::format("{:.3f}", m.flattening))},
                              {"root_solidity", when(fmt::format("{:.3f}", m.solidity))},
                              {"root_area_to_other_side", share(m.areaToOtherSide)},
                              {"root_shape", m.rootShape},
                              {"fat_area_mm2", when(fmt::format("{:.2f}", m.fatArea.value))},
                              {"fat_coverage", share(m.fatCoverage)}};
    constexpr std::array<std::array<const char*, 2>, 4> names{{{"coverage_superior", "measured_superior"},
                                                               {"coverage_inferior", "measured_inferior"},
                                                               {"coverage_anterior", "measured_anterior"},
                                                               {"coverage_posterior", "measured_posterior"}}};
    for (const auto direction : allDirections) {
        const auto& side = row.sides[indexOf(direction)];
        fields.push_back({names.at(indexOf(direction))[0], share(side.coverage)});
        fields.push_back({names.at(indexOf(direction))[1], side.measured});
    }
    fields.push_back({"foramen_area_mm2", number(m.foramenArea)});
    fields.push_back({"foramen_height_mm", number(m.foramenHeight)});
    fields.push_back({"foramen_width_mm", number(m.foramenWidth)});
    fields.push_back({"vertical_from", m.frame});
    fields.push_back({"worst_slice", when(std::to_string(m.worstSlice))});
    fields.push_back({"worst_slice_grades", m.worstGrades});
    return fields;
}

/// Against other roots, and over all slices.
std::vector<Field> comparisonFields(const Report::Row& row)
{
    const auto& m = row.measured;
    const auto of = [&](MarkedVolume Report::Measured::*which, CubicMillimetres MarkedVolume::*part) {
        return m ? fmt::format("{:.1f}", ((*m).*which.*part).value) : std::string();
    };
    using Measured = Report::Measured;
    const auto foramen = m && m->foramenVolume ? fmt::format("{:.1f}", m->foramenVolume->volume.value) : std::string();
    return {{"root_flattening_to_other_side", m ? share(m->flatteningToOtherSide) : ""},
            {"root_area_to_neighbours", m ? share(m->areaToNeighbours) : ""},
            {"root_flattening_to_neighbours", m ? share(m->flatteningToNeighbours) : ""},
            {"root_volume_mm3", of(&Measured::rootVolume, &MarkedVolume::volume)},
            {"root_volume_error_mm3", of(&Measured::rootVolume, &MarkedVolume::error)},
            {"fat_volume_mm3", of(&Measured::fatVolume, &MarkedVolume::volume)},
            {"fat_volume_error_mm3", of(&Measured::fatVolume, &MarkedVolume::error)},
            {"foramen_volume_mm3", foramen},
            {"stenotic_length_ratio", m ? share(m->stenoticLengthRatio) : ""}};
}

std::vector<Field> fieldsOf(const Report& report, const Report::Row& row)
{
    std::vector<Field> fields = studyFields(report, row);
    for (const auto& more :
         {readerFields(row), suggestionFields(report, row), measureFields(row), comparisonFields(row)})
        fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

} // namespace

std::string toCsv(const Report& report)
{
    std::string text;
    const auto addLine = [&text](const std::vector<Field>& fields, bool isHeader) {
        for (std::size_t i = 0; i < fields.size(); ++i)
            text += (i > 0 ? "," : "") + csvField(isHeader ? fields[i].name : fields[i].value);
        text += "\r\n";
    };
    addLine(fieldsOf(report, Report::Row{}), true);
    for (const auto* row : report.rows())
        addLine(fieldsOf(report, *row), false);
    return text;
}

} // namespace grading::report
