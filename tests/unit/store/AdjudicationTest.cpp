#include "ProjectSamples.h"

#include "grading/store/Adjudication.h"

#include <gmock/gmock.h>

namespace grading::test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

/// All three readers read all three studies; study 1 as `grades` says, the others alike.
class AdjudicationTest : public ProjectTest {
protected:
    void prepare()
    {
        m_protocol.readersPerStudy = 3;
        begin(3);
        read(m_study, "Reader^A", 1, 2);
        read(m_study, "Reader^B", 2, 2);
        read(m_study, "Reader^C", 1, 2);
        for (const auto& reader : m_readers)
            read(studyUid(2), reader, 0, 3);
        read(studyUid(3), "Reader^A", 0, 0);
    }

    std::vector<Difference> found() const { return differences(as(m_adjudicator), "Narrowing").value(); }

    /// A session at the adjudication of study 1.
    Session decide(Store& store) const
    {
        EXPECT_TRUE(beginAdjudication(store, "Narrowing", m_study));
        return openSession(store, m_study, m_adjudicator).value();
    }

    Uid m_study = studyUid(1);
};

} // namespace

TEST_F(AdjudicationTest, ListsTheForaminaOnWhichGradesDiffer)
{
    prepare();
    const auto all = found();
    ASSERT_THAT(all, SizeIs(1)) << "study 2 is agreed on, study 3 isn't read by all";
    EXPECT_EQ(all[0].study, m_study);
    EXPECT_EQ(all[0].foramen, l4r);
    EXPECT_TRUE(all[0].inGrade);
    EXPECT_FALSE(all[0].inFindings);
    EXPECT_FALSE(all[0].isDecided);
    EXPECT_THAT(all[0].grades, ElementsAre(1, 2, 1));
    EXPECT_EQ(all[0].readings[1].reader, "Reader^B");
}

TEST_F(AdjudicationTest, ListsFindingsThatDifferAndMarksThatOverlapTooLittle)
{
    m_protocol.readersPerStudy = 2;
    m_readers.pop_back();
    begin(1);
    const auto readWith = [&](const std::string& reader, double radius, SideState superior) {
        auto store = as(reader);
        ASSERT_TRUE(beginReading(store, m_study, reader));
        auto session = openSession(store, m_study, reader).value();
        const std::vector<Command> steps{
            commands::setGrade(l4r, Grade::from(1)),
            commands::setGrade(l5l, Grade::from(1)),
            commands::setSide(l5l, AnatomicalDirection::Superior, superior),
            commands::mark("Brush", samples::target(l4r), samples::ring(0, radius), Structure::NerveRoot,
                           PaintMode::Replace),
            commands::edit(l4r, "Reason", [](ForamenReading& record) { record.disagreementReason = "test"; }),
            commands::sign(now())};
        for (const auto& step : steps) {
            const auto done = session.apply(step);
            ASSERT_TRUE(done) << done.error().message();
        }
    };
    readWith("Reader^A", 6, SideState::Lost);
    readWith("Reader^B", 3, SideState::Preserved);
    const auto all = found();
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].foramen, l4r);
    EXPECT_FALSE(all[0].inGrade);
    ASSERT_THAT(all[0].marksApart, SizeIs(1));
    const double small = static_cast<double>(samples::ring(0, 3).count());
    const double large = static_cast<double>(samples::ring(0, 6).count());
    EXPECT_NEAR(all[0].marksApart[0].dice, 2 * small / (small + large), 1e-12);
    EXPECT_EQ(all[1].foramen, l5l);
    EXPECT_TRUE(all[1].inFindings);
}

TEST_F(AdjudicationTest, ListsContributoryFindingsThatBothNamedAndOtherwise)
{
    using Found = std::set<ContributoryFinding>;
    m_protocol.readersPerStudy = 2;
    m_readers.pop_back();
    begin(1);
    const auto readWith = [&](const std::string& reader, const Found& onRight, const Found& onLeft) {
        auto store = as(reader);
        ASSERT_TRUE(beginReading(store, m_study, reader));
        auto session = openSession(store, m_study, reader).value();
        const std::vector<Command> steps{
            commands::setGrade(l4r, Grade::from(1)), commands::setGrade(l5l, Grade::from(1)),
            commands::edit(l4r, "Findings", [&](ForamenReading& record) { record.contributory = onRight; }),
            commands::edit(l5l, "Findings", [&](ForamenReading& record) { record.contributory = onLeft; }),
            commands::sign(now())};
        for (const auto& step : steps) {
            const auto done = session.apply(step);
            ASSERT_TRUE(done) << done.error().message();
        }
    };
    readWith("Reader^A", {ContributoryFinding::DiscBulge, ContributoryFinding::Osteophyte}, {});
    readWith("Reader^B", {ContributoryFinding::DiscBulge}, {ContributoryFinding::DiscBulge});
    const auto all = found();
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].foramen, l4r);
    EXPECT_TRUE(all[0].inFindings);
    EXPECT_FALSE(all[0].inGrade);
}

TEST_F(AdjudicationTest, BeginsWithWhatTheReadersAgreeOnAndNeedsAReasonForTheRest)
{
    prepare();
    auto store = as(m_adjudicator);
    auto session = decide(store);
    EXPECT_EQ(session.reading().find(l5l)->grade, Grade::from(2));
    EXPECT_EQ(session.reading().find(l4r), nullptr);
    EXPECT_EQ(session.reading().reader.role, ReaderRole::Adjudicator);
    const auto refusal = [&] {
        const auto done = session.apply(commands::sign(now()));
        return done ? std::string() : done.error().message();
    };
    EXPECT_THAT(refusal(), HasSubstr("L4-L5 right: isn't graded"));
    ASSERT_TRUE(session.apply(commands::setGrade(l4r, Grade::from(2))));
    EXPECT_THAT(refusal(), HasSubstr("the decision lacks its reason"));
    ASSERT_TRUE(session.apply(commands::edit(
        l4r, "Reason", [](ForamenReading& record) { record.decisionReason = "fat lost on two slices"; })));
    EXPECT_EQ(refusal(), "");
    EXPECT_TRUE(found().front().isDecided);
    EXPECT_TRUE(store.verify()->isWhole());
}

TEST_F(AdjudicationTest, ADecisionAgainstAllReadersNeedsItsReasonToo)
{
    prepare();
    auto store = as(m_adjudicator);
    auto session = decide(store);
    const auto explain = [&](const Foramen& foramen) {
        return session.apply(
            commands::edit(foramen, "Reason", [](ForamenReading& record) { record.decisionReason = "seen on T1"; }));
    };
    ASSERT_TRUE(session.apply(commands::setGrade(l4r, Grade::from(2))));
    ASSERT_TRUE(explain(l4r));
    EXPECT_THAT(unexplainedDecisions(store, session.reading()).value(), IsEmpty());
    ASSERT_TRUE(session.apply(commands::setGrade(l5l, Grade::from(3))));
    EXPECT_THAT(unexplainedDecisions(store, session.reading()).value(), ElementsAre(l5l));
    EXPECT_THAT(session.apply(commands::sign(now())).error().message(), HasSubstr("L5-S1 left: isn't what every"));
    ASSERT_TRUE(explain(l5l));
    EXPECT_TRUE(session.apply(commands::sign(now())));
    EXPECT_THAT(unexplainedDecisions(store, as("Reader^A").load(m_study, "Reader^A").value()).value(), IsEmpty());
}

TEST_F(AdjudicationTest, OutlinesAreComparedAsWholeForamina)
{
    m_protocol.readersPerStudy = 2;
    m_readers.pop_back();
    begin(1);
    // A thin rim around the same root: the rims share nothing, the foramina nearly all.
    const auto readWith = [&](const std::string& reader, double from) {
        auto store = as(reader);
        ASSERT_TRUE(beginReading(store, m_study, reader));
        auto session = openSession(store, m_study, reader).value();
        const std::vector<Command> steps{
            commands::setGrade(l4r, Grade::from(1)),
            commands::setGrade(l5l, Grade::from(1)),
            commands::mark("Brush", samples::target(l4r), samples::ring(0, 10), Structure::NerveRoot,
                           PaintMode::Replace),
            commands::mark("Brush", samples::target(l4r), samples::ring(from, from + 1), Structure::ForamenOutline,
                           PaintMode::Replace),
            commands::edit(l4r, "Reason", [](ForamenReading& record) { record.disagreementReason = "test"; }),
            commands::sign(now())};
        for (const auto& step : steps) {
            const auto done = session.apply(step);
            ASSERT_TRUE(done) << done.error().message();
        }
    };
    readWith("Reader^A", 10);
    readWith("Reader^B", 11);
    EXPECT_THAT(found(), IsEmpty());
}

TEST_F(AdjudicationTest, RestsOnTheReadersFirstReadings)
{
    prepare();
    auto store = as(m_adjudicator);
    const auto session = decide(store);
    const auto predecessors = predecessorsOf(store, session.reading().id).value();
    ASSERT_THAT(predecessors, SizeIs(3));
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(predecessors[i].reader, m_readers[i]);
        EXPECT_EQ(predecessors[i].revision, 1);
        EXPECT_TRUE(store.load(predecessors[i].id, predecessors[i].revision)->isSigned());
    }
    EXPECT_THAT(predecessorsOf(store, predecessors[0].id).value(), IsEmpty());
}

TEST_F(AdjudicationTest, IsTheAdjudicatorsOnceAllReadersHaveSigned)
{
    prepare();
    for (const std::string person : {"Reader^A", "Manager^One", "Stranger^X", ""}) {
        auto store = as(person);
        EXPECT_EQ(beginAdjudication(store, "Narrowing", m_study).error().code, ErrorCode::Refused) << person;
    }
    for (const std::string person : {"Reader^A", "Stranger^X", ""}) {
        EXPECT_EQ(differences(as(person), "Narrowing").error().code, ErrorCode::Refused) << person;
        EXPECT_EQ(consensus(as(person), "Narrowing").error().code, ErrorCode::Refused) << person;
        EXPECT_EQ(ratingsOf(as(person), "Narrowing").error().code, ErrorCode::Refused) << person;
    }
    auto store = as(m_adjudicator);
    EXPECT_EQ(beginAdjudication(store, "Narrowing", studyUid(3)).error().code, ErrorCode::Refused);
    ASSERT_TRUE(beginAdjudication(store, "Narrowing", m_study));
    EXPECT_EQ(beginAdjudication(store, "Narrowing", m_study).error().code, ErrorCode::Exists);
    EXPECT_EQ(as("Reader^A").load(m_study, m_adjudicator).error().code, ErrorCode::Refused);
}

TEST_F(AdjudicationTest, ConsensusIsTheDecisionOrWhatAllReadersAgreeOn)
{
    prepare();
    auto all = consensus(as(m_manager), "Narrowing").value();
    ASSERT_THAT(all, SizeIs(3));
    EXPECT_FALSE(all[0].reading);
    ASSERT_TRUE(all[1].reading);
    EXPECT_EQ(all[1].reading->reader, "Reader^A");
    EXPECT_FALSE(all[2].reading);
    auto store = as(m_adjudicator);
    auto session = decide(store);
    ASSERT_TRUE(session.apply(commands::setGrade(l4r, Grade::from(2))));
    ASSERT_TRUE(session.apply(commands::edit(
        l4r, "Reason", [](ForamenReading& record) { record.decisionReason = "fat lost on two slices"; })));
    ASSERT_TRUE(session.apply(commands::sign(now())));
    all = consensus(as(m_manager), "Narrowing").value();
    ASSERT_TRUE(all[0].reading);
    EXPECT_TRUE(all[0].isAdjudicated);
    EXPECT_EQ(all[0].reading->id, session.reading().id);
}

TEST_F(AdjudicationTest, RatingsAreTheFirstReadsOfReadersAlone)
{
    prepare();
    auto decided = as(m_adjudicator);
    auto session = decide(decided);
    auto store = as("Reader^B");
    auto revised = openSession(store, m_study, "Reader^B").value();
    ASSERT_TRUE(revised.apply(commands::revise()));
    ASSERT_TRUE(revised.apply(commands::setGrade(l4r, Grade::from(3))));
    ASSERT_TRUE(revised.apply(commands::sign(now())));

    const auto ratings = ratingsOf(as(m_manager), "Narrowing").value();
    EXPECT_EQ(ratings.readers, m_readers);
    EXPECT_THAT(ratings.items, SizeIs(6)) << "three studies of two foramina";
    const auto& first = ratings.items.front();
    EXPECT_EQ(first.patient, "ID-1");
    EXPECT_EQ(first.name, "L4-L5:R");
    EXPECT_THAT(first.categories, ElementsAre(1, 2, 1)) << "the revision doesn't count";
    EXPECT_THAT(ratings.items.back().categories, ElementsAre(0, std::nullopt, std::nullopt));
}

TEST_F(AdjudicationTest, RepeatedRatingsPairEachReadersFirstAndSecondReading)
{
    m_protocol.repeatPercent = 100;
    m_protocol.washoutDays = 0;
    begin(3);
    const auto study = listOf("Reader^A").front().study.uid;
    read(study, "Reader^A", 1, 2, 1);
    read(study, "Reader^A", 3, 2, 2);
    const auto other = listOf("Reader^B").front().study.uid;
    read(other, "Reader^B", 0, 0, 1); // not yet read again
    const auto ratings = repeatedRatingsOf(as(m_manager), "Narrowing").value();
    EXPECT_THAT(ratings.readers, ElementsAre("first", "second"));
    ASSERT_THAT(ratings.items, SizeIs(2));
    EXPECT_THAT(ratings.items[0].categories, ElementsAre(1, 3));
    EXPECT_THAT(ratings.items[1].categories, ElementsAre(2, 2));
}

} // namespace grading::test
