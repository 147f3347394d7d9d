#include "LabelledProject.h"

#include "ReadingSamples.h"

#include "grading/store/Adjudication.h"
#include "grading/store/StoredSession.h"

#include <gtest/gtest.h>

namespace grading::test {

namespace {

const Foramen marked = samples::foramen("L4-L5:R");
const Foramen unmarked = samples::foramen("L5-S1:L");

Store storeOf(const LabelledProject& project, const std::string& actor)
{
    auto store = Store::open(project.store()).value();
    store.actAs(actor);
    return store;
}

/// Rows first … first+count-1 of ten pixels each, from that column.
PixelSet block(int row, int column, int count)
{
    std::vector<PixelSpan> spans;
    for (int i = 0; i < count; ++i)
        spans.push_back({row + i, column, column + 10});
    return PixelSet(std::move(spans));
}

} // namespace

LabelledProject::LabelledProject()
{
    auto store = storeOf(*this, "Manager^One");
    Protocol protocol;
    protocol.foramina = {marked, unmarked};
    EXPECT_TRUE(addProject(store, {"Narrowing", protocol, {{"Manager^One", "Hospital", MemberRole::Manager}}, true}));
    for (const char* reader : {"Reader^A", "Reader^B"})
        EXPECT_TRUE(addMember(store, "Narrowing", {reader, "Hospital", MemberRole::Reader}));
    EXPECT_TRUE(addMember(store, "Narrowing", {"Chief^C", "Hospital", MemberRole::Adjudicator}));
    std::vector<ProjectStudy> all;
    for (int i = 0; i < studies; ++i) {
        TestSeries series;
        const auto number = std::to_string(i + 1);
        series.slices = 9;
        series.study = Uid("1.2.826.0.1.3680043.10.543.7" + number);
        series.series = Uid(series.study.text() + ".1");
        series.frameOfReference = Uid(series.study.text() + ".9");
        m_stacks.push_back(writeSeries(images() / number, series));
        const auto patient = std::to_string(i == 3 ? 1 : i + 1); // the first patient came twice
        m_identities.push_back({series.study, "Patientname^" + patient, "HOSP-77" + patient, "2026030" + number,
                                "Secret description", "LSPINE"});
        all.push_back({m_identities.back(), {images() / number, {}}});
    }
    EXPECT_TRUE(assignStudies(store, "Narrowing", all, ""));
    for (int i = 0; i < studies; ++i) {
        read(i, "Reader^A", i);
        read(i, "Reader^B", i == 2 ? 1 : i);
    }
    decide(2);
}

void LabelledProject::read(int study, const std::string& reader, int grade)
{
    auto store = storeOf(*this, reader);
    const auto& stack = m_stacks[std::size_t(study)];
    Reading draft = samples::emptyReading();
    draft.id = Uid("2.25.9" + std::to_string(study) + (reader == "Reader^A" ? "1" : "2"));
    draft.study.uid = stack.studyUid;
    draft.reader = {reader, "Hospital", ReaderRole::Reader};
    EXPECT_TRUE(store.add(draft, StudyImages{images() / std::to_string(study + 1), {}}));
    auto session = openSession(store, stack.studyUid, reader).value();
    const MarkTarget target{marked, stack.id, stack.frameOfReference, *stack.geometry, gradedSlice};
    const auto apply = [&](const Command& command) {
        const auto done = session.apply(command);
        EXPECT_TRUE(done) << done.error().message();
    };
    apply(commands::mark("Brush", target, block(20, 20, 8), Structure::NerveRoot, PaintMode::Replace));
    apply(commands::mark("Brush", target, block(14, 20, 6), Structure::PerineuralFat, PaintMode::KeepOthers));
    apply(commands::mark("Brush", target, block(28, 20, 6), Structure::PerineuralFat, PaintMode::KeepOthers));
    apply(commands::setGrade(marked, Grade::from(grade)));
    apply(commands::edit(marked, "Comment", [](ForamenReading& r) {
        r.comment = "Patientname seen before";
        r.disagreementReason = "by HOSP-77";
        r.decisionReason = "as HOSP-77 says";
        r.findings.notes = {"nerve root"}; // words that a de-identified report may keep, yet typed
    }));
    apply(commands::editStudy("Symptoms", [](Reading& r) { r.symptoms = {"pain in the left foot, HOSP-77"}; }));
    apply(commands::setGrade(unmarked, Grade::from(3)));
    apply(commands::sign(now()));
}

void LabelledProject::decide(int study)
{
    auto store = storeOf(*this, "Chief^C");
    const auto& uid = m_stacks[std::size_t(study)].studyUid;
    EXPECT_TRUE(beginAdjudication(store, "Narrowing", uid));
    auto session = openSession(store, uid, "Chief^C").value();
    EXPECT_TRUE(session.apply(commands::setGrade(marked, Grade::from(2))));
    EXPECT_TRUE(
        session.apply(commands::edit(marked, "Reason", [](ForamenReading& r) { r.decisionReason = "Decided"; })));
    const auto done = session.apply(commands::sign(now()));
    EXPECT_TRUE(done) << done.error().message();
}

std::vector<std::string> LabelledProject::identities() const
{
    std::vector<std::string> all{"Patientname", "HOSP-77", "PHANTOM-1",          "Phantom^Lumbar", "19700101",
                                 "Reader^A",    "Chief^C", "Secret description", "MR lumbar spine"};
    for (const auto& identity : m_identities) {
        all.push_back(identity.date);
        all.push_back(identity.uid.text());
    }
    return all;
}

} // namespace grading::test
