#include "ExportedStudy.h"
#include "SeedStudy.h"
#include "Seeds.h"

#include "grading/base/Files.h"
#include "grading/dicom/ImportReading.h"
#include "grading/dicom/LoadVolume.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/dicom/Validate.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <random>

#include <sys/resource.h>

// What no reader may do with a broken file is crash, hang or take the machine's memory; this runs under the sanitizers
// too (scripts/test --preset asan). FORAGRADE_MUTATIONS says how many mutations a test makes of its files.

namespace grading {

namespace {

namespace fs = std::filesystem;
using fuzz::Seed;
using test::ExportedStudy;

constexpr std::size_t usualMutations = 100;

std::size_t mutations()
{
    const char* wanted = std::getenv("FORAGRADE_MUTATIONS");
    return wanted == nullptr ? usualMutations : std::strtoull(wanted, nullptr, 10);
}

/// The same for the same number: a few bits, bytes, lengths and pieces changed.
class Mutation {
public:
    explicit Mutation(std::uint64_t number) : m_random(number) {}

    std::string of(std::string bytes)
    {
        for (auto changes = 1 + below(4); changes > 0 && !bytes.empty(); --changes)
            change(bytes, below(bytes.size()));
        return bytes;
    }

private:
    std::size_t below(std::size_t end) { return m_random() % end; }

    void change(std::string& bytes, std::size_t at)
    {
        constexpr std::size_t longestPiece = 64;
        const std::size_t size = 1 + below(longestPiece);
        const std::string piece = bytes.substr(below(bytes.size()), size);
        switch (below(7)) {
        case 0:
            bytes[at] = static_cast<char>(bytes[at] ^ 1 << below(8));
            return;
        case 1:
            bytes[at] = static_cast<char>(below(256));
            return;
        case 2:
            return setLength(bytes, at);
        case 3:
            bytes.erase(at, size);
            return;
        case 4:
            bytes.insert(at, piece);
            return;
        case 5:
            bytes.replace(at, size, piece);
            return;
        default:
            if (below(4) == 0) // a cut hides what the other changes do
                bytes.resize(at);
        }
    }

    /// Two or four bytes become a number at which counting goes wrong.
    void setLength(std::string& bytes, std::size_t at)
    {
        constexpr std::array<std::uint32_t, 10> edges{0,      1,          0x7f,       0xff,       0x7fff,
                                                      0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff};
        const std::uint32_t value = edges[below(edges.size())];
        at = at / 2 * 2;
        const std::size_t width = std::min(bytes.size() - at, 2 + 2 * below(2));
        for (std::size_t i = 0; i < width; ++i)
            bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xff);
    }

    std::mt19937_64 m_random;
};

/// A study with a report and its segmentations, and one broken file among them that every reader gets.
class BrokenFile : public testing::Test {
protected:
    BrokenFile()
    {
        auto reading = m_study.newReading();
        auto& record = reading.foramina[*Foramen::parse("L4-L5:R")];
        record.grade = Grade::from(2);
        record.marks.push_back(m_study.marksOn(0));
        m_valid = m_study.write(reading);
    }

    void expectNoHarmOfMutations(const std::vector<Seed>& sources)
    {
        ASSERT_FALSE(sources.empty());
        for (std::size_t i = 0; i < mutations(); ++i)
            readEveryWay(Mutation(i).of(sources[i % sources.size()].bytes));
        say(mutations());
    }

    /// Crashes and reports of a sanitizer end the program; `m_file` is left then.
    void readEveryWay(const std::string& bytes)
    {
        const auto begun = std::chrono::steady_clock::now();
        std::ofstream(m_file, std::ios::binary) << bytes; // writeFile waits for the disk
        const auto stacks = m_study.catalogue().stacks();
        const auto scanned = scanFolder({m_folder.path(), m_study.folder() / "first"}, {1});
        ASSERT_TRUE(scanned);
        for (const auto* stack : scanned->stacks())
            (void)(stack->geometry ? loadVolume(*stack) : loadFrame(*stack, 0));
        (void)readSegmentation(m_file);
        (void)readSegmentation(m_file, stacks);
        (void)readStructuredReport(m_file);
        (void)importReading(m_file, m_valid.segmentations, m_study.catalogue());
        (void)importReading(m_valid.report, {m_file}, m_study.catalogue());
        (void)validateObjects({m_file, m_study.folder() / "export"});
        m_slowest = std::max<std::chrono::duration<double>>(m_slowest, std::chrono::steady_clock::now() - begun);
    }

    void say(std::size_t files) const
    {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        std::printf("%zu files, the slowest took %.2f s, %ld MB at most\n", files, m_slowest.count(),
                    usage.ru_maxrss >> 10);
    }

    ExportedStudy m_study{fuzz::seedSeries()};
    ExportedStudy::Objects m_valid;
    samples::TemporaryFolder m_folder;
    fs::path m_file = m_folder / "broken.dcm";
    std::chrono::duration<double> m_slowest{};
};

} // namespace

TEST_F(BrokenFile, IsMadeFromWholeOnes)
{
    for (const auto& image : fuzz::imageSeeds()) {
        if (image.name == "dicomdir.dcm")
            continue;
        ASSERT_TRUE(writeFile(m_file, image.bytes));
        const auto scanned = scanFolder({m_file}).value();
        ASSERT_EQ(scanned.stacks().size(), 1u) << image.name;
        const auto volume = loadVolume(*scanned.stacks().front());
        EXPECT_TRUE(volume) << image.name << ": " << volume.error().message();
    }
    for (const auto& segmentation : fuzz::objectSeeds().segmentations) {
        ASSERT_TRUE(writeFile(m_file, segmentation.bytes));
        EXPECT_TRUE(readSegmentation(m_file, m_study.catalogue().stacks()));
    }
    for (const auto& report : fuzz::objectSeeds().reports) {
        ASSERT_TRUE(writeFile(m_file, report.bytes));
        EXPECT_TRUE(readStructuredReport(m_file));
    }
}

TEST_F(BrokenFile, MutatedImageDoesNoHarm)
{
    expectNoHarmOfMutations(fuzz::imageSeeds());
}

TEST_F(BrokenFile, MutatedSegmentationDoesNoHarm)
{
    expectNoHarmOfMutations(fuzz::objectSeeds().segmentations);
}

TEST_F(BrokenFile, MutatedReportDoesNoHarm)
{
    expectNoHarmOfMutations(fuzz::objectSeeds().reports);
}

TEST_F(BrokenFile, OfTheHostileCollectionDoesNoHarmNorItsMutations)
{
    const auto data = test::testData();
    if (data.empty())
        GTEST_SKIP() << "no test data: hostile";
    std::vector<Seed> files;
    for (const auto& entry : fs::recursive_directory_iterator(data / "hostile")) {
        if (entry.is_regular_file())
            files.push_back({entry.path().filename().string(), readFile(entry.path()).value()});
    }
    std::ranges::sort(files, {}, &Seed::name);
    for (const auto& file : files)
        readEveryWay(file.bytes);
    say(files.size());
    expectNoHarmOfMutations(files);
}

} // namespace grading
