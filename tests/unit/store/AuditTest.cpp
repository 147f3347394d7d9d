#include "ReadingSamples.h"
#include "TestDatabase.h"

#include "grading/base/Files.h"
#include "grading/store/StoredSession.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {

using namespace commands;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;

namespace {

const Foramen l4r = *Foramen::parse("L4-L5:R");

/// A store with one reading: line 1 the study, 2 the reading, 3 and 4 a grade, 5 the signature, 6 a comment in the
/// second revision's draft after 6 Revise.
class AuditTest : public testing::Test {
protected:
    AuditTest()
    {
        auto store = open();
        EXPECT_TRUE(store.add(m_reading, StudyImages{"/images", "abc"}));
        auto session = openSession(store, m_reading.study.uid, m_reading.reader.name).value();
        for (const auto& step : {setGrade(l4r, Grade::from(1)), setGrade(l4r, Grade::from(2)),
                                 sign(fromIso8601("2026-03-02T10:00:00.000Z")), revise()})
            EXPECT_TRUE(session.apply(step));
    }

    Store open() const { return Store::open(m_database.where()).value(); }
    AuditReport verify(const std::optional<LogMark>& noted = {}) const { return open().verify(noted).value(); }

    /// Alters the database as somebody with full rights to it can.
    void alter(const std::string& statement) const
    {
        m_database.disarm();
        ASSERT_EQ(m_database.execute(statement), "") << statement;
    }

    /// The one problem found, "code: where".
    std::vector<std::string> problems(const std::optional<LogMark>& noted = {}) const
    {
        std::vector<std::string> found;
        const auto report = verify(noted);
        for (const auto& problem : report.problems)
            found.push_back(problem.code + ": " + problem.where);
        return found;
    }

    test::TestDatabase m_database;
    Reading m_reading = samples::emptyReading();
};

} // namespace

TEST_F(AuditTest, AStoreThatOnlyTheProgramWroteIsWhole)
{
    const auto report = verify();
    EXPECT_THAT(problems(), ElementsAre());
    EXPECT_TRUE(report.isWhole());
    EXPECT_EQ(report.head.number, 6);
    EXPECT_EQ(report.head.hash, open().events(m_reading.id)->back().hash);
    EXPECT_EQ(report.studies, 1);
    EXPECT_EQ(report.revisions, 2);
    EXPECT_EQ(report.schemaVersion, 3);
}

TEST_F(AuditTest, EachLineSaysWhoDidItWithWhichProgram)
{
    const auto events = open().events(m_reading.id).value();
    for (const auto& event : events) {
        EXPECT_EQ(event.actor, "Reader^One");
        EXPECT_THAT(event.account, HasSubstr("@"));
        EXPECT_THAT(event.program, testing::StartsWith("Foragrade "));
        EXPECT_EQ(event.hash.size(), 64U);
    }
}

TEST_F(AuditTest, NamesTheLineThatWasAltered)
{
    alter("UPDATE log SET change = 'none' WHERE number = 4");
    EXPECT_THAT(problems(), ElementsAre("altered-log-line: log line 4"));
}

TEST_F(AuditTest, RemarksOnALineThatIsDatedBeforeTheOneItFollows)
{
    EXPECT_TRUE(verify().remarks.empty());
    alter("UPDATE log SET time = '2199-01-01T00:00:00.000Z' WHERE number = 4");
    const auto remarks = verify().remarks;
    ASSERT_EQ(remarks.size(), 1U);
    EXPECT_EQ(remarks[0].code, "clock-back");
    EXPECT_EQ(remarks[0].where, "log line 5");
    EXPECT_EQ(remarks[0].severity, Severity::Warning);
}

TEST_F(AuditTest, NamesTheLineWhateverColumnWasAltered)
{
    for (const std::string column : {"time", "program", "account", "actor", "name", "change", "content", "previous"}) {
        alter("CREATE TABLE kept AS SELECT * FROM log WHERE number = 3");
        alter("UPDATE log SET " + column + " = 'x' WHERE number = 3");
        EXPECT_THAT(problems(), Contains("altered-log-line: log line 3")) << column;
        alter("UPDATE log SET " + column + " = (SELECT " + column + " FROM kept) WHERE number = 3; DROP TABLE kept");
    }
    EXPECT_TRUE(verify().isWhole());
}

TEST_F(AuditTest, NamesTheLineThatWasAlteredTogetherWithItsHash)
{
    alter("UPDATE log SET hash = (SELECT hash FROM log WHERE number = 3) WHERE number = 4");
    EXPECT_THAT(problems(), Contains("altered-log-line: log line 4"));
}

TEST_F(AuditTest, NamesTheLineThatIsMissing)
{
    alter("DELETE FROM log WHERE number = 3");
    EXPECT_THAT(problems(), Contains("missing-log-line: log line 3"));
}

TEST_F(AuditTest, NoticesThatTheLastLinesWereCutOff)
{
    alter("DELETE FROM log WHERE number > 4");
    EXPECT_THAT(problems(), Contains("missing-log-line: log line 5"));
}

TEST_F(AuditTest, NoticesALineThatWasAdded)
{
    alter("INSERT INTO log SELECT 7, time, program, account, actor, kind, subject, revision, name, change, content,"
          " previous, hash FROM log WHERE number = 6");
    EXPECT_THAT(problems(), Contains("altered-log-line: log line 7"));
}

TEST_F(AuditTest, NoticesARewrittenLogByALineNotedElsewhere)
{
    const auto noted = verify().head;
    EXPECT_TRUE(verify(noted).isWhole());
    EXPECT_THAT(problems(LogMark{noted.number, std::string(64, '0')}), ElementsAre("broken-promise: log line 6"));
    EXPECT_THAT(problems(LogMark{99, noted.hash}), ElementsAre("broken-promise: log line 99"));
}

TEST_F(AuditTest, NamesTheForamenThatWasAltered)
{
    alter("UPDATE records SET record = REPLACE(record, '\"grade\":2', '\"grade\":3') WHERE revision = 1");
    EXPECT_THAT(problems(), ElementsAre("altered-row: reading 2.25.1001 revision 1, foramen L4-L5:R"));
}

TEST_F(AuditTest, NamesTheReadingStudyOrRevisionThatWasAltered)
{
    const std::vector<std::pair<std::string, std::string>> rows{
        {"UPDATE records SET grade = 3 WHERE revision = 1", "altered-row: reading 2.25.1001 revision 1"},
        {"UPDATE revisions SET header = REPLACE(header, 'Phantom Hospital', 'Elsewhere') WHERE revision = 2",
         "altered-row: reading 2.25.1001 revision 2"},
        {"UPDATE studies SET patient_name = 'Other^Patient'", "altered-row: study 2.25.77"},
        {"DELETE FROM records WHERE revision = 2; DELETE FROM revisions WHERE revision = 2",
         "missing-row: reading 2.25.1001 revision 2"},
        {"INSERT INTO studies (uid, patient_name, patient_id, study_date, description, images)"
         " VALUES ('2.25.78', 'A', 'B', '', '', '')",
         "unlogged-row: study 2.25.78"},
    };
    for (const auto& [statement, problem] : rows) {
        alter(statement);
        EXPECT_THAT(problems(), Contains(problem)) << statement;
    }
}

TEST_F(AuditTest, TheDatabaseItselfRefusesToAlterLogAndSignedReadings)
{
    for (const std::string statement :
         {"UPDATE log SET name = 'x' WHERE number = 1", "DELETE FROM log", "DELETE FROM revisions WHERE revision = 2",
          "UPDATE revisions SET header = 'x' WHERE revision = 1", "UPDATE records SET grade = 3 WHERE revision = 1",
          "DELETE FROM records WHERE revision = 1",
          "INSERT INTO records (reading, revision, foramen, record, digest) VALUES ('2.25.1001', 1, 'x', 'x', 'x')"})
        EXPECT_NE(m_database.execute(statement), "") << statement;
    EXPECT_TRUE(verify().isWhole());
}

TEST_F(AuditTest, LogsThatAStudysImagesMovedOrChanged)
{
    auto store = open();
    auto second = m_reading;
    second.id = Uid("2.25.1002");
    second.reader.name = "Reader^Two";
    ASSERT_TRUE(store.add(second, StudyImages{"/elsewhere", {}}));
    EXPECT_EQ(store.studyImages(m_reading.study.uid), (StudyImages{"/elsewhere", "abc"}));
    second.id = Uid("2.25.1003");
    second.reader.name = "Reader^Three";
    ASSERT_TRUE(store.add(second, StudyImages{"/elsewhere", "def"}));
    EXPECT_EQ(store.studyImages(m_reading.study.uid), (StudyImages{"/elsewhere", "def"}));
    EXPECT_TRUE(verify().isWhole());
    EXPECT_EQ(verify().head.number, 10);
}

TEST_F(AuditTest, ABackupHoldsTheSameStoreAndIsWhole)
{
    const auto file = m_database.folder().file("backup.db");
    auto store = open();
    ASSERT_TRUE(store.backUp(file));
    auto copy = Store::open(file, Store::IfMissing::Fail).value();
    EXPECT_TRUE(copy.verify(verify().head)->isWhole());
    EXPECT_EQ(*copy.revisions(m_reading.study.uid, "Reader^One"), *store.revisions(m_reading.study.uid, "Reader^One"));
    EXPECT_EQ(store.backUp(file).error().code, ErrorCode::Exists);
    EXPECT_TRUE(openSession(copy, m_reading.study.uid, "Reader^One")->apply(setGrade(l4r, Grade::from(3))));
    EXPECT_TRUE(copy.verify()->isWhole());
}

TEST_F(AuditTest, ABackupCanGoIntoAnotherDatabase)
{
    const test::TestDatabase other;
    const auto target = test::TestDatabase::isPostgres ? other.where() : other.folder().file("copy.db");
    ASSERT_TRUE(open().backUp(target));
    EXPECT_TRUE(Store::open(target)->verify(verify().head)->isWhole());
    EXPECT_EQ(open().backUp(target).error().code, ErrorCode::Exists);
}

TEST_F(AuditTest, AFailedBackupLeavesNothing)
{
    EXPECT_EQ(open().backUp(m_database.folder().file("none/backup.db")).error().code, ErrorCode::Io);
    EXPECT_FALSE(std::filesystem::exists(m_database.folder() / "none"));
}

} // namespace grading
