#include "models/SeriesModel.h"

#include "models/Words.h"
#include "study/OpenStudy.h"

#include "grading/imaging/TissueWindow.h"

#include <QMimeData>

#include <algorithm>
#include <cmath>

namespace foragrade {

QImage thumbnail(const grading::Stack& stack, const grading::Volume& volume, int size)
{
    const auto& geometry = volume.geometry();
    const double width = geometry.columns() * geometry.columnSpacing().value;
    const double height = geometry.rows() * geometry.rowSpacing().value;
    const double mm = std::max(width, height) / size;
    QImage image(std::max(1, static_cast<int>(width / mm)), std::max(1, static_cast<int>(height / mm)),
                 QImage::Format_Grayscale8);
    const auto window = grading::openingWindow(stack, volume);
    const int slice = geometry.slices() / 2;
    for (int y = 0; y < image.height(); ++y) {
        uchar* line = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            const double value = volume.inSlice((x + 0.5) * mm / geometry.columnSpacing().value - 0.5,
                                                (y + 0.5) * mm / geometry.rowSpacing().value - 0.5, slice);
            line[x] = static_cast<uchar>(std::lround(255 * window.fraction(value)));
        }
    }
    return image;
}

SeriesModel::SeriesModel(OpenStudy& study, QObject* parent) : QAbstractListModel(parent), m_study(study)
{
    connect(&m_study, &OpenStudy::opened, this, &SeriesModel::reload);
    connect(&m_study, &OpenStudy::closed, this, &SeriesModel::reload);
    connect(&m_study, &OpenStudy::volumeReady, this,
            [this] { emit dataChanged(index(0), index(std::max(0, rowCount() - 1))); });
}

void SeriesModel::reload()
{
    beginResetModel();
    m_stacks.clear();
    m_thumbnails.clear();
    if (const auto* study = m_study.study()) {
        for (const auto& series : study->series)
            for (const auto& stack : series.stacks)
                m_stacks.push_back(stack.id);
        for (const auto* reformat : m_study.reformats())
            m_stacks.push_back(reformat->id);
    }
    endResetModel();
}

int SeriesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_stacks.size());
}

QVariant SeriesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto& id = m_stacks[static_cast<std::size_t>(index.row())];
    const auto* stack = m_study.stack(id);
    if (stack == nullptr)
        return {};
    const auto* series = m_study.seriesOf(*stack);
    const QString title = said(stack->role);
    const QString detail = isReformat(*stack)     ? tr("cut")
                           : stack->slices() == 1 ? tr("1 slice")
                                                  : tr("%1 slices").arg(stack->slices());
    switch (role) {
    case StackId:
        return QString::fromStdString(id);
    case Title:
        return title;
    case Detail:
        return detail;
    case IssueText:
        return issuesOf(*stack);
    case IsError:
        return !m_study.loadError(id).isEmpty();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QString("%1, %2").arg(title, detail);
    case Qt::ToolTipRole: {
        const QString description = series ? QString::fromStdString(series->description).toHtmlEscaped() : QString();
        QStringList lines{"<b>" + title + "</b> " + description,
                          QString::fromStdString(stack->role.evidence).toHtmlEscaped()};
        lines << issuesOf(*stack).toHtmlEscaped().split('\n');
        lines.removeAll(QString());
        return lines.join("<br>");
    }
    case Thumbnail: {
        const auto volume = m_study.volume(id);
        if (volume.isEmpty())
            return {};
        auto& image = m_thumbnails[id];
        if (image.isNull())
            image = thumbnail(*stack, volume, 96);
        return image;
    }
    default:
        return {};
    }
}

QString SeriesModel::issuesOf(const grading::Stack& stack) const
{
    QStringList lines;
    for (const auto& issue : stack.issues) {
        if (issue.severity != grading::Severity::Info)
            lines << QString::fromStdString(issue.text);
    }
    if (const QString error = m_study.loadError(stack.id); !error.isEmpty())
        lines << error;
    return lines.join('\n');
}

Qt::ItemFlags SeriesModel::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsDragEnabled;
}

QStringList SeriesModel::mimeTypes() const
{
    return {"application/x-foragrade-stack"};
}

QMimeData* SeriesModel::mimeData(const QModelIndexList& indexes) const
{
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData("application/x-foragrade-stack", indexes.first().data(StackId).toString().toUtf8());
    return data;
}

} // namespace foragrade
