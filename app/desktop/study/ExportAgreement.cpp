#include "study/ExportAgreement.h"

#include "panels/DrawingView.h"

#include "grading/dashboard/AgreementFigures.h"

#include <QImage>

namespace foragrade {

using Path = std::filesystem::path;

grading::Result<void> exportAgreement(const grading::AgreementDashboard& dashboard, const Path& folder)
{
    grading::FileSet files(grading::FileSet::Existing::Replace);
    if (auto done = files.addFolder(folder); !done)
        return done;
    if (auto done = grading::addDashboardFiles(files, folder, dashboard); !done)
        return done;
    for (const auto& figure : grading::figuresOf(dashboard)) {
        const Path target = folder / (figure.name + ".png");
        const auto png = [&](const Path& path) -> grading::Result<void> {
            if (pictureOf(figure.drawing, 3, Qt::white).save(QString::fromStdString(path.string()), "PNG"))
                return {};
            return grading::fail(grading::ErrorCode::Io, target.string(), "can't be written",
                                 "check the folder's space and permissions");
        };
        if (auto done = files.add(target, png); !done)
            return done;
    }
    return files.commit();
}

} // namespace foragrade
