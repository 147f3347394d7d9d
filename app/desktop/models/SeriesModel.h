#pragma once

#include "grading/imaging/SeriesCatalogue.h"
#include "grading/imaging/Volume.h"

#include <QAbstractListModel>
#include <QImage>

#include <map>
#include <string>
#include <vector>

namespace foragrade {

class OpenStudy;

/// A volume's middle slice, windowed, at most `size` pixels in each direction and true in shape.
[[nodiscard]] QImage thumbnail(const grading::Stack& stack, const grading::Volume& volume, int size);

/// The stacks of the study on the desk, for a list. Rows can be dragged onto a pane.
class SeriesModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { StackId = Qt::UserRole + 1, Title, Detail, IssueText, IsError, Thumbnail };

    explicit SeriesModel(OpenStudy& study, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    void reload();
    [[nodiscard]] QString issuesOf(const grading::Stack& stack) const;

    OpenStudy& m_study;
    std::vector<std::string> m_stacks;
    mutable std::map<std::string, QImage> m_thumbnails;
};

} // namespace foragrade
