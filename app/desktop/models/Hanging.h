#pragma once

#include "grading/anatomy/Vertebra.h"
#include "grading/imaging/SeriesCatalogue.h"

#include <QString>
#include <QStringList>

#include <array>
#include <string>
#include <vector>

namespace foragrade {

/// What hangs side by side.
enum class Layout { ByRole, One, Two, Four, SagittalPair, T1AndAxial };

inline constexpr std::array<Layout, 6> allLayouts{Layout::ByRole, Layout::One,          Layout::Two,
                                                  Layout::Four,   Layout::SagittalPair, Layout::T1AndAxial};
/// "Sagittal T1 and T2, axial", in English and marked as Command::text.
[[nodiscard]] const char* sourceTitleOf(Layout layout);

/// Which stacks hang, by layout:
/// - ByRole: sagittal T1, sagittal T2 (else another sagittal), axial T2 (else another axial)
/// - One: the sagittal T1, in which the fat is brightest, else another sagittal
/// - Two: sagittal T2 and axial, or what there is of them
/// - Four: those of ByRole, then another sagittal, axial or coronal one
/// - SagittalPair, T1AndAxial: as named
/// `roles` names the kind of stack wanted in each pane ("sagittal-t1"); where a study has none, the layout's own is
/// taken. What a study lacks leaves no hole. Of several of one role the one with the most slices is taken, one on an
/// even grid before others; a plane that the study lacks is cut from a nearly isotropic stack (`reformatsOf`); never a
/// localizer while there is anything else; a study with images hangs at least one.
[[nodiscard]] std::vector<std::string> hang(const grading::Study& study, Layout layout = Layout::ByRole,
                                            const QStringList& roles = {});

/// How the reader last hung studies of a region; kept in the settings.
struct RememberedHanging {
    Layout layout = Layout::ByRole;
    QStringList roles; ///< Of the panes that the reader filled; empty: the layout's own.

    [[nodiscard]] static RememberedHanging of(grading::Region region);
    void keep(grading::Region region) const;
};

} // namespace foragrade
