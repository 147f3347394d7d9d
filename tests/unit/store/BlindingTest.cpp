#include "ProjectSamples.h"

#include "grading/reading/ReadingJson.h"

#include <gmock/gmock.h>

namespace grading::test {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

namespace {

/// Three studies, all given to all three readers; Reader^A has signed study 1, Reader^B has it as a draft.
class BlindingTest : public ProjectTest {
protected:
    void prepare()
    {
        m_protocol.readersPerStudy = 3;
        m_protocol.repeatPercent = 100;
        m_protocol.washoutDays = 0;
        begin(3);
        read(m_study, "Reader^A", 1, 2);
        auto store = as("Reader^B");
        ASSERT_TRUE(beginReading(store, m_study, "Reader^B"));
        m_readingOfA = as(m_manager).load(m_study, "Reader^A")->id;
    }

    static ErrorCode codeOf(const auto& result) { return result ? ErrorCode::NotFound : result.error().code; }

    Uid m_study = studyUid(1);
    Uid m_readingOfA;
};

/// All that a text could give away of the patient.
void expectNoIdentity(const std::string& text)
{
    for (const char* secret : {"PAT^", "ID-", "20260101", "Spine 1"})
        EXPECT_THAT(text, Not(HasSubstr(secret)));
}

} // namespace

TEST_F(BlindingTest, AReaderCannotFetchAnothersReadingByAnyCall)
{
    prepare();
    auto store = as("Reader^B");
    EXPECT_EQ(codeOf(store.load(m_study, "Reader^A")), ErrorCode::Refused);
    EXPECT_EQ(codeOf(store.load(m_study, "Reader^A", {"Narrowing", 1})), ErrorCode::Refused);
    EXPECT_EQ(codeOf(store.load(m_readingOfA, 1)), ErrorCode::Refused);
    EXPECT_EQ(codeOf(store.revisions(m_study, "Reader^A")), ErrorCode::Refused);
    EXPECT_EQ(codeOf(store.events(m_readingOfA)), ErrorCode::Refused);
    EXPECT_EQ(codeOf(openSession(store, m_study, "Reader^A")), ErrorCode::Refused);
    EXPECT_EQ(codeOf(placeOf(store, m_readingOfA)), ErrorCode::Refused);
    EXPECT_EQ(codeOf(worklist(store, "Narrowing", "Reader^A")), ErrorCode::Refused);
    EXPECT_EQ(codeOf(progress(store, "Narrowing")), ErrorCode::Refused);
    EXPECT_EQ(codeOf(signedReadings(store, "Narrowing")), ErrorCode::Refused);
    const auto list = store.list().value();
    ASSERT_THAT(list, SizeIs(1));
    EXPECT_EQ(list.front().reader.name, "Reader^B");
}

TEST_F(BlindingTest, NobodyWritesInAnothersName)
{
    prepare();
    const auto theirs = as("Reader^B").load(m_study, "Reader^B").value();
    auto edited = theirs;
    edited.foramina[l4r].grade = Grade::from(3);
    for (const std::string person : {"Reader^A", "Manager^One", "Adjudicator^One", "Stranger^X"}) {
        auto store = as(person);
        EXPECT_EQ(codeOf(store.save("Grade", theirs, edited)), ErrorCode::Refused) << person;
        EXPECT_EQ(codeOf(beginReading(store, studyUid(2), "Reader^B")), ErrorCode::Refused) << person;
    }
    EXPECT_EQ(as("Reader^B").load(m_study, "Reader^B"), theirs);
}

TEST_F(BlindingTest, WhoeverIsNotAMemberSeesNothing)
{
    prepare();
    for (const std::string person : {"Stranger^X", "Reader^Z"}) {
        const auto store = as(person);
        EXPECT_EQ(codeOf(store.load(m_study, "Reader^A")), ErrorCode::Refused);
        EXPECT_EQ(codeOf(store.load(m_readingOfA, 1)), ErrorCode::Refused);
        EXPECT_EQ(codeOf(store.events(m_readingOfA)), ErrorCode::Refused);
        EXPECT_THAT(store.list().value(), IsEmpty());
    }
    EXPECT_THAT(as("").list().value(), IsEmpty()) << "somebody unnamed";
}

TEST_F(BlindingTest, AReaderNeverGetsThePatientsIdentity)
{
    prepare();
    const auto store = as("Reader^B");
    const auto reading = store.load(m_study, "Reader^B").value();
    EXPECT_THAT(reading.study.patientName, HasSubstr("Case "));
    EXPECT_EQ(reading.study.uid, m_study);
    expectNoIdentity(toJson(reading));
    const auto summaries = store.list().value();
    for (const auto& summary : summaries)
        expectNoIdentity(summary.study.patientName + summary.study.patientId + summary.study.date +
                         summary.study.description);
    for (const auto& entry : listOf("Reader^B")) {
        EXPECT_EQ(entry.study.patientName, entry.caseName);
        expectNoIdentity(entry.study.patientId + entry.study.date + entry.study.description);
    }
    EXPECT_EQ(codeOf(store.events(reading.id)), ErrorCode::Refused) << "its log holds the identity";
    EXPECT_EQ(as(m_manager).load(m_study, "Reader^B")->study.patientName, "PAT^1");
}

TEST_F(BlindingTest, ASessionThatHidesTheIdentityKeepsTheTrueOne)
{
    prepare();
    auto store = as("Reader^B");
    auto session = openSession(store, m_study, "Reader^B").value();
    ASSERT_TRUE(session.apply(commands::setGrade(l4r, Grade::from(1))));
    ASSERT_TRUE(session.undo());
    ASSERT_TRUE(session.redo());
    const auto kept = as(m_manager).load(m_study, "Reader^B").value();
    EXPECT_EQ(kept.study.patientName, "PAT^1");
    EXPECT_EQ(kept.study.patientId, "ID-1");
    EXPECT_EQ(kept.find(l4r)->grade, Grade::from(1));
    EXPECT_TRUE(store.verify()->isWhole());
}

TEST_F(BlindingTest, AReaderDoesNotSeeTheEarlierReadingUntilTheSecondIsSigned)
{
    prepare();
    const auto store = as("Reader^A");
    const auto isHidden = [&] {
        EXPECT_EQ(codeOf(store.load(m_study, "Reader^A", {"Narrowing", 1})), codeOf(store.load(m_readingOfA, 1)));
        EXPECT_EQ(codeOf(store.load(m_readingOfA, 1)), codeOf(store.revisions(m_study, "Reader^A", {"Narrowing", 1})));
        return codeOf(store.load(m_readingOfA, 1)) == ErrorCode::Refused;
    };
    EXPECT_TRUE(isHidden());
    EXPECT_EQ(codeOf(store.load(m_study, "Reader^A")), ErrorCode::Refused);
    EXPECT_EQ(codeOf(store.events(m_readingOfA)), ErrorCode::Refused);
    EXPECT_THAT(store.list().value(), IsEmpty());
    auto mine = as("Reader^A");
    ASSERT_TRUE(beginReading(mine, m_study, "Reader^A"));
    EXPECT_TRUE(isHidden()) << "the second reading is a draft";
    auto session = openSession(mine, m_study, "Reader^A").value();
    EXPECT_EQ(session.reading().foramina.size(), 0U);
    ASSERT_TRUE(session.apply(commands::setGrade(l4r, Grade::from(0))));
    ASSERT_TRUE(session.apply(commands::setGrade(l5l, Grade::from(0))));
    ASSERT_TRUE(session.apply(commands::sign(now())));
    EXPECT_FALSE(isHidden());
}

TEST_F(BlindingTest, AnEarlierReadingCannotBeRevisedWhileTheStudyIsToBeReadAgain)
{
    prepare();
    auto before = as(m_manager).load(m_readingOfA, 1).value();
    auto after = commands::revise().apply(before).value();
    auto store = as("Reader^A");
    EXPECT_EQ(codeOf(store.save("Revise", before, after)), ErrorCode::Refused);
}

TEST_F(BlindingTest, AStudyOfOthersCannotBeReadBesideTheProject)
{
    m_protocol.readersPerStudy = 1;
    begin(3);
    for (const auto& reader : m_readers) {
        const auto own = listOf(reader).front().study.uid;
        auto store = as(reader);
        for (int i = 1; i <= 3; ++i) {
            const auto expected = studyUid(i) == own ? ErrorCode::NotFound : ErrorCode::Refused; // NotFound: it begins
            EXPECT_EQ(codeOf(beginReading(store, studyUid(i), reader)), expected);
        }
    }
}

TEST_F(BlindingTest, AReadingOutsideTheProjectIsHiddenFromItsReadersToo)
{
    Reading clinical = samples::emptyReading();
    clinical.study = projectStudies(1, 1).front().identity;
    clinical.reader.name = "Radiologist^One";
    clinical.foramina[l4r].grade = Grade::from(3);
    auto store = as("");
    ASSERT_TRUE(store.add(clinical, StudyImages{}));
    prepare();
    const auto reader = as("Reader^B");
    EXPECT_EQ(codeOf(reader.load(m_study, "Radiologist^One")), ErrorCode::Refused);
    EXPECT_EQ(codeOf(reader.load(clinical.id, 1)), ErrorCode::Refused);
    EXPECT_THAT(reader.list().value(), SizeIs(1));
    EXPECT_TRUE(as("Radiologist^One").load(m_study, "Radiologist^One"));
}

TEST_F(BlindingTest, ManagersSeeAllAndAdjudicatorsWhatIsSigned)
{
    prepare();
    EXPECT_EQ(as(m_manager).list()->size(), 2U);
    const auto adjudicator = as(m_adjudicator);
    const auto seen = adjudicator.load(m_readingOfA, 1);
    ASSERT_TRUE(seen) << seen.error().message();
    expectNoIdentity(toJson(*seen));
    EXPECT_EQ(codeOf(adjudicator.load(m_study, "Reader^B")), ErrorCode::Refused) << "a draft";
}

TEST_F(BlindingTest, OnceClosedAProjectHidesNothingAndBeginsNothing)
{
    prepare();
    auto manager = as(m_manager);
    ASSERT_TRUE(closeProject(manager, "Narrowing"));
    EXPECT_EQ(as("Reader^B").load(m_study, "Reader^A")->study.patientName, "PAT^1");
    EXPECT_TRUE(as("Reader^A").load(m_readingOfA, 1));
    EXPECT_EQ(signedReadings(as("Reader^B"), "Narrowing")->size(), 1U);
    EXPECT_EQ(assignStudies(manager, "Narrowing", projectStudies(4, 9), "").error().code, ErrorCode::Refused);
}

TEST_F(BlindingTest, AProjectMayHideNothing)
{
    m_protocol.blindTo.clear();
    prepare();
    const auto store = as("Reader^B");
    EXPECT_EQ(store.load(m_study, "Reader^A")->study.patientName, "PAT^1");
    EXPECT_TRUE(store.events(m_readingOfA));
    EXPECT_TRUE(as("Reader^A").load(m_readingOfA, 1));
}

} // namespace grading::test
