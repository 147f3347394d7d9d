#include "ExportedStudy.h"

#include "grading/dicom/KeyObjects.h"

#include <algorithm>

namespace grading::test {

namespace {

Series seriesOf(const TestSeries& made, Stack stack, int number)
{
    Series series;
    series.uid = made.series;
    series.number = number;
    series.description = "T2 sagittal";
    series.modality = "MR";
    series.bodyPart = made.bodyPart;
    series.stacks.push_back(std::move(stack));
    return series;
}

} // namespace

ExportedStudy::ExportedStudy(const TestSeries& first)
{
    auto second = first;
    second.series = Uid(first.study.text() + ".2");
    second.columns = 31;
    second.rows = 35;
    Study study;
    study.uid = first.study;
    study.patientId = "PHANTOM-1";
    study.patientName = first.patientName;
    study.date = "20260302";
    study.description = "MR lumbar spine";
    study.series.push_back(seriesOf(first, writeSeries(m_folder / "first", first), 3));
    study.series.push_back(seriesOf(second, writeSeries(m_folder / "second", second), 4));
    m_catalogue.studies.push_back(std::move(study));
}

StudyIdentity ExportedStudy::identity() const
{
    const auto& study = m_catalogue.studies[0];
    return {study.uid, study.patientName, study.patientId, study.date, study.description, study.series[0].bodyPart};
}

Reading ExportedStudy::newReading(const std::string& reader) const
{
    Reading reading;
    reading.id = Uid("2.25.20260302");
    reading.study = identity();
    reading.reader = {reader, "University Hospital", ReaderRole::Reader};
    reading.created = fromIso8601("2026-03-02T09:15:04.250Z");
    return reading;
}

StackMarks ExportedStudy::marksOn(std::size_t index, int offset) const
{
    const auto& on = stack(index);
    StackMarks marks;
    marks.stackId = on.id;
    marks.frameOfReference = on.frameOfReference;
    marks.geometry = *on.geometry;
    LabelMap labels(on.columns, on.rows, on.slices());
    const auto disc = [&](double radius) {
        const std::vector<SlicePoint> centre{{on.columns / 2.0 + offset, on.rows / 2.0}};
        return brushStroke(marks.geometry, centre, {radius});
    };
    for (const int slice : {2, 3}) {
        labels = labels.painted(slice, disc(6), Structure::ForamenOutline);
        labels = labels.painted(slice, disc(4.5), Structure::PerineuralFat);
        labels = labels.painted(slice, disc(2.5 + slice * 0.1), Structure::NerveRoot);
    }
    marks.labels = labels;
    return marks;
}

std::vector<std::filesystem::path> ExportedStudy::Objects::all() const
{
    auto files = segmentations;
    files.push_back(report);
    if (!keyObjects.empty())
        files.push_back(keyObjects);
    return files;
}

ExportedStudy::Objects ExportedStudy::write(const Reading& reading, const std::string& name) const
{
    Objects objects;
    const auto request = reportRequest(reading, &m_catalogue.studies[0]);
    std::filesystem::create_directories(m_folder / name);
    for (const auto& segmentation : request.segmentations) {
        const auto file = m_folder / name / (segmentation.sopInstance.text() + ".dcm");
        const auto done = writeSegmentation(file, segmentation, *m_catalogue.findStack(segmentation.stackId));
        EXPECT_TRUE(done) << done.error().message();
        objects.segmentations.push_back(file);
    }
    objects.report = m_folder / name / "sr.dcm";
    const auto done = writeStructuredReport(objects.report, request);
    EXPECT_TRUE(done) << done.error().message();
    if (!hasKeyImages(request))
        return objects;
    objects.keyObjects = m_folder / name / "key-images.dcm";
    const auto kept = writeKeyObjects(objects.keyObjects, request);
    EXPECT_TRUE(kept) << kept.error().message();
    return objects;
}

std::vector<std::filesystem::path> ExportedStudy::images() const
{
    std::vector<std::filesystem::path> files;
    for (const auto* stack : m_catalogue.stacks()) {
        for (const auto& frame : stack->frames)
            files.push_back(frame.file);
    }
    return files;
}

std::string storedText(std::string text)
{
    std::erase_if(text,
                  [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t'; });
    while (text.ends_with(' '))
        text.pop_back();
    return text;
}

} // namespace grading::test
