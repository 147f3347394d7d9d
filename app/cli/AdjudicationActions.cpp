#include "ProjectArguments.h"

#include "grading/reading/ReadingJson.h"
#include "grading/store/Adjudication.h"

#include <fmt/format.h>

#include <iostream>

namespace foragrade {

namespace {

using Json = nlohmann::ordered_json;

Json toJson(const grading::Difference& difference)
{
    Json node{{"study", difference.study.text()}, {"foramen", difference.foramen.key()}, {"readings", Json::array()},
              {"grade", difference.inGrade},      {"findings", difference.inFindings},   {"marks", Json::array()},
              {"decided", difference.isDecided}};
    for (std::size_t i = 0; i < difference.readings.size(); ++i) {
        const auto& grade = difference.grades[i];
        node["readings"].push_back({{"reader", difference.readings[i].reader},
                                    {"reading", difference.readings[i].id.text()},
                                    {"revision", difference.readings[i].revision},
                                    {"grade", grade ? Json(*grade) : Json(nullptr)}});
    }
    for (const auto& apart : difference.marksApart)
        node["marks"].push_back({{"structure", std::string(key(apart.structure))},
                                 {"readers", {apart.first, apart.second}},
                                 {"dice", apart.dice}});
    return node;
}

void printLine(const grading::Difference& difference)
{
    fmt::print("{}  {:<14}", difference.study.text(), difference.foramen.title());
    for (std::size_t i = 0; i < difference.readings.size(); ++i) {
        const auto& grade = difference.grades[i];
        fmt::print("  {} {}", printable(difference.readings[i].reader), grade ? std::to_string(*grade) : "none");
    }
    if (difference.inFindings)
        fmt::print("  findings");
    for (const auto& apart : difference.marksApart)
        fmt::print("  {} Dice {:.2f}", name(apart.structure), apart.dice);
    fmt::print("{}\n", difference.isDecided ? "  decided" : "");
}

} // namespace

ExitStatus showDifferences(const ProjectArguments& arguments)
{
    auto store = grading::Store::open(arguments.store, grading::Store::IfMissing::Fail);
    if (!store)
        return failWith(store.error());
    store->actAs(arguments.actor);
    const auto differences = grading::differences(*store, arguments.project);
    if (!differences)
        return failWith(differences.error());
    if (arguments.json) {
        Json document{
            {"schema", "foragrade/differences/1"}, {"project", arguments.project}, {"differences", Json::array()}};
        for (const auto& difference : *differences)
            document["differences"].push_back(toJson(difference));
        printJson(document);
        return ExitStatus::Done;
    }
    for (const auto& difference : *differences)
        printLine(difference);
    std::fflush(stdout);
    return ExitStatus::Done;
}

ExitStatus adjudicate(const AdjudicateArguments& arguments)
{
    auto store = grading::Store::open(arguments.store, grading::Store::IfMissing::Fail);
    if (!store)
        return failWith(store.error());
    store->actAs(arguments.actor);
    const auto begun = grading::beginAdjudication(*store, arguments.project, grading::Uid(arguments.study));
    if (!begun)
        return failWith(begun.error());
    const auto reading = store->load(*begun, 1);
    if (!reading)
        return failWith(reading.error());
    if (arguments.json)
        std::cout << grading::toJson(*reading);
    else
        fmt::print("Begun with {} foramina that the readers agree on; see `project differences` for the others.\n",
                   reading->foramina.size());
    std::fflush(stdout);
    return ExitStatus::Done;
}

} // namespace foragrade
