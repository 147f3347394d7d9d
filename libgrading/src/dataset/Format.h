#pragma once

#include "Plan.h"
#include "StudyPart.h"
#include "Tables.h"

#include "grading/imaging/SeriesCatalogue.h"
#include "grading/imaging/Volume.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace grading {

/// A stack that a chosen reading marked.
struct MarkedStack {
    std::string id;
    std::string name; ///< "sag1": plane and number within the study.
    VolumeGeometry geometry;
    const Stack* images = nullptr; ///< None where images aren't wanted.
};

/// All that a format makes a study's files from.
struct StudyInput {
    const DataSetRequest& request;
    const PlannedStudy& study;
    std::vector<Reading> readings; ///< Of `study.readings`, in their order.
    std::vector<MarkedStack> stacks;
    const Study* images = nullptr; ///< None where images aren't wanted.

    [[nodiscard]] const MarkedStack* stackOf(const std::string& id) const;
};

/// What is known of the whole once its pieces are put together.
struct SetInfo {
    std::string program; ///< "Foragrade 0.1.0"
    DataSetFormat format = DataSetFormat::Csv;
    std::string readers; ///< "all", "consensus", "one"
    std::vector<std::string> readerNames;
    std::string split; ///< "70/15/15", or empty.
    std::uint64_t seed = 1;
    bool hasImages = false;
    bool hasMeasures = false;
    int patients = 0;
    int studies = 0;
    int readings = 0;
};

using TextFile = std::pair<std::string, std::string>; ///< Path in the data set, bytes.

/// One form of a data set. Called from several threads at once.
class Format {
public:
    virtual ~Format() = default;
    Format() = default;
    Format(const Format&) = delete;
    Format& operator=(const Format&) = delete;

    // Asked before images are looked for.
    [[nodiscard]] virtual bool usesImages() const = 0;
    [[nodiscard]] virtual bool usesImagesOfUnmarkedStudies() const { return false; }
    virtual Result<void> addStudy(const StudyInput& input, StudyPart& part) const = 0;
    /// Files that tell of all studies; `rows` are those of all parts in the order of the plan.
    [[nodiscard]] virtual std::vector<TextFile> wholeFiles(const Rows& rows, const SetInfo& info) const = 0;
    [[nodiscard]] virtual std::string layout() const = 0; ///< For the README: what lies where.
};

[[nodiscard]] const Format& formatOf(DataSetFormat format);

/// The name of a reading's label image in a data set.
using LabelFileOf = std::function<std::string(const PlannedReading& reading, const MarkedStack& stack)>;

/// Rows of studies, readings and marks. `labelFileOf` may be empty.
void addTableRows(const StudyInput& input, StudyPart& part, const LabelFileOf& labelFileOf);

/// studies.csv, readings.csv, marks.csv, measures.csv where wanted, those of `more`, and data-dictionary.csv.
[[nodiscard]] std::vector<TextFile> tableFiles(const Rows& rows, const SetInfo& info,
                                               const std::vector<Table>& more = {});

/// A reading's marks on one stack, of all foramina, as a label image (LabelValues.h); none where it has none there.
/// Voxels that two foramina share keep the first one's, with an Issue.
[[nodiscard]] std::optional<Volume> labelVolume(const Reading& reading, const MarkedStack& stack, Issues& issues);

/// The stack's own images. Mismatch when they aren't on the grid that was marked.
[[nodiscard]] Result<Volume> imageVolume(const MarkedStack& stack);

} // namespace grading
