#include "AnalyticForamen.h"
#include "ReadingSamples.h"

#include "grading/dataset/DataSet.h"
#include "grading/store/Store.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <unistd.h>

using namespace grading;
using namespace grading::truth;

namespace {

/// Ten lumbar foramina of a reading: root, fat on varied sides and outline on three slices each, on a grid of the size
/// of clinical sagittal stacks.
Reading markedReading(int number)
{
    static const Drawing drawing({}, {.fatThickness = 2, .outlineUp = 9, .outlineForwards = 6});
    const auto grid = VolumeGeometry::make({-35, -120, 120}, {0, 1, 0}, {0, 0, -1}, {0.7}, {0.7}, {4.4}, 320, 320, 17);
    Reading reading = samples::emptyReading();
    reading.id = Uid("2.25.4" + std::to_string(number));
    reading.study.uid = Uid("2.25.5" + std::to_string(number));
    reading.study.patientId = "P-" + std::to_string(number);
    int place = 0;
    for (const auto& foramen : SpineNumbering{}.foramina(Region::Lumbar)) {
        StackMarks marks;
        marks.stackId = reading.study.uid.text() + ".1#1";
        marks.geometry = *grid;
        marks.labels = LabelMap(320, 320, 17);
        const auto drawn = drawing.marks(patternOf(number + place));
        const int slice = foramen.side == Side::Right ? 3 : 12;
        for (const auto structure : allStructures) {
            std::vector<PixelSpan> spans;
            const auto pixels = drawn.pixels(0, structure);
            for (const auto& span : pixels.spans())
                spans.push_back({span.row + 24 * place, span.begin + 120, span.end + 120});
            for (int i = 0; i < 3; ++i)
                marks.labels = marks.labels.painted(slice + i, PixelSet(spans), structure);
        }
        marks.gradedSlice = slice + 1;
        auto& record = reading.foramina[foramen];
        record.marks = {marks};
        record.grade = Grade::from((number + place) % 4);
        place += 1;
    }
    reading.status = ReadingStatus::Signed;
    reading.signedAt = reading.created;
    return reading;
}

/// A store of so many signed readings, made once, in a folder that goes away at the end.
class ReadingsOnDisk {
public:
    explicit ReadingsOnDisk(int readings)
    {
        std::filesystem::create_directories(m_folder);
        auto opened = Store::open(store()).value();
        for (int i = 0; i < readings; ++i)
            (void)opened.add(markedReading(i), std::filesystem::path());
    }
    ~ReadingsOnDisk() { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::string store() const { return (m_folder / "readings.db").string(); }
    [[nodiscard]] std::filesystem::path out() const { return m_folder / "set"; }

private:
    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path() / ("foragrade-bench-dataset-" + std::to_string(getpid()));
};

/// Labels and tables without images. Goal: in the order of 1,000 readings a second, and twice that with two jobs.
void exportReadings(benchmark::State& state, DataSetFormat format)
{
    constexpr int readings = 512;
    static const ReadingsOnDisk store(readings);
    DataSetRequest request;
    request.store = store.store();
    request.format = format;
    request.images = DataSetImages::None;
    for (auto _ : state) {
        const auto done = exportDataSet(request, store.out(), static_cast<int>(state.range(0)));
        if (!done || done->readings != readings)
            state.SkipWithError("the data set isn't whole");
        state.PauseTiming();
        std::filesystem::remove_all(store.out());
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * readings);
}
BENCHMARK_CAPTURE(exportReadings, csv, DataSetFormat::Csv)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exportReadings, coco, DataSetFormat::Coco)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exportReadings, rsna, DataSetFormat::Rsna)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exportReadings, nifti, DataSetFormat::Nifti)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

} // namespace
