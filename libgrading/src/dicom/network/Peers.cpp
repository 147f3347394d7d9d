#include "UserFolders.h"

#include "grading/base/Files.h"
#include "grading/dicom/Pacs.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace grading {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;

constexpr std::size_t mostBytes = 1u << 20;

/// AE (PS3.5 section 6.2): up to 16 characters of the default repertoire, no backslash, not blank.
bool isAeTitle(const std::string& text)
{
    return !text.empty() && text.size() <= 16 && text.find_first_not_of(' ') != std::string::npos &&
           std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~' && c != '\\'; });
}

std::string textOf(const Json& node, const char* key, const std::string& otherwise = {})
{
    const auto found = node.find(key);
    return found != node.end() && found->is_string() ? found->get<std::string>() : otherwise;
}

/// 0, which none may be, where it isn't a number that fits.
int numberOf(const Json& node, const char* key, int otherwise, int most)
{
    const auto found = node.find(key);
    if (found == node.end())
        return otherwise;
    const bool fits = found->is_number_integer() && *found >= 1 && *found <= most;
    return fits ? found->get<int>() : 0;
}

/// What is wrong with it; empty when nothing is.
std::string faultOf(const PacsPeer& peer)
{
    if (peer.name.empty())
        return "has a peer without name";
    const auto of = "peer '" + peer.name + "' ";
    if (!isAeTitle(peer.aeTitle) || !isAeTitle(peer.ownAeTitle))
        return of + "has no AE title of 1 to 16 ASCII characters";
    if (peer.host.empty())
        return of + "has no host";
    if (peer.port == 0)
        return of + "has a port outside of 1 to 65535";
    if (peer.timeout.count() == 0)
        return of + "has timeoutSeconds outside of 1 to 3600";
    return {};
}

} // namespace

fs::path pacsConfiguration()
{
    const auto folder = userFolder("XDG_CONFIG_HOME", ".config");
    return folder.empty() ? folder : folder / "pacs.json";
}

Result<std::vector<PacsPeer>> readPacsPeers(const fs::path& configuration)
{
    const auto text = readFile(configuration, mostBytes);
    if (!text && text.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound, configuration.string(), "doesn't exist", "name the PACS in it");
    if (!text)
        return fail(text.error());
    const auto document = Json::parse(*text, nullptr, false);
    const auto wrong = [&](const std::string& what) {
        return fail(ErrorCode::InvalidArgument, configuration.string(), what, "see docs/07-command-line.md");
    };
    if (!document.is_object() || textOf(document, "schema") != "foragrade/pacs/1" || !document.contains("peers") ||
        !document["peers"].is_array())
        return wrong("isn't a list of PACS (foragrade/pacs/1)");
    std::vector<PacsPeer> peers;
    std::set<std::string> names;
    for (const auto& node : document["peers"]) {
        PacsPeer peer;
        peer.name = textOf(node, "name");
        peer.aeTitle = textOf(node, "aeTitle");
        peer.host = textOf(node, "host");
        peer.port = numberOf(node, "port", 104, 65535);
        peer.timeout = std::chrono::seconds(numberOf(node, "timeoutSeconds", 30, 3600));
        peer.ownAeTitle = textOf(node, "ownAeTitle", textOf(document, "ownAeTitle", peer.ownAeTitle));
        if (const auto fault = faultOf(peer); !fault.empty())
            return wrong(fault);
        if (!names.insert(peer.name).second)
            return wrong("names peer '" + peer.name + "' twice");
        peers.push_back(std::move(peer));
    }
    return peers;
}

Result<PacsPeer> findPacsPeer(const std::string& name, const fs::path& configuration)
{
    const auto file = configuration.empty() ? pacsConfiguration() : configuration;
    const auto peers = readPacsPeers(file);
    if (!peers)
        return fail(peers.error());
    const auto found = std::ranges::find(*peers, name, &PacsPeer::name);
    if (found == peers->end())
        return fail(ErrorCode::NotFound, "PACS '" + name + "'", "isn't in " + file.string(), "name it there");
    return *found;
}

} // namespace grading
