#include "AnalyticForamen.h"
#include "ReadingSamples.h"
#include "TestSeries.h"

#include "grading/base/Files.h"
#include "grading/dataset/DataSet.h"
#include "grading/store/Store.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <map>

#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

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
    // Long, as names and uids are looked for in what is written without them.
    reading.id = Uid("2.25.4" + std::to_string(7310952648137LL + number));
    reading.study.uid = Uid("2.25.5" + std::to_string(7310952648137LL + number));
    reading.study.patientName = "REAL^L01";
    reading.reader.name = "REAL^L02";
    reading.study.patientId = "BENCH-" + std::to_string(1000 + number);
    int place = 0;
    for (const auto& foramen : SpineNumbering{}.foramina(Region::Lumbar)) {
        StackMarks marks;
        marks.stackId = reading.study.uid.text() + ".1#1";
        marks.frameOfReference = Uid(reading.study.uid.text() + ".9");
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

/// The stack that the marks of a reading are on, without a picture on it.
void writeImages(const std::filesystem::path& folder, const Reading& reading)
{
    const auto study = reading.study.uid.text();
    test::TestSeries series{320, 320, 17, Uid(study), Uid(study + ".1"), Uid(study + ".9")};
    series.patientName = "REAL^L01";
    series.origin = {-35, -120, 120};
    (void)test::writeSeries(folder, series);
}

enum class WithImages { No, Yes };

/// A store of so many signed readings, made once, in a folder that goes away at the end.
class ReadingsOnDisk {
public:
    explicit ReadingsOnDisk(int readings, WithImages images = WithImages::No)
        : m_folder(std::filesystem::temp_directory_path() /
                   ("foragrade-bench-dataset-" + std::to_string(getpid()) + '-' + std::to_string(readings)))
    {
        std::filesystem::create_directories(m_folder);
        (void)writeFile(key(), std::string(44, 'k'));
        auto opened = Store::open(store()).value();
        for (int i = 0; i < readings; ++i) {
            const auto reading = markedReading(i);
            const auto folder = m_folder / "images" / std::to_string(i);
            if (images == WithImages::Yes) {
                std::filesystem::create_directories(folder);
                writeImages(folder, reading);
            }
            (void)opened.add(reading, images == WithImages::Yes ? folder : std::filesystem::path());
        }
    }
    ~ReadingsOnDisk() { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::string store() const { return (m_folder / "readings.db").string(); }
    [[nodiscard]] std::filesystem::path key() const { return m_folder / "key"; }
    [[nodiscard]] std::filesystem::path out() const { return m_folder / "set"; }

private:
    std::filesystem::path m_folder;
};

const ReadingsOnDisk& storeOf(int readings)
{
    static std::map<int, ReadingsOnDisk> stores;
    return stores.try_emplace(readings, readings).first->second;
}

DataSetRequest labelsAlone(const ReadingsOnDisk& store, DataSetFormat format)
{
    DataSetRequest request;
    request.store = store.store();
    request.format = format;
    request.images = DataSetImages::None;
    return request;
}

void timeExports(benchmark::State& state, const DataSetRequest& request, const ReadingsOnDisk& store, int readings)
{
    for (auto _ : state) {
        const auto done = exportDataSet(request, store.out(), static_cast<int>(state.range(0)));
        if (!done || done->readings != readings) {
            state.SkipWithError((done ? std::string("the data set isn't whole") : done.error().message()).c_str());
            break;
        }
        state.PauseTiming();
        std::filesystem::remove_all(store.out());
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * readings);
}

/// Labels and tables without images. Goal: in the order of 1,000 readings a second, and twice that with two jobs.
void exportReadings(benchmark::State& state, DataSetFormat format)
{
    constexpr int readings = 512;
    const auto& store = storeOf(readings);
    timeExports(state, labelsAlone(store, format), store, readings);
}

/// De-identified images of 3.5 MB a reading, segmentation and report.
void exportDicom(benchmark::State& state)
{
    constexpr int readings = 32;
    static const ReadingsOnDisk store(readings, WithImages::Yes);
    auto request = labelsAlone(store, DataSetFormat::Dicom);
    request.images = DataSetImages::Marked;
    request.keyFile = store.key();
    timeExports(state, request, store, readings);
}

/// A program of its own does it, so that its memory is what the export needs.
void memoryOfExport(benchmark::State& state, DataSetFormat format)
{
    const auto readings = static_cast<int>(state.range(0));
    const auto& store = storeOf(readings);
    malloc_trim(0);
    rusage used{};
    for (auto _ : state) {
        const auto child = fork();
        if (child == 0)
            _exit(exportDataSet(labelsAlone(store, format), store.out(), 2) ? 0 : 1);
        int status = 0;
        if (wait4(child, &status, 0, &used) != child || status != 0)
            state.SkipWithError("the data set isn't whole");
        std::filesystem::remove_all(store.out());
    }
    state.counters["MiB"] = double(used.ru_maxrss) / 1024;
}

/// For comparison: zlib alone at its usual level, on the voxels of one label image.
void packWithZlib(benchmark::State& state)
{
    const auto& store = storeOf(512);
    if (!exportDataSet(labelsAlone(store, DataSetFormat::Nifti), store.out(), 2))
        state.SkipWithError("the data set isn't whole");
    std::vector<char> bytes(std::size_t(4) << 20);
    const auto label = std::filesystem::directory_iterator(store.out() / "labels")->path();
    gzFile from = gzopen(label.c_str(), "rb");
    const int size = gzread(from, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(from);
    std::filesystem::remove_all(store.out());
    for (auto _ : state) {
        gzFile to = gzopen("/dev/null", "wb6");
        gzwrite(to, bytes.data(), static_cast<unsigned>(size));
        gzclose(to);
    }
    state.SetItemsProcessed(state.iterations());
}

void registerAll()
{
    for (const auto format : allDataSetFormats) {
        const std::string ofFormat = '/' + std::string(name(format));
        auto* times =
            format == DataSetFormat::Dicom
                ? benchmark::RegisterBenchmark("exportDicom", &exportDicom)
                : benchmark::RegisterBenchmark(("exportReadings" + ofFormat).c_str(), &exportReadings, format);
        times->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);
        if (format != DataSetFormat::Dicom)
            benchmark::RegisterBenchmark(("memoryOfExport" + ofFormat).c_str(), &memoryOfExport, format)
                ->Arg(128)
                ->Arg(512)
                ->Arg(2048)
                ->Iterations(1)
                ->UseRealTime()
                ->Unit(benchmark::kMillisecond);
    }
    benchmark::RegisterBenchmark("packWithZlib", &packWithZlib)->Unit(benchmark::kMillisecond);
}

const bool areRegistered = (registerAll(), true);

} // namespace
