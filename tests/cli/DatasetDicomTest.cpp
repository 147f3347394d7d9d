#include "DatasetRuns.h"
#include "Validators.h"

#include "grading/base/Files.h"
#include "grading/dicom/StructuredReport.h"
#include "grading/dicom/Validate.h"

#include <dcmtk/dcmdata/dctk.h>
#include <gmock/gmock.h>

#include <set>

namespace grading::test {

using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files.push_back(entry.path());
    }
    return files;
}

/// A term of the sources that dciodvfy doesn't know; dates that are removed.
bool isExpected(const std::string& complaint)
{
    return complaint == "Warning - Unrecognized defined term <M> for value 3 of attribute <Image Type>" ||
           complaint.starts_with("Warning - Missing attribute or value that would be needed to build DICOMDIR - Study");
}

/// Whatever identifies; a description made of words of the vocabulary alone stays.
std::vector<std::string> identitiesOf(const LabelledProject& project)
{
    auto all = project.identities();
    std::erase(all, "MR lumbar spine");
    return all;
}

} // namespace

TEST_F(Datasets, ADicomSetIsReadByPydicomAndNamesNobody)
{
    const auto out = exported({"--format", "dicom", "--key-file", key()});
    EXPECT_THAT(filesNaming(out, identitiesOf(project())), IsEmpty());
    std::map<std::string, int> kinds;
    for (const auto& row : table(out, "dicom.csv"))
        ++kinds[row.at("kind")];
    EXPECT_EQ(kinds, (std::map<std::string, int>{{"image", 36}, {"report", 8}, {"segmentation", 8}}));
    const auto check = runPython("check_dicom_set.py", {"pydicom", "numpy"}, {out});
    if (!check)
        GTEST_SKIP() << "python3-pydicom isn't installed";
    EXPECT_EQ(check->status, 0) << check->err;
    EXPECT_EQ(check->out, "");
}

TEST_F(Datasets, TheReportsOfADicomSetHoldTheGradesOfItsTableAndNothingTyped)
{
    const auto out = exported({"--format", "dicom", "--key-file", key()});
    std::multiset<std::string> inTable;
    for (const auto& row : table(out, "readings.csv"))
        inTable.insert(row.at("subject") + row.at("session") + row.at("foramen") + row.at("grade"));
    std::multiset<std::string> inReports;
    std::map<std::string, std::set<std::string>> namesOf;
    for (const auto& row : table(out, "dicom.csv")) {
        if (row.at("kind") != "report")
            continue;
        const auto report = readStructuredReport(std::filesystem::path(out) / row.at("file"));
        ASSERT_TRUE(report) << report.error().message();
        namesOf[row.at("reader")].insert(report->reading.reader.name);
        for (const auto& [foramen, record] : report->reading.foramina) {
            inReports.insert(row.at("subject") + row.at("session") + foramen.key() +
                             std::to_string(record.grade->digit()));
            EXPECT_EQ(record.comment + record.disagreementReason + record.decisionReason, "");
            EXPECT_TRUE(record.findings.notes.empty()) << record.findings.notes.front();
        }
        EXPECT_TRUE(report->reading.symptoms.empty()) << report->reading.symptoms.front();
    }
    EXPECT_EQ(inReports, inTable);
    ASSERT_EQ(namesOf.size(), 2U);
    for (const auto& [reader, names] : namesOf)
        EXPECT_EQ(names.size(), 1U) << reader;
    EXPECT_NE(namesOf.at("reader-01"), namesOf.at("reader-02"));
}

TEST_F(Datasets, ADicomSetPleasesTheValidators)
{
    const auto out = exported({"--format", "dicom", "--key-file", key(), "--readers", "consensus"});
    const auto checked = validateObjects({out});
    ASSERT_TRUE(checked) << checked.error().message();
    EXPECT_TRUE(checked->isFaultless()) << (checked->issues.empty() ? "" : checked->issues.front().text);
    EXPECT_EQ(checked->reports, 4);
    if (!hasDicom3tools())
        GTEST_SKIP() << "dicom3tools isn't installed";
    const auto files = filesIn(out + "/dicom");
    for (const auto& file : files) {
        auto complaints = complaintsOfDciodvfy(file);
        std::erase_if(complaints, isExpected);
        EXPECT_THAT(complaints, IsEmpty()) << file;
    }
    EXPECT_THAT(complaintsOfDcentvfy(files), IsEmpty());
}

TEST_F(Datasets, TheSameKeyGivesTheSameDicomFilesInPiecesAndAnotherKeyOthers)
{
    const std::vector<std::string> options{"--format", "dicom", "--key-file", key()};
    const auto with = [&](const std::vector<std::string>& more) {
        auto all = options;
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    const auto bytes = contents(exported(with({"--jobs", "2"})));
    EXPECT_EQ(contents(exported(with({"--jobs", "1"}))), bytes);
    const auto pieces = project().file("pieces-dicom");
    for (const char* shard : {"2/2", "1/2"})
        ASSERT_EQ(run(pieces, with({"--shard", shard})).status, 0);
    ASSERT_EQ(merge(pieces).status, 0);
    EXPECT_EQ(contents(pieces), bytes);

    const auto other = project().file("other.key");
    ASSERT_TRUE(writeFile(other, "fedcba9876543210fedcba9876543210"));
    for (const auto& [path, unused] : contents(exported({"--format", "dicom", "--key-file", other})))
        EXPECT_TRUE(!path.ends_with(".dcm") || !bytes.contains(path)) << path;
}

TEST_F(Datasets, AStudyThatCannotBeCleanedStopsADicomSet)
{
    const auto risky = project().file("risky");
    std::filesystem::copy(project().images(), risky, std::filesystem::copy_options::recursive);
    DcmFileFormat file;
    const auto image = filesIn(risky).front();
    ASSERT_TRUE(file.loadFile(image.c_str()).good());
    file.loadAllDataIntoMemory(); // it is written over
    file.getDataset()->putAndInsertString(DCM_BurnedInAnnotation, "YES");
    ASSERT_TRUE(file.saveFile(image.c_str()).good());
    const auto out = project().file("refused-set");
    const auto refused = run(out, {"--format", "dicom", "--key-file", key(), "--images", risky});
    EXPECT_EQ(refused.status, 3) << refused.err;
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST_F(Datasets, DicomNeedsTheProjectsKeyAndTheImages)
{
    const auto out = project().file("dicom");
    const auto refused = run(out, {"--format", "dicom"});
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, HasSubstr("--key-file"));
    EXPECT_EQ(run(out, {"--format", "dicom", "--key-file", key(), "--no-images"}).status, 2);
    EXPECT_EQ(run(out, {"--format", "nifti", "--key-file", key()}).status, 2);
    EXPECT_EQ(run(out, {"--format", "rsna", "--key-file", key(), "--no-images"}).status, 2);
    EXPECT_FALSE(std::filesystem::exists(out + ".parts"));
}

TEST_F(Datasets, RsnaHasItsImagesUnderTheNumbersOfItsTablesWhenAKeyIsGiven)
{
    const auto out = exported({"--format", "rsna", "--key-file", key()});
    EXPECT_THAT(filesNaming(out, identitiesOf(project())), IsEmpty());
    EXPECT_EQ(filesIn(out + "/train_images").size(), 36U);
    for (const auto& row : table(out, "reader-01/train_label_coordinates.csv")) {
        const auto folder = out + "/train_images/" + row.at("study_id") + '/' + row.at("series_id") + '/';
        DcmFileFormat file;
        ASSERT_TRUE(file.loadFile((folder + row.at("instance_number") + ".dcm").c_str()).good()) << folder;
        OFString x;
        file.getDataset()->findAndGetOFString(DCM_ImagePositionPatient, x, 0);
        EXPECT_NEAR(std::stod(x.c_str()), project().grid().toPatient(VoxelIndex{0, 0, LabelledProject::gradedSlice}).x,
                    1e-3);
    }
}

} // namespace grading::test
