#include "ReadingSamples.h"
#include "TemporaryFolder.h"

#include "grading/base/Files.h"
#include "grading/dataset/DataSet.h"
#include "grading/store/Store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

namespace grading {

namespace fs = std::filesystem;
using testing::HasSubstr;

namespace {

std::map<std::string, std::string> contents(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files[fs::relative(entry.path(), folder).string()] = readFile(entry.path()).value();
    }
    return files;
}

std::vector<std::string> namesIn(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

constexpr int studies = 130; ///< More than one piece takes.
constexpr int ofFirst = 101; ///< Of one patient; the others are of one each.

/// Signed readings with marks, made once.
fs::path storeOfAll()
{
    static const samples::TemporaryFolder folder;
    static const auto file = [] {
        auto path = folder.file("readings.db");
        auto store = Store::open(path).value();
        for (int i = 0; i < studies; ++i) {
            auto reading = samples::withRoot(samples::emptyReading(), samples::foramen("L4-L5:R"), i % 2 == 0);
            reading.id = Uid("2.25.3" + std::to_string(i));
            reading.study.uid = Uid("2.25.6" + std::to_string(i));
            reading.study.patientId = "P-" + std::to_string(std::max(0, i - ofFirst + 1));
            reading.foramina.begin()->second.grade = Grade::from(i % 4);
            reading.status = ReadingStatus::Signed;
            reading.signedAt = reading.created;
            EXPECT_TRUE(store.add(reading, fs::path()));
        }
        return path;
    }();
    return file;
}

class LongExport : public testing::Test {
protected:
    LongExport()
    {
        m_request.store = m_folder.file("readings.db");
        fs::copy_file(storeOfAll(), m_request.store);
        m_request.format = DataSetFormat::Nifti;
        m_request.images = DataSetImages::None;
    }

    samples::TemporaryFolder m_folder;
    DataSetRequest m_request;
};

} // namespace

TEST_F(LongExport, CancelledLeavesWholePiecesAndGoesOnFromThem)
{
    const auto whole = m_folder / "whole";
    ASSERT_TRUE(exportDataSet(m_request, whole, 2));

    const auto out = m_folder / "cancelled";
    std::stop_source stop;
    Progress untilSecondPiece;
    untilSecondPiece.stop = stop.get_token();
    untilSecondPiece.report = [&](double fraction, const std::string&) {
        if (fraction > 0.6)
            stop.request_stop();
    };
    const auto cancelled = exportDataSet(m_request, out, 2, untilSecondPiece);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(out));
    EXPECT_EQ(namesIn(m_folder / "cancelled.parts"), (std::vector<std::string>{"part-0001-of-0003", "request.json"}));

    double first = 2;
    Progress goingOn;
    goingOn.report = [&](double fraction, const std::string&) {
        first = std::min(first, fraction == 0 ? 2 : fraction);
    };
    const auto done = exportDataSet(m_request, out, 2, goingOn);
    ASSERT_TRUE(done) << done.error().message();
    EXPECT_GT(first, 0.3) << "the first piece was made again";
    EXPECT_EQ(contents(out), contents(whole));
    EXPECT_FALSE(fs::exists(m_folder / "cancelled.parts"));
}

TEST_F(LongExport, AnExceptionInAThreadIsTheErrorOfTheRunAndLeavesNothingHalfWritten)
{
    const auto out = m_folder / "stopped";
    Progress throwing;
    throwing.report = [](double, const std::string&) { throw std::bad_alloc(); };
    const auto stopped = exportDataSet(m_request, out, 2, throwing);
    ASSERT_FALSE(stopped);
    EXPECT_THAT(stopped.error().message(), HasSubstr("memory: ran out"));
    EXPECT_EQ(namesIn(m_folder.path()), (std::vector<std::string>{"readings.db"}));
}

TEST_F(LongExport, WhatACrashLeftHalfDoneIsMadeAnew)
{
    const auto whole = m_folder / "whole";
    ASSERT_TRUE(exportDataSet(m_request, whole, 1));
    const auto out = m_folder / "crashed";
    ASSERT_TRUE(exportShard(m_request, out, {2, 3}, 1));
    const auto half = m_folder / "crashed.parts" / ".making-part-0001-of-0003-99";
    fs::create_directories(half / "data/labels");
    ASSERT_TRUE(writeFile(half / "data/labels/half.nii.gz", "half"));
    fs::create_directories(m_folder / "crashed.parts" / "whole");
    ASSERT_TRUE(writeFile(m_folder / "crashed.parts" / "whole" / "half.csv", "half"));
    ASSERT_TRUE(exportDataSet(m_request, out, 1));
    EXPECT_EQ(contents(out), contents(whole));
}

TEST_F(LongExport, APieceThatLostBytesMeanwhileIsMadeAnew)
{
    const auto whole = m_folder / "whole";
    ASSERT_TRUE(exportDataSet(m_request, whole, 2));
    const auto out = m_folder / "lost";
    const auto pieces = m_folder / "lost.parts";
    ASSERT_TRUE(exportShard(m_request, out, {1, 3}, 1));
    ASSERT_TRUE(exportShard(m_request, out, {3, 3}, 1));
    const auto file = fs::directory_iterator(pieces / "part-0001-of-0003" / "data" / "labels")->path();
    const auto length = fs::file_size(file);
    fs::resize_file(file, 0); // as a file system does it when the power fails
    fs::resize_file(file, length);
    fs::resize_file(pieces / "part-0003-of-0003" / "index.cbor", 0);
    EXPECT_FALSE(mergeShards(out));
    ASSERT_TRUE(exportDataSet(m_request, out, 2));
    EXPECT_EQ(contents(out), contents(whole));
}

TEST_F(LongExport, MoreThan99StudiesOfAPatientHaveNumbersOfTheirOwn)
{
    m_request.format = DataSetFormat::Rsna;
    ASSERT_TRUE(exportDataSet(m_request, m_folder / "rsna", 2));
    std::istringstream lines(readFile(m_folder / "rsna" / "train.csv").value());
    std::set<std::string> ids;
    for (std::string line; std::getline(lines, line);)
        ids.insert(line.substr(0, line.find(',')));
    EXPECT_EQ(ids.size(), studies + 1U) << "with the header";
}

TEST_F(LongExport, AReadingSignedMeanwhileIsNotMixedIn)
{
    const auto out = m_folder / "mixed";
    ASSERT_TRUE(exportShard(m_request, out, {1, 2}, 1));
    auto late = samples::emptyReading();
    late.id = Uid("2.25.999");
    late.study.uid = Uid("2.25.998");
    late.foramina[samples::foramen("L4-L5:R")].grade = Grade::from(1);
    late.status = ReadingStatus::Signed;
    late.signedAt = late.created;
    ASSERT_TRUE(Store::open(m_request.store).value().add(late, fs::path()));
    const auto second = exportShard(m_request, out, {2, 2}, 1);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Exists);
    EXPECT_THAT(second.error().message(), HasSubstr("signed since"));
}

TEST_F(LongExport, ALostByteInAPieceIsNoticed)
{
    const auto out = m_folder / "short";
    ASSERT_TRUE(exportShard(m_request, out, {1, 1}, 1));
    const auto data = m_folder / "short.parts" / "part-0001-of-0001" / "data" / "labels";
    const auto file = fs::directory_iterator(data)->path();
    fs::resize_file(file, fs::file_size(file) - 1);
    EXPECT_FALSE(mergeShards(out));
    EXPECT_FALSE(fs::exists(out));
}

TEST_F(LongExport, AsManyReadingsAsWereSignedAreThere)
{
    const auto done = exportDataSet(m_request, m_folder / "counted", 2);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->readings, studies);
    EXPECT_EQ(done->patients, studies - ofFirst + 1);
    EXPECT_EQ(namesIn(m_folder / "counted" / "labels").size(), std::size_t(studies));
}

} // namespace grading
