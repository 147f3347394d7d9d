#include "ScannedFolder.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <gtest/gtest.h>

#include <fstream>

namespace grading {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(ScanFolder, BirthDateAndSexAreTakenUnlessTheIdentityWasRemoved)
{
    for (const char* removed : {"NO", "YES"}) {
        ScannedFolder scanned(stackOf({}, 2, 4));
        for (const auto& frame : scanned.only().frames) {
            DcmFileFormat file;
            ASSERT_TRUE(file.loadFile(frame.file.c_str()).good());
            auto& dataset = *file.getDataset();
            dataset.putAndInsertString(DCM_PatientBirthDate, "19610830");
            dataset.putAndInsertString(DCM_PatientSex, "F");
            dataset.putAndInsertString(DCM_PatientIdentityRemoved, removed);
            ASSERT_TRUE(file.saveFile(frame.file.c_str(), EXS_LittleEndianExplicit).good());
        }
        scanned.scan();
        const bool isKept = std::string(removed) == "NO";
        EXPECT_EQ(scanned.catalogue.studies[0].patientBirthDate, isKept ? "19610830" : "");
        EXPECT_EQ(scanned.catalogue.studies[0].patientSex, isKept ? "F" : "");
    }
}

TEST(ScanFolder, ReadsFilesWithoutPreambleImplicitBigEndianAndDeflated)
{
    for (const auto syntax : {EXS_LittleEndianImplicit, EXS_LittleEndianExplicit, EXS_BigEndianExplicit,
                              EXS_DeflatedLittleEndianExplicit}) {
        AnalyticSlice slice;
        slice.transferSyntax = syntax;
        const ScannedFolder scanned(stackOf(slice, 3, 4));
        EXPECT_THAT(sliceCounts(scanned.catalogue), ElementsAre(3)) << DcmXfer(syntax).getXferName();
        EXPECT_THAT(scanned.catalogue.issues, IsEmpty());
        if (syntax == EXS_DeflatedLittleEndianExplicit)
            continue; // nothing says that it is deflated without a meta header
        slice.hasMetaHeader = false;
        const ScannedFolder bare(stackOf(slice, 3, 4));
        EXPECT_THAT(sliceCounts(bare.catalogue), ElementsAre(3)) << DcmXfer(syntax).getXferName();
    }
}

TEST(ScanFolder, AnExceptionInAThreadIsTheErrorOfTheScan)
{
    const ScannedFolder scanned(stackOf({}, 3, 4));
    Progress throwing;
    throwing.report = [](double, const std::string&) { throw std::bad_alloc(); };
    const auto stopped = scanFolder({scanned.folder.path()}, {}, throwing);
    ASSERT_FALSE(stopped);
    EXPECT_THAT(stopped.error().message(), testing::HasSubstr("memory: ran out"));
}

TEST(ScanFolder, CountsWhatIsNotDicomAndReadsOn)
{
    ScannedFolder scanned(stackOf({}, 3, 4));
    std::ofstream(scanned.folder / "README.txt") << "Not an image.\n";
    std::ofstream(scanned.folder / "empty");
    scanned.scan();
    EXPECT_EQ(scanned.catalogue.filesRead, 3);
    EXPECT_EQ(scanned.catalogue.filesSkipped, 2);
    EXPECT_THAT(sliceCounts(scanned.catalogue), ElementsAre(3));
}

TEST(ScanFolder, SaysWhichFileOnlyPretendsToBeDicom)
{
    ScannedFolder scanned(stackOf({}, 3, 4));
    std::ofstream(scanned.folder / "garbage.dcm") << std::string(3000, 'x');
    scanned.scan();
    EXPECT_EQ(scanned.catalogue.filesSkipped, 1);
    EXPECT_THAT(complaints(scanned.catalogue.issues), ElementsAre("unreadable-file"));
    EXPECT_THAT(complaints(scanned.only().issues), IsEmpty());
}

TEST(ScanFolder, DropsACopyOfAnInstanceWithAnIssue)
{
    auto slices = stackOf({}, 4, 4);
    for (std::size_t i = 0; i < slices.size(); ++i)
        slices[i].instance = "1.2.3." + std::to_string(i + 1);
    slices.push_back(slices[2]);
    const ScannedFolder scanned(slices);
    EXPECT_THAT(sliceCounts(scanned.catalogue), ElementsAre(4));
    EXPECT_THAT(complaints(scanned.catalogue.issues), ElementsAre("duplicate-instance"));
    EXPECT_THAT(complaints(scanned.only().issues), IsEmpty());
}

TEST(ScanFolder, KeepsImagesThatOnlyShareAWrongInstanceUid)
{
    auto slices = stackOf({}, 3, 4);
    for (auto& slice : slices)
        slice.instance = "1.2.3.4";
    const ScannedFolder scanned(slices);
    EXPECT_THAT(sliceCounts(scanned.catalogue), ElementsAre(3));
    EXPECT_THAT(complaints(scanned.catalogue.issues), ElementsAre("shared-instance-uid", "shared-instance-uid"));
}

TEST(ScanFolder, LeavesOutAFileThatIsCutOffInItsPixelsAndSaysSo)
{
    auto slices = stackOf({}, 5, 4);
    slices[4].cutOffBytes = 20;
    const ScannedFolder scanned(slices);
    EXPECT_THAT(sliceCounts(scanned.catalogue), ElementsAre(4));
    EXPECT_THAT(complaints(scanned.catalogue.issues), ElementsAre("cut-off"));
}

TEST(ScanFolder, GivesTheSameCatalogueForAnyNumberOfJobs)
{
    const ScannedFolder scanned(stackOf({}, 12, 4));
    const auto one = scanFolder({scanned.folder.path()}, {1}).value();
    const auto many = scanFolder({scanned.folder.path()}, {8}).value();
    EXPECT_EQ(one.stacks().at(0)->frames, many.stacks().at(0)->frames);
}

TEST(ScanFolder, CanBeCancelled)
{
    const ScannedFolder scanned(stackOf({}, 3, 4));
    std::stop_source stop;
    stop.request_stop();
    Progress progress;
    progress.stop = stop.get_token();
    const auto result = scanFolder({scanned.folder.path()}, {}, progress);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
}

TEST(ScanFolder, SaysWhatPathIsNotThere)
{
    const auto result = scanFolder({"/no/such/folder"});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
    EXPECT_EQ(result.error().subject, "/no/such/folder");
}

TEST(ScanFolder, TakesSingleFiles)
{
    const ScannedFolder scanned(stackOf({}, 3, 4));
    const auto file = scanned.only().frames[1].file;
    const auto catalogue = scanFolder({file}).value();
    EXPECT_EQ(catalogue.filesRead, 1);
    EXPECT_THAT(sliceCounts(catalogue), ElementsAre(1));
}

} // namespace grading
