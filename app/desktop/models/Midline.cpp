#include "models/Midline.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QString>

namespace foragrade {

namespace {

QString keyOf(const grading::Stack& stack)
{
    const auto& name = stack.frameOfReference.isEmpty() ? stack.id : stack.frameOfReference.text();
    return "midlines/" + QCryptographicHash::hash(QByteArray::fromStdString(name), QCryptographicHash::Sha256).toHex();
}

} // namespace

double midlineOf(const grading::Stack& sagittal)
{
    const auto kept = QSettings().value(keyOf(sagittal));
    if (kept.isValid())
        return kept.toDouble();
    const auto& grid = *sagittal.geometry;
    return grid
        .toPatient(
            grading::ContinuousIndex{(grid.columns() - 1) / 2.0, (grid.rows() - 1) / 2.0, (grid.slices() - 1) / 2.0})
        .x;
}

std::map<grading::Uid, double> midlinesOf(const grading::Study& study)
{
    std::map<grading::Uid, double> midlines;
    std::map<grading::Uid, int> slices;
    for (const auto& series : study.series) {
        for (const auto& stack : series.stacks) {
            const bool isUsable = stack.geometry && !stack.frameOfReference.isEmpty() && !stack.role.isLocalizer &&
                                  stack.role.plane == grading::ImagePlane::Sagittal;
            if (!isUsable || slices[stack.frameOfReference] >= stack.slices())
                continue;
            slices[stack.frameOfReference] = stack.slices();
            midlines[stack.frameOfReference] = midlineOf(stack);
        }
    }
    return midlines;
}

void keepMidline(const grading::Stack& sagittal, double x)
{
    QSettings().setValue(keyOf(sagittal), x);
}

} // namespace foragrade
