#include "TestPacs.h"
#include "TestSeries.h"

#include "grading/base/Files.h"
#include "grading/dicom/Pacs.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/dicom/StudyCache.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

namespace grading {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

/// Every image's pixels by its uid.
std::map<std::string, std::string> pixelsIn(const fs::path& folder)
{
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        DcmFileFormat file;
        if (!entry.is_regular_file() || file.loadFile(entry.path().c_str()).bad())
            continue;
        OFString uid;
        file.getDataset()->findAndGetOFString(DCM_SOPInstanceUID, uid);
        const Uint16* words = nullptr;
        unsigned long count = 0;
        file.getDataset()->findAndGetUint16Array(DCM_PixelData, words, &count);
        all[uid.c_str()] = std::string(reinterpret_cast<const char*>(words), count * sizeof *words);
    }
    return all;
}

/// Pixels that tell each image from the others.
void fillPixels(const fs::path& folder)
{
    Uint16 number = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        DcmFileFormat file;
        ASSERT_TRUE(file.loadFile(entry.path().c_str()).good());
        ASSERT_TRUE(file.loadAllDataIntoMemory().good());
        const Uint16* words = nullptr;
        unsigned long count = 0;
        ASSERT_TRUE(file.getDataset()->findAndGetUint16Array(DCM_PixelData, words, &count).good());
        std::vector<Uint16> pixels(count);
        for (auto& pixel : pixels)
            pixel = static_cast<Uint16>(++number * 7919);
        file.getDataset()->putAndInsertUint16Array(DCM_PixelData, pixels.data(), count);
        ASSERT_TRUE(file.saveFile(entry.path().c_str(), EXS_LittleEndianExplicit).good());
    }
}

int entriesIn(const fs::path& folder)
{
    return static_cast<int>(std::distance(fs::directory_iterator(folder), {}));
}

} // namespace

class Pacs : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_hasNetwork = test::enterOwnNetwork();
        setenv("TCP_NODELAY", "1", 1); // quick
    }

    void SetUp() override
    {
        if (!s_hasNetwork)
            GTEST_SKIP() << "this system doesn't let a test have a network of its own";
        if (!test::TestPacs::isInstalled())
            GTEST_SKIP() << "dcmqrscp (package dcmtk) isn't installed";
        m_pacs = std::make_unique<test::TestPacs>();
        setenv("XDG_CONFIG_HOME", m_pacs->configurationHome().c_str(), 1);
        setenv("XDG_CACHE_HOME", m_folder.file("cache").c_str(), 1);
        (void)test::writeSeries(source(), m_series);
        fillPixels(source());
    }

    [[nodiscard]] static PacsPeer peer(const std::string& name = "archive") { return findPacsPeer(name).value(); }
    void sendAll() const
    {
        const auto sent = sendToPacs(peer(), {source()});
        ASSERT_TRUE(sent) << sent.error().message();
        ASSERT_EQ(sent->objects, m_series.slices);
    }
    [[nodiscard]] fs::path source() const { return m_folder / "source"; }
    [[nodiscard]] fs::path target() const { return m_folder / "target"; }

    static inline bool s_hasNetwork = false;
    samples::TemporaryFolder m_folder;
    test::TestSeries m_series;
    std::unique_ptr<test::TestPacs> m_pacs;
};

TEST_F(Pacs, AnswersAnEcho)
{
    const auto answered = echo(peer());
    EXPECT_TRUE(answered) << answered.error().message();
}

TEST_F(Pacs, IsSaidToBeOutOfReachOrToRefuseInOneLine)
{
    EXPECT_EQ(echo(peer("nobody")).error().message(),
              "PACS 'nobody': can't be reached at 127.0.0.1:1; check host, port and network");
    EXPECT_THAT(echo(peer("stranger")).error().message(), HasSubstr("refuses the call of 'FORAGRADE' to 'OTHERPACS'"));
    EXPECT_EQ(findPacsPeer("elsewhere").error().code, ErrorCode::NotFound);
}

TEST_F(Pacs, FindsWhatWasSent)
{
    sendAll();
    PacsQuery query;
    query.patientName = "Phantom*";
    const auto studies = findStudies(peer(), query);
    ASSERT_TRUE(studies) << studies.error().message();
    ASSERT_THAT(*studies, SizeIs(1));
    EXPECT_EQ(studies->front().uid, m_series.study);
    EXPECT_EQ(studies->front().patientName, m_series.patientName);
    const auto series = findSeries(peer(), m_series.study);
    ASSERT_TRUE(series) << series.error().message();
    ASSERT_THAT(*series, SizeIs(1));
    EXPECT_EQ(series->front().uid, m_series.series);
    query.patientName = "Nobody*";
    EXPECT_THAT(findStudies(peer(), query).value(), IsEmpty());
}

TEST_F(Pacs, GivesBackEveryImageWithItsPixels)
{
    sendAll();
    const auto got = getStudy(peer(), m_series.study, target());
    ASSERT_TRUE(got) << got.error().message();
    EXPECT_EQ(got->objects, m_series.slices);
    EXPECT_THAT(got->issues, IsEmpty());
    EXPECT_EQ(pixelsIn(target()), pixelsIn(source()));
    EXPECT_THAT(pixelsIn(target()), SizeIs(std::size_t(m_series.slices)));
    EXPECT_EQ(scanFolder({target()})->stacks().size(), 1U);
    EXPECT_EQ(getStudy(peer(), m_series.study, target()).error().code, ErrorCode::Exists);
}

TEST_F(Pacs, LeavesNothingOfAStudyThatItDoesNotHave)
{
    const auto got = getStudy(peer(), m_series.study, target());
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().code, ErrorCode::NotFound) << got.error().message();
    EXPECT_EQ(entriesIn(m_folder.path()), 1); // the source
}

TEST_F(Pacs, LeavesNothingWhenItIsKilledHalfway)
{
    sendAll();
    Progress progress;
    progress.report = [&](double, const std::string&) { m_pacs->kill(); };
    const auto got = getStudy(peer(), m_series.study, target(), progress);
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().code, ErrorCode::Io) << got.error().message();
    EXPECT_THAT(got.error().message(), HasSubstr("broke off"));
    EXPECT_EQ(entriesIn(m_folder.path()), 1);
}

TEST_F(Pacs, LeavesNothingWhenItsUserCancels)
{
    sendAll();
    std::stop_source stop;
    const Progress progress{[&](double, const std::string&) { stop.request_stop(); }, stop.get_token()};
    EXPECT_EQ(getStudy(peer(), m_series.study, target(), progress).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(entriesIn(m_folder.path()), 1);
}

TEST_F(Pacs, IsAskedOnceForAStudyThatStaysTheSame)
{
    sendAll();
    const auto first = cachedStudy("archive", m_series.study, {});
    ASSERT_TRUE(first) << first.error().message();
    EXPECT_EQ(fs::status(studyCacheFolder()).permissions(), fs::perms::owner_all);
    EXPECT_EQ(studyCacheSize().studies, 1);
    EXPECT_GT(studyCacheSize().bytes, 64U * 64 * 2 * 15);
    m_pacs->kill();
    const auto again = cachedStudy("archive", m_series.study, first->digest);
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(again->folder, first->folder);
    EXPECT_THAT(again->issues, IsEmpty());
    ASSERT_TRUE(emptyStudyCache());
    EXPECT_EQ(studyCacheSize().studies, 0);
    EXPECT_EQ(cachedStudy("archive", m_series.study, first->digest).error().code, ErrorCode::Io);
}

TEST_F(Pacs, GivesTheSameDigestForTheSameStudyEachTime)
{
    sendAll();
    const auto first = cachedStudy("archive", m_series.study, {});
    ASSERT_TRUE(first) << first.error().message();
    ASSERT_TRUE(emptyStudyCache());
    const auto second = cachedStudy("archive", m_series.study, first->digest);
    ASSERT_TRUE(second) << second.error().message();
    EXPECT_EQ(second->digest, first->digest);
    EXPECT_THAT(second->issues, IsEmpty());
}

TEST_F(Pacs, IsAskedAgainWhenTheCopyIsNotWhatWasRead)
{
    sendAll();
    const auto first = cachedStudy("archive", m_series.study, {});
    ASSERT_TRUE(first);
    fs::remove(*fs::directory_iterator(first->folder));
    const auto mended = cachedStudy("archive", m_series.study, first->digest);
    ASSERT_TRUE(mended) << mended.error().message();
    EXPECT_EQ(mended->digest, first->digest);
    EXPECT_THAT(mended->issues, IsEmpty());
    EXPECT_THAT(pixelsIn(mended->folder), SizeIs(std::size_t(m_series.slices)));
}

TEST_F(Pacs, SaysThatItsImagesAreNotThoseThatWereRead)
{
    sendAll();
    const auto changed = cachedStudy("archive", m_series.study, std::string(64, '0'));
    ASSERT_TRUE(changed) << changed.error().message();
    ASSERT_THAT(changed->issues, SizeIs(1));
    EXPECT_EQ(changed->issues.front().code, "altered-images");
}

TEST_F(Pacs, LeavesNamesThatTellNothingInTheCache)
{
    sendAll();
    ASSERT_TRUE(cachedStudy("archive", m_series.study, {}));
    for (const auto& entry : fs::recursive_directory_iterator(studyCacheFolder())) {
        EXPECT_THAT(entry.path().string(), testing::Not(HasSubstr(m_series.study.text())));
        EXPECT_THAT(entry.path().string(), testing::Not(HasSubstr("Phantom")));
    }
    m_pacs->forgetStudies();
    const auto gone = cachedStudy("archive", m_series.study, std::string(64, '0'));
    EXPECT_EQ(gone.error().code, ErrorCode::NotFound);
    EXPECT_THAT(gone.error().message(), testing::Not(HasSubstr(m_series.study.text())));
}

TEST(PacsConfiguration, NamesWhatIsWrongInIt)
{
    const samples::TemporaryFolder folder;
    const auto fault = [&](const std::string& peers) {
        const auto file = folder / "pacs.json";
        EXPECT_TRUE(writeFile(file, R"({"schema": "foragrade/pacs/1", "peers": [)" + peers + "]}"));
        const auto read = readPacsPeers(file);
        return read ? std::string() : read.error().message();
    };
    const std::string good = R"("name": "a", "aeTitle": "A", "host": "h")";
    EXPECT_EQ(fault("{" + good + "}"), "");
    EXPECT_THAT(fault("{" + good + "},{" + good + "}"), HasSubstr("twice"));
    EXPECT_THAT(fault("{" + good + R"(, "port": 70000})"), HasSubstr("port"));
    EXPECT_THAT(fault("{" + good + R"(, "timeoutSeconds": "x"})"), HasSubstr("timeoutSeconds"));
    EXPECT_THAT(fault(R"({"name": "a", "aeTitle": "SEVENTEEN LETTERS", "host": "h"})"), HasSubstr("AE title"));
    EXPECT_THAT(fault(R"({"aeTitle": "A", "host": "h"})"), HasSubstr("without name"));
    EXPECT_EQ(readPacsPeers(folder / "missing.json").error().code, ErrorCode::NotFound);
}

} // namespace grading
