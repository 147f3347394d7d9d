#include "grading/report/Tables.h"

#include "Words.h"

#include <fmt/format.h>

namespace grading::report {

namespace {

std::string number(double value, int digits)
{
    return fmt::format("{:.{}f}", value, digits);
}

std::string percent(const std::optional<double>& share)
{
    return share ? fmt::format("{:.0f}", *share * 100) : "–";
}

std::vector<Fact> withoutEmpty(std::vector<Fact> facts)
{
    std::erase_if(facts, [](const Fact& fact) { return fact.value.empty(); });
    return facts;
}

std::string joined(const std::vector<std::string>& items)
{
    std::string text;
    for (const auto& item : items)
        text += (text.empty() ? "" : ", ") + item;
    return text;
}

std::string orDash(const std::string& text)
{
    return text.empty() ? "–" : text;
}

Table::Cell suggestedCell(const Report::Row& row)
{
    if (!row.suggested)
        return {"–", {}, false, false};
    const std::string source = row.suggested->basis == "measured marks" ? "" : " (stated)";
    const bool isHard = row.agreement == Agreement::Hard;
    return {row.suggested->grades + source + (isHard ? " !" : ""), {}, isHard, isHard};
}

std::vector<Table::Cell> findingsRow(const Report::Row& row)
{
    std::vector<Table::Cell> cells;
    cells.push_back({row.foramen.title(), {}, true, false});
    cells.push_back({row.grade ? std::string(row.grade->severity()) : row.verdict, row.grade, false, false});
    for (const auto direction : allDirections) {
        const auto& side = row.sides[indexOf(direction)];
        cells.push_back({orDash(side.stated), {}, side.stated == "lost", side.stated == "lost"});
    }
    const bool isChanged = row.root == "deformed" || row.root == "collapsed";
    std::string root = row.root.empty() ? "–" : row.nerveRoot + " " + row.root;
    if (!row.contact.empty() && row.contact != "no contact")
        root += ", " + row.contact;
    cells.push_back({std::move(root), {}, isChanged, isChanged});
    std::vector<std::string> causes = row.contributory;
    causes.insert(causes.end(), row.etiology.begin(), row.etiology.end());
    cells.push_back({orDash(joined(causes)), {}, false, false});
    cells.push_back({orDash(row.confidence), {}, false, false});
    cells.push_back(suggestedCell(row));
    return cells;
}

std::vector<Table::Cell> measuresRow(const Report::Row& row, const Report::Measured& measured)
{
    std::vector<Table::Cell> cells;
    const auto add = [&](std::string text, bool isWarning = false) {
        cells.push_back({std::move(text), {}, false, isWarning});
    };
    cells.push_back({row.foramen.title(), {}, true, false});
    add(std::to_string(measured.slice));
    add(number(measured.rootArea.value, 1));
    add(number(measured.flattening, 2));
    add(number(measured.solidity, 2));
    add(measured.areaToOtherSide ? number(*measured.areaToOtherSide, 2) : "–");
    add(number(measured.fatArea.value, 1));
    for (const auto direction : allDirections) {
        const auto& side = row.sides[indexOf(direction)];
        add(percent(side.coverage), side.measured == "lost");
    }
    add(measured.foramenArea ? number(measured.foramenArea->value, 0) : "–");
    add(measured.foramenHeight ? number(measured.foramenHeight->value, 1) : "–");
    const bool isWorse = row.suggested && measured.worstGrades != row.suggested->grades;
    add(isWorse ? fmt::format("{}: {}", measured.worstSlice, measured.worstGrades) : "–");
    return cells;
}

} // namespace

std::vector<Fact> patientFacts(const Report& report)
{
    return withoutEmpty({{"Patient", report.patientName},
                         {"Patient ID", report.patientId},
                         {"Born", report.birthDate},
                         {"Sex", report.sex}});
}

std::vector<Fact> studyFacts(const Report& report)
{
    return withoutEmpty({{"Study", report.studyDescription}, {"Study date", report.studyDate}});
}

std::vector<Fact> readerFacts(const Report& report)
{
    const std::string role = report.readerRole == "reader" ? "" : " (" + report.readerRole + ")";
    return withoutEmpty({{"Reader", report.readerName + role}, {"Organization", report.readerOrganization}});
}

std::vector<Fact> methodFacts(const Report& report)
{
    const std::string scheme =
        report.schemeTitle.empty() ? report.schemeId : fmt::format("{} ({})", report.schemeTitle, report.schemeId);
    return withoutEmpty({
        {"Grading scheme", scheme + (report.schemeVersion.empty() ? "" : ", version " + report.schemeVersion)},
        {"Source", report.schemeSource},
        {"Grades by sides lost", report.schemeTable},
        {"Measurement parameters",
         report.thresholds.empty() ? report.parametersId : report.parametersId + ": " + report.thresholds},
        {"Levels", report.numbering},
        {"Study UID", report.study.text()},
        {report.isSigned ? "Signed by" : "Draft of",
         report.readerName + (report.readerOrganization.empty() ? "" : ", " + report.readerOrganization) + ": " +
             report.signature},
        {"Made by", report.software + ", " + report.created},
    });
}

Table techniqueTable(const Report& report)
{
    Table table;
    table.title = "Technique";
    table.columns = {{"Series", true, 0.6},  {"Description", false, 3}, {"Plane", false, 1.2},
                     {"Sequence", false, 1}, {"Slices", true, 0.7},     {"Pixel and slice distance", false, 3}};
    for (const auto& series : report.technique) {
        table.rows.push_back({{std::to_string(series.number), {}, false, false},
                              {orDash(series.description), {}, false, false},
                              {series.plane, {}, false, false},
                              {series.sequence, {}, false, false},
                              {std::to_string(series.slices), {}, false, false},
                              {orDash(series.spacing), {}, false, false}});
    }
    return table;
}

Table findingsTable(const Report& report)
{
    Table table;
    table.title = "Findings";
    table.columns = {{"Foramen", false, 1.45},   {"Grade", false, 1.8},
                     {"Sup.", false, 0.72},      {"Inf.", false, 0.72},
                     {"Ant.", false, 0.72},      {"Post.", false, 0.72},
                     {"Nerve root", false, 1.7}, {"Contributory findings", false, 2.4},
                     {"Sure", false, 0.95},      {"Admitted", false, 1.1}};
    table.note = "Sup., Inf., Ant., Post.: perineural fat at that side of the root. Sure: the reader's confidence. "
                 "Admitted: grades that the measured marks admit, or (stated) the reader's findings; ! marks a grade "
                 "outside of them.";
    for (const auto* row : report.rows()) {
        if (row->state != Report::Row::State::NotRead)
            table.rows.push_back(findingsRow(*row));
    }
    return table;
}

Table measuresTable(const Report& report)
{
    Table table;
    table.title = "Measurements";
    table.columns = {{"Foramen", false, 1.6},   {"Slice", true, 0.7},      {"Root mm²", true, 0.8},
                     {"Flattening", true, 1.1}, {"Solidity", true, 0.9},   {"To other side", true, 0.9},
                     {"Fat mm²", true, 0.8},    {"S %", true, 0.6},        {"I %", true, 0.6},
                     {"A %", true, 0.6},        {"P %", true, 0.6},        {"Foramen mm²", true, 1},
                     {"Height mm", true, 0.8},  {"Worse slice", true, 1.0}};
    table.note =
        "S, I, A, P %: share of the 90 rays on the superior, inferior, anterior, posterior side of the root that "
        "meet fat. Flattening: minor to major axis, 1 is round. To other side: root area over that of the other "
        "side. Worse slice: one whose marks admit more than the graded slice, and what.";
    for (const auto* row : report.rows()) {
        if (row->measured)
            table.rows.push_back(measuresRow(*row, *row->measured));
    }
    return table;
}

std::vector<Fact> comments(const Report& report)
{
    std::vector<Fact> facts;
    for (const auto* row : report.rows()) {
        if (!row->notGradableReason.empty())
            facts.push_back({row->foramen.title(), "Not gradable: " + row->notGradableReason});
        if (!row->decisionReason.empty())
            facts.push_back({row->foramen.title(), "Decided: " + row->decisionReason});
        facts.push_back({row->foramen.title(), row->comment});
        if (!row->imageQuality.empty())
            facts.push_back({row->foramen.title(), "Image quality: " + row->imageQuality});
    }
    return withoutEmpty(std::move(facts));
}

std::vector<Fact> pictureFacts(const Report::Row& row)
{
    std::vector<Fact> facts;
    std::vector<std::string> kept;
    std::vector<std::string> lost;
    for (const auto direction : allDirections) {
        const auto& side = row.sides[indexOf(direction)];
        if (side.measured == "kept")
            kept.emplace_back(name(direction));
        else if (side.measured == "lost")
            lost.emplace_back(name(direction));
    }
    if (row.measured) {
        facts.push_back({"Fat kept", kept.empty() ? (lost.empty() ? "not assessable" : "on no side") : joined(kept)});
        facts.push_back({"Fat lost", joined(lost)});
        facts.push_back({"Root", fmt::format("{:.1f} mm², flattening {:.2f}, {}", row.measured->rootArea.value,
                                             row.measured->flattening, row.measured->rootShape)});
        facts.push_back({"Vertical", row.measured->frame});
    }
    if (row.suggested)
        facts.push_back({row.suggested->basis == "measured marks" ? "Marks admit" : "Findings admit",
                         "Grade " + row.suggested->grades});
    if (row.agreement == Agreement::Hard)
        facts.push_back({"Contradiction", "the grade lies outside of them"});
    return withoutEmpty(std::move(facts));
}

} // namespace grading::report
