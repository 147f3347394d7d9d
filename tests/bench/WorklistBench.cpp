#include "grading/store/Worklist.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <unistd.h>

using namespace grading;

namespace {

/// A project of that many studies, each read by both of two readers, in a file that goes away with the value.
class StudyProject {
public:
    explicit StudyProject(int studies)
    {
        auto store = Store::open(m_path).value();
        store.actAs("Manager^One");
        Protocol protocol;
        protocol.foramina = {*Foramen::parse("L4-L5:R")};
        (void)addProject(store, {"Narrowing", protocol, {{"Manager^One", "Hospital", MemberRole::Manager}}, true});
        for (const char* reader : {"Reader^A", "Reader^B"})
            (void)addMember(store, "Narrowing", {reader, "Hospital", MemberRole::Reader});
        std::vector<ProjectStudy> all;
        for (int i = 0; i < studies; ++i) {
            const auto number = std::to_string(i);
            all.push_back({{Uid("2.25.1" + number), "Patient^" + number, "ID-" + number, "20260101", "Spine", "LSPINE"},
                           {"/images/" + number, {}}});
        }
        (void)assignStudies(store, "Narrowing", all, "2026-05-31");
    }
    ~StudyProject() { std::filesystem::remove(m_path); }

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path =
        (std::filesystem::temp_directory_path() / ("foragrade-bench-" + std::to_string(getpid()) + ".db")).string();
};

/// From a closed file to the reader's whole list, as a program that starts does it. Goal: 10,000 studies in 200 ms.
void openWorklist(benchmark::State& state)
{
    const StudyProject project(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        auto store = Store::open(project.path()).value();
        store.actAs("Reader^A");
        const auto entries = worklist(store, "Narrowing", "Reader^A");
        if (!entries || static_cast<int>(entries->size()) != state.range(0))
            state.SkipWithError("the worklist isn't whole");
        benchmark::DoNotOptimize(entries);
    }
}
BENCHMARK(openWorklist)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

} // namespace
