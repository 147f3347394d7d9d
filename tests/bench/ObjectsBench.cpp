// How long segmentations and reports take to write and to read, beside pydicom on the very same file.
#include "TestSeries.h"

#include "grading/dicom/StructuredReport.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <memory>

namespace grading {
namespace {

/// A stack of 512 × 512 pixels whose slices all have the header of one small file: writing reads the first alone.
struct Images {
    samples::TemporaryFolder folder;
    SeriesCatalogue catalogue;

    [[nodiscard]] const Stack& stack() const { return catalogue.studies[0].series[0].stacks[0]; }
};

std::unique_ptr<Images> imagesOf(int slices)
{
    auto images = std::make_unique<Images>();
    test::TestSeries made;
    made.columns = made.rows = 512;
    made.slices = 1;
    made.rowSpacing = made.columnSpacing = 0.5;
    auto stack = test::writeSeries(images->folder.path() / "images", made);
    const auto grid = VolumeGeometry::make(stack.geometry->origin(), made.rowDirection, made.columnDirection, {0.5},
                                           {0.5}, {1}, 512, 512, slices)
                          .value();
    const auto first = stack.frames.front();
    stack.geometry = grid;
    stack.sliceSpacing = {1};
    stack.frames.clear();
    for (int slice = 0; slice < slices; ++slice) {
        auto frame = first;
        frame.sopInstance = Uid(first.sopInstance.text() + "." + std::to_string(slice + 1));
        frame.position = grid.toPatient(VoxelIndex{0, 0, slice});
        stack.frames.push_back(frame);
    }
    Study study;
    study.uid = made.study;
    study.patientName = made.patientName;
    study.series.push_back({made.series, 3, "T2 sagittal", "MR", "LSPINE", {stack}});
    images->catalogue.studies.push_back(std::move(study));
    return images;
}

/// Segments of `slicesEach` slices, each a disc of 10 mm.
Segmentation segmentationOn(const Stack& stack, int segments, int slicesEach)
{
    Segmentation object;
    object.sopInstance = Uid("2.25.4711");
    object.series = Uid("2.25.4712");
    object.study = stack.studyUid;
    object.frameOfReference = stack.frameOfReference;
    object.sourceSeries = stack.seriesUid;
    object.stackId = stack.id;
    object.creator = "Reader^One";
    object.geometry = *stack.geometry;
    const std::vector<SlicePoint> centre{{256, 256}};
    const auto disc = brushStroke(object.geometry, centre, {10});
    const auto foramina = SpineNumbering().foramina(Region::Lumbar);
    for (int i = 0; i < segments; ++i) {
        Segment segment;
        segment.number = i + 1;
        segment.label = segment.trackingId = "segment " + std::to_string(i + 1);
        segment.trackingUid = Uid::fromName(segment.label);
        segment.foramen = foramina[static_cast<std::size_t>(i) % foramina.size()];
        segment.content = SegmentContent::NerveRoot;
        for (int k = 0; k < slicesEach; ++k)
            segment.slices.emplace((i * 7 + k) % stack.geometry->slices(), disc);
        object.segments.push_back(std::move(segment));
    }
    return object;
}

/// Slices of the stack, segments, slices of each segment.
struct Case {
    std::unique_ptr<Images> images;
    Segmentation object;
    std::filesystem::path file;
};

Case& caseOf(const benchmark::State& state)
{
    static std::map<std::vector<std::int64_t>, Case> made;
    auto& one = made[{state.range(0), state.range(1), state.range(2)}];
    if (!one.images) {
        one.images = imagesOf(static_cast<int>(state.range(0)));
        one.object =
            segmentationOn(one.images->stack(), static_cast<int>(state.range(1)), static_cast<int>(state.range(2)));
        one.file = one.images->folder.path() / "seg.dcm";
        if (!writeSegmentation(one.file, one.object, one.images->stack()))
            std::abort();
    }
    return one;
}

void segWrite(benchmark::State& state)
{
    const auto& one = caseOf(state);
    const auto target = one.images->folder.path() / "again.dcm";
    for (auto _ : state) {
        if (!writeSegmentation(target, one.object, one.images->stack()))
            state.SkipWithError("not written");
    }
    state.counters["frames"] = static_cast<double>(state.range(1) * state.range(2));
}

void segRead(benchmark::State& state)
{
    const auto& one = caseOf(state);
    const std::vector<const Stack*> stacks{&one.images->stack()};
    for (auto _ : state) {
        const auto read = readSegmentation(one.file, stacks);
        if (!read || read->segments.size() != one.object.segments.size())
            state.SkipWithError("not read");
    }
    state.counters["frames"] = static_cast<double>(state.range(1) * state.range(2));
}

/// Seconds of processor time (to hold against the column CPU) that pydicom takes to read and unpack the file, as a
/// program that has it loaded already.
void segReadByPydicom(benchmark::State& state)
{
    const auto& one = caseOf(state);
    const auto command =
        "/usr/bin/python3 '" FORAGRADE_SOURCE_DIR "/tests/bench/read_with_pydicom.py' '" + one.file.string() + "'";
    for (auto _ : state) {
        double seconds = 0;
        FILE* output = popen(command.c_str(), "r"); // NOLINT: a fixed command
        const bool isRead = output != nullptr && std::fscanf(output, "%lf", &seconds) == 1;
        if (output == nullptr || pclose(output) != 0 || !isRead)
            state.SkipWithError("no pydicom");
        state.SetIterationTime(seconds);
    }
}

void reportWrite(benchmark::State& state)
{
    const auto images = imagesOf(18);
    const auto& study = images->catalogue.studies[0];
    Reading reading;
    reading.id = Uid("2.25.20260302");
    reading.study.uid = study.uid;
    reading.reader.name = "Reader^One";
    const std::vector<SlicePoint> centre{{256, 256}};
    int slice = 0;
    for (const auto& foramen : reading.numbering.foramina(Region::Lumbar)) {
        const auto& stack = images->stack();
        StackMarks marks{stack.id, stack.frameOfReference, *stack.geometry, {}, slice, {}, {}};
        marks.labels = LabelMap(512, 512, 18)
                           .painted(slice, brushStroke(marks.geometry, centre, {6}), Structure::PerineuralFat)
                           .painted(slice, brushStroke(marks.geometry, centre, {3}), Structure::NerveRoot);
        ++slice;
        reading.foramina[foramen].grade = Grade::from(1);
        reading.foramina[foramen].marks.push_back(std::move(marks));
    }
    const auto request = reportRequest(reading, &study);
    for (auto _ : state) {
        if (!writeStructuredReport(images->folder.path() / "sr.dcm", request))
            state.SkipWithError("not written");
    }
}

const std::vector<std::vector<std::int64_t>> small{{18}, {20}, {2}};
const std::vector<std::vector<std::int64_t>> large{{320}, {20}, {25}};
const std::vector<std::vector<std::int64_t>> huge{{320}, {40}, {300}};

BENCHMARK(segWrite)->ArgsProduct(small)->ArgsProduct(large)->Unit(benchmark::kMillisecond);
BENCHMARK(segRead)->ArgsProduct(small)->ArgsProduct(large)->ArgsProduct(huge)->Unit(benchmark::kMillisecond);
BENCHMARK(segReadByPydicom)
    ->ArgsProduct(small)
    ->ArgsProduct(large)
    ->ArgsProduct(huge)
    ->UseManualTime()
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(reportWrite)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace grading
