#include "Confirmation.h"
#include "SyntheticStudy.h"

#include "MainWindow.h"

#include "grading/store/StoredSession.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <gtest/gtest.h>

#include <cstdio>
#include <random>
#include <set>

namespace foragrade {
namespace {

/// What the window confirmed, line by line, until it was killed: so long after so many confirmations.
std::vector<std::string> confirmationsUntilKilled(const QString& store, int confirmations,
                                                  std::chrono::microseconds moment)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(APP_READING, {store});
    QByteArray said;
    QElapsedTimer waited;
    waited.start();
    while (said.count('\n') < confirmations && waited.elapsed() < 60000 && program.state() != QProcess::NotRunning) {
        program.waitForReadyRead(100);
        said += program.readAllStandardOutput();
    }
    QThread::usleep(static_cast<unsigned long>(moment.count()));
    program.kill(); // SIGKILL
    program.waitForFinished();
    EXPECT_EQ(program.exitStatus(), QProcess::CrashExit) << "the window ended by itself";
    said += program.readAllStandardOutput();
    std::vector<std::string> lines;
    for (const auto& line : said.left(std::max<qsizetype>(0, said.lastIndexOf('\n'))).split('\n'))
        lines.push_back(line.toStdString());
    return lines;
}

/// FORAGRADE_TEST_KILLS times: 10 unless it says otherwise.
TEST(KilledWindow, ReopensWithAllThatItsScreenHadConfirmed)
{
    bool isSaid = false;
    const int asked = qEnvironmentVariableIntValue("FORAGRADE_TEST_KILLS", &isSaid);
    const int kills = isSaid ? asked : 10;
    std::mt19937 random(std::random_device{}());
    const auto between = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    std::size_t confirmedInAll = 0;
    std::size_t unconfirmed = 0;
    std::set<std::string> commands;
    for (int round = 0; round < kills; ++round) {
        const QTemporaryDir folder;
        const QString store = folder.filePath("readings.db");
        const auto confirmed =
            confirmationsUntilKilled(store, between(1, 40), std::chrono::microseconds(between(0, 40'000)));
        ASSERT_FALSE(confirmed.empty());

        // One step may have reached the disk without the window living to say so: then the one before it is confirmed.
        auto kept = grading::Store::open(store.toStdString(), grading::Store::IfMissing::Fail);
        ASSERT_TRUE(kept) << kept.error().message();
        const auto reading = kept->load(grading::Uid("1.2.3"), test::scriptedReader);
        ASSERT_TRUE(reading) << reading.error().message();
        const auto events = kept->events(reading->id).value();
        const auto steps = events.size() - 1; // the first line is the reading's beginning
        EXPECT_GE(steps, confirmed.size());
        EXPECT_LE(steps, confirmed.size() + 1);
        if (steps == confirmed.size()) {
            EXPECT_EQ(test::confirmationOf(*reading), confirmed.back());
        }
        const auto audit = kept->verify();
        ASSERT_TRUE(audit) << audit.error().message();
        EXPECT_TRUE(audit->isWhole());
        confirmedInAll += confirmed.size();
        unconfirmed += steps - confirmed.size();
        for (const auto& event : events)
            commands.insert(event.name.substr(0, event.name.find(',')));

        MainWindow window(Options{{}, store, test::scriptedReader, false});
        auto study = test::SyntheticStudy::make();
        window.study().show(std::move(study.catalogue), std::move(study.volumes));
        ASSERT_TRUE(window.desk().isOpen()) << window.message().toStdString();
        EXPECT_EQ(window.desk().reading(), *reading);
    }
    std::printf("%d kills, %zu confirmed steps of %zu kinds, %zu steps stored and not yet confirmed%s\n", kills,
                confirmedInAll, commands.size(), unconfirmed, HasFailure() ? "" : ", none lost");
}

} // namespace
} // namespace foragrade
