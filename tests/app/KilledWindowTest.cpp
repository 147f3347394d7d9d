#include "MarkedSoFar.h"
#include "SyntheticStudy.h"

#include "MainWindow.h"

#include "grading/store/StoredSession.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

#include <random>

namespace foragrade {
namespace {

/// What the window confirmed, line by line, until it was killed.
std::vector<std::string> confirmationsUntilKilled(const QString& store, int confirmations, int moreMilliseconds)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(APP_MARKER, {store});
    QByteArray said;
    QElapsedTimer waited;
    waited.start();
    while (said.count('\n') < confirmations && waited.elapsed() < 60000 && program.state() != QProcess::NotRunning) {
        program.waitForReadyRead(100);
        said += program.readAllStandardOutput();
    }
    program.waitForReadyRead(moreMilliseconds);
    program.kill(); // SIGKILL
    program.waitForFinished();
    EXPECT_EQ(program.exitStatus(), QProcess::CrashExit) << "the window ended by itself";
    said += program.readAllStandardOutput();
    std::vector<std::string> lines;
    for (const auto& line : said.left(said.lastIndexOf('\n')).split('\n'))
        lines.push_back(line.toStdString());
    return lines;
}

TEST(KilledWindow, ReopensWithAllThatItsScreenHadConfirmed)
{
    std::mt19937 random(std::random_device{}());
    const auto between = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    for (int round = 0; round < 4; ++round) {
        const QTemporaryDir folder;
        const QString store = folder.filePath("readings.db");
        const auto confirmed = confirmationsUntilKilled(store, between(1, 60), between(0, 20));
        ASSERT_FALSE(confirmed.empty());

        // One step may have reached the disk without the window living to say so: then the one before it is confirmed.
        auto kept = grading::Store::open(store.toStdString(), grading::Store::IfMissing::Fail);
        ASSERT_TRUE(kept) << kept.error().message();
        const auto reading = kept->load(grading::Uid("1.2.3"), test::markingReader);
        ASSERT_TRUE(reading) << reading.error().message();
        const auto steps = kept->events(reading->id).value().size() - 1; // the first line is the reading's beginning
        EXPECT_GE(steps, confirmed.size());
        EXPECT_LE(steps, confirmed.size() + 1);
        if (steps == confirmed.size()) {
            EXPECT_EQ(test::markedSoFar(*reading), confirmed.back());
        }

        MainWindow window(Options{{}, store, test::markingReader, false});
        auto study = test::SyntheticStudy::make();
        window.study().show(std::move(study.catalogue), std::move(study.volumes));
        ASSERT_TRUE(window.desk().isOpen()) << window.message().toStdString();
        EXPECT_EQ(window.desk().reading(), *reading);
    }
}

} // namespace
} // namespace foragrade
