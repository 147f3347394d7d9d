#include "TestPacs.h"

#include "grading/base/Files.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace grading::test {

namespace fs = std::filesystem;

namespace {

constexpr auto program = "/usr/bin/dcmqrscp";

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    auto address = loopback(0);
    socklen_t size = sizeof address;
    bind(socket, reinterpret_cast<sockaddr*>(&address), size);
    getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    close(socket);
    return ntohs(address.sin_port);
}

bool answers(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const auto address = loopback(port);
    const bool isThere = connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(socket);
    return isThere;
}

bool write(const std::string& file, const std::string& text)
{
    std::ofstream stream(file);
    return bool(stream << text << std::flush);
}

} // namespace

bool enterOwnNetwork()
{
    const auto user = std::to_string(getuid());
    const auto group = std::to_string(getgid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return false;
    if (!write("/proc/self/setgroups", "deny") || !write("/proc/self/uid_map", user + " " + user + " 1") ||
        !write("/proc/self/gid_map", group + " " + group + " 1"))
        return false;
    const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
    ifreq request{};
    std::string("lo").copy(request.ifr_name, IFNAMSIZ - 1);
    request.ifr_flags = IFF_UP;
    const bool isUp = ioctl(socket, SIOCSIFFLAGS, &request) == 0;
    close(socket);
    return isUp;
}

bool TestPacs::isInstalled()
{
    return fs::exists(program);
}

TestPacs::TestPacs() : m_port(freePort())
{
    fs::create_directories(m_folder / "storage");
    fs::create_directories(m_folder / "config/foragrade");
    const auto port = std::to_string(m_port);
    const bool isWritten =
        write(m_folder.file("dcmqrscp.cfg"),
              "NetworkTCPPort = " + port +
                  "\nMaxPDUSize = 16384\nMaxAssociations = 16\n"
                  "HostTable BEGIN\nHostTable END\nVendorTable BEGIN\nVendorTable END\nAETable BEGIN\nTESTPACS " +
                  m_folder.file("storage") + " RW (9, 1024mb) ANY\nAETable END\n") &&
        write(configuration(), R"({"schema": "foragrade/pacs/1", "peers": [
            {"name": "archive", "aeTitle": "TESTPACS", "host": "127.0.0.1", "port": )" +
                                   port + R"(, "timeoutSeconds": 10},
            {"name": "stranger", "aeTitle": "OTHERPACS", "host": "127.0.0.1", "port": )" +
                                   port + R"(},
            {"name": "nobody", "aeTitle": "TESTPACS", "host": "127.0.0.1", "port": 1, "timeoutSeconds": 2}]})");
    if (!isWritten)
        throw std::runtime_error("can't write the test's configuration");
    start();
}

TestPacs::~TestPacs()
{
    kill();
}

void TestPacs::start()
{
    using namespace std::chrono_literals;
    m_process = fork();
    if (m_process == 0) {
        setenv("TCP_NODELAY", "1", 1); // quick
        setpgid(0, 0);                 // it has a process of its own for each association, and each is to go
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        const auto log = m_folder.file("log");
        dup2(open(log.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600), STDOUT_FILENO);
        dup2(STDOUT_FILENO, STDERR_FILENO);
        const auto file = m_folder.file("dcmqrscp.cfg");
        execl(program, program, "-v", "-c", file.c_str(), nullptr);
        _exit(127);
    }
    setpgid(m_process, m_process);
    for (int attempt = 0; attempt < 500; ++attempt) {
        if (answers(m_port))
            return;
        std::this_thread::sleep_for(10ms);
    }
    throw std::runtime_error("dcmqrscp doesn't start: " + readFile(m_folder.file("log")).value_or(""));
}

void TestPacs::kill()
{
    if (m_process <= 0)
        return;
    ::kill(-m_process, SIGKILL);
    waitpid(m_process, nullptr, 0);
    m_process = -1;
}

void TestPacs::forgetStudies()
{
    kill();
    fs::remove_all(m_folder / "storage");
    fs::create_directories(m_folder / "storage");
    start();
}

} // namespace grading::test
