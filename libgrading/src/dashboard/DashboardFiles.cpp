#include "grading/base/Files.h"
#include "grading/dashboard/AgreementFigures.h"
#include "grading/report/Writers.h"

namespace grading {

std::vector<NamedFigure> figuresOf(const AgreementDashboard& dashboard)
{
    std::vector<NamedFigure> figures{{"forest", drawForest(forestRows(dashboard))},
                                     {"dice", drawDice(diceDistributions(dashboard))}};
    for (std::size_t i = 0; i < dashboard.all.pairs.size(); ++i)
        figures.push_back(
            {"confusion-" + std::to_string(i + 1), drawConfusion(dashboard.all.pairs[i], dashboard.scale)});
    return figures;
}

Result<void> addDashboardFiles(FileSet& files, const std::filesystem::path& folder, const AgreementDashboard& dashboard)
{
    std::vector<std::pair<std::string, std::string>> texts{{"agreement.csv", statisticsCsv(dashboard)},
                                                           {"confusion.csv", confusionCsv(dashboard)},
                                                           {"dice.csv", diceCsv(dashboard)}};
    for (const auto& figure : figuresOf(dashboard))
        texts.emplace_back(figure.name + ".svg",
                           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + report::toSvg(figure.drawing) + "\n");
    for (const auto& [name, text] : texts) {
        const auto write = [&text = text](const std::filesystem::path& path) { return writeFile(path, text); };
        if (auto done = files.add(folder / name, write); !done)
            return done;
    }
    return {};
}

} // namespace grading
