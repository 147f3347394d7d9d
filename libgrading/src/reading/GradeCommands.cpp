#include "Change.h"

#include <utility>

namespace grading::commands {

namespace {

std::string capitalized(std::string_view word)
{
    std::string text(word);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string inWords(std::string_view key)
{
    return key == "notAssessable" ? "not assessable" : std::string(key);
}

} // namespace

Command setGrade(const Foramen& foramen, std::optional<Grade> grade)
{
    const auto name = grade ? "Grade " + std::to_string(grade->digit()) : std::string("Clear grade");
    return foramenCommand(foramen, name, [grade](ForamenReading& record) -> Result<void> {
        record.grade = grade;
        if (grade)
            record.notGradable.reset();
        return {};
    });
}

Command setNotGradable(const Foramen& foramen, std::optional<std::string> reason)
{
    const std::string name = reason ? "Not gradable" : "Clear not gradable";
    return foramenCommand(foramen, name, [reason = std::move(reason)](ForamenReading& record) -> Result<void> {
        record.notGradable = reason;
        if (reason)
            record.grade.reset();
        return {};
    });
}

Command setSide(const Foramen& foramen, AnatomicalDirection side, std::optional<SideState> state)
{
    const auto subject = capitalized(grading::name(side)) + " fat ";
    const auto name =
        state ? subject + inWords(grading::name(*state)) : "Clear " + std::string(grading::name(side)) + " fat";
    return foramenCommand(foramen, name, [side, state](ForamenReading& record) -> Result<void> {
        record.findings.sides[indexOf(side)] = state;
        return {};
    });
}

Command setRoot(const Foramen& foramen, std::optional<RootMorphology> root)
{
    const auto name = root ? "Nerve root " + inWords(grading::name(*root)) : std::string("Clear nerve root state");
    return foramenCommand(foramen, name, [root](ForamenReading& record) -> Result<void> {
        record.findings.root = root;
        return {};
    });
}

Command takeFindings(const Foramen& foramen, FindingSet measured)
{
    return foramenCommand(foramen, "Take measured findings",
                          [measured = std::move(measured)](ForamenReading& record) -> Result<void> {
                              for (const auto direction : allDirections) {
                                  const auto side = measured.side(direction);
                                  if (side && *side != SideState::NotAssessable)
                                      record.findings.sides[indexOf(direction)] = side;
                              }
                              if (measured.root && *measured.root != RootMorphology::NotAssessable)
                                  record.findings.root = measured.root;
                              return {};
                          });
}

Command setNoFatSeen(const Foramen& foramen, bool noFatSeen)
{
    return foramenCommand(foramen, noFatSeen ? "No fat seen" : "Clear no fat seen",
                          [noFatSeen](ForamenReading& record) -> Result<void> {
                              record.noFatSeen = noFatSeen;
                              return {};
                          });
}

Command edit(const Foramen& foramen, std::string name, std::function<void(ForamenReading&)> change)
{
    return foramenCommand(foramen, name, [change = std::move(change)](ForamenReading& record) -> Result<void> {
        change(record);
        return {};
    });
}

} // namespace grading::commands
