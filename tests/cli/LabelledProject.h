#pragma once

#include "TestSeries.h"

#include "grading/store/Project.h"

#include <string>
#include <vector>

namespace grading::test {

/// A closed piece of research on disk: four studies of three patients with images, each read and signed by Reader^A and
/// Reader^B with marks on L4-L5 right, a grade of L5-S1 left without any, and Chief^C's decision of the one study on
/// which they differ.
class LabelledProject {
public:
    LabelledProject();

    [[nodiscard]] std::string store() const { return m_folder.file("study.db"); }
    [[nodiscard]] std::string file(const std::string& name) const { return m_folder.file(name); }
    [[nodiscard]] std::filesystem::path images() const { return m_folder / "images"; }
    [[nodiscard]] const VolumeGeometry& grid() const { return *m_stacks.front().geometry; }

    /// Everything in the store or the images that names a patient, study or reader.
    [[nodiscard]] std::vector<std::string> identities() const;

    static constexpr int studies = 4;
    static constexpr std::size_t rootPixels = 80; ///< Of L4-L5 right on the graded slice, by each reader.
    static constexpr std::size_t fatPixels = 120; ///< Likewise.
    static constexpr int gradedSlice = 4;         ///< From 0.

private:
    void read(int study, const std::string& reader, int grade);
    void decide(int study);

    TemporaryFolder m_folder;
    std::vector<Stack> m_stacks;
    std::vector<StudyIdentity> m_identities;
};

} // namespace grading::test
