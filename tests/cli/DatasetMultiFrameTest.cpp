// Data sets of a study whose images are the frames of one file, as enhanced MR has them.
#include "AnalyticSlices.h"
#include "CommandLine.h"
#include "ReadingSamples.h"
#include "TestSeries.h"

#include "grading/base/Csv.h"
#include "grading/base/Files.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/store/Project.h"
#include "grading/store/StoredSession.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace grading::test {

namespace fs = std::filesystem;

namespace {

constexpr int frames = 9;
constexpr int markedSlice = 2; ///< From 0, in the order of the slices.

/// A closed project of one study: nine frames stored from the last slice to the first, the third slice marked and
/// graded by Reader^A.
class MultiFrameSet : public testing::Test {
protected:
    explicit MultiFrameSet(std::ptrdiff_t perFile = frames)
    {
        AnalyticSlice first;
        first.columns = 40;
        first.rows = 40;
        auto slices = stackOf(first, frames, 4.4);
        std::ranges::reverse(slices);
        for (std::ptrdiff_t at = 0; at < frames; at += perFile) {
            const auto end = std::min<std::ptrdiff_t>(at + perFile, frames);
            const auto number = std::to_string(at + 1);
            finish(writeMultiFrame(m_folder / "images" / number, {slices.begin() + at, slices.begin() + end}),
                   m_series + number);
        }
        const auto catalogue = scanFolder({m_folder / "images"}).value();
        m_stack = *catalogue.stacks().at(0);
        fillProject();
    }

    /// Gives it an instance of its own and all that names a patient, in the frames too.
    static void finish(const fs::path& path, const std::string& instance)
    {
        DcmFileFormat file;
        ASSERT_TRUE(file.loadFile(path.c_str()).good());
        file.loadAllDataIntoMemory(); // it is written over
        auto& item = *file.getDataset();
        item.putAndInsertString(DCM_SOPInstanceUID, instance.c_str());
        item.putAndInsertString(DCM_PatientName, "Patientname^1");
        item.putAndInsertString(DCM_PatientID, "HOSP-771");
        item.putAndInsertString(DCM_StudyDate, "20260301");
        item.putAndInsertString(DCM_ContentDate, "20260301");
        DcmItem* frame = nullptr;
        for (long i = 0; item.findAndGetSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, i).good(); ++i) {
            DcmItem* content = nullptr;
            ASSERT_TRUE(frame->findAndGetSequenceItem(DCM_FrameContentSequence, content).good());
            content->putAndInsertString(DCM_FrameAcquisitionDateTime, "20260301101500");
            content->putAndInsertString(DCM_FrameComments, "Patientname moved");
        }
        ASSERT_TRUE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
    }

    void fillProject() const
    {
        auto store = Store::open(m_store).value();
        store.actAs("Manager^One");
        const auto foramen = samples::foramen("L4-L5:R");
        Protocol protocol;
        protocol.foramina = {foramen};
        protocol.readersPerStudy = 1;
        ASSERT_TRUE(
            addProject(store, {"Narrowing", protocol, {{"Manager^One", "Hospital", MemberRole::Manager}}, true}));
        ASSERT_TRUE(addMember(store, "Narrowing", {"Reader^A", "Hospital", MemberRole::Reader}));
        const StudyIdentity identity{m_stack.studyUid, "Patientname^1", "HOSP-771", "20260301", "", "LSPINE"};
        ASSERT_TRUE(assignStudies(store, "Narrowing", {{identity, {m_folder / "images", {}}}}, ""));
        store.actAs("Reader^A");
        auto draft = samples::emptyReading();
        draft.study.uid = m_stack.studyUid;
        draft.reader = {"Reader^A", "Hospital", ReaderRole::Reader};
        ASSERT_TRUE(store.add(draft, m_folder / "images"));
        auto session = openSession(store, m_stack.studyUid, "Reader^A").value();
        const MarkTarget target{foramen, m_stack.id, m_stack.frameOfReference, *m_stack.geometry, markedSlice};
        const PixelSet root({{10, 12, 20}, {11, 12, 20}});
        ASSERT_TRUE(session.apply(commands::mark("Brush", target, root, Structure::NerveRoot, PaintMode::Replace)));
        ASSERT_TRUE(session.apply(commands::setGrade(foramen, Grade::from(2))));
        const auto done = session.apply(commands::sign(now()));
        ASSERT_TRUE(done) << done.error().message();
    }

    fs::path exported(const std::string& format) const
    {
        const auto key = m_folder.file("project.key");
        EXPECT_TRUE(writeFile(key, "0123456789abcdef0123456789abcdef"));
        auto out = m_folder / format;
        const auto run = runCli({"dataset", "export", "--store", m_store, "--project", "Narrowing", "--as",
                                 "Manager^One", "--out", out.string(), "--format", format, "--key-file", key});
        EXPECT_EQ(run.status, 0) << run.err;
        return out;
    }

    static std::vector<std::vector<std::string>> rows(const fs::path& file)
    {
        std::vector<std::vector<std::string>> all;
        const auto records = parseCsv(readFile(file).value(), file.string()).value();
        for (const auto& record : records)
            all.push_back(record.fields);
        all.erase(all.begin());
        return all;
    }

    /// The value of the first pixel, which tells the slice.
    static int firstPixel(const fs::path& path, int frame)
    {
        DcmFileFormat file;
        const Uint16* pixels = nullptr;
        EXPECT_TRUE(file.loadFile(path.c_str()).good()) << path;
        EXPECT_TRUE(file.getDataset()->findAndGetUint16Array(DCM_PixelData, pixels).good());
        return pixels == nullptr ? -1 : pixels[std::ptrdiff_t(frame - 1) * 40 * 40];
    }

    static void expectNobodyNamed(const fs::path& folder)
    {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            const auto bytes = entry.is_regular_file() ? readFile(entry.path()).value() : std::string();
            for (const char* text : {"Patientname", "HOSP-771", "202603011015"})
                EXPECT_EQ(bytes.find(text), std::string::npos) << entry.path() << " has " << text;
        }
    }

    void expectEachSliceInItsFrame() const;

    const std::string m_series = "1.2.826.0.1.3680043.10.543.7.1.";
    TemporaryFolder m_folder;
    std::string m_store = m_folder.file("study.db");
    Stack m_stack;
};

/// Five frames in the first file, four in the second.
class MultiFrameFiles : public MultiFrameSet {
protected:
    MultiFrameFiles() : MultiFrameSet(5) {}
};

void MultiFrameSet::expectEachSliceInItsFrame() const
{
    const auto out = exported("rsna");
    expectNobodyNamed(out);
    const auto coordinates = rows(out / "train_label_coordinates.csv");
    ASSERT_EQ(coordinates.size(), 1U);
    EXPECT_EQ(coordinates[0][2], std::to_string(markedSlice + 1));
    const auto found = rows(out / "train_image_frames.csv");
    ASSERT_EQ(found.size(), std::size_t(frames));
    for (const auto& row : found) { // study, series, instance, file, frame
        const auto file = out / "train_images" / row[0] / row[1] / row[3];
        EXPECT_EQ(firstPixel(file, std::stoi(row[4])), 40 * (std::stoi(row[2]) - 1)) << row[2];
        EXPECT_EQ(row[1], coordinates[0][1]);
    }
    const auto dictionary = readFile(out / "data-dictionary.csv").value();
    EXPECT_NE(dictionary.find("train_image_frames.csv,frame"), std::string::npos);
}

} // namespace

TEST_F(MultiFrameSet, OfRsnaSaysInWhichFrameEachSliceIs)
{
    expectEachSliceInItsFrame();
}

TEST_F(MultiFrameFiles, OfRsnaAreAllThere)
{
    expectEachSliceInItsFrame();
}

TEST_F(MultiFrameSet, OfDicomRefersToTheMarkedFrame)
{
    const auto out = exported("dicom");
    expectNobodyNamed(out);
    std::map<std::string, fs::path> files;
    for (const auto& row : rows(out / "dicom.csv"))
        files[row[2]] = out / row[5];
    ASSERT_EQ(files.size(), 3U) << "image, segmentation, report";
    DcmFileFormat image;
    DcmFileFormat segmentation;
    ASSERT_TRUE(image.loadFile(files["image"].c_str()).good());
    ASSERT_TRUE(segmentation.loadFile(files["segmentation"].c_str()).good());
    OFString uid;
    image.getDataset()->findAndGetOFString(DCM_SOPInstanceUID, uid);
    DcmStack found;
    std::set<int> numbers;
    while (segmentation.getDataset()->search(DCM_ReferencedFrameNumber, found, ESM_afterStackTop, OFTrue).good()) {
        OFString number;
        dynamic_cast<DcmElement*>(found.top())->getOFString(number, 0);
        numbers.insert(std::stoi(number));
        OFString referenced;
        dynamic_cast<DcmItem*>(found.elem(1))->findAndGetOFString(DCM_ReferencedSOPInstanceUID, referenced);
        EXPECT_EQ(referenced, uid);
    }
    ASSERT_TRUE(numbers.contains(frames - markedSlice)) << "stored from the last to the first";
    EXPECT_EQ(firstPixel(files["image"], frames - markedSlice), 40 * markedSlice);
    const auto check = runPython("check_dicom_set.py", {"pydicom", "numpy"}, {out.string()});
    if (check) {
        EXPECT_EQ(check->out + check->err, "");
    }
    const auto valid = runCli({"validate", (out / "dicom").string()});
    EXPECT_EQ(valid.status, 0) << valid.out << valid.err;
}

} // namespace grading::test
