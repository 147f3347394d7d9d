#include "study/ExportAgreement.h"

#include "panels/DrawingView.h"

#include "grading/base/FileSet.h"
#include "grading/base/Files.h"
#include "grading/dashboard/AgreementFigures.h"
#include "grading/report/Writers.h"

#include <QImage>

namespace foragrade {
namespace {

using Path = std::filesystem::path;

grading::Result<void> addFigure(grading::FileSet& files, const Path& stem, const grading::Drawing& drawing)
{
    const auto svg = [&](const Path& path) {
        return grading::writeFile(path, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
                                            grading::report::toSvg(drawing) + "\n");
    };
    if (auto done = files.add(stem.string() + ".svg", svg); !done)
        return done;
    const auto png = [&](const Path& path) -> grading::Result<void> {
        if (pictureOf(drawing, 3, Qt::white).save(QString::fromStdString(path.string()), "PNG"))
            return {};
        return grading::fail(grading::ErrorCode::Io, stem.string() + ".png", "can't be written",
                             "check the folder's space and permissions");
    };
    return files.add(stem.string() + ".png", png);
}

} // namespace

grading::Result<void> exportAgreement(const grading::AgreementDashboard& dashboard, const Path& folder)
{
    grading::FileSet files(grading::FileSet::Existing::Replace);
    if (auto done = files.addFolder(folder); !done)
        return done;
    const std::pair<const char*, std::string> tables[] = {{"agreement.csv", grading::statisticsCsv(dashboard)},
                                                          {"confusion.csv", grading::confusionCsv(dashboard)},
                                                          {"dice.csv", grading::diceCsv(dashboard)}};
    for (const auto& [name, text] : tables) {
        const auto write = [&text = text](const Path& path) { return grading::writeFile(path, text); };
        if (auto done = files.add(folder / name, write); !done)
            return done;
    }
    if (auto done = addFigure(files, folder / "forest", grading::drawForest(grading::forestRows(dashboard))); !done)
        return done;
    if (auto done = addFigure(files, folder / "dice", grading::drawDice(grading::diceDistributions(dashboard))); !done)
        return done;
    for (std::size_t i = 0; i < dashboard.all.pairs.size(); ++i) {
        const auto stem = folder / ("confusion-" + std::to_string(i + 1));
        if (auto done = addFigure(files, stem, grading::drawConfusion(dashboard.all.pairs[i], dashboard.scale)); !done)
            return done;
    }
    return files.commit();
}

} // namespace foragrade
