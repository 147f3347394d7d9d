#include "RandomReading.h"
#include "ReadingSamples.h"

#include "grading/base/Files.h"
#include "grading/reading/ReadingJson.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace grading {

using samples::emptyReading;
using samples::foramen;
using Json = nlohmann::json;

TEST(ReadingJson, GivesEveryReadingBackExactly)
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        const auto reading = samples::RandomReading(seed).reading();
        const auto again = readingFromJson(toJson(reading));
        ASSERT_TRUE(again) << again.error().message();
        ASSERT_EQ(*again, reading) << "seed " << seed;
        ASSERT_EQ(toJson(*again), toJson(reading));
    }
}

TEST(ReadingJson, GivesEveryForamensRecordBackExactly)
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        const auto record = samples::RandomReading(seed).foramenReading();
        const auto again = foramenReadingFromJson(toJson(record));
        ASSERT_TRUE(again) << again.error().message();
        ASSERT_EQ(*again, record) << "seed " << seed;
    }
}

TEST(ReadingJson, ReadsARecordsLabelsWhateverElseLooksLikeThem)
{
    auto record = samples::withRoot(emptyReading(), foramen("L4-L5:R"), true).foramina.at(foramen("L4-L5:R"));
    record.comment = R"("labels":"0" and "marks":{"labels":"1:2,3,4,1;"})";
    record.marks.push_back(record.marks.front());
    record.marks.back().stackId += "0";
    const auto json = toJson(record);
    EXPECT_EQ(foramenReadingFromJson(json), record);

    auto damaged = json;
    const auto labels = damaged.find(':', damaged.find(R"("labels":"2)") + 10);
    damaged.replace(labels, 1, "x");
    EXPECT_FALSE(foramenReadingFromJson(damaged));
    damaged = json;
    damaged.insert(damaged.find(R"("marks":)"), R"("other":{"labels":"0"},)");
    EXPECT_EQ(foramenReadingFromJson(damaged), record) << "what isn't known is passed over";
}

TEST(ReadingJson, HasTheDocumentedFields)
{
    auto reading = samples::withRoot(emptyReading(), foramen("L4-L5:R"), true);
    reading = commands::setGrade(foramen("L4-L5:R"), Grade::from(2)).apply(reading).value();
    const auto document = Json::parse(toJson(reading));
    EXPECT_EQ(document["schema"], "foragrade/reading/1");
    EXPECT_EQ(document["study"], "2.25.77");
    EXPECT_EQ(document["reader"], "Reader^One");
    EXPECT_EQ(document["status"], "draft");
    const auto& entry = document["foramina"][0];
    EXPECT_EQ(entry["foramen"], "L4-L5:R");
    EXPECT_EQ(entry["grade"], 2);
    EXPECT_TRUE(entry["sides"]["superior"].is_null());
    EXPECT_EQ(entry["noFatSeen"], false);
    EXPECT_EQ(entry["marks"]["stack"], "2.25.77.1#1");
    EXPECT_EQ(entry["marks"]["grid"]["spacingMm"], (Json{0.7, 0.7, 4.4}));
    EXPECT_FALSE(entry["marks"]["labels"].get<std::string>().empty());
}

TEST(ReadingJson, AsksForNoMoreThanStudyAndReader)
{
    const auto reading = readingFromJson(R"({"study": "1.2.3", "reader": "Reader^Two"})");
    ASSERT_TRUE(reading) << reading.error().message();
    EXPECT_EQ(reading->study.uid, Uid("1.2.3"));
    EXPECT_EQ(reading->reader.name, "Reader^Two");
    EXPECT_TRUE(reading->foramina.empty());
    EXPECT_TRUE(reading->id.isValid());
    EXPECT_FALSE(readingFromJson(R"({"study": "1.2.3"})"));
    EXPECT_FALSE(readingFromJson(R"({"reader": "Reader^Two"})"));
}

/// As the program wrote it before readings held level places and schemes of one's own. Such files are kept by others:
/// this one is never changed.
TEST(ReadingJson, LoadsWhatAnEarlierVersionWrote)
{
    const auto text = readFile(FORAGRADE_READINGS "/reading-before-level-places.json");
    ASSERT_TRUE(text) << text.error().message();
    const auto reading = readingFromJson(*text);
    ASSERT_TRUE(reading) << reading.error().message();

    EXPECT_TRUE(reading->levelPlaces.empty());
    EXPECT_FALSE(reading->ownScheme);
    EXPECT_EQ(reading->scheme, "lee-2010");
    EXPECT_TRUE(reading->isSigned());
    EXPECT_EQ(reading->revision, 2);
    EXPECT_EQ(reading->reader.role, ReaderRole::Adjudicator);
    EXPECT_EQ(reading->numbering.lumbar, 6);
    ASSERT_EQ(reading->foramina.size(), 2U);
    const auto& graded = reading->foramina.at(foramen("L4-L5:R"));
    EXPECT_EQ(graded.grade, Grade::from(2));
    EXPECT_EQ(graded.findings.side(AnatomicalDirection::Posterior), SideState::Preserved);
    EXPECT_EQ(graded.meyerding, 1);
    EXPECT_EQ(graded.timeSpent, std::chrono::milliseconds(12500));
    ASSERT_EQ(graded.marks.size(), 1U);
    EXPECT_EQ(graded.marks[0].gradedSlice, 1);
    EXPECT_EQ(graded.marks[0].labels.count(Structure::NerveRoot), 2U);
    EXPECT_EQ(graded.marks[0].labels.count(Structure::PerineuralFat), 4U);
    EXPECT_EQ(reading->foramina.at(foramen("L6-S1:L")).notGradable, "Metal artefact");
    const auto again = readingFromJson(toJson(*reading));
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(*again, *reading) << "and as this version writes it";
}

TEST(ReadingJson, RefusesAVersionItDoesNotKnowInOneClearLine)
{
    auto document = Json::parse(toJson(emptyReading()));
    document["schema"] = "foragrade/reading/2";
    const auto newer = readingFromJson(document.dump());
    ASSERT_FALSE(newer);
    EXPECT_EQ(newer.error().message(), "schema: is foragrade/reading/2, of another version of this program, which "
                                       "reads foragrade/reading/1; take the version that wrote it");
    document["schema"] = "foragrade/grade/1";
    const auto other = readingFromJson(document.dump());
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().subject, "schema");
}

TEST(ReadingJson, NeverTakesDamagedTextForAReading)
{
    const auto text = toJson(samples::RandomReading(7).reading());
    for (std::size_t length = 0; length < text.size() - 2; length += 13) {
        const auto cut = readingFromJson(text.substr(0, length));
        ASSERT_FALSE(cut) << length;
        ASSERT_EQ(cut.error().code, ErrorCode::Unreadable);
    }
    for (const auto* other : {"", "[]", "7", "null", "\"text\"", "{}", "{\"study\":{}}", "\xff\xfe"})
        EXPECT_FALSE(readingFromJson(other)) << other;
}

} // namespace grading
