#include "ReadingSamples.h"
#include "TestDatabase.h"

#include "grading/store/Store.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace grading {

namespace {

/// Writers at work on one store, each at its own reading and all at a common one; what they had confirmed stands in a
/// file each.
class Writers {
public:
    Writers(const test::TestDatabase& database, int count) : m_database(database), m_processes(std::size_t(count)) {}

    void start(std::size_t writer)
    {
        const auto own = "Reader^" + std::to_string(writer);
        const auto file = confirmations(writer);
        m_processes[writer] = fork();
        if (m_processes[writer] == 0) {
            dup2(open(file.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600), STDOUT_FILENO);
            execl(STORE_WRITER, STORE_WRITER, m_database.where().c_str(), own.c_str(), "Reader^All", nullptr);
            _exit(127);
        }
    }

    void end(std::size_t writer) const
    {
        kill(m_processes[writer], SIGKILL);
        int status = 0;
        waitpid(m_processes[writer], &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status)) << "writer " << writer << " ended by itself: " << WEXITSTATUS(status);
    }

    /// Of each reader the pixels that were confirmed as marked.
    [[nodiscard]] std::map<std::string, std::multiset<int>> confirmed() const
    {
        std::map<std::string, std::multiset<int>> pixels;
        for (std::size_t i = 0; i < m_processes.size(); ++i) {
            std::ifstream file(confirmations(i));
            std::string reader;
            int pixel = 0;
            while (file >> reader >> pixel)
                pixels[reader].insert(pixel);
        }
        return pixels;
    }

    [[nodiscard]] std::size_t count() const { return m_processes.size(); }

private:
    [[nodiscard]] std::string confirmations(std::size_t writer) const
    {
        return m_database.folder().file("confirmed-" + std::to_string(writer));
    }

    const test::TestDatabase& m_database;
    std::vector<pid_t> m_processes;
};

/// FORAGRADE_TEST_WRITERS_SECONDS, or a few.
std::chrono::seconds duration()
{
    const char* text = std::getenv("FORAGRADE_TEST_WRITERS_SECONDS");
    return std::chrono::seconds(text == nullptr ? 4 : std::atoi(text));
}

/// Kills one after the other at random and starts it again; gives the number of kills.
int disturb(Writers& writers)
{
    std::mt19937 random(std::random_device{}());
    const auto below = [&](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
    for (std::size_t i = 0; i < writers.count(); ++i)
        writers.start(i);
    const auto end = std::chrono::steady_clock::now() + duration();
    int kills = 0;
    while (std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50 + below(400)));
        const auto victim = below(writers.count());
        writers.end(victim);
        writers.start(victim);
        ++kills;
    }
    for (std::size_t i = 0; i < writers.count(); ++i)
        writers.end(i);
    return kills + static_cast<int>(writers.count());
}

Reading readingOf(const std::string& reader)
{
    auto reading = samples::emptyReading();
    reading.id = Uid::fromName(reader);
    reading.reader.name = reader;
    return reading;
}

} // namespace

TEST(ManyWriters, LoseAndDoubleNothingWhenTheyAreKilledAtRandom)
{
    const test::TestDatabase database;
    Writers writers(database, test::TestDatabase::isPostgres ? 8 : 4);
    std::vector<std::string> readers{"Reader^All"};
    for (std::size_t i = 0; i < writers.count(); ++i)
        readers.push_back("Reader^" + std::to_string(i));
    for (const auto& reader : readers)
        ASSERT_TRUE(Store::open(database.where())->add(readingOf(reader), StudyImages{}));
    const int kills = disturb(writers);
    database.settle();

    auto store = Store::open(database.where()).value();
    const auto confirmed = writers.confirmed();
    int steps = 0;
    int unconfirmed = 0;
    for (const auto& reader : readers) {
        const auto reading = store.load(samples::emptyReading().study.uid, reader).value();
        const auto* record = reading.find(samples::foramen("L4-L5:R"));
        const int marked =
            record == nullptr ? 0 : static_cast<int>(record->gradedMarks()->labels.count(Structure::NerveRoot));
        const auto events = static_cast<int>(store.events(reading.id)->size());
        EXPECT_EQ(events, 1 + marked) << reader << ": one line of the log for each step and the beginning";
        const auto said = confirmed.find(reader);
        ASSERT_NE(said, confirmed.end()) << reader;
        EXPECT_EQ(std::set<int>(said->second.begin(), said->second.end()).size(), said->second.size())
            << reader << ": two writers were told that the same step was theirs";
        EXPECT_LT(*said->second.rbegin(), marked) << reader << ": a confirmed step is lost";
        steps += marked;
        unconfirmed += marked - static_cast<int>(said->second.size());
    }
    EXPECT_LE(unconfirmed, kills) << "a killed writer leaves one step at most that it couldn't confirm";
    EXPECT_GT(steps, 0);
    const auto report = store.verify().value();
    EXPECT_TRUE(report.isWhole()) << report.problems.front().where << " " << report.problems.front().text;
    RecordProperty("steps", steps);
    RecordProperty("kills", kills);
    std::printf("%zu writers, %d kills, %d steps, %d of them not confirmed, %lld log lines\n", writers.count(), kills,
                steps, unconfirmed, static_cast<long long>(report.head.number));
}

} // namespace grading
