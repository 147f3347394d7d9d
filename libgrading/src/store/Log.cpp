#include "Log.h"

#include "grading/base/Sha256.h"

#include <nlohmann/json.hpp>

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace grading {

using soci::into;
using soci::use;

namespace {

/// "reader@workstation"
std::string thisAccount()
{
    std::array<char, 256> host{};
    if (gethostname(host.data(), host.size() - 1) != 0)
        host[0] = '\0';
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found);
    const std::string login = found != nullptr ? found->pw_name : std::to_string(geteuid());
    return login + "@" + host.data();
}

} // namespace

std::string hashOf(const LogEntry& entry)
{
    const nlohmann::json fields = {entry.number, entry.time,         entry.program,    entry.account,
                                   entry.actor,  entry.subject.kind, entry.subject.id, entry.subject.revision,
                                   entry.name,   entry.change,       entry.content,    entry.previous};
    return sha256(fields.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

LogHead headOf(Connection& connection)
{
    LogHead head;
    long long number = 0;
    connection.sql << "SELECT number, hash FROM log_head", into(number), into(head.hash);
    head.number = number;
    return head;
}

void append(Connection& connection, LogEntry entry)
{
    static const std::string account = thisAccount();
    entry.program = "Foragrade " FORAGRADE_VERSION;
    entry.account = account;
    if (entry.time.empty())
        entry.time = toIso8601(now());
    appendAsIs(connection, std::move(entry));
}

void appendAsIs(Connection& connection, LogEntry entry)
{
    const auto head = headOf(connection);
    entry.number = head.number + 1;
    entry.previous = head.hash;
    entry.hash = hashOf(entry);
    const long long number = entry.number;
    connection.sql << "INSERT INTO log (number, time, program, account, actor, kind, subject, revision, name, change,"
                      " content, previous, hash) VALUES (:n, :t, :p, :a, :w, :k, :s, :r, :c, :d, :o, :v, :h)",
        use(number), use(entry.time), use(entry.program), use(entry.account), use(entry.actor), use(entry.subject.kind),
        use(entry.subject.id), use(entry.subject.revision), use(entry.name), use(entry.change), use(entry.content),
        use(entry.previous), use(entry.hash);
    connection.sql << "UPDATE log_head SET number = :n, hash = :h", use(number), use(entry.hash);
}

std::string selectLog()
{
    return "SELECT number, time, program, account, actor, kind, subject, revision, name, change, content, previous, "
           "hash FROM log ";
}

soci::details::prepare_temp_type LogRow::prepared(Connection& connection, const std::string& select)
{
    return (connection.sql.prepare << select, into(m_number), into(m_entry.time), into(m_entry.program),
            into(m_entry.account), into(m_entry.actor), into(m_entry.subject.kind), into(m_entry.subject.id),
            into(m_entry.subject.revision), into(m_entry.name), into(m_entry.change), into(m_entry.content),
            into(m_entry.previous), into(m_entry.hash));
}

LogEntry LogRow::entry() const
{
    auto entry = m_entry;
    entry.number = m_number;
    return entry;
}

} // namespace grading
