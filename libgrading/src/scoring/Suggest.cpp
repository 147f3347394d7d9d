#include "grading/scoring/Suggest.h"

#include "Reasons.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace grading {

namespace {

using scoring::LostSides;

/// Every way in which the open sides may turn out.
std::vector<LostSides> expansions(const FindingSet& findings)
{
    std::vector<LostSides> all{LostSides{}};
    for (std::size_t i = 0; i < findings.sides.size(); ++i) {
        const auto state = findings.sides[i];
        const bool isOpen = !state || *state == SideState::NotAssessable;
        const std::size_t before = all.size();
        for (std::size_t j = 0; j < before; ++j) {
            all[j][i] = state == SideState::Lost;
            if (isOpen) {
                LostSides other = all[j];
                other[i] = true;
                all.push_back(other);
            }
        }
    }
    return all;
}

std::string withSuffixes(const std::string& grade, const LostSides& lost, const GradingScheme& scheme)
{
    if (!scheme.sideSuffixes)
        return grade;
    std::string digits;
    for (std::size_t i = 0; i < lost.size(); ++i) {
        if (lost[i])
            digits += std::to_string((*scheme.sideSuffixes)[i]);
    }
    std::sort(digits.begin(), digits.end());
    return grade + digits;
}

std::string gradesInWords(const std::vector<std::string>& grades, const GradingScheme& scheme)
{
    std::string list;
    for (std::size_t i = 0; i < grades.size(); ++i) {
        if (i > 0)
            list += i + 1 == grades.size() ? " or " : ", ";
        list += grades[i];
    }
    return scheme.title + " admits " + list;
}

bool mayBeNormal(const FindingSet& findings)
{
    return findings.root != RootMorphology::Deformed && findings.root != RootMorphology::Collapsed;
}

bool mayBeDeformed(const FindingSet& findings)
{
    return findings.root != RootMorphology::Normal;
}

/// How far down the scheme's table a grade stands, suffixes aside: the more, the worse.
int rankOf(const std::string& grade, const GradingScheme& scheme)
{
    int rank = 0;
    for (std::size_t i = 0; i < scheme.byLoss.size(); ++i) {
        for (const auto& entry : scheme.byLoss[i]) {
            if (grade.starts_with(entry))
                rank = static_cast<int>(i);
        }
    }
    const bool isByDeformity = scheme.byDeformity && std::find(scheme.byDeformity->begin(), scheme.byDeformity->end(),
                                                               grade) != scheme.byDeformity->end();
    return isByDeformity ? static_cast<int>(scheme.byLoss.size()) : rank;
}

} // namespace

std::vector<Grade> Suggestion::readersGrades() const
{
    std::vector<Grade> result;
    for (const auto& grade : grades) {
        if (grade.size() == 1 && grade[0] >= '0' && grade[0] <= '3')
            result.push_back(*Grade::from(grade[0] - '0'));
    }
    return result;
}

Suggestion suggest(const FindingSet& findings, const GradingScheme& scheme)
{
    Suggestion suggestion;
    suggestion.scheme = scheme.id;
    suggestion.schemeVersion = scheme.version;
    suggestion.isReadersScale = scheme.isReadersScale;
    std::set<std::string> grades;
    if (mayBeNormal(findings) || !scheme.byDeformity) {
        for (const auto& lost : expansions(findings)) {
            for (const auto& grade : scheme.byLoss[static_cast<std::size_t>(scoring::patternOf(lost))])
                grades.insert(withSuffixes(grade, lost, scheme));
        }
    }
    if (mayBeDeformed(findings) && scheme.byDeformity)
        grades.insert(scheme.byDeformity->begin(), scheme.byDeformity->end());
    suggestion.grades.assign(grades.begin(), grades.end());
    suggestion.reasons.push_back(scoring::sidesInWords(findings));
    suggestion.reasons.push_back(scoring::rootInWords(findings));
    suggestion.reasons.insert(suggestion.reasons.end(), findings.notes.begin(), findings.notes.end());
    suggestion.reasons.push_back(gradesInWords(suggestion.grades, scheme));
    return suggestion;
}

namespace {

Suggestion suggestForSlice(const Measurements& measurements, const SliceMeasurements& slice,
                           const GradingScheme& scheme)
{
    FindingSet findings = findingsFrom(slice);
    if (measurements.fatRecord == Measurements::FatRecord::NoFatSeen)
        findings.notes.emplace_back("the reader confirmed that no fat was seen");
    if (const auto signs = scoring::signsInWords(slice.root); !signs.empty())
        findings.notes.push_back(signs);
    Suggestion suggestion = suggest(findings, scheme);
    suggestion.parameters = measurements.parameters.id;
    return suggestion;
}

} // namespace

Suggestion suggest(const Measurements& measurements, const GradingScheme& scheme)
{
    return suggestForSlice(measurements, measurements.graded(), scheme);
}

WorstSlice worstSlice(const Measurements& measurements, const GradingScheme& scheme)
{
    WorstSlice worst;
    std::tuple<int, int, double> severest{-1, -1, 0};
    for (const auto& slice : measurements.slices) {
        Suggestion suggestion = suggestForSlice(measurements, slice, scheme);
        const std::tuple<int, int, double> severity{rankOf(suggestion.grades.back(), scheme),
                                                    rankOf(suggestion.grades.front(), scheme),
                                                    -slice.fat.coverage.value_or(1)};
        if (severity > severest) {
            severest = severity;
            worst = {slice.slice, std::move(suggestion)};
        }
    }
    return worst;
}

std::string_view name(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Agrees:
        return "agrees";
    case Agreement::Soft:
        return "soft";
    case Agreement::Hard:
        return "hard";
    }
    return {};
}

Agreement check(Grade grade, const Suggestion& suggestion)
{
    if (!suggestion.isReadersScale)
        return Agreement::Agrees;
    const auto admissible = suggestion.readersGrades();
    if (std::find(admissible.begin(), admissible.end(), grade) == admissible.end())
        return Agreement::Hard;
    return admissible.size() == 1 ? Agreement::Agrees : Agreement::Soft;
}

} // namespace grading
