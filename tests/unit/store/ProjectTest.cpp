#include "ProjectSamples.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

namespace grading::test {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::SizeIs;

namespace {

std::vector<Uid> studiesOf(const std::vector<WorklistEntry>& list)
{
    std::vector<Uid> studies;
    for (const auto& entry : list)
        studies.push_back(entry.study.uid);
    return studies;
}

} // namespace

TEST_F(ProjectTest, GivesEachStudyToAsManyReadersAsTheProtocolSaysAndEachReaderAsManyStudies)
{
    begin(30);
    std::map<Uid, std::set<std::string>> readers;
    for (const auto& reader : m_readers) {
        const auto list = listOf(reader);
        EXPECT_THAT(list, SizeIs(20)) << reader;
        for (const auto& entry : list)
            readers[entry.study.uid].insert(reader);
    }
    EXPECT_THAT(readers, SizeIs(30));
    for (const auto& [study, those] : readers)
        EXPECT_THAT(those, SizeIs(2)) << study.text();
}

TEST_F(ProjectTest, OrdersEachListByChanceOfItsOwnAndTheSameSeedGivesTheSameLists)
{
    m_protocol.readersPerStudy = 3;
    begin(30);
    EXPECT_NE(studiesOf(listOf("Reader^A")), studiesOf(listOf("Reader^B")));
    auto sorted = studiesOf(listOf("Reader^A"));
    std::ranges::sort(sorted);
    EXPECT_NE(studiesOf(listOf("Reader^A")), sorted);

    const auto listWith = [&](std::uint64_t seed, bool isReversed) {
        const TestDatabase database;
        auto store = Store::open(database.where()).value();
        store.actAs(m_manager);
        auto protocol = m_protocol;
        protocol.seed = seed;
        EXPECT_TRUE(addProject(store, {"Narrowing", protocol, {{m_manager, "H", MemberRole::Manager}}, true}));
        for (const auto& reader : m_readers)
            EXPECT_TRUE(addMember(store, "Narrowing", {reader, "H", MemberRole::Reader}));
        auto studies = projectStudies(1, 30);
        if (isReversed)
            std::ranges::reverse(studies);
        EXPECT_TRUE(assignStudies(store, "Narrowing", studies, ""));
        return studiesOf(worklist(store, "Narrowing", "Reader^A").value());
    };
    EXPECT_EQ(listWith(1, true), studiesOf(listOf("Reader^A")));
    EXPECT_NE(listWith(2, false), studiesOf(listOf("Reader^A")));
}

TEST_F(ProjectTest, NamesEachCaseOnceWithoutTellingItsPlaceOrStudy)
{
    m_protocol.repeatPercent = 50;
    begin(12);
    std::set<std::string> names;
    for (const auto& reader : m_readers) {
        for (const auto& entry : listOf(reader))
            EXPECT_TRUE(names.insert(entry.caseName).second) << entry.caseName;
    }
    EXPECT_THAT(names, Each(testing::MatchesRegex("Case [0-9][0-9][0-9][0-9]")));
}

TEST_F(ProjectTest, AddsLaterStudiesAfterThoseThatAreThereAndNoneTwice)
{
    begin(6);
    const auto before = studiesOf(listOf("Reader^A"));
    auto store = as(m_manager);
    EXPECT_EQ(assignStudies(store, "Narrowing", projectStudies(4, 12), ""), 6);
    EXPECT_EQ(assignStudies(store, "Narrowing", projectStudies(1, 12), ""), 0);
    const auto after = studiesOf(listOf("Reader^A"));
    ASSERT_THAT(after, SizeIs(8));
    EXPECT_TRUE(std::equal(before.begin(), before.end(), after.begin()));
    EXPECT_TRUE(store.verify()->isWhole());
}

TEST_F(ProjectTest, ChangesAreTheManagersAndNeedEnoughReaders)
{
    auto store = as(m_manager);
    const Project project{"Narrowing", m_protocol, {{m_manager, "H", MemberRole::Manager}}, true};
    ASSERT_TRUE(addProject(store, project));
    EXPECT_EQ(addProject(store, project).error().code, ErrorCode::Exists);
    EXPECT_EQ(assignStudies(store, "Narrowing", projectStudies(1, 3), "").error().code, ErrorCode::InvalidArgument);
    for (const std::string person : {"", "Reader^A", "Stranger^X"}) {
        auto other = as(person);
        EXPECT_EQ(addMember(other, "Narrowing", {"Reader^Z", "H", MemberRole::Reader}).error().code,
                  ErrorCode::Refused);
        EXPECT_EQ(assignStudies(other, "Narrowing", projectStudies(1, 3), "").error().code, ErrorCode::Refused);
        EXPECT_EQ(closeProject(other, "Narrowing").error().code, ErrorCode::Refused);
    }
    EXPECT_EQ(findProject(store, "Narrowing"), project);
    EXPECT_EQ(findProject(store, "Other").error().code, ErrorCode::NotFound);
    EXPECT_EQ(projectNames(store), std::vector<std::string>{"Narrowing"});
    auto wrong = project;
    wrong.name = "Wrong";
    wrong.protocol.foramina.clear();
    EXPECT_EQ(addProject(store, wrong).error().code, ErrorCode::InvalidArgument);
}

TEST_F(ProjectTest, AReadingTakesTheProjectsSchemeAndIsSignedOnceAllIsThere)
{
    m_protocol.scheme = "lee-2010";
    m_protocol.structures = {Structure::NerveRoot, Structure::PerineuralFat};
    begin(3);
    const auto study = listOf("Reader^A").front().study.uid;
    auto store = as("Reader^A");
    ASSERT_TRUE(beginReading(store, study, "Reader^A"));
    auto session = openSession(store, study, "Reader^A").value();
    EXPECT_EQ(session.reading().scheme, "lee-2010");
    const auto refusal = [&] {
        const auto done = session.apply(commands::sign(now()));
        return done ? std::string() : done.error().message();
    };
    ASSERT_TRUE(session.apply(commands::setGrade(l4r, Grade::from(0))));
    EXPECT_THAT(refusal(), HasSubstr("L4-L5 right: has no marked nerve root"));
    ASSERT_TRUE(session.apply(
        commands::mark("Brush", samples::target(l4r), samples::ring(0, 5), Structure::NerveRoot, PaintMode::Replace)));
    EXPECT_THAT(refusal(), HasSubstr("has no marked perineural fat"));
    ASSERT_TRUE(session.apply(commands::mark("Brush", samples::target(l4r), samples::ring(5, 9),
                                             Structure::PerineuralFat, PaintMode::KeepOthers)));
    EXPECT_THAT(refusal(), HasSubstr("L5-S1 left: isn't graded"));
    ASSERT_TRUE(session.apply(commands::setNotGradable(l5l, "metal")));
    EXPECT_EQ(refusal(), "");
    EXPECT_EQ(listOf("Reader^A").front().state, WorkState::Signed);
    EXPECT_EQ(session.apply(commands::setGrade(l4r, Grade::from(1))).error().code, ErrorCode::Refused);
}

TEST_F(ProjectTest, ASecondReadingWaitsForTheFirstAndItsWashout)
{
    m_protocol.repeatPercent = 100;
    m_protocol.readersPerStudy = 3;
    begin(2);
    auto list = listOf("Reader^A");
    ASSERT_THAT(list, SizeIs(4));
    EXPECT_EQ(list[2].round, 2);
    EXPECT_EQ(list[2].state, WorkState::Waiting);
    EXPECT_FALSE(list[2].from);
    const auto study = list[2].study.uid;
    read(study, "Reader^A", 1, 1);
    list = listOf("Reader^A");
    EXPECT_EQ(list[2].state, WorkState::Waiting);
    ASSERT_TRUE(list[2].from);
    EXPECT_GT(*list[2].from, now() + std::chrono::days(27));
    auto store = as("Reader^A");
    const auto early = beginReading(store, study, "Reader^A");
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, ErrorCode::Refused);
    EXPECT_THAT(early.error().message(), HasSubstr("may not be read again before 20"));
}

TEST_F(ProjectTest, ASecondReadingIsAReadingOfItsOwn)
{
    m_protocol.repeatPercent = 100;
    m_protocol.washoutDays = 0;
    begin(3);
    const auto study = listOf("Reader^A").front().study.uid;
    read(study, "Reader^A", 1, 1, 1);
    read(study, "Reader^A", 2, 1, 2);
    const auto store = as("Reader^A");
    EXPECT_EQ(store.load(study, "Reader^A", {"Narrowing", 1})->find(l4r)->grade, Grade::from(1));
    EXPECT_EQ(store.load(study, "Reader^A", {"Narrowing", 2})->find(l4r)->grade, Grade::from(2));
    EXPECT_EQ(store.load(study, "Reader^A")->find(l4r)->grade, Grade::from(2));
    auto again = as("Reader^A");
    EXPECT_EQ(beginReading(again, study, "Reader^A").error().code, ErrorCode::Exists);
    const auto all = signedReadings(as(m_manager), "Narrowing").value();
    EXPECT_THAT(all, SizeIs(2));
    EXPECT_THAT(firstReads(all), ElementsAre(Field(&ProjectReading::round, 1)));
}

TEST_F(ProjectTest, FirstReadsStayWhatTheyWereWhenAReadingIsRevised)
{
    begin(3);
    const auto study = listOf("Reader^A").front().study.uid;
    read(study, "Reader^A", 1, 1);
    auto store = as("Reader^A");
    auto session = openSession(store, study, "Reader^A").value();
    ASSERT_TRUE(session.apply(commands::revise()));
    ASSERT_TRUE(session.apply(commands::setGrade(l4r, Grade::from(3))));
    ASSERT_TRUE(session.apply(commands::sign(now())));
    const auto manager = as(m_manager);
    const auto first = firstReads(signedReadings(manager, "Narrowing").value());
    ASSERT_THAT(first, SizeIs(1));
    EXPECT_EQ(manager.load(first.front().id, first.front().revision)->find(l4r)->grade, Grade::from(1));
    EXPECT_TRUE(manager.verify()->isWhole());
}

TEST_F(ProjectTest, TellsTheManagerHowFarEachReaderIs)
{
    begin(3);
    const auto list = listOf("Reader^A");
    read(list[0].study.uid, "Reader^A", 1, 1);
    auto store = as("Reader^A");
    ASSERT_TRUE(beginReading(store, list[1].study.uid, "Reader^A"));
    const auto rows = progress(as(m_manager), "Narrowing").value();
    ASSERT_THAT(rows, SizeIs(3));
    EXPECT_EQ(rows[0].member.name, "Reader^A");
    EXPECT_EQ(rows[0].assigned, 2);
    EXPECT_EQ(rows[0].drafts, 1);
    EXPECT_EQ(rows[0].done, 1);
    EXPECT_EQ(rows[0].overdue, 1) << "due on 2026-05-31";
    EXPECT_EQ(listOf("Reader^A")[1].state, WorkState::Draft);
}

TEST_F(ProjectTest, VerifyNoticesARuleOrListThatWasAlteredOutsideTheProgram)
{
    begin(3);
    ASSERT_TRUE(as(m_manager).verify()->isWhole());
    ASSERT_EQ(m_database.execute("UPDATE members SET role = 'manager' WHERE reader = 'Reader^A'"), "");
    const auto report = as(m_manager).verify().value();
    ASSERT_THAT(report.problems, SizeIs(1));
    EXPECT_EQ(report.problems.front().where, "project Narrowing");
    EXPECT_EQ(report.problems.front().code, "altered-row");
}

} // namespace grading::test
