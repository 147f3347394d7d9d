#include "ProjectRows.h"

#include "Content.h"
#include "Log.h"
#include "Rows.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace grading {

using soci::into;
using soci::use;
using Json = nlohmann::ordered_json;

namespace {

template <class Value, std::size_t count>
std::optional<Value> byName(const std::array<Value, count>& all, std::string_view text,
                            std::string_view (*nameOf)(Value))
{
    const auto* found = std::find_if(all.begin(), all.end(), [&](Value value) { return nameOf(value) == text; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace

std::string_view name(BlindTo what)
{
    switch (what) {
    case BlindTo::Identity:
        return "identity";
    case BlindTo::OtherReaders:
        return "otherReaders";
    case BlindTo::Suggestion:
        return "suggestion";
    case BlindTo::OwnEarlier:
        return "ownEarlier";
    }
    return {};
}

std::optional<BlindTo> parseBlindTo(std::string_view text)
{
    return byName(allBlindings, text, &name);
}

std::string_view name(MemberRole role)
{
    switch (role) {
    case MemberRole::Reader:
        return "reader";
    case MemberRole::Adjudicator:
        return "adjudicator";
    case MemberRole::Manager:
        return "manager";
    }
    return {};
}

std::optional<MemberRole> parseMemberRole(std::string_view text)
{
    return byName(std::array{MemberRole::Reader, MemberRole::Adjudicator, MemberRole::Manager}, text, &name);
}

const Member* Project::find(const std::string& memberName) const
{
    const auto found = std::ranges::find(members, memberName, &Member::name);
    return found == members.end() ? nullptr : &*found;
}

std::string toJson(const Protocol& protocol)
{
    Json node{{"scheme", protocol.scheme},
              {"foramina", Json::array()},
              {"structures", Json::array()},
              {"blindTo", Json::array()},
              {"readersPerStudy", protocol.readersPerStudy},
              {"repeatPercent", protocol.repeatPercent},
              {"washoutDays", protocol.washoutDays},
              {"diceBelow", protocol.diceBelow},
              {"seed", protocol.seed}};
    for (const auto& foramen : protocol.foramina)
        node["foramina"].push_back(foramen.key());
    for (const auto structure : protocol.structures)
        node["structures"].push_back(std::string(key(structure)));
    for (const auto what : protocol.blindTo)
        node["blindTo"].push_back(std::string(name(what)));
    return node.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Protocol> protocolFromJson(const std::string& json)
{
    const auto damaged = fail(ErrorCode::Unreadable, "protocol", "is damaged", "restore the store from a backup");
    const auto node = Json::parse(json, nullptr, false);
    if (!node.is_object())
        return damaged;
    Protocol protocol;
    try {
        protocol.scheme = node.at("scheme").get<std::string>();
        for (const auto& text : node.at("foramina")) {
            const auto foramen = Foramen::parse(text.get<std::string>());
            if (!foramen)
                return damaged;
            protocol.foramina.push_back(*foramen);
        }
        for (const auto& text : node.at("structures")) {
            const auto structure = byName(allStructures, text.get<std::string>(), &key);
            if (!structure)
                return damaged;
            protocol.structures.push_back(*structure);
        }
        protocol.blindTo.clear();
        for (const auto& text : node.at("blindTo")) {
            const auto what = parseBlindTo(text.get<std::string>());
            if (!what)
                return damaged;
            protocol.blindTo.insert(*what);
        }
        protocol.readersPerStudy = node.at("readersPerStudy").get<int>();
        protocol.repeatPercent = node.at("repeatPercent").get<int>();
        protocol.washoutDays = node.at("washoutDays").get<int>();
        protocol.diceBelow = node.at("diceBelow").get<double>();
        protocol.seed = node.at("seed").get<std::uint64_t>();
    } catch (const nlohmann::json::exception&) {
        return damaged;
    }
    return protocol;
}

Result<Project> readProject(Connection& connection, const std::string& name)
{
    Project project;
    project.name = name;
    std::string protocol;
    std::string status;
    connection.sql << "SELECT protocol, status FROM projects WHERE name = :n", into(protocol), into(status), use(name);
    if (!connection.sql.got_data())
        return fail(ErrorCode::NotFound, connection.name, "has no project '" + name + "'",
                    "see `foragrade-cli project list`");
    auto parsed = protocolFromJson(protocol);
    if (!parsed)
        return fail(parsed.error());
    project.protocol = std::move(*parsed);
    project.isOpen = status == "open";
    Member member;
    std::string role;
    forEachRow((connection.sql.prepare << "SELECT reader, organization, role FROM members WHERE project = :p",
                into(member.name), into(member.organization), into(role), use(name)),
               [&] {
                   member.role = parseMemberRole(role).value_or(MemberRole::Reader);
                   project.members.push_back(member);
               });
    std::ranges::sort(project.members, {}, &Member::name);
    return project;
}

void logProject(Connection& connection, const std::string& actor, const std::string& project, const std::string& step,
                const std::string& change)
{
    LogEntry entry;
    entry.actor = actor;
    entry.subject = {"project", project, 0};
    entry.name = step;
    entry.change = change;
    entry.content = contentOfProject(connection, project);
    append(connection, std::move(entry));
}

} // namespace grading
