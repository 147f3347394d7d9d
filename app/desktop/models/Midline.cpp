#include "models/Midline.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QString>

namespace foragrade {

namespace {

constexpr const char* group = "midlines/";
constexpr const char* orderKey = "midlineOrder"; ///< Names of those kept, the oldest first.
constexpr int most = 500;

QString nameOf(const grading::Stack& stack)
{
    const auto& name = stack.frameOfReference.isEmpty() ? stack.id : stack.frameOfReference.text();
    return QCryptographicHash::hash(QByteArray::fromStdString(name), QCryptographicHash::Sha256).toHex();
}

} // namespace

double midlineOf(const grading::Stack& sagittal)
{
    const auto kept = QSettings().value(group + nameOf(sagittal));
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
    QSettings settings;
    const auto name = nameOf(sagittal);
    auto order = settings.value(orderKey).toStringList();
    order.removeAll(name);
    order.append(name);
    settings.setValue(group + name, x);
    while (order.size() > most)
        settings.remove(group + order.takeFirst());
    settings.setValue(orderKey, order);
}

} // namespace foragrade
