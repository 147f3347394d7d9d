#include "PostgresServer.h"

#include "grading/base/Files.h"
#include "grading/base/Uid.h"

#include <libpq-fe.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace grading::test {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void giveUp(const std::string& what)
{
    std::fprintf(stderr, "PostgreSQL: %s; install the package postgresql (scripts/setup --test)\n", what.c_str());
    std::exit(1);
}

/// /usr/lib/postgresql/<version>/bin, the newest.
fs::path programs()
{
    std::vector<std::pair<int, fs::path>> found;
    std::error_code error;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", error)) {
        if (fs::exists(version.path() / "bin/initdb"))
            found.emplace_back(std::atoi(version.path().filename().c_str()), version.path() / "bin");
    }
    if (found.empty())
        giveUp("isn't installed");
    return std::max_element(found.begin(), found.end())->second;
}

/// One that nobody listens on now.
int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool isBound = bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                         getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    close(socket);
    return isBound ? ntohs(address.sin_port) : 0;
}

/// In the child only.
void becomeUser(const passwd* user)
{
    if (user != nullptr && (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0))
        _exit(126);
    prctl(PR_SET_PDEATHSIG, SIGQUIT); // never left behind
}

const passwd* serverUser()
{
    if (geteuid() != 0)
        return nullptr;
    const auto* user = getpwnam("postgres");
    if (user == nullptr)
        giveUp("has no user postgres to run as");
    return user;
}

} // namespace

PostgresServer& PostgresServer::running()
{
    static PostgresServer server;
    return server;
}

PostgresServer::PostgresServer() : m_password(Uid::generate().text().substr(5))
{
    if (const auto* user = serverUser(); user != nullptr && chown(m_folder.path().c_str(), user->pw_uid, user->pw_gid))
        giveUp("can't be given its folder");
    initialize();
    for (int attempt = 0; attempt < 3; ++attempt) { // another program may take the port between
        if (start())
            return;
    }
    giveUp("doesn't start: " + readFile(m_folder / "log").value_or(""));
}

PostgresServer::~PostgresServer()
{
    kill(m_process, SIGINT); // "fast shutdown"
    waitpid(m_process, nullptr, 0);
}

pid_t PostgresServer::begin(const std::vector<std::string>& command) const
{
    const auto* user = serverUser();
    const auto log = m_folder.file("log");
    std::vector<char*> arguments;
    for (const auto& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    const pid_t process = fork();
    if (process == 0) {
        becomeUser(user);
        const int file = open(log.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
        dup2(file, STDOUT_FILENO);
        dup2(file, STDERR_FILENO);
        if (chdir(m_folder.path().c_str()) == 0)
            execv(arguments[0], arguments.data());
        _exit(127);
    }
    return process;
}

void PostgresServer::initialize() const
{
    if (!writeFile(m_folder / "password", m_password + "\n"))
        giveUp("can't be given a password");
    fs::permissions(m_folder / "password", fs::perms(0644)); // in a folder that only the server's user may enter
    const auto process =
        begin({programs() / "initdb", "--no-sync", "-D", m_folder.file("data"), "-U", "foragrade",
               "--auth=scram-sha-256", "--pwfile=" + m_folder.file("password"), "--encoding=UTF8", "--locale=C.UTF-8"});
    int status = 0;
    waitpid(process, &status, 0);
    if (status != 0)
        giveUp("can't make its files: " + readFile(m_folder / "log").value_or(""));
}

bool PostgresServer::start()
{
    m_port = freePort();
    m_process = begin({programs() / "postgres", "-D", m_folder.file("data"), "-p", std::to_string(m_port), "-c",
                       "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "shared_buffers=16MB",
                       "-c", "max_connections=40", "-c", "fsync=off"}); // it is clients that the tests kill
    for (int attempt = 0; attempt < 600; ++attempt) {
        if (PQping(url("postgres").c_str()) == PQPING_OK)
            return true;
        if (waitpid(m_process, nullptr, WNOHANG) == m_process)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    giveUp("doesn't answer");
}

std::string PostgresServer::url(const std::string& database) const
{
    return "postgresql://foragrade:" + m_password + "@127.0.0.1:" + std::to_string(m_port) + "/" + database;
}

std::string PostgresServer::newDatabase()
{
    const auto name = "store" + std::to_string(++m_databases);
    if (const auto problem = execute(url("postgres"), "CREATE DATABASE " + name); !problem.empty())
        giveUp(problem);
    return url(name);
}

std::string PostgresServer::execute(const std::string& url, const std::string& statements)
{
    auto* connection = PQconnectdb(url.c_str());
    auto* result = PQexec(connection, statements.c_str());
    const std::string problem = PQresultErrorMessage(result);
    const auto status = PQresultStatus(result);
    PQclear(result);
    PQfinish(connection);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ? "" : "failed: " + problem;
}

} // namespace grading::test
