#pragma once

#include "TemporaryFolder.h"

#include <string>
#include <vector>

namespace grading::test {

/// A network of this process and its children alone, in which only the loopback is there: what a test's server listens
/// on nobody else can reach. To be called before any thread is started; false where the system doesn't allow it.
[[nodiscard]] bool enterOwnNetwork();

/// DCMTK's image archive for one test, with AE title TESTPACS, which knows FORAGRADE as its caller.
class TestPacs {
public:
    TestPacs();
    ~TestPacs();
    TestPacs(const TestPacs&) = delete;
    TestPacs& operator=(const TestPacs&) = delete;

    [[nodiscard]] static bool isInstalled();
    /// A configuration that names it 'archive', by another AE title 'stranger', and a port where nobody is 'nobody'.
    [[nodiscard]] std::string configuration() const { return m_folder.file("config/foragrade/pacs.json"); }
    /// For XDG_CONFIG_HOME.
    [[nodiscard]] std::string configurationHome() const { return m_folder.file("config"); }
    void kill(); ///< At once, in the middle of whatever it does.
    void forgetStudies();

private:
    void start();

    samples::TemporaryFolder m_folder;
    int m_port = 0;
    int m_process = -1;
};

} // namespace grading::test
