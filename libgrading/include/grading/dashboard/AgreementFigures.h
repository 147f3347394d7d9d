#pragma once

#include "grading/base/FileSet.h"
#include "grading/dashboard/AgreementDashboard.h"
#include "grading/report/Drawing.h"

namespace grading {

/// Which way a theme draws: ink on paper, or light lines on a dark panel.
struct FigureColours {
    Drawing::Colour ink = palette::ink;
    Drawing::Colour muted = palette::muted;
    Drawing::Colour line = palette::line;
    Drawing::Colour ground = palette::paper;
    Drawing::Colour accent{0x1f, 0x6f, 0xc4};
};

/// Ratings of one reader against another's, each cell's count on a tint by its share of the row.
[[nodiscard]] Drawing drawConfusion(const PairAgreement& pair, const std::vector<double>& scale,
                                    const FigureColours& colours = {});
/// Each part's coefficient with its interval on one axis, the total as a diamond.
[[nodiscard]] Drawing drawForest(const std::vector<ForestRow>& rows, const FigureColours& colours = {});
/// A histogram for each structure.
[[nodiscard]] Drawing drawDice(const std::vector<DiceDistribution>& distributions, const FigureColours& colours = {});

/// A figure under the name of its file, without an extension: "forest", "dice", "confusion-1" …
struct NamedFigure {
    std::string name;
    Drawing drawing;
};
[[nodiscard]] std::vector<NamedFigure> figuresOf(const AgreementDashboard& dashboard); ///< In paper's colours.

/// Adds agreement.csv, confusion.csv, dice.csv, and every figure as SVG. Io.
[[nodiscard]] Result<void> addDashboardFiles(FileSet& files, const std::filesystem::path& folder,
                                             const AgreementDashboard& dashboard);

} // namespace grading
