#include "Seeds.h"

#include "ExportedStudy.h"
#include "RandomReading.h"
#include "SeedStudy.h"

#include "grading/base/Files.h"
#include "grading/imaging/VolumeFile.h"
#include "grading/measure/LabelImage.h"
#include "grading/reading/ReadingJson.h"

namespace grading::fuzz {

namespace {

constexpr unsigned readings = 4;

/// A reader's record of one to three foramina, with marks on the seed study's first stack: short inputs run faster.
Reading markedReading(const test::ExportedStudy& study, unsigned seed)
{
    samples::RandomReading random(seed);
    auto reading = random.reading();
    reading.study = study.identity();
    reading.foramina[samples::foramen("L4-L5:R")] = random.foramenReading();
    while (reading.foramina.size() > 1 + seed % 3)
        reading.foramina.erase(reading.foramina.begin());
    int index = 0;
    for (auto& [foramen, record] : reading.foramina) {
        record.marks.clear();
        if (++index <= 2)
            record.marks.push_back(study.marksOn(0, index));
    }
    std::erase_if(reading.foramina, [](const auto& entry) { return entry.second.isUntouched(); });
    return reading;
}

std::string numbered(unsigned number, const char* extension)
{
    return "reading-" + std::to_string(number) + extension;
}

} // namespace

ObjectSeeds objectSeeds()
{
    const test::ExportedStudy study(seedSeries());
    ObjectSeeds seeds;
    for (unsigned seed = 1; seed <= readings; ++seed) {
        const auto written = study.write(markedReading(study, seed), std::to_string(seed));
        seeds.reports.push_back({numbered(seed, ".dcm"), readFile(written.report).value()});
        for (const auto& file : written.segmentations)
            seeds.segmentations.push_back({numbered(seed, ".dcm"), readFile(file).value()});
    }
    return seeds;
}

std::vector<Seed> readingSeeds()
{
    const test::ExportedStudy study(seedSeries());
    std::vector<Seed> seeds{{"edit.json", R"({"schema": "foragrade/reading/1", "study": "1.2.826.0.1.3680043.10.543.1",
"reader": "Reader^One", "foramina": [{"foramen": "L4-L5:R", "grade": 2, "marks": [{"file": "marks.nrrd"}]}]})"}};
    for (unsigned seed = 1; seed <= readings; ++seed)
        seeds.push_back({numbered(seed, ".json"), toJson(markedReading(study, seed))});
    return seeds;
}

std::vector<Seed> labelMapSeeds()
{
    samples::RandomReading random(7);
    LabelMap labels(64, 48, 9);
    std::vector<Seed> seeds{{"empty", labels.toText()}};
    for (int i = 0; i < 12; ++i) {
        const int begin = random.below(60);
        labels = labels.painted(random.below(9), PixelSet({{random.below(48), begin, begin + 4}}),
                                allStructures[std::size_t(random.below(3))]);
    }
    seeds.push_back({"runs", labels.toText()});
    return seeds;
}

std::vector<Seed> labelImageSeeds()
{
    const auto grid = VolumeGeometry::make({10, -20, 30}, {0, 1, 0}, {0, 0, -1}, {0.7}, {0.7}, {4.4}, 6, 5, 3).value();
    LabelMap labels(6, 5, 3);
    labels = labels.painted(1, PixelSet({{1, 1, 5}, {2, 1, 5}, {3, 1, 5}}), Structure::PerineuralFat);
    labels = labels.painted(1, PixelSet({{2, 2, 4}}), Structure::NerveRoot);
    const auto volume = volumeFromLabelMap(labels, grid);
    std::vector<float> fractions(grid.voxelCount(), 1.5F);
    const samples::TemporaryFolder folder;
    std::vector<Seed> seeds;
    for (const char* extension : {".nrrd", ".nii", ".nii.gz", ".mha"}) {
        for (const auto& [name, source] : {std::pair{"labels", volume}, {"fractions", Volume(grid, fractions)}}) {
            const auto path = folder / (std::string(name) + extension);
            EXPECT_TRUE(writeVolumeFile(path, source));
            seeds.push_back({path.filename().string(), readFile(path).value()});
            std::filesystem::remove(path);
        }
    }
    return seeds;
}

std::vector<Seed> ratingsSeeds()
{
    std::string table = "patient,item,reader,rating\n";
    for (int i = 0; i < 24; ++i)
        table += "P" + std::to_string(i / 8) + ",L" + std::to_string(3 + i / 4 % 2) + "-L" +
                 std::to_string(4 + i / 4 % 2) + (i / 2 % 2 == 0 ? ":R," : ":L,") +
                 (i % 2 == 0 ? "A," : "\"B, junior\",") + std::to_string(i * 7 % 4) + "\n";
    return {{"two-readers.csv", table},
            {"gaps.csv",
             "\xef\xbb\xbfreader,rating,item,patient,note\r\nA,,x,1,\r\nB,3,x,1,\"a \"\"b\"\"\"\r\nC,1,x,1,\r\n"}};
}

} // namespace grading::fuzz
