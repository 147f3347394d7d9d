#include "ReadingSamples.h"
#include "TemporaryFolder.h"

#include "grading/store/Store.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace grading {

namespace {

/// The writer at work, its confirmations on a pipe.
class Writer {
public:
    explicit Writer(const std::string& store)
    {
        int ends[2];
        if (pipe(ends) != 0)
            return;
        m_process = fork();
        if (m_process == 0) {
            dup2(ends[1], STDOUT_FILENO);
            close(ends[0]);
            execl(STORE_WRITER, STORE_WRITER, store.c_str(), "Reader^One", nullptr);
            _exit(127);
        }
        close(ends[1]);
        m_confirmations = ends[0];
    }

    /// Kills it after that many confirmations and a moment more; gives the last number confirmed, -1 for none.
    int killAfter(int confirmations, std::chrono::microseconds moment)
    {
        std::string text;
        int lines = 0;
        char c = 0;
        while (lines < confirmations && read(m_confirmations, &c, 1) == 1) {
            text += c;
            lines += c == '\n' ? 1 : 0;
        }
        std::this_thread::sleep_for(moment);
        kill(m_process, SIGKILL);
        int status = 0;
        waitpid(m_process, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself";
        while (read(m_confirmations, &c, 1) == 1)
            text += c;
        close(m_confirmations);
        const auto end = text.rfind('\n');
        if (end == std::string::npos)
            return -1;
        return std::stoi(text.substr(text.rfind(' ', end) + 1));
    }

private:
    pid_t m_process = -1;
    int m_confirmations = -1;
};

int markedPixels(const Reading& reading)
{
    const auto* record = reading.find(samples::foramen("L4-L5:R"));
    return record == nullptr ? 0 : static_cast<int>(record->gradedMarks()->labels.count(Structure::NerveRoot));
}

} // namespace

TEST(Store, KeepsAllThatWasConfirmedWhenItsProgramIsKilled)
{
    std::mt19937 random(std::random_device{}());
    const auto between = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    for (int round = 0; round < 6; ++round) {
        const samples::TemporaryFolder folder;
        const auto path = folder.file("readings.db");
        ASSERT_TRUE(Store::open(path).value().add(samples::emptyReading(), folder.path()));
        const int last = Writer(path).killAfter(between(1, 60), std::chrono::microseconds(between(0, 5000)));
        ASSERT_GE(last, 0);

        auto store = Store::open(path, Store::IfMissing::Fail);
        ASSERT_TRUE(store) << store.error().message();
        const auto sample = samples::emptyReading();
        const auto reading = store->load(sample.study.uid, sample.reader.name);
        ASSERT_TRUE(reading) << reading.error().message();
        // A step may have reached the disk without the writer living to say so.
        const int marked = markedPixels(*reading);
        EXPECT_GE(marked, last + 1);
        EXPECT_LE(marked, last + 2);
        const auto events = store->events(sample.id).value();
        EXPECT_EQ(static_cast<int>(events.size()), marked + 1) << "one line of the log for each step and the beginning";
    }
}

} // namespace grading
