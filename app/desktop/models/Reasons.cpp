#include "models/Reasons.h"

#include "models/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foragrade {

namespace {

struct Reasons {
    Q_DECLARE_TR_FUNCTIONS(Reasons)
};

QString joined(const QStringList& words)
{
    if (words.size() < 2)
        return words.join(QString());
    return Reasons::tr("%1 and %2", "the last two of a list")
        .arg(words.mid(0, words.size() - 1).join(", "), words.back());
}

QString placeOf(grading::AnatomicalDirection direction)
{
    switch (direction) {
    case grading::AnatomicalDirection::Superior:
        return Reasons::tr("above");
    case grading::AnatomicalDirection::Inferior:
        return Reasons::tr("below");
    case grading::AnatomicalDirection::Anterior:
        return Reasons::tr("in front");
    case grading::AnatomicalDirection::Posterior:
        return Reasons::tr("behind");
    }
    return {};
}

using State = std::optional<grading::SideState>;

QStringList placesWith(const grading::FindingSet& findings, State state)
{
    QStringList places;
    for (const auto direction : grading::allDirections) {
        if (findings.side(direction) == state)
            places << placeOf(direction);
    }
    return places;
}

QString patternOf(const grading::FindingSet& findings)
{
    const auto isLost = [&](grading::AnatomicalDirection direction) {
        return findings.side(direction) == grading::SideState::Lost;
    };
    using enum grading::AnatomicalDirection;
    switch (std::ranges::count_if(grading::allDirections, isLost)) {
    case 0:
        return Reasons::tr("no direction affected");
    case 1:
        return Reasons::tr("part of one direction");
    case 2:
        if (isLost(Superior) && isLost(Inferior))
            return Reasons::tr("the whole vertical direction");
        if (isLost(Anterior) && isLost(Posterior))
            return Reasons::tr("the whole transverse direction");
        return Reasons::tr("part of both directions");
    case 3:
        return Reasons::tr("one whole direction and part of the other");
    default:
        return Reasons::tr("both directions");
    }
}

QString ofSides(const grading::FindingSet& findings)
{
    const auto lost = placesWith(findings, grading::SideState::Lost);
    const auto kept = placesWith(findings, grading::SideState::Preserved);
    const auto open = placesWith(findings, grading::SideState::NotAssessable);
    const auto unset = placesWith(findings, std::nullopt);
    QStringList parts;
    if (!lost.empty())
        parts << (lost.size() == 4 ? Reasons::tr("lost on all four sides") : Reasons::tr("lost %1").arg(joined(lost)));
    if (!kept.empty())
        parts << (kept.size() == 4 ? Reasons::tr("kept on all four sides") : Reasons::tr("kept %1").arg(joined(kept)));
    if (!open.empty())
        parts << (open.size() == 4 ? Reasons::tr("not assessable on any side")
                                   : Reasons::tr("not assessable %1").arg(joined(open)));
    if (!unset.empty())
        parts << (unset.size() == 4 ? Reasons::tr("not recorded on any side")
                                    : Reasons::tr("not recorded %1").arg(joined(unset)));
    const auto fat = Reasons::tr("fat %1").arg(parts.join(", "));
    return open.empty() && unset.empty() ? fat + ": " + patternOf(findings) : fat;
}

QString ofRoot(const grading::FindingSet& findings)
{
    if (!findings.root)
        return Reasons::tr("root not recorded: normal and deformed admitted");
    switch (*findings.root) {
    case grading::RootMorphology::Normal:
        return Reasons::tr("root normal in shape");
    case grading::RootMorphology::Deformed:
        return Reasons::tr("root deformed");
    case grading::RootMorphology::Collapsed:
        return Reasons::tr("root collapsed");
    case grading::RootMorphology::NotAssessable:
        return Reasons::tr("root shape not assessable: normal and deformed admitted");
    }
    return {};
}

QString ofSigns(const grading::RootMeasurement& root)
{
    QStringList words;
    for (const auto sign : root.signs) {
        switch (sign) {
        case grading::RootMeasurement::Sign::Flattened:
            words << Reasons::tr("flattened");
            break;
        case grading::RootMeasurement::Sign::Indented:
            words << Reasons::tr("indented");
            break;
        case grading::RootMeasurement::Sign::Shrunken:
            words << Reasons::tr("smaller than its reference");
            break;
        case grading::RootMeasurement::Sign::Swollen:
            words << Reasons::tr("larger than its reference");
            break;
        }
    }
    if (words.empty())
        return {};
    return (root.state == grading::RootShapeState::Deformed ? Reasons::tr("root %1: deformed is suggested")
                                                            : Reasons::tr("root %1: too few signs to suggest deformed"))
        .arg(joined(words));
}

/// What the measurement couldn't tell and why, in the library's order.
QStringList ofMeasurement(const grading::Measurements& measurements)
{
    const auto& slice = measurements.graded();
    QStringList notes;
    const auto isNotAnnotated = [](const grading::SideMeasurement& side) {
        return side.cause == grading::SideMeasurement::Cause::FatNotAnnotated;
    };
    if (std::ranges::all_of(slice.sides, isNotAnnotated))
        notes << Reasons::tr("fat not annotated: no fat is marked and it wasn't recorded that none was seen");
    for (const auto direction : grading::allDirections) {
        const auto& side = slice.side(direction);
        const auto which = said(grading::name(direction));
        if (side.state == grading::SideCoverageState::Equivocal)
            notes << Reasons::tr("fat equivocal on the %1 side (%2 % covered): either state admitted")
                         .arg(which)
                         .arg(std::lround(100 * side.coverage.value_or(0)));
        else if (side.cause == grading::SideMeasurement::Cause::LeavesImage)
            notes << Reasons::tr("%1 side not assessable: it leaves the image; either state admitted").arg(which);
    }
    if (slice.root.state == grading::RootShapeState::NotAssessable)
        notes << Reasons::tr("only %1 pixels of root are marked, too few to judge its shape").arg(slice.root.pixels);
    if (measurements.fatRecord == grading::Measurements::FatRecord::NoFatSeen)
        notes << Reasons::tr("the reader confirmed that no fat was seen");
    if (const auto signs = ofSigns(slice.root); !signs.isEmpty())
        notes << signs;
    return notes;
}

} // namespace

QStringList reasonsOf(const grading::Assessment& assessment, const grading::FindingSet& findings)
{
    if (assessment.basis() == nullptr)
        return {};
    if (assessment.measured && assessment.measurements) {
        const auto measured = grading::findingsFrom(*assessment.measurements);
        return QStringList{ofSides(measured), ofRoot(measured)} + ofMeasurement(*assessment.measurements);
    }
    QStringList lines{ofSides(findings), ofRoot(findings)};
    for (const auto& note : findings.notes)
        lines << QString::fromStdString(note);
    return lines;
}

} // namespace foragrade
