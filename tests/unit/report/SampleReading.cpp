#include "SampleReading.h"

namespace grading::test {

namespace {

PixelSet block(int left, int top, int width, int height)
{
    std::vector<PixelSpan> spans;
    for (int row = top; row < top + height; ++row)
        spans.push_back({row, left, left + width});
    return PixelSet(std::move(spans));
}

} // namespace

VolumeGeometry sagittalGrid()
{
    return *VolumeGeometry::make({-20, -20, 20}, {0, 1, 0}, {0, 0, -1}, {0.5}, {0.5}, {4.4}, 80, 80, 3);
}

Result<Volume> sagittalVolume(const std::string& /*stackId*/)
{
    const auto geometry = sagittalGrid();
    std::vector<std::int16_t> pixels(geometry.voxelCount());
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<std::int16_t>(i % 80);
    return Volume(geometry, std::move(pixels));
}

Reading emptyReading(const std::string& patientName)
{
    Reading reading;
    reading.id = Uid("2.25.1");
    reading.study = {Uid("2.25.2"), patientName, "PH-1", "20260302", "MRI lumbar spine", "LSPINE"};
    reading.reader = {"Reader^One", "Radiology", ReaderRole::Reader};
    return reading;
}

Reading readingWithMarks(int grade)
{
    StackMarks marks;
    marks.stackId = "2.25.7#1";
    marks.geometry = sagittalGrid();
    marks.labels = LabelMap(80, 80, 3)
                       .painted(1, block(36, 36, 9, 9), Structure::NerveRoot)
                       .painted(1, block(32, 36, 4, 9), Structure::PerineuralFat); // columns run to the back
    Reading reading = emptyReading();
    auto& record = reading.foramina[*Foramen::parse("L4-L5:L")];
    record.marks = {marks};
    record.grade = Grade::from(grade);
    return reading;
}

Report makeReport(const Reading& reading, const report::Volumes& volumes)
{
    return report::make(reading, {}, volumes, {"Foragrade test", fromIso8601("2026-03-02T09:15:00.000Z")});
}

} // namespace grading::test
