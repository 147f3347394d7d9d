#pragma once

#include "ReadingSamples.h"
#include "TestDatabase.h"

#include "grading/store/StoredSession.h"
#include "grading/store/Worklist.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace grading::test {

inline const Foramen l4r = samples::foramen("L4-L5:R");
inline const Foramen l5l = samples::foramen("L5-S1:L");

inline Uid studyUid(int number)
{
    return Uid("2.25.77" + std::to_string(number));
}

/// Patients PAT^1, PAT^2, … with ids ID-1, … and studies of 2026-01-01.
inline std::vector<ProjectStudy> projectStudies(int first, int last)
{
    std::vector<ProjectStudy> studies;
    for (int i = first; i <= last; ++i) {
        const auto number = std::to_string(i);
        studies.push_back({{studyUid(i), "PAT^" + number, "ID-" + number, "20260101", "Spine " + number, "LSPINE"},
                           {"/images/" + number, {}}});
    }
    return studies;
}

/// A store with the project "Narrowing": manager, adjudicator and three readers, two foramina, nothing to be marked.
class ProjectTest : public testing::Test {
protected:
    ProjectTest() { m_protocol.foramina = {l4r, l5l}; }

    /// Looks and acts as this person.
    Store as(const std::string& person) const
    {
        auto store = Store::open(m_database.where()).value();
        store.actAs(person);
        return store;
    }

    void begin(int studies)
    {
        auto store = as(m_manager);
        Project project{"Narrowing", m_protocol, {{m_manager, "Hospital", MemberRole::Manager}}, true};
        ASSERT_TRUE(addProject(store, project));
        for (const auto& reader : m_readers)
            ASSERT_TRUE(addMember(store, "Narrowing", {reader, "Hospital", MemberRole::Reader}));
        ASSERT_TRUE(addMember(store, "Narrowing", {m_adjudicator, "Hospital", MemberRole::Adjudicator}));
        const auto added = assignStudies(store, "Narrowing", projectStudies(1, studies), "2026-05-31");
        ASSERT_TRUE(added) << added.error().message();
        ASSERT_EQ(*added, studies);
    }

    std::vector<WorklistEntry> listOf(const std::string& reader) const
    {
        return worklist(as(reader), "Narrowing", reader).value();
    }

    /// As a reader begins what the list has of the study.
    static Result<void> beginReading(Store& store, const Uid& study, const std::string& reader)
    {
        Reading reading = samples::emptyReading();
        reading.id = Uid::generate();
        reading.study.uid = study;
        reading.reader = {reader, "Hospital", ReaderRole::Reader};
        return store.add(reading, StudyImages{});
    }

    /// Grades both foramina and signs.
    void read(const Uid& study, const std::string& reader, int gradeRight, int gradeLeft, int round = 0) const
    {
        auto store = as(reader);
        ASSERT_TRUE(beginReading(store, study, reader));
        auto session = openSession(store, study, reader, {"Narrowing", round}).value();
        ASSERT_TRUE(session.apply(commands::setGrade(l4r, Grade::from(gradeRight))));
        ASSERT_TRUE(session.apply(commands::setGrade(l5l, Grade::from(gradeLeft))));
        const auto done = session.apply(commands::sign(now()));
        ASSERT_TRUE(done) << done.error().message();
    }

    TestDatabase m_database;
    Protocol m_protocol;
    std::string m_manager = "Manager^One";
    std::string m_adjudicator = "Adjudicator^One";
    std::vector<std::string> m_readers{"Reader^A", "Reader^B", "Reader^C"};
};

} // namespace grading::test
