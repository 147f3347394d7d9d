#include "CommandLine.h"
#include "TemporaryFolder.h"
#include "Validators.h"
#include "phantom/Phantom.h"

#include "grading/base/Files.h"

#include <gmock/gmock.h>

namespace grading::test {
namespace {

/// The sample study, read, signed and exported by the program alone, in front of every validator.
TEST(PhantomObjects, PleaseEveryValidatorAndComeBackEqual)
{
    const samples::TemporaryFolder folder;
    const auto file = [&](const std::string& name) { return (folder.path() / name).string(); };
    phantom::Options options;
    options.small = true;
    ASSERT_TRUE(phantom::generate(folder.path() / "study", options));
    const auto truth = nlohmann::json::parse(readFile(file("study/truth/reading.json")).value());
    const std::string study = truth["study"];
    const std::string reader = truth["reader"];
    const auto run = [](const std::vector<std::string>& arguments) {
        const auto ended = runCli(arguments);
        EXPECT_EQ(ended.status, 0) << arguments[0] << ": " << ended.err;
    };
    run({"reading", "new", "--store", file("a.db"), "--study", study, "--reader", reader, "--organization", "Sample",
         "--images", file("study/dicom")});
    run({"reading", "apply", "--store", file("a.db"), file("study/truth/reading.json")});
    run({"reading", "sign", "--store", file("a.db"), "--study", study, "--reader", reader});
    std::filesystem::create_directory(folder.path() / "out");
    run({"export", "--store", file("a.db"), "--study", study, "--reader", reader, "--sr", file("out/sr.dcm"), "--seg",
         file("out/seg"), "--kos", file("out/kos.dcm"), "--dicom-pdf", file("out/pdf.dcm"), "--paper", "letter",
         "--json", file("out/reading.json")});
    run({"validate", file("out"), file("study/dicom")});
    run({"import", "--store", file("b.db"), "--images", file("study/dicom"), file("out/sr.dcm"), file("out/seg"),
         file("out/kos.dcm"), file("out/pdf.dcm")});
    run({"export", "--store", file("b.db"), "--study", study, "--reader", reader, "--json", file("again.json")});
    EXPECT_EQ(readFile(file("again.json")).value(), readFile(file("out/reading.json")).value());

    if (!hasDicom3tools())
        GTEST_SKIP() << "dicom3tools isn't installed";
    std::vector<std::filesystem::path> all;
    for (const auto* root : {"out", "study/dicom"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path() / root)) {
            if (entry.path().extension() == ".dcm")
                all.push_back(entry.path());
        }
    }
    for (const auto* object : {"out/sr.dcm", "out/kos.dcm", "out/pdf.dcm", "out/seg/seg-1.dcm"})
        EXPECT_THAT(complaintsOfDciodvfy(file(object)), testing::IsEmpty()) << object;
    for (const auto* report : {"out/sr.dcm", "out/kos.dcm"})
        EXPECT_THAT(complaintsOfDsrdump(file(report)), testing::IsEmpty()) << report;
    EXPECT_THAT(complaintsOfDcentvfy(all), testing::IsEmpty());
}

} // namespace
} // namespace grading::test
