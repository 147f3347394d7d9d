#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/marks/Structure.h"
#include "grading/store/Store.h"

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// What a reader of a project may not see while the project is open.
enum class BlindTo {
    Identity,     ///< Patient's name and id, study's date and description; a case number stands for them.
    OtherReaders, ///< Other readings of a study that the reader has in the project.
    Suggestion,   ///< The suggested grade of a foramen before it is graded.
    OwnEarlier,   ///< One's own earlier reading of a study that is to be read again.
};

inline constexpr std::array<BlindTo, 4> allBlindings{BlindTo::Identity, BlindTo::OtherReaders, BlindTo::Suggestion,
                                                     BlindTo::OwnEarlier};
[[nodiscard]] std::string_view name(BlindTo what); ///< "identity", "otherReaders", "suggestion", "ownEarlier"
[[nodiscard]] std::optional<BlindTo> parseBlindTo(std::string_view name);

/// What each reader of a project does with each study.
struct Protocol {
    std::string scheme = "document"; ///< Grading scheme by id.
    std::vector<Foramen> foramina; ///< A reading can be signed once each of these is graded or said not to be gradable.
    std::vector<Structure>
        structures; ///< Each graded foramen must have these marked; fat also counts when none is seen.
    std::set<BlindTo> blindTo{allBlindings.begin(), allBlindings.end()};
    int readersPerStudy = 2;
    int repeatPercent = 0;  ///< Share of each reader's studies to be read a second time.
    int washoutDays = 28;   ///< Days from signing the first reading to beginning the second.
    double diceBelow = 0.7; ///< Marks that overlap less are a difference to adjudicate.
    std::uint64_t seed = 1; ///< Of every order, choice and case number.

    bool operator==(const Protocol&) const = default;
};

/// As a JSON object, in one line.
[[nodiscard]] std::string toJson(const Protocol& protocol);

enum class MemberRole { Reader, Adjudicator, Manager };

[[nodiscard]] std::string_view name(MemberRole role); ///< "reader", "adjudicator", "manager"
[[nodiscard]] std::optional<MemberRole> parseMemberRole(std::string_view name);

struct Member {
    std::string name; ///< Person name, Family^Given.
    std::string organization;
    MemberRole role = MemberRole::Reader;

    bool operator==(const Member&) const = default;
};

/// A labelling study: who reads what by which rules.
struct Project {
    std::string name;
    Protocol protocol;
    std::vector<Member> members; ///< By name.
    bool isOpen = true;          ///< Once closed, nothing is hidden and nothing new begins.

    bool operator==(const Project&) const = default;

    [[nodiscard]] const Member* find(const std::string& memberName) const;
};

// Who looks and acts is the Store's `actAs`. All of these fail with NotFound where there is no such project, and with
// Refused where the actor's role doesn't admit it: changes and the whole view are the manager's.

/// Its first manager is the actor and stands among `members`. Exists. InvalidArgument: no manager, an unknown scheme,
/// no foramen, a number out of range.
Result<void> addProject(Store& store, const Project& project);
/// Anybody may see the rules and who takes part.
[[nodiscard]] Result<Project> findProject(const Store& store, const std::string& project);
[[nodiscard]] Result<std::vector<std::string>> projectNames(const Store& store);
Result<void> addMember(Store& store, const std::string& project, const Member& member); ///< Exists
/// Unblinds everybody; no reading begins any more.
Result<void> closeProject(Store& store, const std::string& project);

/// A study as its headers name it, to be read in a project.
struct ProjectStudy {
    StudyIdentity identity;
    StudyImages images;
};

/// Gives each study that the project doesn't have yet to `readersPerStudy` readers, those with the fewest first, places
/// it at random in each one's list, and has the chosen share read twice. The same seed, members and studies give the
/// same lists. `due` is a date "2026-05-31" or empty. Gives the number of new studies. InvalidArgument: fewer readers
/// than each study needs.
Result<int> assignStudies(Store& store, const std::string& project, const std::vector<ProjectStudy>& studies,
                          const std::string& due);

} // namespace grading
