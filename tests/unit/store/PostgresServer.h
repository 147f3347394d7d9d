#pragma once

#include "TemporaryFolder.h"

#include <string>
#include <vector>

#include <sys/types.h>

namespace grading::test {

/// A PostgreSQL server from the distribution's package, on loopback, on a free port, in a folder of its own. It is
/// started when first asked for and stopped with the program. PostgreSQL refuses to run as root: then it runs as the
/// package's user `postgres`.
class PostgresServer {
public:
    /// Ends the program with a message when it can't be started.
    static PostgresServer& running();
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    /// An empty database; its URL.
    [[nodiscard]] std::string newDatabase();
    /// The server's error; empty when there is none.
    [[nodiscard]] static std::string execute(const std::string& url, const std::string& statements);

private:
    PostgresServer();
    [[nodiscard]] std::string url(const std::string& database) const;
    [[nodiscard]] pid_t begin(const std::vector<std::string>& command) const;
    void initialize() const;
    bool start();

    samples::TemporaryFolder m_folder;
    std::string m_password;
    pid_t m_process = -1;
    int m_port = 0;
    int m_databases = 0;
};

} // namespace grading::test
